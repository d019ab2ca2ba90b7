import type { Projection } from '#modules/journal/projections.ts'
import { advance } from './advance.actions.ts'
import { recordFacts } from './facts.actions.ts'
import { openMobilitiesOf, syncParties } from './parties.store.ts'

/** A mobility goes on by itself when a fact, a finished task or a changed date makes the next step possible. */
export const lifecycleProjection: Projection = {
  follows: (type) => /^(fact|task|mobility|checklist)\./.test(type),
  apply: async (context, events) => {
    const ids = [...new Set(events.flatMap((event) => event.mobilityId ?? []))]
    if (ids.length > 0) await advance(context, ids)
  },
}

/** Guardians named or taken away become or cease to be parties of the minor's open mobilities. */
export const guardiansProjection: Projection = {
  follows: (type) => type.startsWith('guardianship.') || type === 'person.merged',
  apply: async ({ db }, events) => {
    const mobilities = await openMobilitiesOf(
      db,
      events.map((event) => event.subject.id),
    )
    if (mobilities.length > 0)
      await syncParties(
        db,
        mobilities.map(({ id }) => id),
      )
  },
}

/** Data that were checked once count for every open mobility of the person. */
export const dataCheckedProjection: Projection = {
  follows: (type) => type === 'person.data-checked',
  apply: async (context, events) => {
    const mobilities = await openMobilitiesOf(
      context.db,
      events.map((event) => event.subject.id),
    )
    const by = new Map(events.map((event) => [event.subject.id, String(event.data?.['by'] ?? 'participant')]))
    await recordFacts(
      context,
      mobilities.map(({ id, personId }) => ({
        mobilityId: id,
        name: `${by.get(personId) ?? 'participant'}.data-checked`,
      })),
    )
  },
}

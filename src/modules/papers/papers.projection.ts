import type { Context } from '#server/context.ts'
import type { NewEvent } from '#modules/journal/journal.store.ts'
import type { Projection } from '#modules/journal/projections.ts'
import { openMobilitiesOf } from '#modules/mobilities/parties.store.ts'
import { mobilitiesAt } from './load-papers.store.ts'
import { refreshPapers } from './refresh-papers.actions.ts'

const ofMobility = /^(mobility\.(created|edited|status-changed|company-[a-z]+)|placement\.[a-z-]+)$/
const ofPerson = /^person\.(changed|merged)$/
const ofPosition = /^position\.(saved|archived)$/

/** Papers are watched: they follow dates, destination, nationality and positions, in the same transaction. */
export const papersProjection: Projection = {
  follows: (type) => ofMobility.test(type) || ofPerson.test(type) || ofPosition.test(type),
  apply: async (context, events) => {
    const ids = await touched(context, events)
    if (ids.length > 0) await refreshPapers(context, ids)
  },
}

async function touched({ db }: Context, events: readonly NewEvent[]): Promise<string[]> {
  const subjects = (of: RegExp): string[] =>
    events.filter(({ type }) => of.test(type)).map(({ subject }) => subject.id)
  const people = subjects(ofPerson)
  const positions = subjects(ofPosition)
  return [
    ...events.flatMap(({ type, mobilityId }) => (ofMobility.test(type) && mobilityId ? [mobilityId] : [])),
    ...(people.length > 0 ? (await openMobilitiesOf(db, people)).map(({ id }) => id) : []),
    ...(positions.length > 0 ? await mobilitiesAt(db, positions) : []),
  ]
}

import { addDays } from '#shared/dates.ts'
import { organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { recordFacts, withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { greenWith } from './green-declaration.rules.ts'
import { greenShare } from './green-share.rules.ts'
import { rulesOf } from './journey-rules.store.ts'
import { pickUpsEnd } from './pick-ups.actions.ts'
import * as ways from './ways.store.ts'

/** Whoever travels within so many days is told of a change. */
const near = 14

/**
 * What follows when legs or people on them have changed: ways without legs are taken away, where people are met is said anew, events and
 * facts are recorded, and those concerned are told where the journey is near. All in the transaction of the change.
 */
export async function settleWays(context: Context, journeyIds: readonly string[]): Promise<void> {
  await pickUpsEnd(context, await ways.emptyWays(context.db, journeyIds))
  const gone = await ways.deleteEmptyWays(context.db, journeyIds)
  const met = await ways.meetAgain(context.db, journeyIds, context.now)
  await recordEvents(context, [
    ...gone.flatMap(({ mobilityId, direction }) => eventOf('journey.removed', mobilityId, { direction })),
    ...met.flatMap((one) =>
      eventOf(one.wasDay === null ? 'journey.entered' : 'journey.moved', one.mobilityId, {
        direction: one.direction,
        day: one.day,
        time: one.time,
        number: one.number ?? '',
        ...(one.wasDay === null ? {} : { wasDay: one.wasDay, wasTime: one.wasTime }),
      }),
    ),
  ])
  const mobilityIds = [...gone, ...met].flatMap(({ mobilityId }) => mobilityId ?? [])
  await factsFollow(context, mobilityIds)
  await tellOfChanges(context, met)
}

const eventOf = (type: string, mobilityId: string | null, data: Record<string, unknown>) =>
  mobilityId === null ? [] : [{ type, subject: { kind: 'journey', id: mobilityId }, mobilityId, data }]

/**
 * `journey.known` once the way there is known, `journey.green` while the way is green by the sender's rules, and `journey.green-proved` while
 * it is stated on honour besides and a ticket or the signed paper is kept.
 */
export async function factsFollow(context: Context, mobilityIds: readonly string[]): Promise<void> {
  const rows = await ways.legsOfMobilities(context.db, [...new Set(mobilityIds)])
  const rules = await rulesOf(
    context.db,
    rows.map(({ sendingId }) => sendingId),
  )
  const facts = rows.map((row) => {
    const { greenMeans, greenFrom } = rules(row.sendingId)
    const share = greenShare(row.legs, { means: greenMeans, from: greenFrom })
    const green = greenWith(share, row.declared).green === true
    const proved = green && row.declared && row.evidence
    return { mobilityId: row.mobilityId, known: row.ways.includes('out'), green, proved }
  })
  const ids = (some: typeof facts): string[] => some.map(({ mobilityId }) => mobilityId)
  await recordFacts(context, [
    ...ids(facts.filter(({ known }) => known)).map((mobilityId) => ({ mobilityId, name: 'journey.known' })),
    ...ids(facts.filter(({ green }) => green)).map((mobilityId) => ({ mobilityId, name: 'journey.green' })),
    ...ids(facts.filter(({ proved }) => proved)).map((mobilityId) => ({
      mobilityId,
      name: 'journey.green-proved',
    })),
  ])
  await withdrawFacts(context, ids(facts.filter(({ known }) => !known)), ['journey.known'])
  await withdrawFacts(context, ids(facts.filter(({ green }) => !green)), ['journey.green'])
  await withdrawFacts(context, ids(facts.filter(({ proved }) => !proved)), ['journey.green-proved'])
}

/** One job for each change, however many travel together: one mail for each reader. */
async function tellOfChanges(context: Context, met: readonly ways.MetRow[]): Promise<void> {
  const today = context.now.toISOString().slice(0, 10)
  const until = addDays(today, near)
  const soon = met.filter(
    ({ day, wasDay }) =>
      wasDay !== null && (day >= today || wasDay >= today) && (day <= until || wasDay <= until),
  )
  const changes = Map.groupBy(soon, (one) =>
    [one.direction, one.wasDay, one.wasTime, one.day, one.time].join(' '),
  )
  for (const some of changes.values()) {
    const [first] = some
    const mobilityIds = some.flatMap(({ mobilityId }) => mobilityId ?? [])
    if (!first || mobilityIds.length === 0) continue
    await context.enqueue('journeys.tell', {
      mobilityIds,
      direction: first.direction,
      day: first.day,
      time: first.time,
      wasDay: first.wasDay ?? '',
      wasTime: first.wasTime ?? '',
      number: first.number ?? '',
      byOrganisation: organisationOf(context.actor) ?? null,
      byPeople: context.actor.kind === 'person' ? [...context.actor.personIds] : [],
    })
  }
}

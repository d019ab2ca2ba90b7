import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { countArrivals, type WaysAtRow } from '#modules/journeys/arrivals.store.ts'
import type { Direction } from '#modules/journeys/travel-means.rules.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { scopeOf, todayOf, type MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import type { boardsContract } from './boards.contract.ts'
import * as store from './boards.store.ts'
import { companiesWith } from './capacity.store.ts'
import { columnsOf, mondayOf, periodOf, type Period } from './days.rules.ts'
import { usedOn } from './lanes.rules.ts'
import { usualVisitDays, visitDue } from './visits.rules.ts'

type Contract = typeof boardsContract
type Query = z.output<Contract['overview']['query']>
type Answer = z.input<Contract['overview']['answer']>

const travelDays = 3

/** What a week brings, day by day: who comes, who leaves, who is there; which companies to visit, what is to be done. */
export async function readOverview(context: Context, query: Query): Promise<Answer> {
  const { db } = context
  const scope = scopeOf(context)
  const today = todayOf(context)
  const columns = columnsOf(mondayOf(query.from ?? today), query.span)
  const period = periodOf(columns)
  // Who arrives on the day before the mobility begins is seen with the days around.
  const around = { from: addDays(period.from, -travelDays), to: addDays(period.to, travelDays) }
  const near = (await store.peopleBetween(db, scope, around)).filter(({ coming }) => coming)
  const people = near.filter(({ from, to }) => from <= period.to && to >= period.from)
  const visitDays = (await store.visitDaysOf(db, scope.organisationId)) ?? usualVisitDays
  const ways = { out: await waysIn(context, 'out', period), back: await waysIn(context, 'back', period) }
  return {
    columns: columnsWith(people, near, ways, columns, period),
    visits: await visitsIn(context, scope, people, period, visitDays),
    visitDays,
    duties: await store.dutiesUntil(db, scope, period.to, today),
    problems: await store.openProblems(db, scope),
  }
}

interface Ways {
  out: readonly WaysAtRow[]
  back: readonly WaysAtRow[]
}

const waysIn = (context: Context, direction: Direction, period: Period): Promise<WaysAtRow[]> =>
  countArrivals(context.db, scopeOf(context), { direction, ...period })

function columnsWith(
  people: readonly store.PersonRow[],
  near: readonly store.PersonRow[],
  ways: Ways,
  columns: readonly Period[],
  period: Period,
): Answer['columns'] {
  const here = usedOn(people, period)
  const days = here.length / columns.length
  const within = (day: string, { from, to }: Period): boolean => day >= from && day <= to
  return columns.map((column, at) => ({
    ...column,
    people: Math.max(0, ...here.slice(at * days, (at + 1) * days)),
    arrivals: byFlow(
      ways.out.filter(({ day }) => within(day, column)),
      near.filter(({ comesAt, comesOn }) => comesAt === null && within(comesOn, column)),
    ),
    departures: byFlow(
      ways.back.filter(({ day }) => within(day, column)),
      near.filter(({ leavesAt, leavesOn }) => leavesAt === null && within(leavesOn, column)),
    ),
  }))
}

/**
 * Who comes, or leaves, by flow: everybody in the list of arrivals of these days, companions included, and those whose journey nobody has told
 * yet, by the days of their mobility.
 */
function byFlow(
  known: readonly WaysAtRow[],
  untold: readonly store.PersonRow[],
): Answer['columns'][number]['arrivals'] {
  const ways = Map.groupBy(known, ({ flowId }) => flowId)
  const others = Map.groupBy(untold, ({ flowId }) => flowId)
  return [...new Set([...ways.keys(), ...others.keys()])]
    .map((flowId) => {
      const own = ways.get(flowId) ?? []
      const rest = others.get(flowId) ?? []
      return {
        flowId,
        flow: own[0]?.flow ?? rest[0]?.flow ?? null,
        count: sumOf(own) + rest.length,
        hours: [...Map.groupBy(own, ({ time }) => time)]
          .map(([time, some]) => ({ time, count: sumOf(some) }))
          .toSorted((a, b) => (a.time < b.time ? -1 : 1)),
      }
    })
    .toSorted((a, b) => b.count - a.count)
}

const sumOf = (rows: readonly { count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0)

/** The companies of the own register that are to be visited, the most urgent reason first. */
async function visitsIn(
  context: Context,
  scope: MobilityScope,
  people: readonly store.PersonRow[],
  period: Period,
  every: number,
): Promise<Answer['visits']> {
  const placements = await store.placementsBetween(context.db, scope, period)
  const placed = new Set(placements.map(({ mobilityId }) => mobilityId))
  const starts = new Map<string, string[]>()
  const add = (company: string, from: string): void =>
    void starts.set(company, [...(starts.get(company) ?? []), from])
  for (const { companyId, from } of placements) add(companyId, from)
  for (const { mobilityId, companyId, companyStage, from } of people)
    if (companyId && companyStage === 'confirmed' && !placed.has(mobilityId)) add(companyId, from)
  const companies = await companiesWith(
    context.db,
    scope.organisationId,
    [...starts.keys()],
    scope.namedIn === null,
  )
  const order = ['first-week', 'never', 'interval']
  return companies
    .filter(({ known }) => known)
    .flatMap(({ id, name, town, lastVisit }) => {
      const days = starts.get(id)
      const reason = days ? visitDue(period, every, lastVisit, days) : null
      return days && reason
        ? [{ companyId: id, company: name, town, lastVisit, trainees: days.length, reason }]
        : []
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.reason) - order.indexOf(b.reason) ||
        ((a.lastVisit ?? '') < (b.lastVisit ?? '') ? -1 : 1),
    )
}

/** Sets how often companies with trainees are visited. */
export async function saveVisitDays(context: Context, days: number): Promise<{ days: number }> {
  const { organisationId } = memberOf(context.actor)
  const before = (await store.visitDaysOf(context.db, organisationId)) ?? usualVisitDays
  await store.saveVisitDays(context.db, organisationId, days, context.now)
  if (days !== before)
    await recordEvent(context, {
      type: 'visit-interval.set',
      subject: { kind: 'organisation', id: organisationId },
      changes: { days: [before, days] },
      audience: 'organisation',
    })
  return { days }
}

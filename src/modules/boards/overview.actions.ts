import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
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
  // A journey may be a few days before or after the days of the mobility.
  const around = { from: addDays(period.from, -travelDays), to: addDays(period.to, travelDays) }
  const near = (await store.peopleBetween(db, scope, around)).filter(({ coming }) => coming)
  const people = near.filter(({ from, to }) => from <= period.to && to >= period.from)
  const visitDays = (await store.visitDaysOf(db, scope.organisationId)) ?? usualVisitDays
  return {
    columns: columnsWith(people, near, columns, period),
    visits: await visitsIn(context, scope, people, period, visitDays),
    visitDays,
    duties: await store.dutiesUntil(db, scope, period.to, today),
    problems: await store.openProblems(db, scope),
  }
}

function columnsWith(
  people: readonly store.PersonRow[],
  near: readonly store.PersonRow[],
  columns: readonly Period[],
  period: Period,
): Answer['columns'] {
  const here = usedOn(people, period)
  const days = here.length / columns.length
  return columns.map((column, at) => ({
    ...column,
    people: Math.max(0, ...here.slice(at * days, (at + 1) * days)),
    arrivals: byFlow(
      near.filter(({ comesOn }) => comesOn >= column.from && comesOn <= column.to),
      ({ comesAt }) => comesAt,
    ),
    departures: byFlow(
      near.filter(({ leavesOn }) => leavesOn >= column.from && leavesOn <= column.to),
      ({ leavesAt }) => leavesAt,
    ),
  }))
}

type Hour = (person: store.PersonRow) => string | null

const byFlow = (people: readonly store.PersonRow[], hour: Hour): Answer['columns'][number]['arrivals'] =>
  [...Map.groupBy(people, ({ flowId }) => flowId)]
    .map(([flowId, group]) => ({
      flowId,
      flow: group[0]?.flow ?? null,
      count: group.length,
      hours: byHour(group, hour),
    }))
    .toSorted((a, b) => b.count - a.count)

/** How many at which hour, the first first; whoever has no journey yet is in none. */
const byHour = (people: readonly store.PersonRow[], hour: Hour): { time: string; count: number }[] =>
  [...Map.groupBy(people, hour)]
    .flatMap(([time, group]) => (time === null ? [] : [{ time, count: group.length }]))
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))

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

import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { checksThatFail } from '#modules/companies/checks.rules.ts'
import { readChecks } from '#modules/companies/companies.actions.ts'
import { cardsOf, checksOf } from '#modules/companies/companies.store.ts'
import { openPositions } from '#modules/companies/positions.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { phaseOf, statuses } from '#modules/mobilities/statuses.rules.ts'
import { isAsked, isFirm, isOpen } from '#modules/placements/placement-steps.rules.ts'
import { placementsOf } from '#modules/placements/placements.store.ts'
import { distanceBetween, townOf, type AskedTown } from '#modules/places/places.actions.ts'
import type { TownAnswer } from '#modules/places/gazetteer.ts'
import { stayOf, type OpenPlaces, type PlanInput } from './build-match.rules.ts'
import { groupsAt } from './groups.store.ts'
import { mostAtOnce, restAround, type Period } from './load.rules.ts'
import type { Pair } from './match.rules.ts'
import { always, type Taken } from './over-time.rules.ts'
import type { Candidate } from './pair.rules.ts'
import * as store from './plans.store.ts'

/** Also those who are there already and have lost their company. */
const stillPlaced = statuses.filter((status) => ['preparation', 'implementation'].includes(phaseOf(status)))

/** Gathers what a plan is made from, as it is now: people without a firm place, positions with what is left of them. */
export async function inputOf(context: Context, plan: store.PlanRow): Promise<PlanInput> {
  const { organisationId } = memberOf(context.actor)
  const candidates = await store.candidatesOf(
    context.db,
    organisationId,
    plan.flowIds,
    stillPlaced,
    todayOf(context),
  )
  return inputFor(context, candidates, plan)
}

/** The same for people who are known already. */
export async function inputFor(
  context: Context,
  candidates: readonly store.LivingCandidate[],
  plan: Pick<store.PlanRow, 'without' | 'repairs' | 'weights' | 'locks'>,
): Promise<PlanInput> {
  const { organisationId } = memberOf(context.actor)
  const out = new Set(plan.without)
  const positions = (await openPositions(context.db, organisationId)).filter(({ id }) => !out.has(id))
  const companyIds = [...new Set(positions.map(({ companyId }) => companyId))]
  const cards = new Map(
    (await cardsOf(context.db, organisationId, companyIds)).map((one) => [one.companyId, one]),
  )
  const { checks: kinds } = await readChecks(context)
  const done = Map.groupBy(
    await checksOf(context.db, organisationId, companyIds),
    ({ companyId }) => companyId,
  )
  const taken = await takenBy(context, candidates, { positionIds: positions.map(({ id }) => id), companyIds })
  const resting = [...cards.values()].filter(({ restDays }) => restDays > 0).map(({ companyId }) => companyId)
  const groups = Map.groupBy(
    await groupsAt(
      context.db,
      resting,
      candidates.map(({ mobilityId }) => mobilityId),
    ),
    ({ companyId }) => companyId,
  )
  const kilometres = distances()
  const known = new Set(positions.map(({ id }) => id))
  const people = new Set(candidates.map(({ mobilityId }) => mobilityId))
  const openings = positions.map((one): OpenPlaces => {
    const card = cards.get(one.companyId)
    return {
      ...one,
      taken: taken.positions.get(one.id) ?? [],
      minimumAge: one.minimumAge ?? card?.minimumAge ?? null,
      accessible: one.accessible ?? card?.accessible ?? null,
      field: one.field ?? card?.field ?? null,
      rating: card?.rating ?? null,
      failing: (until) => checksThatFail(kinds, done.get(one.companyId) ?? [], until),
      rest: (candidate) => restOf(candidate, card?.restDays ?? 0, groups.get(one.companyId) ?? []),
      kilometres: (candidate) => kilometres(candidate as store.LivingCandidate, one),
    }
  })
  return {
    candidates,
    openings,
    companies: [...cards.values()].map((card) => ({
      id: card.companyId,
      places: mostAtOnce(card),
      taken: taken.companies.get(card.companyId) ?? [],
      restDays: card.restDays,
    })),
    weights: plan.weights,
    // A lock on somebody who is no longer looked for, or on a position that is gone, has nothing to hold.
    locks: plan.locks
      .filter(({ mobilityId, positionId }) => people.has(mobilityId) && known.has(positionId))
      .map(({ mobilityId, positionId }): Pair => [mobilityId, positionId]),
    current: await placesNow(context, plan.repairs, [...people]),
  }
}

/**
 * Where people are expected already, of whom a plan moves as few as possible: those whose company has been asked, and for a repair all who have
 * a proposal, whoever made it. A plan that was never applied stands for its own pairs. Null: nobody is expected anywhere.
 */
async function placesNow(
  context: Context,
  repairs: string | null,
  people: readonly string[],
): Promise<Pair[] | null> {
  const { organisationId } = memberOf(context.actor)
  const proposed = (await placementsOf(context.db, people)).filter(
    ({ step, positionId }) => positionId !== null && isOpen(step) && !isFirm(step),
  )
  const places = new Map(
    proposed
      .filter(({ step }) => repairs !== null || isAsked(step))
      .map(({ mobilityId, positionId }) => [mobilityId, positionId ?? ''] as const),
  )
  const before = repairs === null ? undefined : await store.findPlan(context.db, organisationId, repairs)
  if (before && before.state !== 'applied')
    for (const { mobilityId, positionId } of before.result?.pairs ?? [])
      if (!places.has(mobilityId) && people.includes(mobilityId)) places.set(mobilityId, positionId)
  return places.size === 0 && repairs === null ? null : [...places]
}

function restOf(
  candidate: Candidate,
  needed: number,
  groups: readonly Period[],
): { needed: number; days: number } | null {
  const stay = stayOf(candidate)
  if (needed === 0 || !stay) return null
  const days = restAround(stay, groups)
  return days === null ? null : { needed, days }
}

/** Who else is at positions and companies while these people are away. */
async function takenBy(
  context: Context,
  candidates: readonly Candidate[],
  at: Parameters<typeof store.takenPlaces>[2],
) {
  const positions = new Map<string, OpenPlaces['taken'][number][]>()
  const companies = new Map<string, Taken[]>()
  const stays = candidates.map(stayOf).filter((stay) => stay !== null)
  const from = stays.map((stay) => stay.from).toSorted()[0]
  const to = stays
    .map((stay) => stay.to)
    .toSorted()
    .at(-1)
  if (!from || !to) return { positions, companies }
  const rows = await store.takenPlaces(
    context.db,
    { from, to },
    at,
    candidates.map(({ mobilityId }) => mobilityId),
  )
  for (const { positionId, companyId, schoolId, ...row } of rows) {
    const taken = { ...row, from: row.from ?? always.from, to: row.to ?? always.to }
    const groups = schoolId ? { school: schoolId } : {}
    if (positionId) positions.set(positionId, [...(positions.get(positionId) ?? []), { ...taken, groups }])
    companies.set(companyId, [...(companies.get(companyId) ?? []), taken])
  }
  return { positions, companies }
}

/** Kilometres between the town of the stay and that of the company; each pair of towns is looked up once. */
function distances(): (
  candidate: store.LivingCandidate,
  work: { town: string | null; country: string | null },
) => number | null {
  const towns = new Map<string, TownAnswer>()
  const known = new Map<string, number | null>()
  const find = (asked: AskedTown): TownAnswer => {
    const key = `${asked.country} ${asked.city}`
    const answer = towns.get(key) ?? townOf(asked)
    towns.set(key, answer)
    return answer
  }
  return (candidate, work) => {
    if (!candidate.town || !candidate.country || !work.town || !work.country) return null
    if (candidate.town === work.town && candidate.country === work.country) return 0
    const key = JSON.stringify([candidate.country, candidate.town, work.country, work.town])
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = distanceBetween(
      { city: candidate.town, country: candidate.country },
      { city: work.town, country: work.country },
      find,
    )
    const kilometres = 'km' in answer ? answer.km : null
    known.set(key, kilometres)
    return kilometres
  }
}

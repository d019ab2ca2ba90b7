import type { z } from 'zod'
import { notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findPosition, lockPositions, type PositionRow } from '#modules/companies/positions.store.ts'
import { lockMobilities } from '#modules/mobilities/edit.store.ts'
import { followPlacements } from '#modules/placements/follow-placements.actions.ts'
import { isAsked, isFirm, isOpen, replaced } from '#modules/placements/placement-steps.rules.ts'
import { placementsOf, type PlacementRow } from '#modules/placements/placements.store.ts'
import { proposeByPlan, withdrawAll } from '#modules/placements/propose.actions.ts'
import { tellAbout } from '#modules/placements/tell.actions.ts'
import { buildMatch } from './build-match.rules.ts'
import { inputOf } from './plan-input.ts'
import { ownPlan, refuseStale, tell } from './plans.actions.ts'
import type { matchingContract } from './plans.contract.ts'
import { setState, type PlanRow } from './plans.store.ts'
import { seatsOf } from './seats.rules.ts'

type Answer = z.input<(typeof matchingContract)['apply']['answer']>
type Preview = z.input<(typeof matchingContract)['previewApplication']['answer']>

/**
 * Proposes each company as the plan says. Whoever has that place already is left alone; whoever is no longer to be placed, or whose place somebody
 * else has taken in the meantime, is refused with the reason, and the others go on.
 */
export async function applyPlan(context: Context, id: string, version: number): Promise<Answer> {
  const plan = await ownPlan(context, id, { lock: true })
  refuseStale(plan, version)
  if (plan.state !== 'solved' || !plan.result) throw notPossible('matching:whyNot.not-solved')
  const { pairs } = plan.result
  const ids = pairs.map(({ mobilityId }) => mobilityId)
  const answer: Answer = { done: 0, same: 0, refused: [] }
  const open = await openPlacements(context, ids)
  await lockMobilities(context.db, [...ids, ...plan.result.unplaced.map(({ mobilityId }) => mobilityId)])
  await lockPositions(context.db, memberOf(context.actor).organisationId, [
    ...new Set(pairs.map(({ positionId }) => positionId)),
  ])
  const seats = seatsOf(buildMatch(await inputOf(context, plan)).instance)
  const positions = new Map<string, PositionRow | undefined>()
  for (const { mobilityId, positionId, participant } of pairs) {
    if (!positions.has(positionId))
      positions.set(
        positionId,
        await findPosition(context.db, memberOf(context.actor).organisationId, positionId),
      )
    const position = positions.get(positionId)
    const theirs = open.get(mobilityId) ?? []
    if (!position || position.archived) answer.refused.push({ participant, code: 'position-gone' })
    else if (theirs.some(({ step }) => isFirm(step))) answer.refused.push({ participant, code: 'has-place' })
    else if (theirs.some((one) => one.positionId === positionId)) {
      seats.seat(mobilityId, positionId)
      answer.same += 1
    } else {
      // Since the plan was made others may have taken the place on some of the days.
      const why =
        seats.hindrance(mobilityId, positionId)?.code ??
        (await proposed(context, { planId: id, mobilityId, position }))
      if (why) answer.refused.push({ participant, code: why })
      else {
        seats.seat(mobilityId, positionId)
        answer.done += 1
      }
    }
  }
  await followPlacements(context, ids)
  const lost = await loseProposals(context, plan)
  await setState(context.db, id, 'applied', context.now)
  await tell(context, 'match-plan.applied', id, { name: plan.name, done: answer.done, lost })
  return answer
}

async function proposed(
  context: Context,
  proposal: { planId: string; mobilityId: string; position: PositionRow },
): Promise<string | null> {
  try {
    return await proposeByPlan(context, proposal)
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

/**
 * Whoever the plan leaves without a place loses what was proposed to them at one of its positions, or at one that it leaves out: the plan has
 * given that place to somebody else, or the company takes nobody any more.
 */
async function loseProposals(context: Context, plan: PlanRow): Promise<number> {
  const lost = await proposalsLost(context, plan)
  const out = new Set(plan.without)
  const isOut = ({ positionId }: { positionId: string | null }): boolean => out.has(positionId ?? '')
  const others = lost.filter((one) => !isOut(one))
  await withdrawAll(context, lost.filter(isOut), 'company-left')
  await withdrawAll(context, others, replaced)
  await tellAbout(context, 'withdraw', others)
  await followPlacements(
    context,
    lost.map(({ mobilityId }) => mobilityId),
  )
  return lost.length
}

/** What applying would change now, for whoever presses the button. */
export async function previewApplication(context: Context, id: string): Promise<Preview> {
  const plan = await ownPlan(context, id)
  if (!plan.result) throw notPossible('matching:whyNot.not-solved')
  const { pairs, positions } = plan.result
  const companies = new Map(positions.map((one) => [one.id, one.company]))
  const open = await openPlacements(
    context,
    pairs.map(({ mobilityId }) => mobilityId),
  )
  const preview: Preview = { fresh: 0, same: 0, moved: [], lost: [] }
  for (const { mobilityId, participant, positionId } of pairs) {
    const theirs = open.get(mobilityId) ?? []
    const [first] = theirs
    if (!first) preview.fresh += 1
    else if (theirs.some((one) => one.positionId === positionId)) preview.same += 1
    else if (!theirs.some(({ step }) => isFirm(step)))
      preview.moved.push({
        participant,
        from: first.company,
        to: companies.get(positionId) ?? '',
        asked: theirs.some(({ step }) => isAsked(step)),
      })
  }
  preview.lost = (await proposalsLost(context, plan)).map(({ participant, company, step }) => ({
    participant,
    from: company,
    asked: isAsked(step),
  }))
  return preview
}

async function openPlacements(
  context: Context,
  mobilityIds: readonly string[],
): Promise<Map<string, PlacementRow[]>> {
  const rows = await placementsOf(context.db, mobilityIds)
  return Map.groupBy(
    rows.filter(({ step }) => isOpen(step)),
    ({ mobilityId }) => mobilityId,
  )
}

/** Proposals of people without a place, at positions of the plan or at those that it leaves out. */
async function proposalsLost(context: Context, plan: PlanRow): Promise<PlacementRow[]> {
  const ids = (plan.result?.unplaced ?? []).map(({ mobilityId }) => mobilityId)
  const known = new Set([...plan.without, ...(plan.result?.positions ?? []).map(({ id }) => id)])
  return (await placementsOf(context.db, ids)).filter(
    ({ step, positionId }) => isOpen(step) && !isFirm(step) && positionId !== null && known.has(positionId),
  )
}

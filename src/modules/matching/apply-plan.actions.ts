import type { z } from 'zod'
import { notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { saveEdit } from '#modules/mobilities/edit.actions.ts'
import { lockMobilities } from '#modules/mobilities/edit.store.ts'
import { proposeCompany } from '#modules/mobilities/company.actions.ts'
import { withPartyKeysLater } from '#modules/mobilities/parties.store.ts'
import { findPosition, type PositionRow } from '#modules/companies/positions.store.ts'
import { openPlacementsOf, proposePlacement, withdrawAt } from './placements.store.ts'
import { ownPlan, refuseStale, tell } from './plans.actions.ts'
import type { matchingContract } from './plans.contract.ts'
import { setState, type PlanRow } from './plans.store.ts'

type Answer = z.input<(typeof matchingContract)['apply']['answer']>

/**
 * Proposes each company as the plan says. Whoever has that place already is left alone; whoever is no longer to be placed is refused with the
 * reason, and the others go on.
 */
export async function applyPlan(context: Context, id: string, version: number): Promise<Answer> {
  const plan = await ownPlan(context, id, { lock: true })
  refuseStale(plan, version)
  if (plan.state !== 'solved' || !plan.result) throw notPossible('matching:whyNot.not-solved')
  const { pairs } = plan.result
  const ids = pairs.map(({ mobilityId }) => mobilityId)
  const answer: Answer = { done: 0, same: 0, refused: [] }
  await withPartyKeysLater(context.db, ids, async () => {
    const open = new Map((await openPlacementsOf(context.db, ids)).map((one) => [one.mobilityId, one]))
    const positions = new Map<string, PositionRow | undefined>()
    for (const { mobilityId, positionId, participant } of pairs) {
      if (!positions.has(positionId))
        positions.set(
          positionId,
          await findPosition(context.db, memberOf(context.actor).organisationId, positionId),
        )
      const position = positions.get(positionId)
      if (!position || position.archived) answer.refused.push({ participant, code: 'position-gone' })
      else if (open.get(mobilityId)?.firm) answer.refused.push({ participant, code: 'has-place' })
      else if (open.get(mobilityId)?.positionId === positionId) answer.same += 1
      else {
        const why = await propose(context, { planId: id, mobilityId, position })
        if (why) answer.refused.push({ participant, code: why })
        else answer.done += 1
      }
    }
  })
  const lost = await loseDropped(context, plan)
  await setState(context.db, id, 'applied', context.now)
  await tell(context, 'match-plan.applied', id, { name: plan.name, done: answer.done, lost })
  return answer
}

/** Whoever has no new place, but was proposed one that the plan leaves out, is without a company again. */
async function loseDropped(context: Context, plan: PlanRow): Promise<number> {
  const ids = await withdrawAt(
    context.db,
    (plan.result?.unplaced ?? []).map(({ mobilityId }) => mobilityId),
    plan.without,
    context.now,
  )
  for (const row of await lockMobilities(context.db, ids)) await saveEdit(context, row, { companyId: null })
  return ids.length
}

async function propose(
  context: Context,
  { planId, mobilityId, position }: { planId: string; mobilityId: string; position: PositionRow },
): Promise<string | null> {
  try {
    await proposeCompany(context, mobilityId, {
      companyId: position.companyId,
      ...(position.workingHours ? { workingHours: position.workingHours } : {}),
      ...(position.site ? { workplaceAddress: position.site } : {}),
    })
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  await proposePlacement(context.db, {
    mobilityId,
    companyId: position.companyId,
    positionId: position.id,
    planId,
    arrangedBy: memberOf(context.actor).organisationId,
    now: context.now,
  })
  return null
}

import type { z } from 'zod'
import { notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { refusalsOf } from './build-match.rules.ts'
import { brokenRules, pointsOf, usualWeights } from './pair.rules.ts'
import { inputFor } from './plan-input.ts'
import { candidateOf } from './plans.store.ts'
import { refuseStrangers } from './profiles.actions.ts'
import type { profilesContract } from './profiles.contract.ts'

type Contract = typeof profilesContract
type Fit = z.input<Contract['tryProfile']['answer']>

/** How many of the best fits are named. */
const named = 5

/** What matching would say of somebody with such a profile, whether places are taken or not; nothing is saved. */
export async function tryProfile(
  context: Context,
  mobilityId: string,
  { field = null, mostKilometres = null, ...rest }: z.output<Contract['tryProfile']['body']>,
): Promise<Fit> {
  await refuseStrangers(context, mobilityId)
  const known = await candidateOf(context.db, mobilityId, todayOf(context))
  if (!known) throw notFound()
  const candidate = { ...known, ...rest, field, mostKilometres }
  const { openings } = await inputFor(context, [candidate], {
    without: [],
    repairs: null,
    weights: usualWeights,
    locks: [],
  })
  const judged = openings.map((opening) => ({ opening, broken: brokenRules(candidate, opening) }))
  const fitting = judged
    .filter(({ broken }) => broken.length === 0)
    .map(({ opening }) => ({
      positionId: opening.id,
      points: Object.values(pointsOf(candidate, opening, usualWeights)).reduce((sum, one) => sum + one, 0),
    }))
    .toSorted((a, b) => b.points - a.points || a.positionId.localeCompare(b.positionId))
  const best = fitting.slice(0, named)
  const reasons = refusalsOf(
    judged.flatMap(({ opening, broken }) => (broken.length > 0 ? [{ positionId: opening.id, broken }] : [])),
  )
  const shown = new Set([...best, ...reasons].map(({ positionId }) => positionId))
  return {
    open: openings.length,
    fits: fitting.length,
    best,
    reasons,
    positions: openings
      .filter(({ id }) => shown.has(id))
      .map(({ id, title, company, companyId }) => ({ id, title, company, companyId })),
  }
}

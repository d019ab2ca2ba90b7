import { useApiMutation } from '#web/api/use-api.ts'
import { planReads, type Plan } from './plan-answers.ts'

export interface Turn {
  busy: boolean
  problem: unknown
  weigh: (weights: Plan['weights']) => void
  /** Holds somebody at a position, or lets them go. */
  hold: (mobilityId: string, positionId: string | null) => void
  leaveOut: (positionId: string) => void
  takeBackIn: (positionId: string) => void
  /** The same plan from what is known now, as after somebody's profile was changed or solving was called off. */
  solveAnew: () => void
}

/** What one can turn about a plan; each turn solves it anew. */
export function useTurn(organisation: string, plan: Plan): Turn {
  const save = useApiMutation('PUT /organisations/:organisation/match-plans/:plan', {
    invalidates: planReads,
  })
  const change = (part: Partial<Pick<Plan, 'weights' | 'locks' | 'without'>>): void =>
    save.mutate({
      params: { organisation, plan: plan.id },
      body: {
        weights: plan.weights,
        locks: plan.locks,
        without: plan.without,
        version: plan.version,
        ...part,
      },
    })
  return {
    busy: save.isPending,
    problem: save.error,
    weigh: (weights) => change({ weights }),
    hold: (mobilityId, positionId) =>
      change({
        locks: [
          ...plan.locks.filter((lock) => lock.mobilityId !== mobilityId),
          ...(positionId === null ? [] : [{ mobilityId, positionId }]),
        ],
      }),
    leaveOut: (positionId) =>
      change({
        without: [...plan.without, positionId],
        locks: plan.locks.filter((lock) => lock.positionId !== positionId),
      }),
    solveAnew: () => change({}),
    takeBackIn: (positionId) => change({ without: plan.without.filter((id) => id !== positionId) }),
  }
}

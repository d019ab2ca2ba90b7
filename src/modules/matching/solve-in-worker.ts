import { askWorker } from '#server/optimise/ask-worker.ts'
import type { MatchInstance } from './match.rules.ts'
import type { MatchPlan, MatchProgress } from './solve-match.ts'

interface Options {
  seconds: number
  /** Ends it: the promise answers null. */
  signal?: AbortSignal
  progress?: (at: MatchProgress) => void
}

/** Solves a match beside the server's own thread; null where it was called off. Throws what the solver threw. */
export const solveInWorker = (
  instance: MatchInstance,
  { seconds, signal, progress }: Options,
): Promise<MatchPlan | null> =>
  askWorker<MatchPlan, MatchProgress>(
    new URL('./match-worker.ts', import.meta.url),
    { instance, seconds },
    { signal, progress },
  )

import { MessageChannel, Worker } from 'node:worker_threads'
import type { MatchInstance } from './match.rules.ts'
import type { MatchPlan } from './solve-match.ts'

interface Options {
  seconds: number
  /** Ends it: the promise answers null. */
  signal?: AbortSignal
  progress?: (at: { goal: number; goals: number }) => void
}

/** Solves a match beside the server's own thread; null where it was called off. Throws what the solver threw. */
export async function solveInWorker(instance: MatchInstance, options: Options): Promise<MatchPlan | null> {
  const answers = new MessageChannel()
  const worker = new Worker(new URL('./match-worker.ts', import.meta.url), {
    workerData: { instance, seconds: options.seconds, answer: answers.port2 },
    transferList: [answers.port2],
  })
  try {
    return await new Promise<MatchPlan | null>((resolve, reject) => {
      answers.port1.on(
        'message',
        (message: { plan?: MatchPlan; progress?: { goal: number; goals: number } }) => {
          if (message.plan) resolve(message.plan)
          else if (message.progress) options.progress?.(message.progress)
        },
      )
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('The solver ended without an answer.')))
      options.signal?.addEventListener('abort', () => resolve(null), { once: true })
      if (options.signal?.aborted) resolve(null)
    })
  } finally {
    answers.port1.close()
    await worker.terminate()
  }
}

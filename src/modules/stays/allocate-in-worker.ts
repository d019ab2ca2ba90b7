import { MessageChannel, Worker } from 'node:worker_threads'
import type { Allocation } from './allocate-rooms.ts'
import type { Guest, Place, Room } from './room-rules.rules.ts'

export interface Question {
  guests: readonly Guest[]
  rooms: readonly Room[]
  locks: ReadonlyMap<string, Place>
  seconds: number
}

/** Looks for rooms beside the server's own thread; null where it was called off. Throws what the solver threw. */
export async function allocateInWorker(question: Question, signal?: AbortSignal): Promise<Allocation | null> {
  const answers = new MessageChannel()
  const worker = new Worker(new URL('./allocate-worker.ts', import.meta.url), {
    workerData: { question, answer: answers.port2 },
    transferList: [answers.port2],
  })
  try {
    return await new Promise<Allocation | null>((resolve, reject) => {
      answers.port1.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('The solver ended without an answer.')))
      signal?.addEventListener('abort', () => resolve(null), { once: true })
      if (signal?.aborted) resolve(null)
    })
  } finally {
    answers.port1.close()
    await worker.terminate()
  }
}

import { askWorker } from '#server/optimise/ask-worker.ts'
import type { Allocation } from './allocate-rooms.ts'
import type { Guest, Place, Room } from './room-rules.rules.ts'

export interface Question {
  guests: readonly Guest[]
  rooms: readonly Room[]
  locks: ReadonlyMap<string, Place>
  seconds: number
}

/** Looks for rooms beside the server's own thread; null where it was called off. Throws what the solver threw. */
export const allocateInWorker = (question: Question, signal?: AbortSignal): Promise<Allocation | null> =>
  askWorker<Allocation>(new URL('./allocate-worker.ts', import.meta.url), question, { signal })

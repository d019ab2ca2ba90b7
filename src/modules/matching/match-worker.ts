import { workerData, type MessagePort } from 'node:worker_threads'
import type { MatchInstance } from './match.rules.ts'
import { solveMatch } from './solve-match.ts'

const { instance, seconds, answer } = workerData as {
  instance: MatchInstance
  seconds: number
  answer: MessagePort
}
const plan = await solveMatch(instance, {
  seconds,
  progress: (at) => answer.postMessage({ progress: at }, []),
})
answer.postMessage({ plan }, [])
answer.close()

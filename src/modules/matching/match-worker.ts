import { workerData } from 'node:worker_threads'
import type { Asked } from '#server/optimise/ask-worker.ts'
import type { MatchInstance } from './match.rules.ts'
import { solveMatch } from './solve-match.ts'

const { question, port } = workerData as Asked<{ instance: MatchInstance; seconds: number }>
const answer = await solveMatch(question.instance, {
  seconds: question.seconds,
  progress: (at) => port.postMessage({ progress: at }, []),
})
port.postMessage({ answer }, [])
port.close()

import { workerData } from 'node:worker_threads'
import type { Asked } from '#server/optimise/ask-worker.ts'
import { allocateRooms } from './allocate-rooms.ts'
import type { Question } from './allocate-in-worker.ts'

const { question, port } = workerData as Asked<Question>
port.postMessage({ answer: await allocateRooms(question.guests, question.rooms, question) }, [])
port.close()

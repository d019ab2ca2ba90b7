import { workerData, type MessagePort } from 'node:worker_threads'
import { allocateRooms } from './allocate-rooms.ts'
import type { Question } from './allocate-in-worker.ts'

const { question, answer } = workerData as { question: Question; answer: MessagePort }
answer.postMessage(await allocateRooms(question.guests, question.rooms, question), [])
answer.close()

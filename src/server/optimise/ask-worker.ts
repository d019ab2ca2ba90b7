import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'

/** What a worker is started with: the question, and the port on which it answers once with `{ answer }`, before that with `{ progress }`. */
export interface Asked<Question> {
  question: Question
  port: MessagePort
}

interface Told<Answer, Progress> {
  answer?: Answer
  progress?: Progress
}

interface Options<Progress> {
  /** Ends it: the promise answers null. */
  signal?: AbortSignal | undefined
  progress?: ((at: Progress) => void) | undefined
}

/** Has a question answered beside the server's own thread; null where it was called off. Throws what the worker threw. */
export async function askWorker<Answer, Progress = never>(
  file: URL,
  question: unknown,
  { signal, progress }: Options<Progress> = {},
): Promise<Answer | null> {
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(file, { workerData: { question, port: port2 }, transferList: [port2] })
  try {
    return await new Promise<Answer | null>((resolve, reject) => {
      const hear = (told: Told<Answer, Progress>): void => {
        if (told.answer !== undefined) resolve(told.answer)
        else if (told.progress !== undefined) progress?.(told.progress)
      }
      port1.on('message', hear)
      worker.on('error', reject)
      worker.on('exit', () => {
        // On a busy machine the end is heard before the answer: what still lies in the port counts.
        for (let left = receiveMessageOnPort(port1); left; left = receiveMessageOnPort(port1))
          hear(left.message as Told<Answer, Progress>)
        reject(new Error('The worker ended without an answer.'))
      })
      signal?.addEventListener('abort', () => resolve(null), { once: true })
      if (signal?.aborted) resolve(null)
    })
  } finally {
    port1.close()
    await worker.terminate()
  }
}

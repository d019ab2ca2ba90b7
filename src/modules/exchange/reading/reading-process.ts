import process from 'node:process'
import { FileProblem } from '#server/files/file-problems.ts'
import type { ReadAnswer, ReadRequest } from './read-file.ts'
import { readTableHere } from './read-table.ts'

// The other end of read-file.ts: reads one file for its parent and ends. Rows go back in small portions, so that the parent is
// never held up for long by unpacking one large message.

const rowsInPortion = 500

function send(answer: ReadAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, undefined, {}, (error) => (error ? reject(error) : resolve()))
  })
}

async function answer({ bytes, options }: ReadRequest): Promise<void> {
  try {
    const { rows, ...table } = await readTableHere(bytes, options)
    for (let from = 0; from < rows.length; from += rowsInPortion) {
      await send({ kind: 'rows', rows: rows.slice(from, from + rowsInPortion) })
    }
    await send({ kind: 'table', table })
  } catch (error) {
    const problem =
      error instanceof FileProblem ? error : new FileProblem('file-unreadable', {}, { cause: error })
    // The cause is for the operator's log only: it can name parts of the file.
    const cause =
      problem.cause instanceof Error ? { cause: problem.cause.stack ?? problem.cause.message } : {}
    await send({ kind: 'problem', code: problem.code, values: problem.values, ...cause })
  }
  process.disconnect?.()
}

process.once('message', (request: ReadRequest) => void answer(request))

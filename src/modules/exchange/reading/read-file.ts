import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { FileProblem, type FileProblemCode } from '#server/files/file-problems.ts'
import { uploadLimit } from '#server/files/upload-guard.ts'
import type { ReadOptions, TableRead, TableRow } from './table-read.rules.ts'

export interface ReadRequest {
  bytes: Uint8Array
  options: ReadOptions
}
export type ReadAnswer =
  | { kind: 'rows'; rows: TableRow[] }
  | { kind: 'table'; table: Omit<TableRead, 'rows'> }
  | { kind: 'problem'; code: FileProblemCode; values: FileProblem['values']; cause?: string }

/** What reading one file may cost: seconds, and megabytes of heap and of the process as a whole. */
export interface ReadingBudget {
  seconds: number
  heap: number
  process: number
}
const usualBudget: ReadingBudget = { seconds: 30, heap: 512, process: 900 }

/** How many files are read at the same time; others wait their turn. */
const places = 2
let free = places
const waiting: (() => void)[] = []

/**
 * Reads a CSV, TSV, text or XLSX file into a table, in a process of its own that is ended when it takes too long or too much memory, and that
 * has no access to the network, the environment or anything to write. The event loop is never held up.
 * Throws FileProblem with a code of the closed list.
 */
export async function readTable(
  bytes: Uint8Array,
  options: ReadOptions = {},
  budget: ReadingBudget = usualBudget,
): Promise<TableRead> {
  if (bytes.length === 0) throw new FileProblem('file-empty')
  if (bytes.length > uploadLimit) {
    throw new FileProblem('file-too-large', {
      megabytes: Math.ceil(bytes.length / 1e6),
      limit: uploadLimit / 1e6,
    })
  }
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await readInProcess({ bytes, options }, budget)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

/** Reads a table that was pasted as text, for example cells copied in Excel. As `readTable`. */
export function readPastedTable(text: string, options: ReadOptions = {}): Promise<TableRead> {
  return readTable(new TextEncoder().encode(text), { ...options, encoding: 'utf-8' })
}

function readInProcess(request: ReadRequest, budget: ReadingBudget): Promise<TableRead> {
  const child = startProcess(budget)
  return new Promise<TableRead>((resolve, reject) => {
    const rows: TableRow[] = []
    const watch = watchOver(child, budget, reject)
    child.on('message', (answer: ReadAnswer) => {
      if (answer.kind === 'rows') for (const row of answer.rows) rows.push(row)
      else if (answer.kind === 'table') resolve({ ...answer.table, rows })
      else reject(new FileProblem(answer.code, answer.values, { cause: answer.cause }))
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      watch.stop()
      // V8 aborts a process whose heap is full; after an answer this changes nothing.
      const outOfMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134
      reject(new FileProblem(outOfMemory ? 'file-takes-too-much-memory' : 'file-unreadable'))
    })
    child.send(request, (error) => error && reject(error))
  })
}

function startProcess(budget: ReadingBudget): ChildProcess {
  return fork(new URL('reading-process.ts', import.meta.url), {
    serialization: 'advanced',
    // The parser of strangers' files may read our code and nothing else: no writing, no processes, no network.
    execArgv: [`--max-old-space-size=${budget.heap}`, '--permission', '--allow-fs-read=*'],
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Ends the process when its time is over or, where the system tells (Linux), when it holds too much memory outside its heap. */
function watchOver(child: ChildProcess, budget: ReadingBudget, reject: (problem: FileProblem) => void) {
  const end = (problem: FileProblem): void => {
    reject(problem)
    child.kill('SIGKILL')
  }
  const clock = setTimeout(
    () => end(new FileProblem('file-takes-too-long', { seconds: budget.seconds })),
    budget.seconds * 1000,
  )
  const scale = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    if (kilobytes > budget.process * 1024) end(new FileProblem('file-takes-too-much-memory'))
  }, 100)
  return {
    stop: (): void => {
      clearTimeout(clock)
      clearInterval(scale)
    },
  }
}

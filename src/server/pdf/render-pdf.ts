import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import type { LanguageCode } from '#shared/languages.ts'

/** How a paper is written. `createdAt` makes the same data the same bytes. */
export interface PdfOptions {
  language: LanguageCode
  createdAt: Date
}
export interface PdfRequest {
  /** Path of a shipped template below `src`, such as `/modules/orders/paper.typ`. */
  template: string
  /** Values for the template, as JSON; it reads them with `paper-data()`. They are never parsed as markup. */
  data: string
  language: string
  createdAt: number
}
export type PdfAnswer =
  | { kind: 'ready' }
  | { kind: 'pdf'; bytes: Uint8Array }
  | { kind: 'mistake'; text: string }

/** What one paper may cost: seconds, and megabytes of the process that writes it. */
export interface PdfBudget {
  seconds: number
  megabytes: number
}
const usualBudget: PdfBudget = { seconds: 20, megabytes: 600 }
/** The process stays a while for the next paper, as loading fonts costs more than writing. */
const idleMilliseconds = 30_000

let writer: ChildProcess | null = null
let rest: NodeJS.Timeout | null = null
/** Papers are written one after the other; whoever asks waits for those before. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Renders a shipped Typst template with data as a tagged PDF, in a process of its own that is ended when it takes too long or too much
 * memory (docs/decisions/0025). Throws an Error when the template is wrong for the data: a fault of ours, never of the data's words.
 */
export function renderPdf(
  template: string,
  data: unknown,
  options: PdfOptions,
  budget: PdfBudget = usualBudget,
): Promise<Uint8Array> {
  const request: PdfRequest = {
    template,
    data: JSON.stringify(data),
    language: options.language,
    createdAt: Math.floor(options.createdAt.getTime() / 1000),
  }
  const turn = queue.then(() => write(request, budget))
  queue = turn.catch(() => undefined)
  return turn
}

function write(request: PdfRequest, budget: PdfBudget): Promise<Uint8Array> {
  if (rest) clearTimeout(rest)
  const child = writer ?? startWriter()
  writer = child
  child.ref()
  child.channel?.ref()
  return new Promise<Uint8Array>((resolve, reject) => {
    const watch = watchOver(child, budget, reject)
    const done = (): void => {
      watch.stop()
      child.removeListener('message', onAnswer)
      child.removeListener('exit', onExit)
      letRest(child)
    }
    const onAnswer = (answer: PdfAnswer): void => {
      if (answer.kind === 'ready') return
      done()
      if (answer.kind === 'pdf') resolve(answer.bytes)
      else reject(new Error(`The template ${request.template} cannot be written: ${answer.text}`))
    }
    const onExit = (): void => {
      done()
      if (writer === child) writer = null
      reject(new Error('The process that writes papers has ended.'))
    }
    child.on('message', onAnswer)
    child.on('exit', onExit)
    child.send(request, (error) => error && reject(error))
  })
}

/** Waits for the next paper without keeping the server alive, and ends after a while. */
function letRest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  if (child.exitCode !== null || child.killed) return
  rest = setTimeout(() => {
    if (writer === child) writer = null
    child.kill()
  }, idleMilliseconds)
  rest.unref()
}

function startWriter(): ChildProcess {
  return fork(new URL('pdf-process.ts', import.meta.url), {
    serialization: 'advanced',
    // It reads our templates and fonts and nothing else leaves or enters: no writing, no processes, no network.
    execArgv: ['--max-old-space-size=256', '--permission', '--allow-fs-read=*', '--allow-addons'],
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Ends the process when its time is over or, where the system tells (Linux), when it holds too much memory. */
function watchOver(child: ChildProcess, budget: PdfBudget, reject: (error: Error) => void) {
  const end = (why: string): void => {
    reject(new Error(why))
    if (writer === child) writer = null
    child.kill('SIGKILL')
  }
  const clock = setTimeout(
    () => end(`A paper took more than ${budget.seconds} seconds.`),
    budget.seconds * 1000,
  )
  const scale = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    if (kilobytes > budget.megabytes * 1024) end(`A paper took more than ${budget.megabytes} MB.`)
  }, 200)
  return {
    stop: (): void => {
      clearTimeout(clock)
      clearInterval(scale)
    },
  }
}

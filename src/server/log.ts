import pino from 'pino'
import type { Config } from './config.ts'
import type { Log } from './context.ts'

/** Structured lines on standard output, one JSON object each. */
export function openLog(config: Config): Log {
  return pino({ level: config.logLevel })
}

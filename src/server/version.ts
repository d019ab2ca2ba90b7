import { createRequire } from 'node:module'

const { version: current } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The version of this SoftMob, from package.json. */
export const version = current

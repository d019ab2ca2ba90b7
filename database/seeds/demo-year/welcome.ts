import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoPassword, demoSignIns } from '#modules/accounts/demo-sign-ins.ts'
import type { Services } from '#server/context.ts'
import { loadDemoYear } from './load-demo-year.ts'

/** Loads the demo year where it is missing; answers what a visitor has to know, for the console. */
export async function openDemo(services: Services): Promise<string> {
  const { config } = services
  const file = join(config.dataDirectory, 'tutor-link')
  const secret = (await loadDemoYear(services)) ?? (await readFile(file, 'utf8').catch(() => null))
  if (secret) await writeFile(file, secret, { mode: 0o600 })
  const people = demoSignIns.map(({ role, email }) => `  ${role.padEnd(12)} ${email}`)
  const link = secret ? [`  a tutor's personal link, no sign-in: ${config.publicUrl}/t/${secret}`] : []
  return ['', `Sign in with the password ${demoPassword} as`, ...people, ...link, '', ''].join('\n')
}

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#server/config.ts'
import { startServices } from '#server/start.ts'
import { loadDemoYear } from '../../database/seeds/demo-year/load-demo-year.ts'
import { databaseUrl, runAdmin, templates } from './databases.ts'
import setupDatabase from './global-database.ts'

/** As for the tests of the database, and a second template that holds the demo year. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let adminUrl = ''
  const stop = await setupDatabase({
    provide: (_name: string, value: string) => (adminUrl = value),
  } as unknown as TestProject)
  await runAdmin(adminUrl, `create database ${templates.demo} template ${templates.empty}`)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'softmob-demo-'))
  const config = readConfig({}, { dataDirectory, logLevel: 'silent', runJobs: false, demo: true })
  const running = await startServices(config, databaseUrl(adminUrl, templates.demo))
  await loadDemoYear(running.services)
  await running.stop()
  project.provide('adminUrl', adminUrl)
  return stop
}

import type { TestProject } from 'vitest/node'
import { migrate } from '#server/database/migrate.ts'
import { allJobs } from '#modules/all-jobs.ts'
import { openJobs } from '#server/jobs/jobs.ts'
import { startTestCluster } from './cluster.ts'
import { databaseUrl, runAdmin, templates } from './databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

/** One throw-away cluster for the whole run, with one migrated template database that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  await runAdmin(cluster.adminUrl, `create database ${templates.empty}`)
  const url = databaseUrl(cluster.adminUrl, templates.empty)
  await migrate(url)
  const jobs = openJobs(url, allJobs, { run: false })
  await jobs.prepare()
  await jobs.stop()
  project.provide('adminUrl', cluster.adminUrl)
  return () => cluster.stop()
}

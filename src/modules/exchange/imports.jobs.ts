import { job } from '#server/jobs/jobs.ts'
import { runCheck, runImport } from './run-import.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'import.check': { importId: string; version: number }
    'import.run': { importId: string; version: number }
  }
}

/** The dry run of an import. */
const check = job({
  name: 'import.check',
  retryLimit: 1,
  run: (services, { importId, version }) => runCheck(services, importId, version),
})

/** The import itself. */
const bring = job({
  name: 'import.run',
  retryLimit: 1,
  run: (services, { importId, version }) => runImport(services, importId, version),
})

export const importJobs = [check, bring]

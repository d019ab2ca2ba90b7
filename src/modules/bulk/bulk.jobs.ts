import { job } from '#server/jobs/jobs.ts'
import { runBulk } from './bulk.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'bulk.run': { bulkId: string }
  }
}

/** Works through an action on many mobilities. */
const run = job({ name: 'bulk.run', retryLimit: 2, run: (services, { bulkId }) => runBulk(services, bulkId) })

export const bulkJobs = [run]

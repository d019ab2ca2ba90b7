import { job } from '#server/jobs/jobs.ts'
import { writeToCompanies, type WritingJob } from './write-mails.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'availability.write': WritingJob
  }
}

/** Writes to the companies that are asked for places. */
const write = job({
  name: 'availability.write',
  retryLimit: 3,
  run: (services, data) => writeToCompanies(services, data),
})

export const availabilityJobs = [write]

import { job } from '#server/jobs/jobs.ts'
import { runPlan } from './plans.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'match.solve': { planId: string; organisationId: string; userId: string }
  }
}

/** Solves a match of many people. */
const solve = job({
  name: 'match.solve',
  retryLimit: 1,
  run: (services, data, { signal }) => runPlan(services, data, signal),
})

export const matchingJobs = [solve]

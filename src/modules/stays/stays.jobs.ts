import { job } from '#server/jobs/jobs.ts'
import { runPlan } from './room-plans.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'rooms.allocate': { planId: string; organisationId: string; userId: string }
  }
}

/** Looks for the rooms of many people. */
const allocate = job({
  name: 'rooms.allocate',
  retryLimit: 1,
  run: (services, data, { signal }) => runPlan(services, data, signal),
})

export const staysJobs = [allocate]

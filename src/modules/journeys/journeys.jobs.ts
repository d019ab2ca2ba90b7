import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { mailChange, type MovedJourneys } from './tell.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'journeys.tell': MovedJourneys
  }
}

/** Mails a changed arrival to those concerned, once for each change. */
const tell = job({
  name: 'journeys.tell',
  run: (services, moved) =>
    runAs(services, { kind: 'system', name: 'SoftMob' }, (context) => mailChange(context, moved)),
})

export const journeysJobs = [tell]

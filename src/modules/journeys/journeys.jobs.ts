import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { tellPickUps } from './tell-pick-ups.actions.ts'
import { mailChange, type MovedJourneys } from './tell.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'journeys.tell': MovedJourneys
    'journeys.tell-pick-ups': Record<string, never>
  }
}

/** Mails a changed arrival to those concerned, once for each change. */
const tell = job({
  name: 'journeys.tell',
  run: (services, moved) =>
    runAs(services, { kind: 'system', name: 'SoftMob' }, (context) => mailChange(context, moved)),
})

/** Mails what has become of the pick-ups that were changed, once their quiet time is over. */
const tellOfPickUps = job({
  name: 'journeys.tell-pick-ups',
  run: (services) => runAs(services, { kind: 'system', name: 'SoftMob' }, tellPickUps),
})

export const journeysJobs = [tell, tellOfPickUps]

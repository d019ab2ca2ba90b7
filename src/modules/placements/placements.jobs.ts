import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { followPlacements } from './follow-placements.actions.ts'
import { mailAbout, type Telling } from './mails.actions.ts'
import { turnsToNext } from './mails.store.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'placements.tell': Telling
    'placements.calendar': Record<string, never>
  }
}

const system = { kind: 'system', name: 'SoftMob' } as const

/** Mails a step to everybody concerned. */
const tell = job({
  name: 'placements.tell',
  run: (services, telling) => runAs(services, system, (context) => mailAbout(context, telling)),
})

/** Every morning: where the first of two companies is over, the record names the next one. */
const calendar = job({
  name: 'placements.calendar',
  schedule: '20 3 * * *',
  run: (services) =>
    runAs(services, system, async (context) =>
      followPlacements(context, await turnsToNext(context.db, todayOf(context))),
    ),
})

export const placementsJobs = [tell, calendar]

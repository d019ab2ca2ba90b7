import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { mailPacks } from './give-packs.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'departure-packs.mail': { mobilityIds: string[] }
  }
}

/** Mails packs that were given, after the giving is sure. */
const mail = job({
  name: 'departure-packs.mail',
  run: (services, { mobilityIds }) =>
    runAs(services, { kind: 'system', name: 'SoftMob' }, (context) => mailPacks(context, mobilityIds)),
})

export const departurePacksJobs = [mail]

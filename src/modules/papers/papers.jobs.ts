import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { writeAsking } from './ask.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'papers.ask': { organisationId: string; by: string; mobilityIds: string[] }
  }
}

/** Writes the mails that ask for missing papers. */
const ask = job({
  name: 'papers.ask',
  run: async (services, data) => {
    await runAs(services, { kind: 'system', name: data.by }, (context) => writeAsking(context, data))
  },
})

export const papersJobs = [ask]

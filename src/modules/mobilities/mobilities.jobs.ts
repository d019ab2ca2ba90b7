import { contextIn, runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { advance } from './advance.actions.ts'
import { movedByTheCalendar } from './lifecycle.store.ts'
import { mailProblem } from './problems.actions.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'problems.tell': { problemId: string }
    'mobilities.calendar': Record<string, never>
  }
}

const calendar = { kind: 'system', name: 'SoftMob' } as const

/** Mails a reported problem to those who look after the mobility. */
const tell = job({
  name: 'problems.tell',
  run: (services, { problemId }) => runAs(services, calendar, (context) => mailProblem(context, problemId)),
})

/** Every morning: mobilities that the new day moves on. Each piece is a transaction of its own. */
const moveOn = job({
  name: 'mobilities.calendar',
  schedule: '10 3 * * *',
  run: async (services) => {
    const size = 500
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const ids = await services.database.transaction({ kind: 'system' }, async (db) => {
        const context = contextIn(services, calendar, db)
        const found = await movedByTheCalendar(db, context.now.toISOString().slice(0, 10), after, size)
        await advance(context, found)
        return found
      })
      const last = ids.at(-1)
      if (!last || ids.length < size) return
      after = last
    }
  },
})

export const mobilitiesJobs = [tell, moveOn]

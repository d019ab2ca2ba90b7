import { addDays } from '#shared/dates.ts'
import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { reminderHorizon, remindOrganisation, remindPeople } from './reminders.actions.ts'
import { organisationsWithTasks, peopleWithTasks } from './reminders.store.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'reminders.sweep': Record<string, never>
    'reminders.organisation': { organisationId: string }
    'reminders.people': { personIds: string[] }
  }
}

const system = { kind: 'system', name: 'reminders' } as const

/** Every morning: one job per organisation and per thousand people who have something near. Safe to run twice. */
const sweep = job({
  name: 'reminders.sweep',
  schedule: '0 5 * * *',
  run: async (services) => {
    await runAs(services, system, async (context) => {
      const until = addDays(context.now.toISOString().slice(0, 10), reminderHorizon)
      for (const organisationId of await organisationsWithTasks(context.db, until))
        await context.enqueue('reminders.organisation', { organisationId })
      const people = await peopleWithTasks(context.db, until)
      for (let start = 0; start < people.length; start += 1000)
        await context.enqueue('reminders.people', { personIds: people.slice(start, start + 1000) })
    })
  },
})

const organisation = job({
  name: 'reminders.organisation',
  run: async (services, { organisationId }) => {
    await runAs(services, system, (context) => remindOrganisation(context, organisationId))
  },
})

const people = job({
  name: 'reminders.people',
  run: async (services, { personIds }) => {
    await runAs(services, system, (context) => remindPeople(context, personIds))
  },
})

export const reminderJobs = [sweep, organisation, people]

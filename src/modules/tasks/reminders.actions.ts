import { addDays, type Day } from '#shared/dates.ts'
import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { wordsIn } from '#server/words.ts'
import { dutyHolderOn } from '#modules/organisations/duty-holder.rules.ts'
import { quietDays, reminderFor, type Reminder } from './reminders.rules.ts'
import * as store from './reminders.store.ts'

/** How far ahead a reminder looks for tasks that became free. */
export const reminderHorizon = 60

interface Addressee {
  name: string
  email: string
  language: string
}

/** Mails the people of one organisation what is theirs to do: to the holder of each task's duty, or to whoever stands in. */
export async function remindOrganisation(context: Context, organisationId: string): Promise<number> {
  const today = context.now.toISOString().slice(0, 10)
  const tasks = await store.nearTasks(context.db, { organisationId }, addDays(today, reminderHorizon))
  const mailboxes = await store.mailboxesOf(context.db, organisationId)
  const byAddress = new Map<string, { to: Addressee; tasks: store.ReminderTask[] }>()
  for (const task of tasks) {
    const to = holderOf(mailboxes, task.duty, today)
    if (!to) continue
    const entry = byAddress.get(to.email) ?? { to, tasks: [] }
    entry.tasks.push(task)
    byAddress.set(to.email, entry)
  }
  return sendReminders(context, [...byAddress.values()], today, `/o/${organisationId}/today`)
}

/** Mails participants, guardians and accompanying persons what is theirs to do. */
export async function remindPeople(context: Context, personIds: readonly string[]): Promise<number> {
  const today = context.now.toISOString().slice(0, 10)
  const tasks = Map.groupBy(
    await store.nearTasks(context.db, { personIds }, addDays(today, reminderHorizon)),
    (task) => task.personId,
  )
  const addresses = await store.addressesOf(context.db, personIds)
  const byAddress = Map.groupBy(addresses, (one) => one.email)
  const entries = [...byAddress.values()].flatMap((same) => {
    const to = same[0]
    return to ? [{ to, tasks: same.flatMap((one) => tasks.get(one.id) ?? []) }] : []
  })
  return sendReminders(context, entries, today, '/me')
}

/** The mailbox for a duty on a day: its holder or substitute, else whoever coordinates. */
export function holderOf(
  mailboxes: readonly store.Mailbox[],
  duty: string | null,
  day: Day,
): Addressee | null {
  const named = mailboxes.filter((one) => one.duty !== null && one.duty === duty)
  const general = mailboxes.filter((one) => one.duty === null)
  for (const group of [named, general]) {
    const holders = group.map((one) => ({ ...one, id: one.email }))
    const answer = dutyHolderOn(holders, day)
    if (answer.kind !== 'nobody') return answer.holder
  }
  return general[0] ?? null
}

async function sendReminders(
  context: Context,
  entries: readonly { to: Addressee; tasks: store.ReminderTask[] }[],
  today: Day,
  path: string,
): Promise<number> {
  const last = await store.lastReminders(
    context.db,
    entries.map(({ to }) => to.email),
  )
  let sent = 0
  for (const { to, tasks } of entries) {
    const reminder = reminderFor(tasks, last.get(to.email) ?? null, today)
    if (!reminder || isStale(reminder, last.get(to.email) ?? null, today)) continue
    const count = reminder.late.length + reminder.dueSoon.length + reminder.newlyFree.length
    if (!(await store.takeReminder(context.db, to.email, today, count))) continue
    await handOver(context.services, context.db, await mailOf(context, to, reminder, count, path))
    sent += 1
  }
  return sent
}

/** Late tasks are told again every few days, not every morning. */
function isStale(reminder: Reminder<store.ReminderTask>, lastOn: Day | null, today: Day): boolean {
  return (
    lastOn !== null &&
    reminder.dueSoon.length === 0 &&
    reminder.newlyFree.length === 0 &&
    addDays(lastOn, quietDays) > today
  )
}

function mailOf(
  context: Context,
  to: Addressee,
  reminder: Reminder<store.ReminderTask>,
  count: number,
  path: string,
) {
  const language = spokenLanguage(to.language)
  return writeMail({
    to: to.email,
    language,
    kind: 'reminder',
    key: 'reminders:mail',
    values: { name: to.name, count },
    lines: [
      ...linesOf(reminder.late, 'late', language),
      ...linesOf(reminder.dueSoon, 'dueSoon', language),
      ...linesOf(reminder.newlyFree, 'newlyFree', language),
    ],
    action: { url: `${context.services.config.publicUrl}${path}` },
  })
}

/** One line per task and flow: thirty participants with the same task are one line. */
function linesOf(
  tasks: readonly store.ReminderTask[],
  group: 'late' | 'dueSoon' | 'newlyFree',
  language: LanguageCode,
): string[] {
  const t = wordsIn(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const same = Map.groupBy(tasks, (task) => `${task.key}|${task.flow ?? task.participant}`)
  return [...same.values()].slice(0, 25).map((group_) => {
    const first = group_[0]
    const title = first?.title ?? t(`tasks:task.${first?.key}.title`)
    const due = first?.due ? day.format(new Date(`${first.due}T00:00:00Z`)) : ''
    const whom =
      group_.length === 1
        ? (first?.participant ?? '')
        : t('reminders:mail.many', { count: group_.length, flow: first?.flow ?? '' })
    return t(`reminders:mail.${group}`, { title, whom, due })
  })
}

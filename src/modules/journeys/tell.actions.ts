import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { readersOf } from '#modules/mobilities/readers.store.ts'
import { holderOf } from '#modules/tasks/reminders.actions.ts'
import { mailboxesOf } from '#modules/tasks/reminders.store.ts'
import { organisationsOf } from './tell.store.ts'
import type { Direction } from './travel-means.rules.ts'

/** An arrival (or a start of the way back) that moved, and who moved it. */
export interface MovedJourneys {
  mobilityIds: string[]
  direction: Direction
  day: string
  time: string
  wasDay: string
  wasTime: string
  number: string
  byOrganisation: string | null
  byPeople: string[]
}

/** Mails a change once to each participant and guardian, and once to the sender and the host, but not to whoever made it. */
export async function mailChange(context: Context, moved: MovedJourneys): Promise<void> {
  const readers = await readersOf(context.db, moved.mobilityIds, todayOf(context))
  const byAddress = Map.groupBy(
    readers.filter(({ personId }) => !moved.byPeople.includes(personId)),
    ({ email }) => email.toLowerCase(),
  )
  for (const some of byAddress.values()) {
    const first = some[0]
    if (first) await send(context, moved, first, some, '/me', 'own')
  }
  for (const { id, hosting, people } of await organisationsOf(
    context.db,
    moved.mobilityIds,
    moved.byOrganisation,
  )) {
    const boxes = await mailboxesOf(context.db, id)
    const duty = hosting ? 'arrival' : 'administration'
    const to = holderOf(boxes, duty, todayOf(context))
    const path = `/o/${id}/arrivals?direction=${moved.direction}&from=${moved.day}`
    if (to)
      await send(
        context,
        moved,
        to,
        people.map((participant) => ({ participant })),
        path,
        'staff',
      )
  }
}

async function send(
  context: Context,
  moved: MovedJourneys,
  to: { email: string; language: string },
  people: readonly { participant: string }[],
  path: string,
  reader: 'own' | 'staff',
): Promise<void> {
  const language = spokenLanguage(to.language)
  const names = [...new Set(people.map(({ participant }) => participant))]
  const mail = await writeMail({
    to: to.email,
    language,
    kind: 'journey-moved',
    key: `journeys:mail.${reader}.${moved.direction}`,
    values: {
      name: names[0] ?? '',
      count: names.length,
      number: moved.number,
      now: moment(moved.day, moved.time, language),
      was: moment(moved.wasDay, moved.wasTime, language),
    },
    lines: reader === 'staff' ? names.slice(0, 100) : [],
    action: { url: `${context.services.config.publicUrl}${path}` },
  })
  await handOver(context.services, context.db, mail)
}

/** A wall clock in the reader's language; no zone moves it. */
export const moment = (day: string, time: string, language: LanguageCode): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(new Date(`${day}T${time}:00Z`))

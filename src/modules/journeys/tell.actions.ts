import { sql } from 'kysely'
import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { holderOf } from '#modules/tasks/reminders.actions.ts'
import { mailboxesOf } from '#modules/tasks/reminders.store.ts'
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

interface Reader {
  mobilityId: string
  participant: string
  email: string
  language: string
  personId: string
}

/** Mails a change once to each participant and guardian, and once to the sender and the host, but not to whoever made it. */
export async function mailChange(context: Context, moved: MovedJourneys): Promise<void> {
  const readers = await readersOf(context, moved.mobilityIds)
  const byAddress = Map.groupBy(
    readers.filter(({ personId }) => !moved.byPeople.includes(personId)),
    ({ email }) => email.toLowerCase(),
  )
  for (const some of byAddress.values()) {
    const first = some[0]
    if (first) await send(context, moved, first, some, '/me', 'own')
  }
  for (const { id, names } of await organisationsOf(context, moved)) {
    const boxes = await mailboxesOf(context.db, id)
    const duty = names.hosting ? 'arrival' : 'administration'
    const to = holderOf(boxes, duty, context.now.toISOString().slice(0, 10))
    const path = `/o/${id}/arrivals?direction=${moved.direction}&from=${moved.day}`
    if (to)
      await send(
        context,
        moved,
        to,
        names.people.map((participant) => ({ participant })),
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

/** Participants and guardians of these mobilities who have an address, with the name of the participant. */
export async function readersOf({ db }: Context, ids: readonly string[]): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select y.mobility_id as "mobilityId", trim(p.given_name || ' ' || p.family_name) as participant, coalesce(u.email, s.email) as email,
      coalesce(u.language, s.language) as language, s.id as "personId"
    from mobility_party y join person s on s.id = y.person_id join mobility m on m.id = y.mobility_id join person p on p.id = m.person_id
      left join identity."user" u on u.id = s.user_id
    where y.mobility_id = any (${[...ids]}::uuid[]) and y.role in ('participant', 'guardian') and coalesce(u.email, s.email, '') <> ''
    order by p.sort_name`.execute(db)
  return rows
}

async function organisationsOf({ db }: Context, moved: MovedJourneys) {
  const { rows } = await sql<{ id: string; hosting: boolean; people: string[] }>`
    select y.organisation_id as id, bool_or(y.role = 'hosting') as hosting,
      array_agg(distinct trim(p.given_name || ' ' || p.family_name)) as people
    from mobility_party y join mobility m on m.id = y.mobility_id join person p on p.id = m.person_id
    where y.mobility_id = any (${[...moved.mobilityIds]}::uuid[]) and y.role in ('sending', 'hosting')
      and y.organisation_id is distinct from ${moved.byOrganisation}::uuid
    group by y.organisation_id`.execute(db)
  return rows.map(({ id, hosting, people }) => ({ id, names: { hosting, people } }))
}

import { sql } from 'kysely'
import { spokenLanguage } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { done, refused, type Outcome } from './outcome.ts'

interface Reached {
  mobilityId: string
  email: string
  language: string
}

/** Mails the people of these mobilities, each address once; a mobility without any address is told. */
export async function messagePeople(
  context: Context,
  ids: readonly string[],
  message: { to: readonly PartyRole[]; subject: string; text: string },
): Promise<Outcome[]> {
  const people = await addresses(context, ids, message.to)
  const once = new Map(people.map((person) => [person.email.toLowerCase(), person]))
  const { name, organisationId } = memberOf(context.actor)
  const organisation = await context.db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  for (const person of once.values()) {
    const mail = await writeMail({
      to: person.email,
      language: spokenLanguage(person.language),
      kind: 'message',
      key: 'mail:message',
      values: {
        subject: message.subject,
        text: message.text,
        by: name,
        organisation: organisation?.name ?? '',
      },
    })
    await handOver(context.services, context.db, mail)
  }
  const reached = new Set(people.map(({ mobilityId }) => mobilityId))
  await recordEvents(
    context,
    [...reached].map((mobilityId) => ({
      type: 'mobility.message-sent',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      data: { subject: message.subject, to: message.to },
      audience: 'organisation' as const,
    })),
  )
  return ids.map((id) => (reached.has(id) ? done(id) : refused(id, 'no-address')))
}

async function addresses(
  { db }: Context,
  ids: readonly string[],
  to: readonly PartyRole[],
): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    select p.mobility_id as "mobilityId", s.email, s.language from mobility_party p join person s on s.id = p.person_id
    where p.mobility_id = any (${[...ids]}::uuid[]) and p.role = any (${[...to]}::text[]) and s.email <> ''
    union
    select c.mobility_id, c.email, coalesce(o.language, 'en') from mobility_contact c left join organisation o on o.id = c.organisation_id
    where c.mobility_id = any (${[...ids]}::uuid[]) and c.role = any (${[...to]}::text[]) and c.email <> ''
    union
    select p.mobility_id, o.email, o.language from mobility_party p join organisation o on o.id = p.organisation_id
    where p.mobility_id = any (${[...ids]}::uuid[]) and p.role = any (${[...to]}::text[]) and o.email <> ''
      and not exists (select from mobility_contact c where c.mobility_id = p.mobility_id and c.role = p.role and c.email <> '')`.execute(
    db,
  )
  return rows
}

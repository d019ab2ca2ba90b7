import { sql } from 'kysely'
import { spokenLanguage } from '#shared/languages.ts'
import { notFound } from '#shared/problems.ts'
import { labelOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { wordsIn } from '#server/words.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import type { PartyRole } from './party-roles.rules.ts'
import { rolesHeld } from './roles.store.ts'

/** Reports a problem: sending and hosting staff see it at once and are mailed. Answers the names of the institutions told. */
export async function reportProblem(
  context: Context,
  mobilityId: string,
  problem: { kind: string; text: string },
): Promise<{ id: string; told: string[] }> {
  const roles = await rolesHeld(context, mobilityId)
  const [role] = roles
  if (!role) throw notFound()
  const row = await context.db
    .insertInto('problem_report')
    .values({
      mobility_id: mobilityId,
      reporter_role: role,
      reporter_label: labelOf(context.actor),
      kind: problem.kind,
      text: problem.text,
      created_at: context.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(context, {
    type: 'mobility.problem-reported',
    subject: { kind: 'problem', id: row.id },
    mobilityId,
    data: { kind: problem.kind },
  })
  await context.enqueue('problems.tell', { problemId: row.id })
  return { id: row.id, told: await institutionsOf(context, mobilityId, roles) }
}

async function institutionsOf(
  { db }: Context,
  mobilityId: string,
  roles: readonly PartyRole[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('mobility_party as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['o.name', 'p.role'])
    .where('p.mobility_id', '=', mobilityId)
    .where('p.role', 'in', ['sending', 'hosting'])
    .orderBy('p.role', 'desc')
    .execute()
  return rows.filter((row) => !roles.includes(row.role as PartyRole)).map((row) => row.name)
}

interface Told {
  email: string
  language: string
  organisation: string
}

/** Mails the people who look after the mobility (emergency and mentor duties first, else coordinators and administrators). */
export async function mailProblem(context: Context, problemId: string): Promise<void> {
  const { rows: found } = await sql<{
    mobilityId: string
    kind: string
    text: string
    by: string
    participant: string
    number: number
  }>`
    select r.mobility_id as "mobilityId", r.kind, r.text, r.reporter_label as by, s.given_name || ' ' || s.family_name as participant, m.number
    from problem_report r join mobility m on m.id = r.mobility_id join person s on s.id = m.person_id where r.id = ${problemId}`.execute(
    context.db,
  )
  const [problem] = found
  if (!problem) return
  for (const person of await peopleToTell(context, problem.mobilityId)) {
    const language = spokenLanguage(person.language)
    const mail = await writeMail({
      to: person.email,
      language,
      kind: 'problem',
      key: 'record:mail.problem',
      values: {
        participant: problem.participant,
        by: problem.by,
        kind: wordsIn(language)(`record:problemKind.${problem.kind}`),
        text: problem.text,
      },
      action: {
        url: `${context.services.config.publicUrl}/o/${person.organisation}/mobilities/${problem.mobilityId}`,
      },
    })
    await handOver(context.services, context.db, mail)
  }
}

async function peopleToTell({ db, now }: Context, mobilityId: string): Promise<Told[]> {
  const today = now.toISOString().slice(0, 10)
  const { rows } = await sql<Told>`
    select distinct on (m.email) m.email, coalesce(u.language, 'en') as language, m.organisation_id as organisation
    from mobility_party p
    join membership m on m.organisation_id = p.organisation_id and m.ended_at is null
    left join identity."user" u on u.id = m.user_id
    where p.mobility_id = ${mobilityId} and p.role in ('sending', 'hosting') and m.roles && array['coordinator', 'mentor']
      and not (coalesce(m.absent_from, '-infinity'::date) <= ${today}::date and coalesce(m.absent_until, 'infinity'::date) >= ${today}::date
        and (m.absent_from is not null or m.absent_until is not null))`.execute(db)
  return rows
}

import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { AnswerState } from './availability.rules.ts'

export interface AskRow {
  id: string
  organisationId: string
  name: string
  startsOn: Day
  endsOn: Day
  answerBy: Day | null
  message: string | null
  language: string
  createdBy: string
  createdAt: Date
  companies: number
  answered: number
  open: number
  places: number
}

export interface AnswerRow {
  companyId: string
  company: string
  town: string | null
  name: string
  email: string | null
  state: AnswerState
  askedAt: Date | null
  remindedAt: Date | null
  reminders: number
  places: number | null
  title: string | null
  tasks: string | null
  workingHours: string | null
  note: string | null
  answeredAt: Date | null
  answeredBy: string | null
  positionId: string | null
  /** Open positions that the answer may speak of. */
  there: SameWork[]
}

export interface SameWork {
  positionId: string
  title: string
  startsOn: Day | null
  endsOn: Day | null
  places: number
}

export interface AnswerInput {
  places: number
  title: string | null
  tasks: string | null
  workingHours: string | null
  note: string | null
}

const asks = (condition: ReturnType<typeof sql>) => sql`
  select a.id, a.organisation_id as "organisationId", a.name, a.starts_on as "startsOn", a.ends_on as "endsOn", a.answer_by as "answerBy",
    a.message, a.language, a.created_by as "createdBy", a.created_at as "createdAt", n.*
  from availability_ask a cross join lateral (
    select count(*)::int as companies, count(*) filter (where state in ('places', 'none'))::int as answered,
      count(*) filter (where state in ('waiting', 'asked'))::int as open, coalesce(sum(r.places), 0)::int as places
    from availability_answer r where r.ask_id = a.id
  ) n
  where ${condition}`

export async function listAsks(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: AskRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'moment', 'id')
  const { rows } = await sql<AskRow>`${asks(sql`a.organisation_id = ${organisationId}
      ${after ? sql`and (a.created_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}`)}
    order by a.created_at desc, a.id desc limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.createdAt.toISOString(), last.id])
}

export async function findAsk(db: Db, organisationId: string, id: string): Promise<AskRow | undefined> {
  const { rows } = await sql<AskRow>`${asks(
    sql`a.organisation_id = ${organisationId} and a.id = ${id}::uuid`,
  )}`.execute(db)
  return rows[0]
}

const answerColumns = sql`r.company_id as "companyId", o.name as company, o.town, r.name, r.email, r.state, r.asked_at as "askedAt",
  r.reminded_at as "remindedAt", r.reminders, r.places, r.title, r.tasks, r.working_hours as "workingHours", r.note,
  r.answered_at as "answeredAt", r.answered_by as "answeredBy", r.position_id as "positionId"`

/**
 * Positions that an answer may speak of while none was made of it: open in the period, of its title (else of the question's name, as a new one
 * would be called) or of the field of the company's card. Those of the same title come first.
 */
const there = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('positionId', p.id, 'title', p.title, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'places', p.places)
    order by p.same desc, p.starts_on nulls first, p.id), '[]')
  from (
    select i.*, app.plain(i.title) = app.plain(coalesce(nullif(trim(r.title), ''), a.name)) as same from position i
    where i.organisation_id = r.organisation_id and i.company_id = r.company_id and i.archived_at is null
      and daterange(i.starts_on, i.ends_on, '[]') && daterange(a.starts_on, a.ends_on, '[]')
  ) p
  where r.state = 'places' and r.position_id is null and (p.same or p.field = (
    select c.field from company_card c where c.organisation_id = r.organisation_id and c.company_id = r.company_id
  ))
)`

/** The answers to one question: those with places first, then those still to come. */
export async function answersOf(db: Db, askId: string, companyIds?: readonly string[]): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select ${answerColumns}, ${there} as there from availability_answer r join organisation o on o.id = r.company_id
      join availability_ask a on a.id = r.ask_id
    where r.ask_id = ${askId}::uuid ${companyIds ? sql`and r.company_id = any (${[...companyIds]}::uuid[])` : sql``}
    order by array_position(array['places', 'no-address', 'asked', 'waiting', 'none'], r.state), app.plain(o.name), o.id`.execute(
    db,
  )
  return rows
}

/** Companies of the register that can be asked, with whom to write to. */
export async function reachables(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
): Promise<{ id: string; name: string; email: string | null; tutors: { name: string; email: string }[] }[]> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string | null
    tutors: { name: string; email: string }[]
  }>`
    select o.id, o.name, o.email, coalesce(c.tutors, '[]') as tutors
    from partnership w join organisation o on o.id = w.partner_id
      left join company_card c on c.organisation_id = w.organisation_id and c.company_id = w.partner_id
    where w.organisation_id = ${organisationId} and w.kind = 'company' and w.ended_at is null
      and o.id = any (${[...companyIds]}::uuid[])`.execute(db)
  return rows
}

export async function insertAsk(
  db: Db,
  organisationId: string,
  ask: Pick<AskRow, 'name' | 'startsOn' | 'endsOn' | 'answerBy' | 'message' | 'language'>,
  companies: readonly { id: string; name: string; email: string | null }[],
  by: string,
  now: Date,
): Promise<string> {
  const { id } = await db
    .insertInto('availability_ask')
    .values({
      organisation_id: organisationId,
      name: ask.name,
      starts_on: ask.startsOn,
      ends_on: ask.endsOn,
      answer_by: ask.answerBy,
      message: ask.message,
      language: ask.language,
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (companies.length > 0)
    await db
      .insertInto('availability_answer')
      .values(
        companies.map((company) => ({
          ask_id: id,
          organisation_id: organisationId,
          company_id: company.id,
          name: company.name,
          email: company.email,
          state: company.email ? 'waiting' : 'no-address',
        })),
      )
      .execute()
  return id
}

/** Notes that these were written to, the first time or again. */
export async function markAsked(
  db: Db,
  askId: string,
  companyIds: readonly string[],
  reminder: boolean,
  now: Date,
): Promise<void> {
  await sql`update availability_answer set state = 'asked', version = version + 1,
      ${reminder ? sql`reminded_at = ${now}, reminders = reminders + 1` : sql`asked_at = ${now}`}
    where ask_id = ${askId}::uuid and company_id = any (${[...companyIds]}::uuid[]) and state in ('waiting', 'asked')`.execute(
    db,
  )
}

/** Saves what a company said; false where it was not asked. */
export async function saveAnswer(
  db: Db,
  key: { askId: string; companyId: string; organisationId: string },
  answer: AnswerInput,
  by: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update availability_answer set state = ${answer.places > 0 ? 'places' : 'none'}, places = ${answer.places}, title = ${answer.title},
      tasks = ${answer.tasks}, working_hours = ${answer.workingHours}, note = ${answer.note}, answered_at = ${now}, answered_by = ${by},
      version = version + 1
    where ask_id = ${key.askId}::uuid and company_id = ${key.companyId}::uuid and organisation_id = ${key.organisationId}::uuid
    returning 1`.execute(db)
  return rows.length > 0
}

/** Holds a question until the end of the transaction: two who take its answers over at once do not make every position twice. */
export async function lockAsk(db: Db, askId: string): Promise<void> {
  await sql`select from availability_ask where id = ${askId}::uuid for update`.execute(db)
}

/** Which position each answer became. */
export async function rememberPositions(
  db: Db,
  askId: string,
  made: readonly { companyId: string; positionId: string }[],
): Promise<void> {
  await sql`update availability_answer r set position_id = t.position, version = version + 1
    from unnest(${made.map(({ companyId }) => companyId)}::uuid[], ${made.map(({ positionId }) => positionId)}::uuid[]) t (company, position)
    where r.ask_id = ${askId}::uuid and r.company_id = t.company`.execute(db)
}

export interface OwnAsk extends AnswerInput {
  id: string
  asker: string
  name: string
  startsOn: Day
  endsOn: Day
  answerBy: Day | null
  message: string | null
  state: AnswerState
  positionId: string | null
}

/** What one asker wants to know of a company: questions whose period is not over. */
export async function ownAsks(db: Db, companyId: string, askerId: string, today: Day): Promise<OwnAsk[]> {
  const { rows } = await sql<OwnAsk>`
    select a.id, o.name as asker, a.name, a.starts_on as "startsOn", a.ends_on as "endsOn", a.answer_by as "answerBy", a.message, r.state,
      r.places, r.title, r.tasks, r.working_hours as "workingHours", r.note, r.position_id as "positionId"
    from availability_answer r join availability_ask a on a.id = r.ask_id join organisation o on o.id = a.organisation_id
    where r.company_id = ${companyId}::uuid and a.organisation_id = ${askerId}::uuid and a.ends_on >= ${today}::date
    order by a.starts_on, a.id limit 20`.execute(db)
  return rows
}

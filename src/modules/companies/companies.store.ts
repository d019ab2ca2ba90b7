import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { CheckDone, CheckKind } from './checks.rules.ts'
import type { cardInput, checkInput } from './companies.shapes.contract.ts'

type Card = z.output<typeof cardInput>

/** A lateral of `average` (of the marks of each rating, then of the ratings; one decimal) and `ratings`, their number. */
export const ratingOf = (organisation: RawBuilder<unknown>, company: RawBuilder<unknown>) => sql`(
  select round(avg(a.mean), 1)::float8 as average, count(*)::int as ratings
  from company_rating g
    cross join lateral (
      select avg(v) as mean from unnest(array[g.response_time, g.communication, g.tutoring, g.fit, g.problem_solving]) v
    ) a
  where g.organisation_id = ${organisation} and g.company_id = ${company}
)`

/** Conditions that every word of a search stands somewhere in a searchable column, without accents and case. */
export function likeWords(column: RawBuilder<unknown>, search: string | undefined): RawBuilder<unknown>[] {
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 10)
  const like = (word: string): string => word.replaceAll(/[\\%_]/g, String.raw`\$&`)
  return words.length === 0
    ? [sql``]
    : words.map((word) => sql`and ${column} like '%' || app.plain(${like(word)}) || '%'`)
}

interface CompanyRow extends Omit<Required<{ [K in keyof Card]: NonNullable<Card[K]> | null }>, 'version'> {
  id: string
  name: string
  town: string | null
  country: string | null
  email: string | null
  phone: string | null
  archived: boolean
  average: number | null
  ratings: number
  version: number
}

/** One company of the register with its card; an empty card has version 0. */
export async function findCompany(
  db: Db,
  organisationId: string,
  companyId: string,
): Promise<CompanyRow | undefined> {
  const { rows } = await sql<CompanyRow>`
    select o.id, o.name, o.town, o.country, o.email, o.phone, c.field, coalesce(c.occupations, '{}') as occupations, c.employees,
      coalesce(c.languages, '{}') as languages, c.minimum_age as "minimumAge", c.accessible,
      c.protective_equipment as "protectiveEquipment", c.canteen, c.insurance, c.contract_until as "contractUntil",
      c.last_visit as "lastVisit", c.most_trainees as "mostTrainees",
      c.employees_per_trainee as "employeesPerTrainee", coalesce(c.rest_days, 0) as "restDays", c.rating,
      coalesce(c.sites, '[]') as sites, coalesce(c.tutors, '[]') as tutors, c.note, coalesce(c.version, 0) as version,
      w.ended_at is not null as archived, r.average, r.ratings
    from partnership w join organisation o on o.id = w.partner_id
      left join company_card c on c.organisation_id = w.organisation_id and c.company_id = w.partner_id
      cross join lateral ${ratingOf(sql`w.organisation_id`, sql`w.partner_id`)} r
    where w.organisation_id = ${organisationId} and w.kind = 'company' and o.id = ${companyId}::uuid`.execute(
    db,
  )
  return rows[0]
}

/** Saves a card that is still as it was read; false where somebody else was quicker. */
export async function saveCard(
  db: Db,
  organisationId: string,
  companyId: string,
  card: Card,
  version: number,
  now: Date,
): Promise<boolean> {
  const values = {
    field: card.field ?? null,
    occupations: card.occupations,
    employees: card.employees ?? null,
    languages: card.languages,
    minimum_age: card.minimumAge ?? null,
    accessible: card.accessible ?? null,
    protective_equipment: card.protectiveEquipment ?? null,
    canteen: card.canteen ?? null,
    insurance: card.insurance ?? null,
    contract_until: card.contractUntil ?? null,
    last_visit: card.lastVisit ?? null,
    most_trainees: card.mostTrainees ?? null,
    employees_per_trainee: card.employeesPerTrainee ?? null,
    rest_days: card.restDays,
    rating: card.rating ?? null,
    sites: JSON.stringify(card.sites),
    tutors: JSON.stringify(card.tutors),
    note: card.note ?? null,
    updated_at: now,
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('company_card')
    .values({ organisation_id: organisationId, company_id: companyId, ...values })
    .onConflict((c) =>
      c
        .columns(['organisation_id', 'company_id'])
        .doUpdateSet((e) => ({ ...values, version: e('company_card.version', '+', 1) }))
        .where('company_card.version', '=', version),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}

interface CheckRow extends CheckDone {
  checkedOn: Day
  fileId: string | null
  note: string | null
  checkedBy: string
}

export async function checksOf(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
): Promise<(CheckRow & { companyId: string })[]> {
  const { rows } = await sql<CheckRow & { companyId: string }>`
    select company_id as "companyId", check_key as key, state, checked_on as "checkedOn", valid_until as "validUntil",
      file_id as "fileId", note, checked_by as "checkedBy"
    from company_check where organisation_id = ${organisationId} and company_id = any (${[...companyIds]}::uuid[])`.execute(
    db,
  )
  return rows
}

export async function saveCheck(
  db: Db,
  key: { organisationId: string; companyId: string; check: string },
  check: z.output<typeof checkInput> | null,
  by: string,
  now: Date,
): Promise<void> {
  if (check === null) {
    await sql`delete from company_check where organisation_id = ${key.organisationId} and company_id = ${key.companyId}::uuid
      and check_key = ${key.check}`.execute(db)
    return
  }
  await sql`
    insert into company_check (organisation_id, company_id, check_key, state, checked_on, valid_until, file_id, note, checked_by, updated_at)
    values (${key.organisationId}, ${key.companyId}::uuid, ${key.check}, ${check.state}, ${check.checkedOn}, ${check.validUntil ?? null},
      ${check.fileId ?? null}, ${check.note ?? null}, ${by}, ${now})
    on conflict (organisation_id, company_id, check_key) do update set state = excluded.state, checked_on = excluded.checked_on,
      valid_until = excluded.valid_until, file_id = excluded.file_id, note = excluded.note, checked_by = excluded.checked_by,
      updated_at = excluded.updated_at`.execute(db)
}

export interface CardInMatch {
  companyId: string
  field: string | null
  minimumAge: number | null
  accessible: boolean | null
  /** Average of what was said after mobilities, else as the card says. */
  rating: number | null
  employees: number | null
  mostTrainees: number | null
  employeesPerTrainee: number | null
  restDays: number
}

/** What a match asks of the cards of these companies. */
export async function cardsOf(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
): Promise<CardInMatch[]> {
  const { rows } = await sql<CardInMatch>`
    select i.id as "companyId", c.field, c.minimum_age as "minimumAge", c.accessible, coalesce(r.average, c.rating) as rating,
      c.employees, c.most_trainees as "mostTrainees", c.employees_per_trainee as "employeesPerTrainee",
      coalesce(c.rest_days, 0) as "restDays"
    from unnest(${[...companyIds]}::uuid[]) i (id)
      left join company_card c on c.company_id = i.id and c.organisation_id = ${organisationId}
      cross join lateral ${ratingOf(sql`${organisationId}::uuid`, sql`i.id`)} r
    where c.company_id is not null or r.ratings > 0`.execute(db)
  return rows
}

/** The organisation's own list of checks, if it has one. */
export async function ownChecks(
  db: Db,
  organisationId: string,
): Promise<{ checks: CheckKind[]; version: number } | undefined> {
  const { rows } = await sql<{ checks: CheckKind[]; version: number }>`
    select checks, version from check_list where organisation_id = ${organisationId}`.execute(db)
  return rows[0]
}

/** Saves the list where it is still as it was read. */
export async function saveChecks(
  db: Db,
  organisationId: string,
  checks: readonly CheckKind[],
  version: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into check_list (organisation_id, checks, updated_at) values (${organisationId}, ${JSON.stringify(checks)}::jsonb, ${now})
    on conflict (organisation_id) do update set checks = excluded.checks, version = check_list.version + 1, updated_at = excluded.updated_at
      where check_list.version = ${version}
    returning 1`.execute(db)
  return rows.length > 0
}

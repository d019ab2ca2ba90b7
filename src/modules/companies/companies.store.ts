import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { decodeCursor, encodeCursor } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { CheckDone, CheckKind } from './checks.rules.ts'
import type { cardInput, checkInput } from './companies.shapes.contract.ts'

type Card = z.output<typeof cardInput>

interface CompanyItem {
  id: string
  name: string
  town: string | null
  country: string | null
  field: string | null
  rating: number | null
  lastVisit: Day | null
  positions: number
  places: number
  checks: CheckDone[]
}

/** Companies that the organisation works with. */
const ofRegister = (organisationId: string) =>
  sql`partnership w join organisation o on o.id = w.partner_id
    left join company_card c on c.organisation_id = w.organisation_id and c.company_id = w.partner_id
    where w.organisation_id = ${organisationId} and w.kind = 'company' and w.ended_at is null`

/** One page of the register by plain name. */
export async function listCompanies(
  db: Db,
  organisationId: string,
  filter: { q?: string | undefined; country?: string | undefined; field?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: CompanyItem[]; next: string | null }> {
  const after = page.cursor === undefined ? null : decodeCursor(page.cursor, 2)
  const { rows } = await sql<CompanyItem & { sortName: string }>`
    select f.*, p.positions, p.places, k.checks from (
      select o.id, o.name, o.town, o.country, c.field, c.rating, c.last_visit as "lastVisit", app.plain(o.name) as "sortName"
      from ${ofRegister(organisationId)}
        ${sql.join(likeWords(sql`o.search`, filter.q), sql` `)}
        ${filter.country ? sql`and o.country = ${filter.country}` : sql``}
        ${filter.field ? sql`and c.field like ${`${filter.field}%`}` : sql``}
        ${after ? sql`and (app.plain(o.name), o.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
      order by app.plain(o.name), o.id limit ${page.limit + 1}
    ) f
    cross join lateral (
      select count(*)::int as positions, coalesce(sum(places), 0)::int as places from position
      where organisation_id = ${organisationId} and company_id = f.id and archived_at is null
    ) p
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('key', check_key, 'state', state, 'validUntil', valid_until)), '[]') as checks
      from company_check where organisation_id = ${organisationId} and company_id = f.id
    ) k
    order by f."sortName", f.id`.execute(db)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return { items, next: rows.length > page.limit && last ? encodeCursor([last.sortName, last.id]) : null }
}

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
      c.last_visit as "lastVisit", c.most_trainees as "mostTrainees", coalesce(c.rest_days, 0) as "restDays", c.rating,
      coalesce(c.sites, '[]') as sites, coalesce(c.tutors, '[]') as tutors, c.note, coalesce(c.version, 0) as version
    from ${ofRegister(organisationId)} and o.id = ${companyId}::uuid`.execute(db)
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

/** What a match asks of the cards of these companies. */
export async function cardsOf(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
): Promise<
  {
    companyId: string
    field: string | null
    minimumAge: number | null
    accessible: boolean | null
    rating: number | null
    mostTrainees: number | null
  }[]
> {
  return db
    .selectFrom('company_card')
    .select([
      'company_id as companyId',
      'field',
      'minimum_age as minimumAge',
      'accessible',
      'rating',
      'most_trainees as mostTrainees',
    ])
    .where('organisation_id', '=', organisationId)
    .where('company_id', '=', (e) => e.fn.any(e.val([...companyIds])))
    .execute()
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

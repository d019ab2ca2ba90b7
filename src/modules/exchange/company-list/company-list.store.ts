import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { positionKey, type ListedCompany } from './read-list.rules.ts'

/** Keys of the positions that these companies have already. */
export async function knownPositions(
  db: Db,
  organisationId: string,
  companyIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ companyId: string; title: string; startsOn: Day | null; endsOn: Day | null }>`
    select company_id as "companyId", title, starts_on as "startsOn", ends_on as "endsOn" from position
    where organisation_id = ${organisationId} and company_id = any (${[...companyIds]}::uuid[])`.execute(db)
  return new Set(rows.map((row) => positionKey(row.companyId, row)))
}

/** Fills in what cards and companies do not say yet; what somebody wrote down stays. */
export async function fillCards(
  db: Db,
  organisationId: string,
  companies: readonly (ListedCompany & { id: string })[],
  now: Date,
): Promise<void> {
  const data = JSON.stringify(
    companies.map(({ tutor, ...one }) => ({ ...one, tutors: tutor ? [tutor] : [] })),
  )
  const listed = sql`jsonb_to_recordset(${data}::jsonb) as t (id uuid, address text, phone text, email text, website text, town text,
    country text, field text, employees integer, languages text[], "minimumAge" integer, "mostTrainees" integer, tutors jsonb, note text)`
  await sql`
    insert into company_card (organisation_id, company_id, field, employees, languages, minimum_age, most_trainees, tutors, note, updated_at)
    select ${organisationId}, t.id, t.field, t.employees, coalesce(t.languages, '{}'), t."minimumAge", t."mostTrainees", t.tutors, t.note, ${now}
    from ${listed}
    on conflict (organisation_id, company_id) do update set field = coalesce(company_card.field, excluded.field),
      employees = coalesce(company_card.employees, excluded.employees),
      languages = case when company_card.languages = '{}' then excluded.languages else company_card.languages end,
      minimum_age = coalesce(company_card.minimum_age, excluded.minimum_age),
      most_trainees = coalesce(company_card.most_trainees, excluded.most_trainees),
      tutors = case when company_card.tutors = '[]' then excluded.tutors else company_card.tutors end,
      note = coalesce(company_card.note, excluded.note), updated_at = excluded.updated_at, version = company_card.version + 1
      where (company_card.field is null and excluded.field is not null) or (company_card.employees is null and excluded.employees is not null)
        or (company_card.languages = '{}' and excluded.languages <> '{}') or (company_card.minimum_age is null and excluded.minimum_age is not null)
        or (company_card.most_trainees is null and excluded.most_trainees is not null)
        or (company_card.tutors = '[]' and excluded.tutors <> '[]') or (company_card.note is null and excluded.note is not null)`.execute(
    db,
  )
  await sql`
    update organisation o set address = coalesce(o.address, t.address), phone = coalesce(o.phone, t.phone), email = coalesce(o.email, t.email),
      website = coalesce(o.website, t.website), town = coalesce(o.town, t.town), country = coalesce(o.country, t.country), updated_at = ${now},
      version = o.version + 1
    from ${listed}
    where o.id = t.id and o.kept_by = ${organisationId} and o.claimed_at is null
      and ((o.address is null and t.address is not null) or (o.phone is null and t.phone is not null) or (o.email is null and t.email is not null)
        or (o.website is null and t.website is not null) or (o.town is null and t.town is not null) or (o.country is null and t.country is not null))`.execute(
    db,
  )
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface AccountValues {
  holder: string
  iban: string
  bic: string | null
}

export const findOrganisationAccount = (db: Db, organisationId: string, options: { lock?: boolean } = {}) =>
  db
    .selectFrom('organisation_account')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()

export async function saveOrganisationAccount(
  db: Db,
  organisationId: string,
  values: AccountValues,
  now: Date,
): Promise<void> {
  await sql`insert into organisation_account (organisation_id, holder, iban, bic, updated_at)
    values (${organisationId}, ${values.holder}, ${values.iban}, ${values.bic}, ${now})
    on conflict (organisation_id) do update set holder = excluded.holder, iban = excluded.iban, bic = excluded.bic,
      version = organisation_account.version + 1, updated_at = excluded.updated_at`.execute(db)
}

export const findPersonAccount = (db: Db, personId: string, options: { lock?: boolean } = {}) =>
  db
    .selectFrom('bank_account')
    .selectAll()
    .where('person_id', '=', personId)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()

export async function savePersonAccount(
  db: Db,
  key: { personId: string; organisationId: string },
  values: AccountValues & { holderKind: string; by: string },
  now: Date,
): Promise<void> {
  await sql`insert into bank_account (person_id, organisation_id, holder, holder_kind, iban, bic, entered_by, updated_at)
    values (${key.personId}, ${key.organisationId}, ${values.holder}, ${values.holderKind}, ${values.iban}, ${values.bic}, ${values.by}, ${now})
    on conflict (person_id) do update set holder = excluded.holder, holder_kind = excluded.holder_kind, iban = excluded.iban,
      bic = excluded.bic, entered_by = excluded.entered_by, version = bank_account.version + 1, updated_at = excluded.updated_at`.execute(
    db,
  )
}

/** A person's file in the organisation. */
export const findOwnPerson = (db: Db, organisationId: string, personId: string) =>
  db
    .selectFrom('person')
    .select(['id', 'birth_date', 'organisation_id'])
    .where('id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()

/** One of these people, or a minor in the care of one of them. */
export async function findPersonInCare(db: Db, personIds: readonly string[], personId: string) {
  const { rows } = await sql<{ id: string; birth_date: string | null; organisation_id: string }>`
    select p.id, p.birth_date, p.organisation_id from person p where p.id = ${personId}::uuid and (p.id = any (${[...personIds]}::uuid[])
      or exists (select from guardianship g where g.minor_id = p.id and g.guardian_id = any (${[...personIds]}::uuid[])))`.execute(
    db,
  )
  return rows[0]
}

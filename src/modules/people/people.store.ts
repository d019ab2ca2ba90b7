import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Page } from '#shared/pages.ts'
import type { Db } from '#server/database/database.ts'
import type { Person } from '#server/database/schema.ts'
import { minorsBornAfter, type PersonFields, type PersonField } from './people.rules.ts'

/** Whose files are asked for. `namedIn`: only people in mobilities that name this membership. */
export interface PeopleScope {
  organisationId: string
  namedIn: string | null
}

export interface PeopleFilter {
  search?: string | undefined
  kind?: readonly string[] | undefined
  minor?: boolean | undefined
  withoutGuardian?: boolean | undefined
}

const columns = {
  kind: 'kind',
  givenName: 'given_name',
  familyName: 'family_name',
  birthDate: 'birth_date',
  gender: 'gender',
  nationality: 'nationality',
  email: 'email',
  phone: 'phone',
  address: 'address',
  town: 'town',
  country: 'country',
  language: 'language',
  studentNumber: 'student_number',
  schoolClass: 'school_class',
  emergencyName: 'emergency_name',
  emergencyPhone: 'emergency_phone',
} as const satisfies Record<PersonField, keyof Person>

export type PersonRow = Selectable<Person>
export type PersonColumns = Omit<Partial<Selectable<Person>>, 'search' | 'sort_name'>

/** A row's fields under the names of the contract. */
export function fieldsOf(row: PersonRow): PersonFields {
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [field, row[column]]),
  ) as unknown as PersonFields
}

/** Fields under the names of the table; absent ones stay untouched. */
export function columnsOf(fields: { [F in PersonField]?: unknown }): PersonColumns {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [columns[field as PersonField], value]),
  )
}

const inScope = (scope: PeopleScope) => sql<boolean>`(person.organisation_id = ${scope.organisationId} and (
  ${scope.namedIn}::uuid is null or person.id in (
    select m.person_id from mobility_party p join mobility m on m.id = p.mobility_id where p.membership_id = ${scope.namedIn}
    union
    select g.guardian_id from mobility_party p join mobility m on m.id = p.mobility_id
      join guardianship g on g.minor_id = m.person_id where p.membership_id = ${scope.namedIn}
  )))`

const hasGuardian = sql<boolean>`exists (select from guardianship g where g.minor_id = person.id)`

/**
 * One page of files by plain family name, then given name. The order is that of code points of the unaccented lower-case
 * name: one index range on any server, whatever collations it has; it differs from a language's own order only between
 * letters that the language sorts apart from their plain form (Å in Danish).
 */
export async function listPeople(
  db: Db,
  scope: PeopleScope,
  filter: PeopleFilter,
  page: { limit: number; cursor?: string | undefined },
  today: Day,
): Promise<Page<Awaited<ReturnType<typeof selectItems>>[number]>> {
  const rows = await selectItems(db, scope, filter, page, today)
  return cutPage(rows, page.limit, (last) => [last.sortName ?? '', last.id])
}

function selectItems(
  db: Db,
  scope: PeopleScope,
  filter: PeopleFilter,
  page: { limit: number; cursor?: string | undefined },
  today: Day,
) {
  const after = placeIn(page.cursor, 'text', 'id')
  const search = filter.search?.trim() ?? ''
  const adultsUntil = minorsBornAfter(today)
  return (
    db
      .selectFrom('person')
      .select([
        'id',
        'kind',
        'given_name as givenName',
        'family_name as familyName',
        'birth_date as birthDate',
        'email',
        'phone',
        'language',
        'student_number as studentNumber',
        'school_class as schoolClass',
        'sort_name as sortName',
        'version',
        sql<boolean>`user_id is not null`.as('hasAccount'),
        sql<number>`(select count(*) from guardianship g where g.minor_id = person.id)`.as('guardians'),
        sql<number>`(select count(*) from mobility m where m.person_id = person.id)`.as('mobilities'),
      ])
      .where(inScope(scope))
      .$if(search !== '' && scope.namedIn === null, (q) =>
        q.where(sql<boolean>`person.id in (select app.people_found(${patternsOf(search)}::text[], ${filter.kind ? [...filter.kind] : null}::text[],
        ${filter.minor === true ? adultsUntil : null}::date, ${filter.minor === false ? adultsUntil : null}::date,
        ${filter.withoutGuardian === undefined ? null : !filter.withoutGuardian}::boolean,
        ${after?.[0] ?? null}::text, ${after?.[1] ?? null}::uuid, ${page.limit + 1}::integer))`),
      )
      // The few people of an accompanying person need no index.
      .$if(search !== '' && scope.namedIn !== null, (q) => q.where(matches(search)))
      .$if(filter.kind !== undefined && filter.kind.length > 0, (q) =>
        q.where('kind', 'in', filter.kind ?? []),
      )
      .$if(filter.minor === true, (q) => q.where('birth_date', '>', adultsUntil))
      .$if(filter.minor === false, (q) => q.where('birth_date', '<=', adultsUntil))
      .$if(filter.withoutGuardian === true, (q) => q.where(sql<boolean>`not ${hasGuardian}`))
      .$if(filter.withoutGuardian === false, (q) => q.where(hasGuardian))
      .$if(after !== null, (q) =>
        q.where(sql<boolean>`(sort_name, id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
      )
      .orderBy('sort_name')
      .orderBy('id')
      .limit(page.limit + 1)
      .execute()
  )
}

const patternsOf = (search: string): string[] =>
  search
    .split(/\s+/)
    .slice(0, 10)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)

/** Every word stands somewhere in the name, address or number, without accents and case. */
const matches = (search: string) =>
  sql<boolean>`(${sql.join(
    patternsOf(search).map((pattern) => sql`search like app.plain(${pattern})`),
    sql` and `,
  )})`

/** A file that the organisation keeps, locked until the transaction ends when asked for an edit. */
export function findPerson(
  db: Db,
  scope: PeopleScope,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PersonRow | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .where(inScope(scope))
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
}

/** A file that somebody else keeps, for those who share a mobility; the roles of the sharing organisation come along. */
export async function findSharedPerson(db: Db, scope: PeopleScope, id: string) {
  const roles = await db
    .selectFrom('mobility_party as p')
    .innerJoin('mobility as m', 'm.id', 'p.mobility_id')
    .select('p.role')
    .distinct()
    .where('p.organisation_id', '=', scope.organisationId)
    .where((e) =>
      e.or([
        e('m.person_id', '=', id),
        e('m.person_id', 'in', (q) =>
          q.selectFrom('guardianship').select('minor_id').where('guardian_id', '=', id),
        ),
      ]),
    )
    .$if(scope.namedIn !== null, (q) => q.where('p.membership_id', '=', scope.namedIn))
    .execute()
  if (roles.length === 0) return undefined
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { row, roles: roles.map(({ role }) => role) }
}

export function insertPerson(db: Db, values: Insertable<Person>): Promise<PersonRow> {
  return db.insertInto('person').values(values).returningAll().executeTakeFirstOrThrow()
}

/** Saves fields of a locked row and raises its version. */
export function updatePerson(db: Db, id: string, values: Updateable<Person>, now: Date): Promise<PersonRow> {
  return db
    .updateTable('person')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whether another file of the organisation has this student number. */
export async function numberTaken(db: Db, organisationId: string, number: string, except: string | null) {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('student_number', '=', number)
    .$if(except !== null, (q) => q.where('id', '<>', except ?? ''))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Inserts many rows, in pieces that stay below the protocol's number of parameters. */
export async function insertPeopleRows(db: Db, rows: readonly Insertable<Person>[]): Promise<void> {
  const size = 2000
  for (let start = 0; start < rows.length; start += size)
    await db
      .insertInto('person')
      .values(rows.slice(start, start + size))
      .execute()
}

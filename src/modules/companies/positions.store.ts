import { sql } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import { likeWords } from './companies.store.ts'
import type { positionInput, positionShape } from './companies.shapes.contract.ts'

export type PositionRow = z.output<typeof positionShape>
type Input = z.output<typeof positionInput>

const columns = sql`p.id, p.company_id as "companyId", o.name as company, o.town, o.country, p.title, p.tasks, p.field, p.occupation,
  p.starts_on as "startsOn", p.ends_on as "endsOn", p.places, p.weekly_hours as "weeklyHours", p.working_hours as "workingHours",
  p.languages, p.minimum_age as "minimumAge", p.accessible, p.skills, p.papers, p.most_per_school as "mostPerSchool", p.site, p.tutor,
  p.note, p.archived_at is not null as archived, p.version,
  (select count(*)::int from placement l where l.position_id = p.id and l.step not in ('refused', 'withdrawn', 'ended')) as taken`

/** One page of positions by plain title. */
export async function listPositions(
  db: Db,
  organisationId: string,
  filter: { q?: string | undefined; company?: string | undefined; on?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: PositionRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'text', 'id')
  const { rows } = await sql<PositionRow & { sortTitle: string }>`
    select ${columns}, app.plain(p.title) as "sortTitle"
    from position p join organisation o on o.id = p.company_id
    where p.organisation_id = ${organisationId} and p.archived_at is null
      ${sql.join(likeWords(sql`(p.search || ' ' || o.search)`, filter.q), sql` `)}
      ${filter.company ? sql`and p.company_id = ${filter.company}::uuid` : sql``}
      ${filter.on ? sql`and p.starts_on <= ${filter.on}::date and p.ends_on >= ${filter.on}::date` : sql``}
      ${after ? sql`and (app.plain(p.title), p.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by app.plain(p.title), p.id limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.sortTitle, last.id])
}

/** All positions that are not archived, for a match. */
export async function openPositions(db: Db, organisationId: string): Promise<PositionRow[]> {
  const { rows } = await sql<PositionRow>`
    select ${columns} from position p join organisation o on o.id = p.company_id
    where p.organisation_id = ${organisationId} and p.archived_at is null order by p.id`.execute(db)
  return rows
}

export async function findPosition(
  db: Db,
  organisationId: string,
  id: string,
): Promise<PositionRow | undefined> {
  const { rows } = await sql<PositionRow>`
    select ${columns} from position p join organisation o on o.id = p.company_id
    where p.id = ${id}::uuid and p.organisation_id = ${organisationId}`.execute(db)
  return rows[0]
}

/** What positions are called, in the order of their names. */
export async function positionNames(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<{ id: string; title: string; company: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; title: string; company: string }>`
    select p.id, p.title, o.name as company from position p join organisation o on o.id = p.company_id
    where p.id = any (${[...ids]}::uuid[]) and p.organisation_id = ${organisationId} order by o.name, p.title, p.id`.execute(
    db,
  )
  return rows
}

/** Holds positions until the end of the transaction, so that nobody else gives their last place away meanwhile. */
export async function lockPositions(db: Db, organisationId: string, ids: readonly string[]): Promise<void> {
  await sql`select from position where id = any (${[...ids]}::uuid[]) and organisation_id = ${organisationId}
    order by id for update`.execute(db)
}

const valuesOf = (input: Input) => ({
  title: input.title,
  tasks: input.tasks ?? null,
  field: input.field ?? null,
  occupation: input.occupation ?? null,
  starts_on: input.startsOn ?? null,
  ends_on: input.endsOn ?? null,
  places: input.places,
  weekly_hours: input.weeklyHours ?? null,
  working_hours: input.workingHours ?? null,
  languages: JSON.stringify(input.languages),
  minimum_age: input.minimumAge ?? null,
  accessible: input.accessible ?? null,
  skills: input.skills,
  papers: input.papers,
  most_per_school: input.mostPerSchool ?? null,
  site: input.site ?? null,
  tutor: input.tutor ?? null,
  note: input.note ?? null,
})

/** Writes positions down; answers their ids in the order given. */
export async function insertPositions(
  db: Db,
  organisationId: string,
  inputs: readonly (Input & { companyId: string })[],
): Promise<string[]> {
  if (inputs.length === 0) return []
  const rows = await db
    .insertInto('position')
    .values(
      inputs.map((input) => ({
        organisation_id: organisationId,
        company_id: input.companyId,
        ...valuesOf(input),
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Says of positions how many places they have now. */
export async function setPlaces(
  db: Db,
  organisationId: string,
  places: readonly { positionId: string; places: number }[],
  now: Date,
): Promise<void> {
  if (places.length === 0) return
  await sql`update position p set places = t.places, version = version + 1, updated_at = ${now}
    from unnest(${places.map(({ positionId }) => positionId)}::uuid[], ${places.map((one) => one.places)}::int[]) t (id, places)
    where p.id = t.id and p.organisation_id = ${organisationId}`.execute(db)
}

/** Saves a position that is still as it was read; false where somebody else was quicker. */
export async function updatePosition(
  db: Db,
  organisationId: string,
  id: string,
  input: Input & { version: number; archived: boolean },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('position')
    .set((e) => ({
      ...valuesOf(input),
      archived_at: input.archived ? now : null,
      updated_at: now,
      version: e('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

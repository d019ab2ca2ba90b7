import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { Project } from '#server/database/schema.ts'

export type ProjectRow = Selectable<Project>

// Plain counts by key: projects stand below the mobilities and do not know more of them.
const counts = [
  sql<number>`(select count(*) from flow f where f.project_id = project.id and f.archived_at is null)`.as(
    'flows',
  ),
  sql<number>`(select count(*) from mobility m where m.project_id = project.id)`.as('mobilities'),
] as const

/** One page of an organisation's projects, latest start first. */
export async function listProjects(
  db: Db,
  organisationId: string,
  filter: {
    search?: string | undefined
    action?: string | undefined
    callYear?: number | undefined
    archived?: boolean | undefined
  },
  page: { limit: number; cursor?: string | undefined },
) {
  const after = placeIn(page.cursor, 'day', 'id')
  const search = filter.search?.trim()
  const rows = await db
    .selectFrom('project')
    .selectAll('project')
    .select(counts)
    .where('organisation_id', '=', organisationId)
    .$if(filter.action !== undefined, (q) => q.where('action', '=', filter.action ?? ''))
    .$if(filter.callYear !== undefined, (q) => q.where('call_year', '=', filter.callYear ?? 0))
    .$if(filter.archived !== undefined, (q) =>
      q.where('archived_at', filter.archived ? 'is not' : 'is', null),
    )
    .$if(Boolean(search), (q) =>
      q.where(sql<boolean>`strpos(app.plain(code || ' ' || title), app.plain(${search ?? ''})) > 0`),
    )
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(start_date, id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`),
    )
    .orderBy('start_date', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (last) => [last.start_date, last.id])
}

/** A project of the organisation, locked when asked for an edit. */
export function findOwnProject(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ProjectRow | undefined> {
  return db
    .selectFrom('project')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
}

/** A project that the organisation has, or has a part in through a mobility, with counts and its owner. */
export function readProject(db: Db, organisationId: string, id: string) {
  return db
    .selectFrom('project')
    .innerJoin('organisation as o', 'o.id', 'project.organisation_id')
    .selectAll('project')
    .select(['o.name as organisationName', ...counts])
    .select(
      // Accompanying persons and preparatory visits are no participants, and whoever does not go is none either.
      sql<number>`(select count(*) from mobility m where m.project_id = project.id
        and m.activity_type <> 'preparatory-visit' and m.status not in ('withdrawn', 'cancelled'))`.as(
        'participants',
      ),
    )
    .where('project.id', '=', id)
    .where((e) =>
      e.or([
        e('project.organisation_id', '=', organisationId),
        e.exists(
          e
            .selectFrom('mobility_party as p')
            .select('p.id')
            .where('p.organisation_id', '=', organisationId)
            .whereRef('p.project_id', '=', 'project.id'),
        ),
      ]),
    )
    .executeTakeFirst()
}

/** Whether another project of the organisation has this code. */
export async function codeTaken(db: Db, organisationId: string, code: string, except: string | null) {
  const row = await db
    .selectFrom('project')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('code', '=', code)
    .$if(except !== null, (q) => q.where('id', '<>', except ?? ''))
    .executeTakeFirst()
  return row !== undefined
}

export function insertProject(db: Db, values: Insertable<Project>): Promise<ProjectRow> {
  return db.insertInto('project').values(values).returningAll().executeTakeFirstOrThrow()
}

/** Saves fields of a locked row and raises its version. */
export function updateProject(
  db: Db,
  id: string,
  values: Updateable<Project>,
  now: Date,
): Promise<ProjectRow> {
  return db
    .updateTable('project')
    .set((e) => ({ ...values, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

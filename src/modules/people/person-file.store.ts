import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Page } from '#shared/pages.ts'
import type { Db } from '#server/database/database.ts'
import type { Changes } from '#modules/journal/journal.store.ts'
import type { PeopleScope } from './people.store.ts'

/** The mobilities somebody has a part in, as far as the organisation is a party of them; newest first, at most 200. */
export function mobilitiesOf(db: Db, scope: PeopleScope, personId: string) {
  return db
    .selectFrom('mobility_party as own')
    .innerJoin('mobility as m', 'm.id', 'own.mobility_id')
    .leftJoin('flow as f', 'f.id', 'm.flow_id')
    .select([
      'm.id',
      'm.number',
      'own.role',
      'm.status',
      'f.id as flowId',
      'f.name as flowName',
      'm.departure',
      'm.return_date as returnDate',
      'm.country',
      'm.town',
    ])
    .where('own.person_id', '=', personId)
    .where((e) =>
      e.exists(
        e
          .selectFrom('mobility_party as ours')
          .select('ours.id')
          .whereRef('ours.mobility_id', '=', 'own.mobility_id')
          .where('ours.organisation_id', '=', scope.organisationId)
          .$if(scope.namedIn !== null, (q) => q.where('ours.membership_id', '=', scope.namedIn)),
      ),
    )
    .orderBy(sql`m.departure desc nulls last`)
    .orderBy('m.id', 'desc')
    .limit(200)
    .execute()
}

/** Somebody's guardians and the minors they are guardian of. */
export async function relativesOf(db: Db, personId: string) {
  const rows = await db
    .selectFrom('guardianship as g')
    .innerJoin('person as p', (join) =>
      join.on(sql<boolean>`p.id = case when g.minor_id = ${personId} then g.guardian_id else g.minor_id end`),
    )
    .select([
      'p.id',
      'g.relation',
      'p.given_name as givenName',
      'p.family_name as familyName',
      'p.email',
      'p.phone',
      'p.language',
      sql<boolean>`p.user_id is not null`.as('hasAccount'),
      sql<boolean>`g.minor_id = ${personId}`.as('isGuardian'),
    ])
    .where((e) => e.or([e('g.minor_id', '=', personId), e('g.guardian_id', '=', personId)]))
    .orderBy('g.created_at')
    .orderBy('p.id')
    .execute()
  const without = ({ isGuardian: _, ...relative }: (typeof rows)[number]) => relative
  return {
    guardians: rows.filter((row) => row.isGuardian).map(without),
    minors: rows.filter((row) => !row.isGuardian).map(without),
  }
}

/** When the person and a guardian last said that the data of these files are right; `by` is who said so. */
export async function lastChecks(db: Db, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('event')
    .select(['subject_id as personId', sql<string>`data ->> 'by'`.as('by'), (e) => e.fn.max('at').as('at')])
    .where('subject_id', 'in', [...personIds])
    .where('type', '=', 'person.data-checked')
    .groupBy(['subject_id', sql`data ->> 'by'`])
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The events of a file and of the files that were merged into it, newest first. */
export async function historyOf(
  db: Db,
  personId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<
  Page<{
    id: string
    at: string
    type: string
    by: string
    changes: Changes | null
    data: Record<string, unknown> | null
  }>
> {
  const after = placeIn(page.cursor, 'id')
  const rows = await db
    .withRecursive('file', (q) =>
      q.selectNoFrom(sql<string>`${personId}::uuid`.as('id')).union((u) =>
        u
          .selectFrom('event as e')
          .innerJoin('file', 'file.id', 'e.subject_id')
          .where('e.type', '=', 'person.merged')
          .select(sql<string>`(e.data ->> 'other')::uuid`.as('id')),
      ),
    )
    .selectFrom('event as e')
    .innerJoin('file', 'file.id', 'e.subject_id')
    .select(['e.id', 'e.at', 'e.type', 'e.actor_label as by', 'e.changes', 'e.data'])
    .where('e.subject_kind', '=', 'person')
    .$if(after !== null, (q) => q.where('e.id', '<', String(after?.[0])))
    .orderBy('e.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const shown = rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    changes: row.changes as Changes | null,
    data: row.data as Record<string, unknown> | null,
  }))
  return cutPage(shown, page.limit, (last) => [last.id])
}

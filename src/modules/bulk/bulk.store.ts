import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { Outcome } from './outcome.ts'

/** Writes down what is asked; answers its id. */
export async function insertBulk(
  db: Db,
  values: {
    organisationId: string
    userId: string
    kind: string
    input: unknown
    total: number
    ids: readonly string[]
    undoOf?: string
    at: Date
  },
): Promise<string> {
  const { id } = await db
    .insertInto('bulk_action')
    .values({
      organisation_id: values.organisationId,
      user_id: values.userId,
      kind: values.kind,
      input: JSON.stringify(values.input),
      selection: JSON.stringify(values.ids),
      total: values.total,
      undo_of: values.undoOf ?? null,
      created_at: values.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (values.undoOf)
    await db.updateTable('bulk_action').set({ undone_by: id }).where('id', '=', values.undoOf).execute()
  return id
}

export const findBulk = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('bulk_action')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()

/** Locked, so that one job alone works on it. */
export const lockBulk = (db: Db, id: string) =>
  db.selectFrom('bulk_action').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Writes the answers of a piece and counts them. */
export async function saveOutcomes(db: Db, id: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  await sql`
    insert into bulk_result (bulk_id, mobility_id, outcome, reason, before)
    select ${id}::uuid, n."mobilityId", n.outcome, n.reason, n.before
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as n ("mobilityId" uuid, outcome text, reason jsonb, before jsonb)
    on conflict do nothing`.execute(db)
  const count = (outcome: Outcome['outcome']): number =>
    outcomes.filter((one) => one.outcome === outcome).length
  await sql`
    update bulk_action set done = done + ${count('done')}, skipped = skipped + ${count('skipped')}, refused = refused + ${count('refused')}
    where id = ${id}`.execute(db)
}

export async function setState(
  db: Db,
  id: string,
  state: 'running' | 'finished' | 'failed',
  at: Date,
): Promise<void> {
  await db
    .updateTable('bulk_action')
    .set({ state, ...(state === 'running' ? {} : { finished_at: at }) })
    .where('id', '=', id)
    .execute()
}

/** The mobilities that were done, with what they held before. */
export async function doneBefore(
  db: Db,
  id: string,
): Promise<{ mobilityId: string; before: Record<string, unknown> }[]> {
  const rows = await db
    .selectFrom('bulk_result')
    .select(['mobility_id as mobilityId', 'before'])
    .where('bulk_id', '=', id)
    .where('outcome', '=', 'done')
    .where('before', 'is not', null)
    .orderBy('mobility_id')
    .execute()
  return rows.map((row) => ({ mobilityId: row.mobilityId, before: row.before as Record<string, unknown> }))
}

/** One page of answers: refused first, then skipped, then done. */
export async function resultsOf(
  db: Db,
  id: string,
  page: { limit: number; cursor?: string | undefined; outcome?: string | undefined },
) {
  const after = placeIn(page.cursor, 'whole', 'id')
  const rank = sql`array_position(array['refused', 'skipped', 'done'], r.outcome)`
  const { rows } = await sql<{
    mobilityId: string
    number: number
    participant: string
    outcome: Outcome['outcome']
    reason: Outcome['reason']
    rank: number
  }>`
    select r.mobility_id as "mobilityId", m.number, trim(s.given_name || ' ' || s.family_name) as participant, r.outcome, r.reason, ${rank} as rank
    from bulk_result r join mobility m on m.id = r.mobility_id join person s on s.id = m.person_id
    where r.bulk_id = ${id}
      ${page.outcome ? sql`and r.outcome = ${page.outcome}` : sql``}
      ${after ? sql`and (${rank}, r.mobility_id) > (${after[0]}::integer, ${after[1]}::uuid)` : sql``}
    order by rank, r.mobility_id limit ${page.limit + 1}`.execute(db)
  const { items, next } = cutPage(rows, page.limit, (last) => [last.rank, last.mobilityId])
  return { items: items.map(({ rank: _, ...item }) => item), next }
}

import { sql } from 'kysely'
import { Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import type { Changes } from './journal.store.ts'

/**
 * Edits merge by field: what the editor sends is refused only where somebody changed the same field after the version
 * that the editor had read. Call it with the row locked, so that nothing changes between this answer and the update.
 * Every event that raises a row's version carries `data.version`; a gap in them counts as an overlap.
 * Throws `conflict` with the fields changed meanwhile, by whom and when.
 */
export async function refuseOverlap(
  context: Context,
  subjectId: string,
  present: { version: number },
  readVersion: number,
  changes: Changes,
): Promise<void> {
  if (readVersion === present.version) return
  const since = await editsSince(context, subjectId, readVersion)
  const fields = [...new Set(since.flatMap((edit) => Object.keys(edit.changes ?? {})))]
  const complete = since.length === present.version - readVersion
  if (complete && !fields.some((field) => field in changes)) return
  const last = since.at(-1)
  throw new Problem('conflict', {
    changed: {
      version: present.version,
      fields,
      by: last?.actor_label ?? null,
      at: last?.at.toISOString() ?? null,
    },
  })
}

async function editsSince({ db }: Context, subjectId: string, version: number) {
  const rows = await db
    .selectFrom('event')
    .select(['actor_label', 'at', 'changes'])
    .where('subject_id', '=', subjectId)
    .where(sql<number>`(data ->> 'version')::integer`, '>', version)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, changes: row.changes as Changes | null }))
}

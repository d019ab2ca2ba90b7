import { sql } from 'kysely'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { Db } from '#server/database/database.ts'

/** A task that something true of one mobility asks for, beside its checklist. */
export interface AskedTask {
  /** Unique in its mobility; its words are `tasks:task.<key>`. */
  key: string
  owner: PartyRole
  anchor: 'departure' | 'return'
  offsetDays: number
  fact: string | null
  blocks: 'ready' | 'closed' | null
}

export interface AskedTaskRow extends AskedTask {
  mobilityId: string
}

/** What one source asks of these mobilities. */
export async function askedBy(
  db: Db,
  source: string,
  mobilityIds: readonly string[],
): Promise<AskedTaskRow[]> {
  const { rows } = await sql<AskedTaskRow>`
    select mobility_id as "mobilityId", key, owner, anchor, offset_days as "offsetDays", fact, blocks from asked_task
    where source = ${source} and mobility_id = any (${[...mobilityIds]}::uuid[]) order by key`.execute(db)
  return rows
}

/** Puts what one source asks of these mobilities in place of what it asked before. */
export async function replaceAsked(
  db: Db,
  source: string,
  mobilityIds: readonly string[],
  tasks: readonly AskedTaskRow[],
): Promise<void> {
  await sql`delete from asked_task where source = ${source} and mobility_id = any (${[...mobilityIds]}::uuid[])`.execute(
    db,
  )
  if (tasks.length === 0) return
  await db
    .insertInto('asked_task')
    .values(
      tasks.map((task) => ({
        mobility_id: task.mobilityId,
        source,
        key: task.key,
        owner: task.owner,
        anchor: task.anchor,
        offset_days: task.offsetDays,
        fact: task.fact,
        blocks: task.blocks,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

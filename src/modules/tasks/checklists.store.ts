import { sql } from 'kysely'
import type { Insertable, Selectable } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Checklist } from '#server/database/schema.ts'
import type { ChecklistTask } from './checklist.rules.ts'
import { defaultChecklistFor } from './default-checklists.rules.ts'
import type { MobilityForTasks } from './task-rows.store.ts'

export type ChecklistRow = Selectable<Checklist>

/** The checklists that a set of mobilities goes by; a mobility keeps the one it began with. */
export interface ChecklistsInUse {
  tasksOf(mobilityId: string): readonly ChecklistTask[]
  /** Writes down which own checklist newly planned mobilities go by. */
  remember(db: Db): Promise<void>
}

/** Finds for each mobility its own checklist, its flow's, its sender's default for the activity, or the shipped one. */
export async function checklistsFor(
  db: Db,
  mobilities: readonly MobilityForTasks[],
): Promise<ChecklistsInUse> {
  const senders = [...new Set(mobilities.map((m) => m.sendingId))]
  const { rows } = await sql<{
    id: string
    organisation_id: string
    activity_types: string[]
    is_default: boolean
    archived: boolean
    tasks: ChecklistTask[]
  }>`
    select id, organisation_id, activity_types, is_default, archived_at is not null as archived, tasks from app.checklists_of(${senders}::uuid[])`.execute(
    db,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const chosen = new Map<string, string>()
  const found = new Map<string, readonly ChecklistTask[]>()
  for (const mobility of mobilities) {
    const standing = byId.get(mobility.checklistId ?? '') ?? byId.get(mobility.flowChecklistId ?? '')
    const own =
      standing ??
      rows.find(
        (row) =>
          row.is_default &&
          !row.archived &&
          row.organisation_id === mobility.sendingId &&
          row.activity_types.includes(mobility.activityType),
      )
    if (own && mobility.checklistId !== own.id) chosen.set(mobility.id, own.id)
    found.set(mobility.id, own?.tasks ?? defaultChecklistFor(mobility.activityType).tasks)
  }
  return {
    tasksOf: (id) => found.get(id) ?? [],
    remember: async (transaction) => {
      if (chosen.size === 0) return
      await sql`update mobility m set checklist_id = n.checklist
        from unnest(${[...chosen.keys()]}::uuid[], ${[...chosen.values()]}::uuid[]) as n (id, checklist)
        where m.id = n.id and m.checklist_id is null`.execute(transaction)
    },
  }
}

/** An organisation's own checklists that are in use, with how many open mobilities go by each. */
export async function ownChecklists(
  db: Db,
  organisationId: string,
): Promise<(ChecklistRow & { open_mobilities: number })[]> {
  const { rows } = await sql<ChecklistRow & { open_mobilities: number }>`
    select c.*, (select count(*)::integer from mobility m where m.checklist_id = c.id
      and m.status in ('draft', 'selected', 'accepted', 'placed', 'ready', 'abroad', 'returned', 'assessed', 'interrupted')) as open_mobilities
    from checklist c
    where c.organisation_id = ${organisationId} and c.archived_at is null
    order by c.name`.execute(db)
  return rows
}

export function insertChecklist(db: Db, values: Insertable<Checklist>) {
  return db.insertInto('checklist').values(values).returningAll().executeTakeFirstOrThrow()
}

export function lockChecklist(db: Db, organisationId: string, id: string) {
  return db
    .selectFrom('checklist')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function archiveChecklist(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable('checklist')
    .set({ archived_at: now, is_default: false })
    .where('id', '=', id)
    .execute()
}

/** Only one own checklist is the default of an activity type: the others let go of it. */
export async function releaseDefaults(
  db: Db,
  organisationId: string,
  keepId: string,
  activityTypes: readonly string[],
): Promise<void> {
  await sql`update checklist set is_default = false
    where organisation_id = ${organisationId} and id <> ${keepId} and is_default and activity_types && ${[...activityTypes]}::text[]`.execute(
    db,
  )
}

/** The open mobilities that go by a checklist, moved to its successor; answers their ids. */
export async function moveMobilities(db: Db, fromId: string, toId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update mobility set checklist_id = ${toId}
    where checklist_id = ${fromId}
      and status in ('draft', 'selected', 'accepted', 'placed', 'ready', 'abroad', 'returned', 'assessed', 'interrupted')
    returning id`.execute(db)
  return rows.map((row) => row.id)
}

/** Flows that named the old checklist name its successor. */
export async function moveFlows(db: Db, fromId: string, toId: string): Promise<void> {
  await db.updateTable('flow').set({ checklist_id: toId }).where('checklist_id', '=', fromId).execute()
}

import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { AskedTask } from './asked-tasks.store.ts'

/** A task before the table gives it an id. */
export type NewTaskRow = Omit<TaskRow, 'id' | 'version' | 'moved'>

/** What the tasks of a mobility are computed from. */
export interface MobilityForTasks {
  id: string
  activityType: string
  status: string
  departure: string | null
  returnDate: string | null
  birthDate: string | null
  statusDay: string | null
  sendingId: string
  checklistId: string | null
  flowChecklistId: string | null
  parties: { role: string; organisationId: string | null; personId: string | null }[]
  facts: string[]
  /** Asked for by other modules, beside the checklist. */
  asked: (AskedTask & { needs: string[] })[]
}

/** A task as the table holds it. */
export interface TaskRow {
  id: string
  mobility_id: string
  key: string
  title: string | null
  owner: string
  duty: string | null
  anchor: string
  offset_days: number
  due: string | null
  needs: string[]
  blocked: boolean
  fact: string | null
  blocks: string | null
  visibility: string
  state: string
  organisation_id: string | null
  person_id: string | null
  done_at: Date | null
  done_by: string | null
  waived_reason: string | null
  unblocked_on: string | null
  moved: boolean
  version: number
}

/** Loads everything that tasks depend on, for many mobilities in one query. */
export async function loadMobilities(db: Db, ids: readonly string[]): Promise<MobilityForTasks[]> {
  const { rows } = await sql<MobilityForTasks>`
    select m.id, m.activity_type as "activityType", m.status, m.departure, m.return_date as "returnDate",
      s.birth_date as "birthDate", m.status_day as "statusDay", m.sending_id as "sendingId", m.checklist_id as "checklistId", f.checklist_id as "flowChecklistId",
      coalesce(p.parties, '[]') as parties,
      coalesce((select array_agg(t.name) from fact t where t.mobility_id = m.id), '{}') as facts,
      coalesce((select json_agg(json_build_object('key', a.key, 'owner', a.owner, 'anchor', a.anchor, 'offsetDays', a.offset_days,
        'fact', a.fact, 'blocks', a.blocks, 'needs', '{}'::text[]) order by a.key) from asked_task a where a.mobility_id = m.id), '[]') as asked
    from mobility m
    join person s on s.id = m.person_id
    left join flow f on f.id = m.flow_id
    left join (
      select mobility_id, json_agg(json_build_object('role', role, 'organisationId', organisation_id, 'personId', person_id)
        order by role, organisation_id, person_id) as parties
      from (
        select * from app.parties_by_record(${[...ids]}::uuid[])
        union all
        select mobility_id, role, organisation_id, person_id from mobility_party
        where mobility_id = any (${[...ids]}::uuid[]) and role = 'accompanying'
      ) held group by mobility_id
    ) p on p.mobility_id = m.id
    where m.id = any (${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** All tasks of many mobilities. */
export function loadTasks(db: Db, mobilityIds: readonly string[]): Promise<TaskRow[]> {
  return sql<TaskRow>`select * from app.tasks_of(${[...mobilityIds]}::uuid[])`.execute(db).then((r) => r.rows)
}

/** Inserts planned tasks in one statement; a task that is already there stays as it is. */
export async function insertTasks(db: Db, rows: readonly NewTaskRow[]): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows, newTaskColumns)
  await sql`select app.put_tasks(${columns})`.execute(db)
}

/** A task that changed. `done_at` counts where it was just done; a task that is not done has neither. */
export type TaskUpdate = Omit<TaskRow, 'mobility_id' | 'key' | 'version' | 'moved'>

/** Writes many tasks back in one statement. */
export async function updateTasks(db: Db, rows: readonly TaskUpdate[]): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(rows, changedTaskColumns)
  await sql`select app.change_tasks(${columns})`.execute(db)
}

type Column = Exclude<keyof TaskRow, 'version' | 'moved'>

// In the order of the functions' parameters (database/migrations/0009).
const commonColumns = {
  title: 'text[]',
  owner: 'text[]',
  duty: 'text[]',
  anchor: 'text[]',
  offset_days: 'integer[]',
  due: 'date[]',
  needs: 'text[]',
  blocked: 'boolean[]',
  fact: 'text[]',
  blocks: 'text[]',
  visibility: 'text[]',
  state: 'text[]',
  organisation_id: 'uuid[]',
  person_id: 'uuid[]',
  done_at: 'timestamptz[]',
  done_by: 'text[]',
  waived_reason: 'text[]',
  unblocked_on: 'date[]',
} as const
const newTaskColumns = { mobility_id: 'uuid[]', key: 'text[]', ...commonColumns } as const
const changedTaskColumns = { id: 'uuid[]', ...commonColumns } as const

/** One array per column; what a task needs is one text of keys in each. */
function columnsOf<K extends Column>(
  rows: readonly Record<K, unknown>[],
  columns: Readonly<Record<K, string>>,
): RawBuilder<unknown> {
  const names = Object.keys(columns) as K[]
  return sql.join(
    names.map((name) => {
      const values = rows.map((row) => (name === 'needs' ? (row[name] as string[]).join(' ') : row[name]))
      return sql`${values}::${sql.raw(columns[name])}`
    }),
  )
}

export async function deleteTasks(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db
      .deleteFrom('task')
      .where('id', 'in', [...ids])
      .execute()
}

/** What a mobility's lists show of its tasks. */
export interface LineUpdate {
  mobilityId: string
  line: string
  turn: string | null
  turnSince: string | null
  nextDue: string | null
  done: number
  total: number
}

/** Writes the projections of tasks onto their mobilities; rows that would not change are left alone. */
export async function updateLines(db: Db, rows: readonly LineUpdate[]): Promise<void> {
  if (rows.length === 0) return
  const column = <K extends keyof LineUpdate>(key: K): LineUpdate[K][] => rows.map((row) => row[key])
  await sql`
    update mobility m
    set line = n.line, turn = n.turn, turn_since = n.turn_since, next_due = n.next_due, tasks_done = n.done, tasks_total = n.total
    from unnest(${column('mobilityId')}::uuid[], ${column('line')}::text[], ${column('turn')}::text[], ${column('turnSince')}::date[],
      ${column('nextDue')}::date[], ${column('done')}::integer[], ${column('total')}::integer[])
      as n (id, line, turn, turn_since, next_due, done, total)
    where m.id = n.id
      and (m.line, m.turn, m.turn_since, m.next_due, m.tasks_done, m.tasks_total)
          is distinct from (n.line, n.turn, n.turn_since, n.next_due, n.done, n.total)`.execute(db)
}

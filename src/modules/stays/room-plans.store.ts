import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { WithoutReason } from './allocate-rooms.ts'

export interface PlanGiven {
  mobilityId: string
  roomId: string
  bedId: string
  locked: boolean
}

export interface PlanResult {
  proven: boolean
  bound: number
  given: PlanGiven[]
  without: { mobilityId: string; reasons: WithoutReason[] }[]
}

export interface PlanRow {
  id: string
  organisationId: string
  name: string
  state: 'waiting' | 'solving' | 'solved' | 'failed' | 'applied'
  flowIds: string[]
  mostKilometres: number
  result: PlanResult | null
  people: number
  placed: number
  createdBy: string
  createdAt: Date
  solvedAt: Date | null
  appliedAt: Date | null
  version: number
}

const columns = sql`id, organisation_id as "organisationId", name, state, flow_ids as "flowIds", most_kilometres as "mostKilometres",
  coalesce(jsonb_array_length(result -> 'given') + jsonb_array_length(result -> 'without'), 0) as people,
  coalesce(jsonb_array_length(result -> 'given'), 0) as placed, created_by as "createdBy", created_at as "createdAt", solved_at as "solvedAt",
  applied_at as "appliedAt", version`

export async function findPlan(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`select ${columns}, result from room_plan
    where id = ${id}::uuid and organisation_id = ${organisationId} ${options.lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return rows[0]
}

/** One page of plans without their people, the latest first. */
export async function listPlans(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: PlanRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'moment', 'id')
  const { rows } = await sql<PlanRow>`
    select ${columns}, result - 'given' - 'without' as result from room_plan
    where organisation_id = ${organisationId}
      ${after ? sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by created_at desc, id desc limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.createdAt.toISOString(), last.id])
}

export async function insertPlan(
  db: Db,
  organisationId: string,
  asked: { name: string; flowIds: string[]; mostKilometres: number },
  by: string,
  now: Date,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into room_plan (organisation_id, name, state, flow_ids, most_kilometres, created_by, created_at)
    values (${organisationId}, ${asked.name}, 'waiting', ${asked.flowIds}::uuid[], ${asked.mostKilometres}, ${by}, ${now})
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** Moves a plan on; a new result raises its version, and so does asking for one. */
export async function saveState(
  db: Db,
  id: string,
  state: PlanRow['state'],
  now: Date,
  result?: PlanResult,
): Promise<void> {
  await sql`update room_plan set state = ${state}
      ${result ? sql`, result = ${JSON.stringify(result)}::jsonb, version = version + 1` : sql``}
      ${state === 'solved' ? sql`, solved_at = ${now}` : sql``} ${state === 'applied' ? sql`, applied_at = ${now}, version = version + 1` : sql``}
      ${state === 'waiting' ? sql`, version = version + 1` : sql``}
    where id = ${id}::uuid`.execute(db)
}

import { sql } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { policyInput, policyShape } from './papers.shapes.contract.ts'

export type PolicyRow = z.input<typeof policyShape>
type Input = z.output<typeof policyInput>

const columns = sql`g.id, g.insurer, g.policy_number as number, g.emergency_phone as "emergencyPhone", g.covers, g.valid_from as "validFrom",
  g.valid_until as "validUntil", g.note, g.version,
  (select jsonb_build_object('name', c.name, 'size', c.size, 'by', c.brought_by) from group_policy_scan c where c.policy_id = g.id) as scan,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'startDate', l.start_date, 'endDate', l.end_date,
      'people', (select count(*) from mobility m where m.flow_id = l.id and m.status not in ('withdrawn', 'cancelled')))
      order by l.start_date, l.name)
    from group_policy_flow f join flow l on l.id = f.flow_id where f.policy_id = g.id
  ), '[]') as flows,
  coalesce((
    select jsonb_agg(jsonb_build_object('mobilityId', x.mobility_id, 'participant', s.given_name || ' ' || s.family_name,
      'reason', x.reason) order by s.sort_name)
    from group_policy_exception x join mobility m on m.id = x.mobility_id join person s on s.id = m.person_id where x.policy_id = g.id
  ), '[]') as exceptions`

/** One page of the policies in force, those that end last first. */
export async function listPolicies(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: PolicyRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'day', 'id')
  const { rows } = await sql<PolicyRow>`
    select ${columns} from group_policy g
    where g.organisation_id = ${organisationId} and g.ended_at is null
      ${after ? sql`and (g.valid_until < ${after[0]}::date or (g.valid_until = ${after[0]}::date and g.id > ${after[1]}::uuid))` : sql``}
    order by g.valid_until desc, g.id limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.validUntil, last.id])
}

export async function findPolicy(db: Db, organisationId: string, id: string): Promise<PolicyRow | undefined> {
  const { rows } = await sql<PolicyRow>`
    select ${columns} from group_policy g
    where g.id = ${id}::uuid and g.organisation_id = ${organisationId} and g.ended_at is null`.execute(db)
  return rows[0]
}

const valuesOf = (input: Input) => ({
  insurer: input.insurer,
  policy_number: input.number,
  emergency_phone: input.emergencyPhone,
  covers: input.covers,
  valid_from: input.validFrom,
  valid_until: input.validUntil,
  note: input.note || null,
})

export async function insertPolicy(db: Db, organisationId: string, input: Input, now: Date): Promise<string> {
  const { id } = await db
    .insertInto('group_policy')
    .values({ organisation_id: organisationId, ...valuesOf(input), created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await placePolicy(db, organisationId, id, input)
  return id
}

/** Saves a policy that is still as it was read; false where somebody else was quicker. */
export async function updatePolicy(
  db: Db,
  organisationId: string,
  id: string,
  input: Input & { version: number },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('group_policy')
    .set((e) => ({ ...valuesOf(input), updated_at: now, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return false
  await placePolicy(db, organisationId, id, input)
  return true
}

export async function endPolicy(db: Db, organisationId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('group_policy')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

/** Which flows it covers, and who of them is insured otherwise. */
async function placePolicy(
  db: Db,
  organisationId: string,
  id: string,
  { flowIds, exceptions }: Pick<Input, 'flowIds' | 'exceptions'>,
): Promise<void> {
  await db.deleteFrom('group_policy_flow').where('policy_id', '=', id).execute()
  await db.deleteFrom('group_policy_exception').where('policy_id', '=', id).execute()
  const flows = [...new Set(flowIds)]
  if (flows.length > 0)
    await db
      .insertInto('group_policy_flow')
      .values(flows.map((flow) => ({ policy_id: id, flow_id: flow, organisation_id: organisationId })))
      .execute()
  const others = new Map(exceptions.map((one) => [one.mobilityId, one.reason]))
  if (others.size > 0)
    await db
      .insertInto('group_policy_exception')
      .values(
        [...others].map(([mobilityId, reason]) => ({
          policy_id: id,
          mobility_id: mobilityId,
          organisation_id: organisationId,
          reason,
        })),
      )
      .execute()
}

/** The organisation's own flows among these. */
export async function flowsAmong(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from flow where organisation_id = ${organisationId} and id = any (${[...ids]}::uuid[])`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Mobilities of these flows that still go on. */
export async function mobilitiesOfFlows(
  db: Db,
  organisationId: string,
  flowIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from mobility where sending_id = ${organisationId} and flow_id = any (${[...flowIds]}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

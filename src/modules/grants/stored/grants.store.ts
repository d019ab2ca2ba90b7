import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { rulePackSchema, type RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { grantCategories, type GrantCategory } from '../grant-answer.rules.ts'
import type { GrantInputs, GrantRecord } from './grant-inputs.rules.ts'

/** A mobility as its grant sees it. */
export interface GrantRow extends GrantRecord {
  mobilityId: string
  sendingId: string
  projectId: string | null
  packId: string | null
  inputs: GrantInputs
}

/** The mobilities whose project has a rule pack, or whose grant has been looked at before. */
export async function loadForGrants(db: Db, ids: readonly string[]): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    select mobility_id as "mobilityId", sending_id as "sendingId", project_id as "projectId", activity_type as "activityType", status,
      status_day as "statusDay", departure, return_date as "returnDate", country, town, home_country as "homeCountry",
      home_town as "homeTown", action, pack_id as "packId", inputs
    from app.grants_from(${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** One mobility of the organisation, whether its project has a pack or not. */
export async function loadOwnGrant(
  db: Db,
  organisationId: string,
  mobilityId: string,
  options: { lock?: boolean } = {},
): Promise<(GrantRow & { version: number; participant: string }) | undefined> {
  const { rows } = await sql<GrantRow & { version: number; participant: string }>`
    select m.id as "mobilityId", m.sending_id as "sendingId", m.project_id as "projectId", m.activity_type as "activityType", m.status,
      m.status_day as "statusDay", m.departure, m.return_date as "returnDate", m.country, m.town, o.country as "homeCountry",
      o.town as "homeTown", p.action, p.rule_pack_id as "packId", coalesce(g.inputs, '{}') as inputs, coalesce(g.version, 0) as version,
      trim(s.given_name || ' ' || s.family_name) as participant
    from mobility m
    join organisation o on o.id = m.sending_id
    join person s on s.id = m.person_id
    left join project p on p.id = m.project_id
    left join mobility_grant g on g.mobility_id = m.id
    where m.id = ${mobilityId}::uuid and m.sending_id = ${organisationId}::uuid
    ${options.lock ? sql`for update of m` : sql``}`.execute(db)
  return rows[0]
}

/** Writes what a coordinator has said about a grant; answers the new version. */
export async function saveInputs(
  db: Db,
  row: Pick<GrantRow, 'mobilityId' | 'sendingId'>,
  inputs: GrantInputs,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into mobility_grant (mobility_id, sending_id, inputs, updated_at)
    values (${row.mobilityId}, ${row.sendingId}, ${JSON.stringify(inputs)}::jsonb, ${now})
    on conflict (mobility_id) do update set inputs = excluded.inputs, updated_at = excluded.updated_at,
      version = mobility_grant.version + 1
    returning version`.execute(db)
  return rows[0]?.version ?? 1
}

/** Ids of the mobilities of one's own flow. */
export async function idsOfFlow(db: Db, organisationId: string, flowId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from mobility where flow_id = ${flowId}::uuid and sending_id = ${organisationId}::uuid`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** A mobility's answers as they are while it is locked. */
export interface LockedInputs {
  mobilityId: string
  status: string
  inputs: GrantInputs
  version: number
}

/** One's own of these mobilities with their answers, locked in one order. */
export async function lockInputs(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<LockedInputs[]> {
  await sql`select from mobility where id = any (${[...ids]}::uuid[]) and sending_id = ${organisationId}::uuid order by id for update`.execute(
    db,
  )
  const { rows } = await sql<LockedInputs>`
    select m.id as "mobilityId", m.status, coalesce(g.inputs, '{}') as inputs, coalesce(g.version, 0) as version
    from mobility m left join mobility_grant g on g.mobility_id = m.id
    where m.id = any (${[...ids]}::uuid[]) and m.sending_id = ${organisationId}::uuid order by m.id`.execute(
    db,
  )
  return rows
}

/** Writes the answers of many mobilities in one statement; answers the new versions. */
export async function saveManyInputs(
  db: Db,
  organisationId: string,
  rows: readonly { mobilityId: string; inputs: GrantInputs }[],
  now: Date,
): Promise<Map<string, number>> {
  const saved = await sql<{ id: string; version: number }>`
    insert into mobility_grant (mobility_id, sending_id, inputs, updated_at)
    select n.id, ${organisationId}::uuid, n.inputs::jsonb, ${now}
    from unnest(${rows.map(({ mobilityId }) => mobilityId)}::uuid[], ${rows.map(({ inputs }) => JSON.stringify(inputs))}::text[]) as n (id, inputs)
    on conflict (mobility_id) do update set inputs = excluded.inputs, updated_at = excluded.updated_at,
      version = mobility_grant.version + 1
    returning mobility_id as id, version`.execute(db)
  return new Map(saved.rows.map((row) => [row.id, row.version]))
}

/** Euros of these mobilities whose total is known. */
export async function totalOf(db: Db, mobilityIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(total), 0)::float8 as total from mobility_grant where mobility_id = any (${[...mobilityIds]}::uuid[])`.execute(
    db,
  )
  return rows[0]?.total ?? 0
}

/** What came out for one mobility: euros by category, null where not known. */
export interface GrantAmounts {
  mobilityId: string
  sendingId: string
  packId: string | null
  distanceKm: number | null
  days: number | null
  amounts: Partial<Record<GrantCategory, number | null>>
  total: number | null
  /** The part that is for the participant; may be known where the total is not. */
  toParticipant: number | null
  problems: string[]
  warnings: string[]
}

/** Writes the amounts of many mobilities in one statement. */
export async function putGrants(db: Db, rows: readonly GrantAmounts[]): Promise<void> {
  if (rows.length === 0) return
  // app.put_grants takes them in the order in which they are shown (database/migrations/0020).
  const amounts = grantCategories.map(
    (category) => sql`${rows.map((row) => row.amounts[category] ?? null)}::numeric[]`,
  )
  await sql`select app.put_grants(${rows.map((row) => row.mobilityId)}::uuid[], ${rows.map((row) => row.sendingId)}::uuid[],
    ${rows.map((row) => row.packId)}::uuid[], ${rows.map((row) => row.distanceKm)}::integer[], ${rows.map((row) => row.days)}::integer[],
    ${sql.join(amounts)}, ${rows.map((row) => row.total)}::numeric[], ${rows.map((row) => row.toParticipant)}::numeric[],
    ${rows.map((row) => row.problems.join(' '))}::text[], ${rows.map((row) => row.warnings.join(' '))}::text[])`.execute(
    db,
  )
}

const packs = new Map<string, RulePack>()
const mostPacks = 200

/** Rule packs by id. A stored pack never changes, so each is read once in the life of the process. */
export async function packsById(db: Db, ids: readonly (string | null)[]): Promise<Map<string, RulePack>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const missing = wanted.filter((id) => !packs.has(id))
  if (missing.length > 0) {
    const { rows } = await sql<{ id: string; content: unknown }>`
      select id, content from app.rule_packs(${missing}::uuid[])`.execute(db)
    if (packs.size > mostPacks) packs.clear()
    for (const row of rows) packs.set(row.id, rulePackSchema.parse(row.content))
  }
  return new Map(wanted.flatMap((id) => (packs.has(id) ? [[id, packs.get(id) as RulePack]] : [])))
}

/** All mobilities of a project. */
export async function mobilitiesOfProject(db: Db, projectId: string): Promise<string[]> {
  const rows = await db.selectFrom('mobility').select('id').where('project_id', '=', projectId).execute()
  return rows.map(({ id }) => id)
}

/** The mobilities of these senders that are not over and have a computed grant. */
export async function openGrantsOf(db: Db, senderIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select g.mobility_id as id from mobility_grant g join mobility m on m.id = g.mobility_id
    where g.sending_id = any (${[...senderIds]}::uuid[]) and g.pack_id is not null
      and m.status not in ('closed', 'withdrawn', 'cancelled', 'ended-early', 'force-majeure')`.execute(db)
  return rows.map(({ id }) => id)
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { GrantRow } from './grants.store.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'

/** A project of the organisation with the pack that it is frozen on. */
export async function findPackedProject(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
) {
  const { rows } = await sql<{
    id: string
    code: string
    callYear: number
    packId: string | null
    country: string | null
    version: number
  }>`
    select p.id, p.code, p.call_year as "callYear", p.rule_pack_id as "packId", o.country, p.version
    from project p join organisation o on o.id = p.organisation_id
    where p.id = ${id}::uuid and p.organisation_id = ${organisationId}::uuid
    ${options.lock ? sql`for update of p` : sql``}`.execute(db)
  return rows[0]
}

/** The pack row with its evidence. */
export const findPack = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('rule_pack as r')
    .leftJoin('file as f', 'f.id', 'r.evidence_id')
    .selectAll('r')
    .select('f.name as evidenceName')
    .where('r.id', '=', id)
    .where('r.organisation_id', '=', organisationId)
    .executeTakeFirst()

/** All versions of packs that the organisation has used, the latest first. */
export const ownPacks = (db: Db, organisationId: string) =>
  db
    .selectFrom('rule_pack')
    .select(['id', 'name', 'version', 'created_at', 'created_by'])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()

/** The id of the same name and version, where the organisation has it already. */
export async function samePack(db: Db, organisationId: string, pack: RulePack): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from rule_pack where organisation_id = ${organisationId} and name = ${pack.name} and version = ${pack.version}
      and content = ${JSON.stringify(pack)}::jsonb`.execute(db)
  return rows[0]?.id ?? null
}

/** The highest version of that name in the organisation; 0 without one. */
export async function latestVersion(db: Db, organisationId: string, name: string): Promise<number> {
  const row = await db
    .selectFrom('rule_pack')
    .select((e) => e.fn.max('version').as('version'))
    .where('organisation_id', '=', organisationId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.version ?? 0
}

export async function insertPack(
  db: Db,
  values: {
    organisationId: string
    pack: RulePack
    evidenceId: string | null
    note: string | null
    by: string
    now: Date
  },
): Promise<string> {
  const { pack } = values
  const row = await db
    .insertInto('rule_pack')
    .values({
      organisation_id: values.organisationId,
      name: pack.name,
      version: pack.version,
      call_year: pack.callYear,
      content: JSON.stringify(pack),
      evidence_id: values.evidenceId,
      note: values.note,
      created_by: values.by,
      created_at: values.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Freezes a project on a pack; answers the project's new version. */
export async function setPack(db: Db, projectId: string, packId: string, now: Date): Promise<number> {
  const row = await db
    .updateTable('project')
    .set((e) => ({ rule_pack_id: packId, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', projectId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** Every mobility of a project as its grant sees it, whether the project has a pack or not. */
export async function grantsOfProject(db: Db, projectId: string) {
  const { rows } = await sql<GrantRow & { number: number; participant: string; total: number | null }>`
    select m.id as "mobilityId", m.sending_id as "sendingId", m.project_id as "projectId", m.activity_type as "activityType", m.status,
      m.status_day as "statusDay", m.departure, m.return_date as "returnDate", m.country, m.town, o.country as "homeCountry",
      o.town as "homeTown", p.action, p.rule_pack_id as "packId", coalesce(g.inputs, '{}') as inputs, m.number, g.total,
      trim(s.given_name || ' ' || s.family_name) as participant
    from mobility m
    join organisation o on o.id = m.sending_id
    join person s on s.id = m.person_id
    join project p on p.id = m.project_id
    left join mobility_grant g on g.mobility_id = m.id
    where m.project_id = ${projectId}::uuid
    order by m.number`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface PlacementRules {
  guardianApproves: boolean
  version: number
}

/** How an organisation wants placements to be agreed; version 0 until it has said so. */
export async function findRules(db: Db, organisationId: string): Promise<PlacementRules> {
  const { rows } = await sql<PlacementRules>`
    select guardian_approves as "guardianApproves", version from placement_rules where organisation_id = ${organisationId}`.execute(
    db,
  )
  return rows[0] ?? { guardianApproves: false, version: 0 }
}

/** False where somebody else was quicker. */
export async function saveRules(
  db: Db,
  organisationId: string,
  { guardianApproves, version }: PlacementRules,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into placement_rules (organisation_id, guardian_approves, updated_at)
    select ${organisationId}::uuid, ${guardianApproves}, ${now}
    where ${version} = 0 or exists (select from placement_rules where organisation_id = ${organisationId})
    on conflict (organisation_id) do update set guardian_approves = excluded.guardian_approves, version = placement_rules.version + 1,
      updated_at = excluded.updated_at where placement_rules.version = ${version}
    returning version`.execute(db)
  return rows.length > 0
}

import type { Db } from '#server/database/database.ts'
import type { Scan } from './scans.store.ts'

/** Keeps a policy's scan in place of the one before. */
export async function savePolicyScan(
  db: Db,
  place: { organisationId: string; policyId: string },
  scan: Scan,
  by: string,
  now: Date,
): Promise<void> {
  const values = {
    name: scan.name,
    content_type: scan.contentType,
    size: scan.size,
    sealed: scan.sealed,
    brought_by: by,
    created_at: now,
  }
  await db
    .insertInto('group_policy_scan')
    .values({ policy_id: place.policyId, organisation_id: place.organisationId, ...values })
    .onConflict((c) => c.column('policy_id').doUpdateSet(values))
    .execute()
}

export async function readPolicyScan(
  db: Db,
  organisationId: string,
  policyId: string,
): Promise<Scan | undefined> {
  const row = await db
    .selectFrom('group_policy_scan')
    .selectAll()
    .where('policy_id', '=', policyId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row && { name: row.name, contentType: row.content_type, size: row.size, sealed: row.sealed }
}

/** Forgets a policy's scan; false where there was none. */
export async function deletePolicyScan(db: Db, organisationId: string, policyId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('group_policy_scan')
    .where('policy_id', '=', policyId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return Number(numDeletedRows) > 0
}

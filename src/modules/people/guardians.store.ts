import type { Db } from '#server/database/database.ts'

/** Makes guardianships; those that are there stay as they are. Answers the pairs that are new. */
export async function insertGuardianships(
  db: Db,
  pairs: readonly { minorId: string; guardianId: string; relation: string }[],
): Promise<{ minorId: string; guardianId: string }[]> {
  if (pairs.length === 0) return []
  return db
    .insertInto('guardianship')
    .values(
      pairs.map((pair) => ({
        minor_id: pair.minorId,
        guardian_id: pair.guardianId,
        relation: pair.relation,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['minor_id as minorId', 'guardian_id as guardianId'])
    .execute()
}

/** Ends a guardianship; answers whether there was one. */
export async function deleteGuardianship(db: Db, minorId: string, guardianId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('guardianship')
    .where('minor_id', '=', minorId)
    .where('guardian_id', '=', guardianId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Whether one of two people is the other's guardian. */
export async function areRelated(db: Db, a: string, b: string): Promise<boolean> {
  const row = await db
    .selectFrom('guardianship')
    .select('minor_id')
    .where('minor_id', 'in', [a, b])
    .where('guardian_id', 'in', [a, b])
    .executeTakeFirst()
  return row !== undefined
}

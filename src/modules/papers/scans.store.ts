import type { Db } from '#server/database/database.ts'

export interface Scan {
  name: string
  contentType: string
  size: number
  sealed: Buffer
}

/** Keeps a scan in place of the one before. */
export async function saveScan(db: Db, paperId: string, scan: Scan, by: string, now: Date): Promise<void> {
  const values = {
    name: scan.name,
    content_type: scan.contentType,
    size: scan.size,
    sealed: scan.sealed,
    brought_by: by,
    created_at: now,
  }
  await db
    .insertInto('paper_scan')
    .values({ paper_id: paperId, ...values })
    .onConflict((c) => c.column('paper_id').doUpdateSet(values))
    .execute()
}

export async function readScan(db: Db, paperId: string): Promise<Scan | undefined> {
  const row = await db.selectFrom('paper_scan').selectAll().where('paper_id', '=', paperId).executeTakeFirst()
  return row && { name: row.name, contentType: row.content_type, size: row.size, sealed: row.sealed }
}

/** Forgets a scan; false where there was none. */
export async function deleteScan(db: Db, paperId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('paper_scan')
    .where('paper_id', '=', paperId)
    .executeTakeFirst()
  return Number(numDeletedRows) > 0
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface ProofRow {
  id: string
  fileId: string
  fileName: string
  kind: 'ticket' | 'green-declaration'
  keptBy: string
  at: string
  /** Who uploaded the file. */
  userId: string | null
}

export async function proofsOf(db: Db, mobilityId: string): Promise<ProofRow[]> {
  const { rows } = await sql<ProofRow>`
    select q.id, q.file_id as "fileId", f.name as "fileName", q.kind, q.kept_by as "keptBy", q.created_at as at, f.user_id as "userId"
    from journey_proof q join file f on f.id = q.file_id where q.mobility_id = ${mobilityId}::uuid order by q.created_at, q.id`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** Keeps a file as proof; the same file twice is one proof. */
export async function insertProof(
  db: Db,
  proof: { mobilityId: string; fileId: string; kind: ProofRow['kind']; by: string },
): Promise<void> {
  await db
    .insertInto('journey_proof')
    .values({ mobility_id: proof.mobilityId, file_id: proof.fileId, kind: proof.kind, kept_by: proof.by })
    .onConflict((conflict) => conflict.columns(['mobility_id', 'file_id']).doUpdateSet({ kind: proof.kind }))
    .execute()
}

/** Takes a proof away, and its file with it unless the same file is kept for something else, such as a receipt or another's journey. */
export async function deleteProof(db: Db, { id, fileId }: Pick<ProofRow, 'id' | 'fileId'>): Promise<void> {
  await db.deleteFrom('journey_proof').where('id', '=', id).execute()
  await sql`delete from file f where f.id = ${fileId}::uuid and f.purpose in ('ticket', 'green-declaration')
    and not exists (select from journey_proof q where q.file_id = f.id)
    and not exists (select from expense e where e.receipt_id = f.id)`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { senderMarks, type SenderMark } from './sender-marks.rules.ts'

/**
 * The marks of these senders among all whose people the asking organisation hosts or is asked to host, so that a sender wears the same one on
 * every board and in every week.
 */
export async function marksOf(
  db: Db,
  senders: readonly { id: string; name: string }[],
): Promise<Map<string, SenderMark>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from app.senders_met()`.execute(db)
  const all = new Map([...rows, ...senders].map(({ id, name }) => [id, { id, name }]))
  return new Map(senderMarks([...all.values()]).map((mark) => [mark.id, mark]))
}

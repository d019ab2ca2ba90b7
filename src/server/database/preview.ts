import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** Runs the real thing inside a savepoint, rolls it back and answers what it answered: a preview cannot disagree. */
export async function previewOf<T>(context: Context, run: () => Promise<T>): Promise<T> {
  await sql`savepoint preview`.execute(context.db)
  const answer = await run()
  await sql`rollback to savepoint preview`.execute(context.db)
  return answer
}

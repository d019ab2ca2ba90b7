import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/**
 * Brings the parties of these mobilities in agreement with the record: sender, host, company, participant and guardians
 * (database/migrations/0008: app.sync_parties). The caller has checked that it may change them.
 */
export async function syncParties(db: Db, mobilityIds: readonly string[]): Promise<void> {
  await sql`select app.sync_parties(${[...mobilityIds]}::uuid[])`.execute(db)
}

/**
 * Runs work that changes these mobilities in several steps, and brings the keys in their party rows up to date once, at its end:
 * nobody else sees the transaction in between.
 */
export async function withPartyKeysLater<T>(
  db: Db,
  mobilityIds: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  await sql`select set_config('app.party_keys', 'later', true)`.execute(db)
  const answer = await work()
  await sql`select set_config('app.party_keys', 'now', true)`.execute(db)
  await sql`select app.refresh_party_keys(${[...mobilityIds]}::uuid[])`.execute(db)
  return answer
}

/** The open mobilities in which this person is the participant, or a minor whose guardian they are. */
export async function openMobilitiesOf(
  db: Db,
  personIds: readonly string[],
): Promise<{ id: string; personId: string }[]> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select id, person_id as "personId" from mobility
    where person_id = any (${[...personIds]}::uuid[])
      and status not in ('closed', 'withdrawn', 'cancelled', 'ended-early', 'force-majeure')`.execute(db)
  return rows
}

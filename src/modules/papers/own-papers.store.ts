import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { watchedStatuses } from './kinds.rules.ts'

export interface OwnStay {
  mobilityId: string
  personId: string
  sendingId: string
  participant: string
  town: string | null
  country: string | null
  departure: string | null
  returnDate: string | null
}

/** The stays of these people and of minors in their care whose papers still matter; the next one first. */
export async function ownStays(db: Db, personIds: readonly string[], only?: string): Promise<OwnStay[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<OwnStay>`
    select m.id as "mobilityId", m.person_id as "personId", m.sending_id as "sendingId", s.given_name || ' ' || s.family_name as participant,
      m.town, m.country, m.departure, m.return_date as "returnDate"
    from mobility m join person s on s.id = m.person_id
    where m.id in (
        select p.mobility_id from mobility_party p
        where p.person_id = any (${[...personIds]}::uuid[]) and p.role in ('participant', 'guardian')
      )
      ${only ? sql`and m.id = ${only}::uuid` : sql``}
      and m.status <> 'draft' and m.status = any (${[...watchedStatuses]}::text[])
    order by m.departure nulls last, m.id limit 50`.execute(db)
  return rows
}

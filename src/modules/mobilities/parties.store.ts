import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/**
 * Brings the parties of these mobilities in agreement with their sending, hosting and company columns, the participant
 * and the guardians. Each organisation's first role is its main one, so that its lists count a mobility once.
 * Accompanying persons are named apart and stay.
 */
export async function syncParties(db: Db, mobilityIds: readonly string[]): Promise<void> {
  const ids = sql`${[...mobilityIds]}::uuid[]`
  const wanted = sql`
    select m.id as mobility_id, r.role, r.organisation_id, r.person_id
    from mobility m cross join lateral (
      select 'sending' as role, m.sending_id as organisation_id, null::uuid as person_id
      union all select 'hosting', m.hosting_id, null where m.hosting_id is not null
      union all select 'company', m.company_id, null where m.company_id is not null
      union all select 'participant', null, m.person_id
      union all select 'guardian', null, g.guardian_id from guardianship g where g.minor_id = m.person_id
    ) r where m.id = any (${ids})`
  await sql`
    delete from mobility_party p
    where p.mobility_id = any (${ids}) and p.role <> 'accompanying' and not exists (
      select from (${wanted}) w where w.mobility_id = p.mobility_id and w.role = p.role
        and coalesce(w.organisation_id, w.person_id) = coalesce(p.organisation_id, p.person_id))`.execute(db)
  await sql`
    insert into mobility_party (mobility_id, role, organisation_id, person_id, main, status, activity_type)
    select w.mobility_id, w.role, w.organisation_id, w.person_id, false, '', ''
    from (${wanted}) w
    where not exists (
      select from mobility_party p where p.mobility_id = w.mobility_id and p.role = w.role
        and coalesce(p.organisation_id, p.person_id) = coalesce(w.organisation_id, w.person_id))`.execute(db)
  await sql`
    update mobility_party p set main = r.first
    from (
      select id, row_number() over (
        partition by mobility_id, coalesce(organisation_id, person_id)
        order by array_position(array['sending', 'hosting', 'company', 'participant', 'guardian', 'accompanying'], role)
      ) = 1 as first
      from mobility_party where mobility_id = any (${ids})
    ) r
    where r.id = p.id and p.main <> r.first`.execute(db)
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

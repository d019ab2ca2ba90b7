import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface PackRow {
  mobilityId: string
  participant: string
  flow: string | null
  sender: string
  host: string | null
  country: string | null
  town: string | null
  departure: Day | null
  returnDate: Day | null
  givenAt: Date | null
  receivedAt: Date | null
}

/** What the record itself says for the pack. Who may read it was decided before. */
export async function findPack(db: Db, mobilityId: string): Promise<PackRow | undefined> {
  const { rows } = await sql<PackRow>`
    select m.id as "mobilityId", trim(s.given_name || ' ' || s.family_name) as participant, f.name as flow, sender.name as sender,
      host.name as host, m.country, m.town, m.departure, m.return_date as "returnDate",
      (select at from fact x where x.mobility_id = m.id and x.name = 'departure-pack.given') as "givenAt",
      (select at from fact x where x.mobility_id = m.id and x.name = 'departure-pack.received') as "receivedAt"
    from mobility m join person s on s.id = m.person_id join organisation sender on sender.id = m.sending_id
      left join flow f on f.id = m.flow_id left join organisation host on host.id = m.hosting_id
    where m.id = ${mobilityId}::uuid and m.status <> 'draft'`.execute(db)
  return rows[0]
}

export interface WorkRow {
  company: string
  startsOn: Day | null
  endsOn: Day | null
  address: string | null
  hours: string | null
  tutor: string | null
  phone: string | null
}

/** Where somebody works for sure, in turn. */
export async function workOf(db: Db, mobilityId: string): Promise<WorkRow[]> {
  const { rows } = await sql<WorkRow>`
    select o.name as company, l.starts_on as "startsOn", l.ends_on as "endsOn", l.workplace_address as address, l.working_hours as hours,
      l.tutor ->> 'name' as tutor, l.tutor ->> 'phone' as phone
    from placement l join organisation o on o.id = l.company_id
    where l.mobility_id = ${mobilityId}::uuid and l.step in ('confirmed', 'ended') order by l.starts_on nulls first, l.id`.execute(
    db,
  )
  return rows
}

export interface Missing {
  mobilityId: string
  key: string
  title: string | null
  owner: string
}

/** Open tasks that the giving of the pack waits for, as each mobility's checklist says. */
export async function missingFor(db: Db, mobilityIds: readonly string[]): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select t.mobility_id as "mobilityId", t.key, t.title, t.owner from task give
      join task t on t.mobility_id = give.mobility_id and t.key = any (give.needs) and t.state = 'open'
    where give.mobility_id = any (${[...mobilityIds]}::uuid[]) and give.key = 'departure-pack'
    order by t.due nulls last, t.id`.execute(db)
  return rows
}

/** Those of these mobilities to whose people the pack was given already. */
export async function givenAlready(db: Db, mobilityIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select mobility_id as id from fact where mobility_id = any (${[...mobilityIds]}::uuid[]) and name = 'departure-pack.given'`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

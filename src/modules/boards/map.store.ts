import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import type { Period } from './days.rules.ts'
import type { MapKind } from './map.rules.ts'

/** Whose people are meant; empty: everybody's. */
interface Asked {
  scope: MobilityScope
  week: Period
  senders: readonly string[]
}

export interface TownCount {
  kind: MapKind
  town: string
  country: string | null
  count: number
}

/** Things with their town: companies of the register and those where somebody works, homes of the register, people of the week. */
function things(kind: MapKind, { scope, week, senders }: Asked): RawBuilder<unknown> {
  const { organisationId, namedIn } = scope
  if (kind === 'people')
    return sql`select p.mobility_id as id, p.person as name, p.sort_name, p.town, p.country, p.sender as about, p.departure as from_day, p.return_date as to_day
      from app.people_between(${week.from}::date, ${week.to}::date, ${namedIn}::uuid) p
      where p.coming ${senders.length > 0 ? sql`and p.sender_id = any (${[...senders]}::uuid[])` : sql``}`
  if (kind === 'homes')
    return sql`select h.id, h.name, app.plain(h.name) as sort_name, h.town, h.country, h.kind as about, null::date as from_day, null::date as to_day
      from housing h where h.organisation_id = ${organisationId} and h.archived_at is null and ${namedIn === null}`
  return sql`select o.id, o.name, app.plain(o.name) as sort_name, o.town, o.country, c.field as about, null::date as from_day, null::date as to_day
    from organisation o left join company_card c on c.organisation_id = ${organisationId} and c.company_id = o.id
    where o.id in (
      select w.partner_id from partnership w
      where w.organisation_id = ${organisationId} and w.kind = 'company' and w.ended_at is null and ${namedIn === null}
      union
      select p.company_id from app.people_between(${week.from}::date, ${week.to}::date, ${namedIn}::uuid) p
      where p.coming and p.company_id is not null and p.company_stage is distinct from 'declined'
    )`
}

/** How many of each kind there are in each town; a town's name is compared without case and outer blanks. */
export async function countTowns(db: Db, kinds: readonly MapKind[], asked: Asked): Promise<TownCount[]> {
  const counts = await Promise.all(
    kinds.map(async (kind) => {
      const { rows } = await sql<Omit<TownCount, 'kind'>>`
        select min(trim(coalesce(town, ''))) as town, country, count(*)::integer as count from (${things(kind, asked)}) t
        group by lower(trim(coalesce(town, ''))), country order by 3 desc limit 2000`.execute(db)
      return rows.map((row) => ({ kind, ...row }))
    }),
  )
  return counts.flat()
}

export interface TownThing {
  id: string
  name: string
  sortName: string
  about: string | null
  from: string | null
  to: string | null
}

/** The things of one kind in one town, by name; `after` is the last one of the page before. */
export async function thingsIn(
  db: Db,
  kind: MapKind,
  asked: Asked,
  place: { town: string; country: string },
  page: { after: [string, string] | null; limit: number },
): Promise<TownThing[]> {
  const { rows } = await sql<TownThing>`
    select id, name, sort_name as "sortName", about, from_day as "from", to_day as "to" from (${things(kind, asked)}) t
    where lower(trim(coalesce(town, ''))) = lower(trim(${place.town})) and coalesce(country, '') = ${place.country}
      ${page.after ? sql`and (sort_name, id) > (${page.after[0]}, ${page.after[1]}::uuid)` : sql``}
    order by sort_name, id limit ${page.limit}`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface Found {
  kind: 'mobility' | 'person' | 'flow' | 'project' | 'partner'
  id: string
  name: string
  detail: string | null
}

const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
const patterns = (text: string): string[] => text.split(/\s+/).slice(0, 8).map(pattern)

/** Up to six of each kind, of the asking organisation's own things and those it has a part in. */
export async function searchAll(
  db: Db,
  organisationId: string,
  text: string,
  kinds: ReadonlySet<Found['kind']>,
): Promise<Found[]> {
  const queries = {
    mobility: sql<Found>`
      select 'mobility' as kind, m.id, s.given_name || ' ' || s.family_name as name, concat_ws(' · ', '#' || m.number, f.name, m.departure::text) as detail
      from (select app.mobilities_found(${patterns(text)}::text[]) as id limit 200) x
      join mobility m on m.id = x.id join person s on s.id = m.person_id left join flow f on f.id = m.flow_id
      order by m.departure desc nulls last limit 6`,
    person: sql<Found>`
      select 'person' as kind, s.id, s.given_name || ' ' || s.family_name as name, coalesce(s.school_class, s.email) as detail
      from (select app.people_found(${patterns(text)}::text[], null, null, null, null, null, null, 6) as id) x join person s on s.id = x.id`,
    flow: sql<Found>`
      select 'flow' as kind, id, name, concat_ws(' · ', town, start_date::text) as detail from flow
      where organisation_id = ${organisationId} and strpos(app.plain(name || ' ' || coalesce(town, '')), app.plain(${text})) > 0
      order by start_date desc nulls last limit 6`,
    project: sql<Found>`
      select 'project' as kind, id, title as name, code as detail from project
      where organisation_id = ${organisationId} and strpos(app.plain(title || ' ' || code), app.plain(${text})) > 0
      order by start_date desc limit 6`,
    partner: sql<Found>`
      select 'partner' as kind, o.id, o.name, concat_ws(', ', o.town, o.country) as detail
      from (select distinct partner_id from partnership where organisation_id = ${organisationId}) p join organisation o on o.id = p.partner_id
      where strpos(app.plain(o.name || ' ' || coalesce(o.town, '')), app.plain(${text})) > 0 order by o.name limit 6`,
  }
  const found: Found[] = []
  for (const kind of ['mobility', 'person', 'flow', 'project', 'partner'] as const)
    if (kinds.has(kind)) found.push(...(await queries[kind].execute(db)).rows)
  return found
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { rowColumns, rowJoins, type MobilityListRow } from './mobility-rows.store.ts'

export interface OwnRow extends MobilityListRow {
  role: 'participant' | 'guardian' | 'accompanying'
  companyStage: 'proposed' | 'confirmed' | 'declined' | null
  workingHours: string | null
  workplaceAddress: string | null
  hasGuardian: boolean
  facts: string[]
}

/** The mobilities in which these people are participant, guardian or accompanying; drafts are nobody's yet. */
export async function ownMobilities(db: Db, personIds: readonly string[], only?: string): Promise<OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select ${rowColumns}, null as "sortKey", p.role, m.company_stage as "companyStage", m.working_hours as "workingHours",
      m.workplace_address as "workplaceAddress",
      exists (select from mobility_party g where g.mobility_id = m.id and g.role = 'guardian') as "hasGuardian",
      coalesce((select array_agg(x.name) from fact x where x.mobility_id = m.id), '{}') as facts
    from (
      select distinct on (mobility_id) mobility_id, role from mobility_party
      where person_id = any (${[...personIds]}::uuid[])${only ? sql` and mobility_id = ${only}::uuid` : sql``}
      order by mobility_id, array_position(array['participant', 'guardian', 'accompanying'], role)
    ) p ${rowJoins}
    where m.status <> 'draft'
    order by (m.status in ('closed', 'withdrawn', 'cancelled', 'ended-early', 'force-majeure')), m.departure nulls last, m.id
    limit 100`.execute(db)
  return rows
}

export interface HelperRow {
  mobilityId: string
  role: string
  organisation: string
  name: string | null
  duty: string | null
  email: string | null
  phone: string | null
}

/** Who helps: contacts named for the mobility first, then each institution's own duty holders and its general address. */
export async function helpersOf(db: Db, mobilityIds: readonly string[]): Promise<HelperRow[]> {
  const { rows } = await sql<HelperRow>`
    select c.mobility_id as "mobilityId", c.role, coalesce(o.name, '') as organisation, c.name, c.duty, c.email, c.phone
    from mobility_contact c left join organisation o on o.id = c.organisation_id where c.mobility_id = any (${[...mobilityIds]}::uuid[])
    union all
    select p.mobility_id, p.role, o.name, null, null, o.email, o.phone
    from mobility_party p join organisation o on o.id = p.organisation_id
    where p.mobility_id = any (${[...mobilityIds]}::uuid[]) and p.role in ('sending', 'hosting', 'company')`.execute(
    db,
  )
  const order = ['hosting', 'company', 'sending']
  return rows.sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) || order.indexOf(a.role) - order.indexOf(b.role),
  )
}

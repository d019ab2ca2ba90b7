import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { rowColumns, rowJoins, type MobilityListRow } from './mobility-rows.store.ts'

/** The whole row of one mobility with the names around it. */
export interface RecordRow extends MobilityListRow {
  statusSince: Date
  statusReason: string | null
  statusDay: Day | null
  projectId: string | null
  projectCode: string | null
  projectTitle: string | null
  field: string | null
  companyStage: 'proposed' | 'confirmed' | 'declined' | null
  companyNote: string | null
  workingHours: string | null
  workplaceAddress: string | null
  notedGrant: number | null
  note: string | null
  externalId: string | null
  checklistId: string | null
  checklistName: string | null
}

/** A mobility; row-level security keeps it from those who have no part in it. */
export async function readRecord(db: Db, id: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<RecordRow>`
    select ${rowColumns}, null as "sortKey", m.status_since as "statusSince", m.status_reason as "statusReason", m.status_day as "statusDay",
      j.id as "projectId", j.code as "projectCode", j.title as "projectTitle", m.field, m.company_stage as "companyStage",
      m.company_note as "companyNote", m.working_hours as "workingHours", m.workplace_address as "workplaceAddress",
      m.noted_grant as "notedGrant", m.note, m.external_id as "externalId", m.checklist_id as "checklistId", k.name as "checklistName"
    from (select ${id}::uuid as mobility_id) p ${rowJoins}
    left join project j on j.id = m.project_id
    left join checklist k on k.id = m.checklist_id`.execute(db)
  return rows[0]
}

export interface PartyRow {
  role: string
  organisationId: string | null
  organisationName: string | null
  town: string | null
  country: string | null
  claimed: boolean | null
  personId: string | null
  personName: string | null
  email: string | null
  phone: string | null
  hasAccount: boolean | null
}

export async function partiesOf(db: Db, mobilityId: string): Promise<PartyRow[]> {
  const { rows } = await sql<PartyRow>`
    select p.role, o.id as "organisationId", o.name as "organisationName", o.town, o.country, o.claimed_at is not null as claimed,
      s.id as "personId", trim(s.given_name || ' ' || s.family_name) as "personName", s.email, s.phone, s.user_id is not null as "hasAccount"
    from mobility_party p left join organisation o on o.id = p.organisation_id left join person s on s.id = p.person_id
    where p.mobility_id = ${mobilityId}
    order by array_position(array['participant', 'guardian', 'sending', 'hosting', 'company', 'accompanying'], p.role), p.created_at, p.id`.execute(
    db,
  )
  return rows
}

export async function contactsOf(db: Db, mobilityId: string) {
  return db
    .selectFrom('mobility_contact as c')
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.role', 'c.duty', 'c.name', 'c.email', 'c.phone', 'o.name as organisation'])
    .where('c.mobility_id', '=', mobilityId)
    .orderBy('c.role')
    .orderBy('c.duty')
    .execute()
}

export const factsOf = (db: Db, mobilityId: string) =>
  db
    .selectFrom('fact')
    .select(['name', 'at', 'by_label'])
    .where('mobility_id', '=', mobilityId)
    .orderBy('at')
    .orderBy('name')
    .execute()

export const problemsOf = (db: Db, mobilityId: string) =>
  db
    .selectFrom('problem_report')
    .selectAll()
    .where('mobility_id', '=', mobilityId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()

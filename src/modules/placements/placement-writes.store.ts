import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Interview, Step } from './placement-steps.rules.ts'
import type { Tutor } from './placements.store.ts'

export interface NewPlacement {
  mobilityId: string
  companyId: string
  positionId: string | null
  planId: string | null
  arrangedBy: string
  startsOn: Day | null
  endsOn: Day | null
  share: number
  workingHours: string | null
  workplaceAddress: string | null
  tutor: Tutor | null
}

/** Writes a proposal down; days that are not told are those of the stay. */
export async function insertPlacement(db: Db, one: NewPlacement, now: Date): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into placement (mobility_id, company_id, position_id, plan_id, arranged_by, starts_on, ends_on, share, working_hours,
      workplace_address, tutor, since, created_at)
    select m.id, ${one.companyId}::uuid, ${one.positionId}::uuid, ${one.planId}::uuid, ${one.arrangedBy}::uuid,
      coalesce(${one.startsOn}::date, m.departure), coalesce(${one.endsOn}::date, m.return_date), ${one.share}, ${one.workingHours},
      ${one.workplaceAddress}, ${one.tutor ? JSON.stringify(one.tutor) : null}::jsonb, ${now}, ${now}
    from mobility m where m.id = ${one.mobilityId}::uuid
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

export interface StepChange {
  step: Step
  reasonCode?: string | null
  reason?: string | null
  /** The company sees the record from now on. */
  shared?: true
  sent?: true
  interview?: Interview
  approvedBySender?: true
  approvedByParticipant?: boolean
  objection?: string | null
  workingHours?: string | null
  workplaceAddress?: string | null
  tutor?: Tutor | null
}

/** Takes placements to a step, all the same way; `since` moves only where the step does. */
export async function saveStep(db: Db, ids: readonly string[], change: StepChange, now: Date): Promise<void> {
  if (ids.length === 0) return
  const set = [
    sql`since = case when step = ${change.step} then since else ${now} end`,
    sql`step = ${change.step}`,
    sql`version = version + 1`,
    ...(change.reasonCode === undefined ? [] : [sql`reason_code = ${change.reasonCode}`]),
    ...(change.reason === undefined ? [] : [sql`reason = ${change.reason}`]),
    ...(change.shared ? [sql`shared = true`] : []),
    ...(change.sent ? [sql`sent_at = coalesce(sent_at, ${now})`] : []),
    ...(change.interview ? [sql`interview = ${JSON.stringify(change.interview)}::jsonb`] : []),
    ...(change.approvedBySender ? [sql`approved_by_sender = true`] : []),
    ...(change.approvedByParticipant === undefined
      ? []
      : [sql`approved_by_participant = ${change.approvedByParticipant}`]),
    ...(change.objection === undefined ? [] : [sql`objection = ${change.objection}`]),
    ...(change.workingHours ? [sql`working_hours = ${change.workingHours}`] : []),
    ...(change.workplaceAddress ? [sql`workplace_address = ${change.workplaceAddress}`] : []),
    ...(change.tutor ? [sql`tutor = ${JSON.stringify(change.tutor)}::jsonb`] : []),
  ]
  await sql`update placement set ${sql.join(set)} where id = any (${[...ids]}::uuid[])`.execute(db)
}

/** Changes the days, share and place of one that is still as it was read; false where somebody was quicker. */
export async function savePlacement(
  db: Db,
  id: string,
  one: {
    startsOn: Day | null
    endsOn: Day | null
    share: number
    workingHours: string | null
    workplaceAddress: string | null
    tutor: Tutor | null
  },
): Promise<void> {
  await sql`update placement set starts_on = ${one.startsOn}, ends_on = ${one.endsOn}, share = ${one.share},
      working_hours = ${one.workingHours}, workplace_address = ${one.workplaceAddress},
      tutor = ${one.tutor ? JSON.stringify(one.tutor) : null}::jsonb, version = version + 1
    where id = ${id}::uuid`.execute(db)
}

/** The tutor becomes whom the record names for the company. */
export async function nameTutor(
  db: Db,
  mobilityId: string,
  companyId: string,
  tutor: Tutor,
  now: Date,
): Promise<void> {
  await sql`
    insert into mobility_contact (mobility_id, role, duty, organisation_id, name, email, phone, updated_at)
    values (${mobilityId}, 'company', 'tutor', ${companyId}, ${tutor.name}, ${tutor.email || null}, ${tutor.phone || null}, ${now})
    on conflict (mobility_id, role, duty) do update set organisation_id = excluded.organisation_id, name = excluded.name,
      email = coalesce(excluded.email, case when mobility_contact.name = excluded.name then mobility_contact.email end),
      phone = coalesce(excluded.phone, case when mobility_contact.name = excluded.name then mobility_contact.phone end),
      updated_at = excluded.updated_at`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** Placements that are neither refused, withdrawn nor over; a firm one is accepted by its company. */
export async function openPlacementsOf(
  db: Db,
  mobilityIds: readonly string[],
): Promise<{ mobilityId: string; positionId: string | null; firm: boolean }[]> {
  const { rows } = await sql<{ mobilityId: string; positionId: string | null; firm: boolean }>`
    select mobility_id as "mobilityId", position_id as "positionId", step in ('accepted', 'approved', 'confirmed') as firm
    from placement where mobility_id = any (${[...mobilityIds]}::uuid[]) and step not in ('refused', 'withdrawn', 'ended')`.execute(
    db,
  )
  return rows
}

/** A new proposal; what was proposed before and is not firm makes room for it. */
export async function proposePlacement(
  db: Db,
  place: {
    mobilityId: string
    companyId: string
    positionId: string
    planId: string
    arrangedBy: string
    now: Date
  },
): Promise<void> {
  await sql`update placement set step = 'withdrawn', reason = 'replaced', since = ${place.now}, version = version + 1
    where mobility_id = ${place.mobilityId}::uuid and step in ('proposed', 'sent', 'interview')`.execute(db)
  await sql`
    insert into placement (mobility_id, company_id, position_id, plan_id, arranged_by, starts_on, ends_on, since, created_at)
    select m.id, ${place.companyId}::uuid, ${place.positionId}::uuid, ${place.planId}::uuid, ${place.arrangedBy}::uuid, m.departure,
      m.return_date, ${place.now}, ${place.now}
    from mobility m where m.id = ${place.mobilityId}::uuid`.execute(db)
}

/** The company's answer: what it was proposed is accepted, or refused with its reason. */
export async function answerPlacements(
  db: Db,
  mobilityIds: readonly string[],
  step: 'accepted' | 'refused',
  reason: string | null,
  now: Date,
): Promise<void> {
  await sql`update placement l set step = ${step}, reason = ${reason}, since = ${now}, version = l.version + 1
    from mobility m where m.id = l.mobility_id and m.company_id = l.company_id and l.mobility_id = any (${[...mobilityIds]}::uuid[])
      and l.step in ('proposed', 'sent', 'interview')`.execute(db)
}

/** Withdraws what was proposed to these people at positions that are left out; answers who it was. */
export async function withdrawAt(
  db: Db,
  mobilityIds: readonly string[],
  positionIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update placement set step = 'withdrawn', reason = 'dropped', since = ${now}, version = version + 1
    where mobility_id = any (${[...mobilityIds]}::uuid[]) and position_id = any (${[...positionIds]}::uuid[])
      and step in ('proposed', 'sent', 'interview')
    returning mobility_id as id`.execute(db)
  return rows.map(({ id }) => id)
}

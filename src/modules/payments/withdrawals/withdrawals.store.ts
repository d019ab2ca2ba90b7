import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { WithdrawalCost } from './withdrawal.rules.ts'

export const findCase = (db: Db, mobilityId: string) =>
  db.selectFrom('withdrawal_case').selectAll().where('mobility_id', '=', mobilityId).executeTakeFirst()

/** Holds a mobility while its case is changed. */
export async function holdMobility(db: Db, mobilityId: string): Promise<void> {
  await sql`select from mobility where id = ${mobilityId}::uuid for update`.execute(db)
}

export async function saveCase(
  db: Db,
  values: {
    mobilityId: string
    organisationId: string
    reason: string
    forceMajeure: boolean
    costs: readonly WithdrawalCost[]
  },
  now: Date,
): Promise<void> {
  await sql`insert into withdrawal_case (mobility_id, organisation_id, reason, force_majeure, costs, updated_at)
    values (${values.mobilityId}, ${values.organisationId}, ${values.reason}, ${values.forceMajeure}, ${JSON.stringify(values.costs)}::jsonb, ${now})
    on conflict (mobility_id) do update set reason = excluded.reason, force_majeure = excluded.force_majeure, costs = excluded.costs,
      version = withdrawal_case.version + 1, updated_at = excluded.updated_at`.execute(db)
}

export async function settleCase(db: Db, mobilityId: string, now: Date): Promise<void> {
  await db
    .updateTable('withdrawal_case')
    .set((e) => ({ state: 'settled', settled_at: now, version: e('version', '+', 1), updated_at: now }))
    .where('mobility_id', '=', mobilityId)
    .execute()
}

export async function insertReturn(
  db: Db,
  values: { organisationId: string; mobilityId: string; amount: number; purpose: string; by: string },
): Promise<void> {
  await db
    .insertInto('payment')
    .values({
      organisation_id: values.organisationId,
      mobility_id: values.mobilityId,
      kind: 'withdrawal-return',
      amount: values.amount,
      purpose: values.purpose,
      created_by: values.by,
    })
    .execute()
}

import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { committedStatuses } from '#modules/budget/budget.rules.ts'

interface Asked {
  kind: 'contribution' | 'deposit'
  purpose: string | null
  amount: number
  due: Day | null
  open: number
  paid: number
  exempt: number
  returned: number
}

/** Those of one's own flow who have accepted, by name. */
export async function peopleOf(
  db: Db,
  flowId: string,
): Promise<{ mobilityId: string; participant: string; fewerOpportunities: boolean }[]> {
  const { rows } = await sql<{ mobilityId: string; participant: string; fewerOpportunities: boolean }>`
    select m.id as "mobilityId", trim(s.given_name || ' ' || s.family_name) as participant,
      coalesce((g.inputs->>'fewerOpportunities')::boolean, false) as "fewerOpportunities"
    from mobility m join person s on s.id = m.person_id left join mobility_grant g on g.mobility_id = m.id
    where m.flow_id = ${flowId}::uuid and m.status = any (${[...committedStatuses]}::text[])
    order by s.family_name, s.given_name, m.id`.execute(db)
  return rows
}

/** What was asked, one row for each purpose. */
export async function askedOf(db: Db, flowId: string): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select p.kind, p.purpose, max(p.amount)::float8 as amount, p.due, count(*) filter (where p.state in ('open', 'in-run'))::int as open,
      count(*) filter (where p.state = 'paid')::int as paid, count(*) filter (where p.state = 'exempt')::int as exempt,
      (select count(*) from payment r join mobility n on n.id = r.mobility_id where n.flow_id = ${flowId}::uuid
        and r.kind = p.kind || '-return' and r.purpose = p.purpose and r.state <> 'cancelled')::int as returned
    from payment p join mobility m on m.id = p.mobility_id
    where m.flow_id = ${flowId}::uuid and p.kind in ('contribution', 'deposit') and p.state <> 'cancelled'
    group by p.kind, p.purpose, p.due order by p.due nulls last, p.purpose, p.kind`.execute(db)
  return rows
}

/** Those of these who have been asked for the same already. */
export async function askedBefore(
  db: Db,
  mobilityIds: readonly string[],
  { kind, purpose }: { kind: string; purpose: string },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('payment')
    .select('mobility_id')
    .where('mobility_id', 'in', [...mobilityIds])
    .where('kind', '=', kind)
    .where('purpose', '=', purpose)
    .where('state', '<>', 'cancelled')
    .execute()
  return new Set(rows.flatMap(({ mobility_id }) => mobility_id ?? []))
}

interface Ask {
  organisationId: string
  mobilityIds: readonly string[]
  exempt: readonly string[]
  kind: string
  amount: number
  purpose: string
  due: Day | null
  reason: string | null
  by: string
}

/** Asks each; those who are exempt keep theirs as a record of why. */
export async function insertAsked(db: Db, ask: Ask): Promise<void> {
  const out = new Set(ask.exempt)
  const { organisationId, kind, amount, purpose, due, by } = ask
  await insertPayments(
    db,
    ask.mobilityIds.map((mobilityId) => ({
      organisationId,
      mobilityId,
      kind,
      amount,
      purpose,
      due,
      by,
      state: out.has(mobilityId) ? 'exempt' : 'open',
      note: out.has(mobilityId) ? ask.reason : null,
    })),
  )
}

interface NewPayment {
  organisationId: string
  mobilityId: string
  kind: string
  amount: number
  purpose: string
  due: Day | null
  state: string
  note: string | null
  by: string
}

/** Writes many payments in one statement. */
export async function insertPayments(db: Db, payments: readonly NewPayment[]): Promise<void> {
  await db
    .insertInto('payment')
    .values(
      payments.map((one) => ({
        organisation_id: one.organisationId,
        mobility_id: one.mobilityId,
        kind: one.kind,
        amount: one.amount,
        purpose: one.purpose,
        due: one.due,
        state: one.state,
        note: one.note,
        created_by: one.by,
      })),
    )
    .execute()
}

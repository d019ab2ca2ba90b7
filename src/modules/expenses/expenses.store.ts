import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface ExpenseRow {
  id: string
  organisationId: string
  flowId: string | null
  mobilityId: string | null
  day: Day
  category: string
  about: string
  amount: number
  currency: string
  perEuro: number | null
  euros: number | null
  receiptId: string | null
  state: string
  reason: string | null
  enteredBy: string
  userId: string | null
  participant: string | null
  version: number
  updatedAt: Date
}

const select = sql`select e.id, e.organisation_id as "organisationId", e.flow_id as "flowId", e.mobility_id as "mobilityId", e.day, e.category,
    e.about, e.amount, e.currency, e.per_euro as "perEuro", e.euros, e.receipt_id as "receiptId", e.state, e.reason,
    e.entered_by as "enteredBy", e.user_id as "userId", trim(s.given_name || ' ' || s.family_name) as participant, e.version,
    e.updated_at as "updatedAt"
  from expense e left join mobility m on m.id = e.mobility_id left join person s on s.id = m.person_id`

/** One page of a flow's expenses, the latest day first. `userId`: only those that this account entered. */
export async function listExpenses(
  db: Db,
  flowId: string,
  userId: string | null,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: ExpenseRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'day', 'id')
  const { rows } = await sql<ExpenseRow>`${select} where e.flow_id = ${flowId}::uuid
      ${userId ? sql`and e.user_id = ${userId}` : sql``}
      ${after ? sql`and (e.day, e.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by e.day desc, e.id desc limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.day, last.id])
}

export async function expensesOfStay(db: Db, mobilityId: string): Promise<ExpenseRow[]> {
  const { rows } =
    await sql<ExpenseRow>`${select} where e.mobility_id = ${mobilityId}::uuid order by e.day desc, e.id desc limit 500`.execute(
      db,
    )
  return rows
}

export async function findExpense(
  db: Db,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ExpenseRow | undefined> {
  const { rows } =
    await sql<ExpenseRow>`${select} where e.id = ${id}::uuid ${options.lock ? sql`for update of e` : sql``}`.execute(
      db,
    )
  return rows[0]
}

export async function sumsOf(db: Db, flowId: string) {
  const { rows } = await sql<{ budget: number | null; spent: number; accepted: number; withoutRate: number }>`
    select f.expense_budget::float8 as budget, coalesce(sum(e.euros) filter (where e.state <> 'refused'), 0)::float8 as spent,
      coalesce(sum(e.euros) filter (where e.state = 'accepted'), 0)::float8 as accepted,
      count(e.id) filter (where e.euros is null and e.state <> 'refused')::int as "withoutRate"
    from flow f left join expense e on e.flow_id = f.id where f.id = ${flowId}::uuid group by f.id`.execute(
    db,
  )
  return rows[0] ?? { budget: null, spent: 0, accepted: 0, withoutRate: 0 }
}

export interface NewExpense {
  organisationId: string
  flowId: string | null
  mobilityId: string | null
  day: Day
  category: string
  about: string
  amount: number
  currency: string
  perEuro: number | null
  euros: number | null
  receiptId: string | null
  by: string
  userId: string | null
}

export async function insertExpense(db: Db, values: NewExpense): Promise<string> {
  const row = await db
    .insertInto('expense')
    .values({
      organisation_id: values.organisationId,
      flow_id: values.flowId,
      mobility_id: values.mobilityId,
      day: values.day,
      category: values.category,
      about: values.about,
      amount: values.amount,
      currency: values.currency,
      per_euro: values.perEuro,
      euros: values.euros,
      receipt_id: values.receiptId,
      entered_by: values.by,
      user_id: values.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function judgeExpense(
  db: Db,
  id: string,
  state: string,
  reason: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('expense')
    .set((e) => ({ state, reason, version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

export const deleteExpense = (db: Db, id: string) => db.deleteFrom('expense').where('id', '=', id).execute()

export async function setExpenseBudget(db: Db, flowId: string, euros: number | null): Promise<void> {
  await db.updateTable('flow').set({ expense_budget: euros }).where('id', '=', flowId).execute()
}

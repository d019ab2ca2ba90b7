import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'

export interface RunRow {
  id: string
  number: number
  executionDate: Day
  state: 'prepared' | 'paid' | 'cancelled'
  holder: string
  iban: string
  bic: string | null
  createdBy: string
  createdAt: Date
  version: number
  payments: number
  total: number
}

const select = sql`select r.id, r.number, r.execution_date as "executionDate", r.state, r.holder, r.iban, r.bic,
    r.created_by as "createdBy", r.created_at as "createdAt", r.version, count(p.id)::int as payments,
    coalesce(sum(p.amount), 0)::float8 as total
  from payment_run r left join payment p on p.run_id = r.id`

export async function listRuns(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: RunRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'moment', 'id')
  const { rows } = await sql<RunRow>`${select} where r.organisation_id = ${organisationId}
      ${after ? sql`and (r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    group by r.id order by r.created_at desc, r.id desc limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.createdAt.toISOString(), last.id])
}

export async function findRun(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<RunRow | undefined> {
  if (options.lock)
    await sql`select from payment_run where id = ${id}::uuid and organisation_id = ${organisationId} for update`.execute(
      db,
    )
  const { rows } =
    await sql<RunRow>`${select} where r.organisation_id = ${organisationId} and r.id = ${id}::uuid group by r.id`.execute(
      db,
    )
  return rows[0]
}

export interface RunPayment {
  id: string
  mobilityId: string | null
  number: number | null
  participant: string
  holder: string
  iban: string
  bic: string | null
  amount: number
  state: string
  paidOn: Day | null
  reference: string
}

export async function paymentsOfRun(db: Db, runId: string): Promise<RunPayment[]> {
  const { rows } = await sql<RunPayment>`
    select p.id, p.mobility_id as "mobilityId", m.number, coalesce(trim(s.given_name || ' ' || s.family_name), '') as participant,
      coalesce(p.holder, '') as holder, coalesce(p.iban, '') as iban, p.bic, p.amount, p.state, p.paid_on as "paidOn",
      coalesce(p.reference, '') as reference
    from payment p left join mobility m on m.id = p.mobility_id left join person s on s.id = m.person_id
    where p.run_id = ${runId}::uuid order by participant, p.id`.execute(db)
  return rows
}

export interface NewRunPayment {
  mobilityId: string
  step: string
  amount: number
  due: Day | null
}

/** Writes a run with its payments; each takes the account as it is now. A step that is on its way already stops the whole run. */
export async function insertRun(
  db: Db,
  run: {
    organisationId: string
    executionDate: Day
    holder: string
    iban: string
    bic: string | null
    by: string
    now: Date
  },
  payments: readonly NewRunPayment[],
): Promise<string> {
  const { id } = await db
    .insertInto('payment_run')
    .values({
      organisation_id: run.organisationId,
      execution_date: run.executionDate,
      holder: run.holder,
      iban: run.iban,
      bic: run.bic,
      created_by: run.by,
      created_at: run.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (payments.length === 0) return id
  const column = <K extends keyof NewRunPayment>(key: K): NewRunPayment[K][] =>
    payments.map((payment) => payment[key])
  await sql`
    insert into payment (organisation_id, mobility_id, kind, step, amount, due, state, run_id, holder, iban, bic, reference, created_by)
    select ${run.organisationId}, n.mobility_id, 'instalment', n.step, n.amount, n.due, 'in-run', ${id}, b.holder, b.iban, b.bic,
      'SM-' || m.number || '-' || n.step, ${run.by}
    from unnest(${column('mobilityId')}::uuid[], ${column('step')}::text[], ${column('amount')}::numeric[], ${column('due')}::date[])
      as n (mobility_id, step, amount, due)
    join mobility m on m.id = n.mobility_id
    join bank_account b on b.person_id = m.person_id`.execute(db)
  return id
}

/**
 * Takes into a run what is to be given back to participants of a project (deposits, contributions) and is due; each takes the account as it is
 * now. Answers how many.
 */
export async function addReturns(
  db: Db,
  runId: string,
  projectId: string,
  only: { dueUntil: Day; flow?: string | undefined; mobilities?: readonly string[] | undefined },
): Promise<number> {
  const { rows } = await sql`
    update payment p set state = 'in-run', run_id = ${runId}, holder = b.holder, iban = b.iban, bic = b.bic,
      reference = 'SM-' || m.number || '-back-' || right(p.id::text, 6), version = p.version + 1
    from mobility m join bank_account b on b.person_id = m.person_id
    where m.id = p.mobility_id and m.project_id = ${projectId}::uuid and p.state = 'open'
      and p.kind = any (${[...returnKinds]}::text[]) and coalesce(p.due, ${only.dueUntil}::date) <= ${only.dueUntil}::date
      ${only.flow ? sql`and m.flow_id = ${only.flow}::uuid` : sql``}
      ${only.mobilities ? sql`and m.id = any (${[...only.mobilities]}::uuid[])` : sql``}
    returning p.id`.execute(db)
  return rows.length
}

const returnKinds = ['contribution-return', 'deposit-return'] as const

export async function setRunState(db: Db, id: string, state: RunRow['state']): Promise<void> {
  await db
    .updateTable('payment_run')
    .set((e) => ({ state, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

interface SettledPayment {
  id: string
  mobilityId: string | null
  kind: string
  amount: number
}

/**
 * Settles payments of a run: paid on a day, or cancelled, which opens their instalments again and leaves what is to be given back open.
 * Answers those that are settled.
 */
export async function settlePayments(
  db: Db,
  runId: string,
  paid: ReadonlyMap<string, Day> | Day | null,
  now: Date,
): Promise<SettledPayment[]> {
  const some = paid instanceof Map ? [...paid.keys()] : null
  const days = paid instanceof Map ? [...paid.values()] : null
  if (paid === null)
    await sql`update payment set state = 'open', run_id = null, holder = null, iban = null, bic = null, reference = null,
      version = version + 1, updated_at = ${now} where run_id = ${runId}::uuid and state = 'in-run' and step is null`.execute(
      db,
    )
  const { rows } = await sql<SettledPayment>`
    update payment p set state = ${paid === null ? 'cancelled' : 'paid'},
      paid_on = ${some ? sql`n.day` : sql`${typeof paid === 'string' ? paid : null}::date`}, version = p.version + 1, updated_at = ${now}
    ${some ? sql`from unnest(${some}::uuid[], ${days}::date[]) as n (id, day)` : sql``}
    where p.run_id = ${runId}::uuid and p.state = 'in-run' ${some ? sql`and p.id = n.id` : sql``}
    returning p.id, p.mobility_id as "mobilityId", p.kind, p.amount`.execute(db)
  return rows
}

import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { committedStatuses, uncountedStatuses } from '#modules/budget/budget.rules.ts'
import { usualInstalments, type Instalment, type SentPayment } from './instalments.rules.ts'

/** A mobility as paying sees it. */
export interface PayableRow {
  mobilityId: string
  number: number
  participant: string
  personId: string
  organisationId: string
  projectId: string | null
  flow: string | null
  status: string
  departure: Day | null
  returnDate: Day | null
  total: number | null
  account: boolean
  done: string[]
  payments: (SentPayment & {
    id: string
    purpose: string | null
    due: Day | null
    paidOn: Day | null
    note: string | null
    version: number
  })[]
  /** Euros that somebody who withdrew keeps. */
  kept: number
  sortKey: string
}

const columns = sql`m.id as "mobilityId", m.number, trim(s.given_name || ' ' || s.family_name) as participant, s.id as "personId",
  m.sending_id as "organisationId", m.project_id as "projectId", f.name as flow, m.status, m.departure, m.return_date as "returnDate",
  g.to_participant::float8 as total, b.person_id is not null as account,
  coalesce((select array_agg(t.key) from app.tasks_of(array[m.id]) t where t.state in ('done', 'waived')), '{}') as done,
  coalesce((select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'step', p.step, 'amount', p.amount, 'state', p.state, 'purpose', p.purpose,
    'due', p.due, 'paidOn', p.paid_on, 'note', p.note, 'version', p.version) order by p.created_at, p.id)
    from payment p where p.mobility_id = m.id), '[]') as payments,
  coalesce((select sum((c ->> 'amount')::numeric - (c ->> 'refunded')::numeric) from withdrawal_case w, jsonb_array_elements(w.costs) c
    where w.mobility_id = m.id and (c ->> 'kept')::boolean), 0)::float8 as kept,
  coalesce(m.departure, 'infinity')::text as "sortKey"`
const joins = sql`join person s on s.id = m.person_id left join flow f on f.id = m.flow_id
  left join mobility_grant g on g.mobility_id = m.id left join bank_account b on b.person_id = m.person_id`

/** One page of a project's mobilities by departure. */
export async function listPayables(
  db: Db,
  projectId: string,
  filter: {
    search?: string | undefined
    flow?: string | undefined
    account?: 'missing' | undefined
    limit: number
    cursor?: string | undefined
  },
): Promise<{ items: PayableRow[]; next: string | null }> {
  const after = placeIn(filter.cursor, 'day', 'id')
  const search = filter.search?.trim()
  const { rows } = await sql<PayableRow>`
    select ${columns} from mobility m ${joins}
    where m.project_id = ${projectId}::uuid and m.status <> 'draft'
      and (not m.status = any (${[...uncountedStatuses]}::text[])
        or exists (select from payment p where p.mobility_id = m.id and p.state <> 'cancelled'))
      ${filter.flow ? sql`and m.flow_id = ${filter.flow}::uuid` : sql``}
      ${filter.account ? sql`and b.person_id is null` : sql``}
      ${search ? sql`and strpos(app.plain(s.given_name || ' ' || s.family_name || ' ' || m.number), app.plain(${search})) > 0` : sql``}
      ${after ? sql`and (coalesce(m.departure, 'infinity'), m.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by coalesce(m.departure, 'infinity'), m.id limit ${filter.limit + 1}`.execute(db)
  return cutPage(rows, filter.limit, (last) => [last.sortKey, last.mobilityId])
}

/** These mobilities, of the organisation or of one's own stay (row-level security). */
export async function payablesOf(db: Db, ids: readonly string[]): Promise<PayableRow[]> {
  const { rows } = await sql<PayableRow>`
    select ${columns} from mobility m ${joins} where m.id = any (${[...ids]}::uuid[]) order by m.departure, m.id`.execute(
    db,
  )
  return rows
}

/** The mobilities of a project that may be paid: those who have accepted, locked in one order so that two runs never take the same. */
export async function lockPayable(
  db: Db,
  projectId: string,
  only: { mobilities?: readonly string[] | undefined; flow?: string | undefined },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from mobility m
    where m.project_id = ${projectId}::uuid and m.status = any (${[...committedStatuses]}::text[])
      ${only.mobilities ? sql`and m.id = any (${[...only.mobilities]}::uuid[])` : sql``}
      ${only.flow ? sql`and m.flow_id = ${only.flow}::uuid` : sql``}
    order by m.id for update of m`.execute(db)
  return rows.map(({ id }) => id)
}

/** The instalments by project; the usual ones where nobody has chosen others. */
export async function templatesOf(
  db: Db,
  projectIds: readonly (string | null)[],
): Promise<Map<string, Instalment[]>> {
  const ids = [...new Set(projectIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; instalments: Instalment[] | null }>`
    select p.id, t.instalments from project p left join payment_template t on t.id = p.payment_template_id
    where p.id = any (${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.instalments ?? [...usualInstalments]]))
}

export const findPaidProject = (
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
) =>
  db
    .selectFrom('project as p')
    .leftJoin('payment_template as t', 't.id', 'p.payment_template_id')
    .select(['p.id', 'p.code', 't.instalments', 'p.payment_template_id', 't.version as templateVersion'])
    .where('p.id', '=', id)
    .where('p.organisation_id', '=', organisationId)
    .$if(options.lock === true, (q) => q.forUpdate('p'))
    .executeTakeFirst()

export async function saveTemplate(
  db: Db,
  project: { id: string; code: string; templateId: string | null; organisationId: string },
  instalments: readonly Instalment[],
): Promise<void> {
  if (project.templateId) {
    await db
      .updateTable('payment_template')
      .set((e) => ({ instalments: JSON.stringify(instalments), version: e('version', '+', 1) }))
      .where('id', '=', project.templateId)
      .execute()
    return
  }
  const row = await db
    .insertInto('payment_template')
    .values({
      organisation_id: project.organisationId,
      name: project.code,
      instalments: JSON.stringify(instalments),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('project').set({ payment_template_id: row.id }).where('id', '=', project.id).execute()
}

export const findPayment = (db: Db, organisationId: string, id: string) =>
  db
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()

export const settle = (db: Db, id: string, paidOn: Day | null, now: Date) =>
  db
    .updateTable('payment')
    .set((e) => ({
      state: paidOn ? 'paid' : 'cancelled',
      paid_on: paidOn,
      version: e('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

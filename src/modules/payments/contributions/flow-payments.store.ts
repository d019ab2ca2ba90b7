import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { CollectedKind } from './contributions.contract.ts'

/** A payment of a flow beside the instalments: from or to a participant, or to the host. */
export interface FlowPayment {
  id: string
  mobilityId: string | null
  /** The participant, or the organisation that is paid. */
  who: string
  kind: string
  amount: number
  purpose: string | null
  due: Day | null
  state: 'open' | 'in-run' | 'paid' | 'exempt'
  paidOn: Day | null
}

/** One page of a flow's payments beside the instalments, what is open first, then by name. */
export async function listFlowPayments(
  db: Db,
  flowId: string,
  page: { limit: number; cursor?: string | undefined; state?: string | undefined },
): Promise<{ items: FlowPayment[]; next: string | null }> {
  const after = placeIn(page.cursor, 'text', 'id')
  const { rows } = await sql<FlowPayment & { sortKey: string }>`
    select * from (
      select p.id, p.mobility_id as "mobilityId", coalesce(trim(s.given_name || ' ' || s.family_name), o.name, '') as who, p.kind,
        p.amount::float8 as amount, p.purpose, p.due, p.state, p.paid_on as "paidOn",
        case p.state when 'open' then '0' else '1' end || app.plain(coalesce(s.family_name || ' ' || s.given_name, o.name, '')) as "sortKey"
      from payment p
      left join mobility m on m.id = p.mobility_id
      left join person s on s.id = m.person_id
      left join organisation o on o.id = p.payee_id
      where (p.flow_id = ${flowId}::uuid or m.flow_id = ${flowId}::uuid) and p.kind <> 'instalment' and p.state <> 'cancelled'
        ${page.state ? sql`and p.state = ${page.state}` : sql``}
    ) f
    ${after ? sql`where ("sortKey", id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by "sortKey", id limit ${page.limit + 1}`.execute(db)
  const { items, next } = cutPage(rows, page.limit, (last) => [last.sortKey, last.id])
  return { items: items.map(({ sortKey: _sortKey, ...item }) => item), next }
}

/** These payments of a flow beside the instalments, locked in one order. */
export async function lockFlowPayments(
  db: Db,
  flowId: string,
  ids: readonly string[],
): Promise<{ id: string; mobilityId: string | null; kind: string; amount: number; state: string }[]> {
  const { rows } = await sql<{
    id: string
    mobilityId: string | null
    kind: string
    amount: number
    state: string
  }>`
    select p.id, p.mobility_id as "mobilityId", p.kind, p.amount::float8 as amount, p.state
    from payment p left join mobility m on m.id = p.mobility_id
    where p.id = any (${[...ids]}::uuid[]) and (p.flow_id = ${flowId}::uuid or m.flow_id = ${flowId}::uuid) and p.kind <> 'instalment'
    order by p.id for update of p`.execute(db)
  return rows
}

/** Marks open payments as paid on a day, or takes them back. */
export async function settleOpen(
  db: Db,
  ids: readonly string[],
  paidOn: Day | null,
  now: Date,
): Promise<void> {
  await sql`update payment set state = ${paidOn === null ? 'cancelled' : 'paid'}, paid_on = ${paidOn}::date, version = version + 1,
    updated_at = ${now} where id = any (${[...ids]}::uuid[]) and state = 'open'`.execute(db)
}

/** Those who have paid what was asked and to whom nothing was given back yet, with what they paid. */
export async function toGiveBack(
  db: Db,
  flowId: string,
  { kind, purpose }: { kind: CollectedKind; purpose: string },
): Promise<{ mobilityId: string; amount: number }[]> {
  const { rows } = await sql<{ mobilityId: string; amount: number }>`
    select p.mobility_id as "mobilityId", p.amount::float8 as amount
    from payment p join mobility m on m.id = p.mobility_id
    where m.flow_id = ${flowId}::uuid and p.kind = ${kind} and p.purpose = ${purpose} and p.state = 'paid'
      and not exists (select from payment r where r.mobility_id = p.mobility_id and r.kind = ${`${kind}-return`} and r.purpose = p.purpose
        and r.state <> 'cancelled')
    order by m.id for update of m`.execute(db)
  return rows
}

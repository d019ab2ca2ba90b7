import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Period } from './days.rules.ts'
import type { Kept } from './options.rules.ts'

export interface KeptRow extends Kept {
  /** Whether it touches the period; the others are of the same flows. */
  within: boolean
}

/**
 * What the organisation keeps for senders in a period, and whatever else it keeps for the same flows: quotations that are on the table with an
 * option that has not passed `today`, and what was ordered. Orders stand first, then options by their last day.
 */
export async function keptBetween(
  db: Db,
  organisationId: string,
  period: Period,
  today: Day,
): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    with kept as (
      select q.id, q.request_id, r.title, q.sender_id, coalesce(h.flow_id, r.flow_id) as flow_id, q.people, q.accompanying, q.starts_on, q.ends_on,
        case when h.id is null then q.option_until end as until,
        q.starts_on <= ${period.to}::date and q.ends_on >= ${period.from}::date as within
      from quotation q join request r on r.id = q.request_id left join host_order h on h.quotation_id = q.id and h.state = 'confirmed'
      where q.host_id = ${organisationId}::uuid and (h.id is not null or q.state = 'sent' and r.state in ('open', 'quoted')
        and q.option_until >= ${today}::date and q.valid_until >= ${today}::date)
    ), known as (
      select p.flow_id, count(*)::integer as count from mobility_party p
      where p.organisation_id = ${organisationId}::uuid and p.main and p.flow_id in (select k.flow_id from kept k where k.within)
        and p.status not in ('draft', 'withdrawn', 'cancelled', 'force-majeure')
      group by p.flow_id
    )
    select k.request_id as "requestId", k.title, k.sender_id as "senderId", o.name as sender, k.flow_id as "flowId", k.people, k.accompanying,
      k.starts_on as "from", k.ends_on as "to", k.until, coalesce(n.count, 0) as known, k.within
    from kept k join organisation o on o.id = k.sender_id left join known n on n.flow_id = k.flow_id
    where k.within or k.flow_id in (select w.flow_id from kept w where w.within)
    order by k.until nulls first, k.starts_on, k.id`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { Period } from './days.rules.ts'
import type { Option } from './options.rules.ts'

const most = 500

/**
 * What the organisation keeps for senders in a period: quotations that are on the table with an option that has not passed `today`, and what was
 * ordered. Whoever of the flow is known to the host by name counts there and not here.
 */
export async function optionsBetween(
  db: Db,
  organisationId: string,
  period: Period,
  today: Day,
): Promise<Option[]> {
  const { rows } = await sql<Option>`
    select q.request_id as "requestId", r.title, q.sender_id as "senderId", o.name as sender, coalesce(h.flow_id, r.flow_id) as "flowId",
      greatest(0, q.people - known.count)::integer as people, case when q.people > known.count then q.accompanying else 0 end as accompanying,
      q.starts_on as "from", q.ends_on as "to", case when h.id is null then q.option_until end as until
    from quotation q join request r on r.id = q.request_id join organisation o on o.id = q.sender_id
      left join host_order h on h.quotation_id = q.id and h.state = 'confirmed'
      cross join lateral (
        select count(*) from mobility_party p where p.flow_id = coalesce(h.flow_id, r.flow_id) and p.organisation_id = q.host_id and p.main
          and p.status not in ('draft', 'withdrawn', 'cancelled', 'force-majeure')
      ) known
    where q.host_id = ${organisationId}::uuid and (h.id is not null or q.state = 'sent' and q.option_until >= ${today}::date and q.valid_until >= ${today}::date)
      and q.starts_on <= ${period.to}::date and q.ends_on >= ${period.from}::date and q.people > known.count
    order by until nulls first, q.starts_on, q.id limit ${most}`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { committedStatuses } from '#modules/budget/budget.rules.ts'

export interface SplitRow {
  kind: 'per-participant' | 'percent' | null
  value: number | null
  note: string | null
  version: number
  hostId: string | null
  host: string | null
  participants: number
  support: number
  paid: number
}

/** A flow's split with what it is computed from: those who have accepted, and what was asked already. */
export async function readSplit(
  db: Db,
  organisationId: string,
  flowId: string,
  options: { lock?: boolean } = {},
): Promise<SplitRow | undefined> {
  if (options.lock)
    await sql`select from flow where id = ${flowId}::uuid and organisation_id = ${organisationId} for update`.execute(
      db,
    )
  const { rows } = await sql<SplitRow>`
    select s.kind, s.value::float8 as value, s.note, coalesce(s.version, 0) as version, f.hosting_id as "hostId", h.name as host,
      (select count(*) from mobility m where m.flow_id = f.id and m.status = any (${[...committedStatuses]}::text[]))::int as participants,
      coalesce((select sum(g.organisational_support) from mobility m join mobility_grant g on g.mobility_id = m.id
        where m.flow_id = f.id and m.status = any (${[...committedStatuses]}::text[])), 0)::float8 as support,
      coalesce((select sum(p.amount) from payment p where p.flow_id = f.id and p.kind = 'organisational-share' and p.state <> 'cancelled'), 0)::float8 as paid
    from flow f left join support_split s on s.flow_id = f.id left join organisation h on h.id = f.hosting_id
    where f.id = ${flowId}::uuid and f.organisation_id = ${organisationId}`.execute(db)
  return rows[0]
}

export async function saveSplit(
  db: Db,
  values: { flowId: string; organisationId: string; kind: string; value: number; note: string | null },
  now: Date,
): Promise<void> {
  await sql`insert into support_split (flow_id, organisation_id, kind, value, note, updated_at)
    values (${values.flowId}, ${values.organisationId}, ${values.kind}, ${values.value}, ${values.note}, ${now})
    on conflict (flow_id) do update set kind = excluded.kind, value = excluded.value, note = excluded.note,
      version = support_split.version + 1, updated_at = excluded.updated_at`.execute(db)
}

export async function insertShare(
  db: Db,
  values: {
    organisationId: string
    flowId: string
    payeeId: string
    amount: number
    due: string | null
    by: string
  },
): Promise<void> {
  await db
    .insertInto('payment')
    .values({
      organisation_id: values.organisationId,
      flow_id: values.flowId,
      payee_id: values.payeeId,
      kind: 'organisational-share',
      amount: values.amount,
      due: values.due,
      created_by: values.by,
    })
    .execute()
}

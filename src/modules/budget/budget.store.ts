import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { participantCategories } from '#modules/grants/participant-share.rules.ts'
import {
  add,
  addSums,
  committedStatuses,
  totalOf,
  uncountedStatuses,
  usedItems,
  type BudgetGroup,
  type Sums,
  type UsedItem,
} from './budget.rules.ts'

export interface BudgetProject {
  id: string
  code: string
  title: string
  action: string
  awarded: Record<string, number>
  objectives: { key: string; text: string }[]
  packId: string | null
  homeCountry: string | null
  homeTown: string | null
  version: number
}

/** A project of the organisation, as its budget sees it. */
export async function findBudgetProject(
  db: Db,
  organisationId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<BudgetProject | undefined> {
  const { rows } = await sql<BudgetProject>`
    select p.id, p.code, p.title, p.action, p.awarded, p.objectives, p.rule_pack_id as "packId", o.country as "homeCountry",
      o.town as "homeTown", p.version
    from project p join organisation o on o.id = p.organisation_id
    where p.id = ${id}::uuid and p.organisation_id = ${organisationId}::uuid
    ${options.lock ? sql`for update of p` : sql``}`.execute(db)
  return rows[0]
}

type GroupRow = Omit<BudgetGroup, 'sums' | 'paid'> & Record<string, unknown> & { counted: boolean }

/**
 * All mobilities of a project, grouped by what budgets are looked at by; one statement over the project's index. Of those who withdrew only
 * what they were paid is left. An instalment is spread over the participant's cost items in proportion to the grant that it pays.
 */
export async function groupsOf(db: Db, projectId: string): Promise<BudgetGroup[]> {
  const sums = usedItems.map((item) => {
    const column = columnOf(item)
    return sql`coalesce(sum(${column}), 0)::float8 as ${sql.ref(item)}, count(${column})::int as ${sql.ref(`n:${item}`)}`
  })
  const paid = participantCategories.map(
    (item) =>
      sql`coalesce(sum(p.paid * coalesce(${columnOf(item)}, 0) / nullif(g.to_participant, 0)), 0)::float8 as ${sql.ref(`paid:${item}`)}`,
  )
  const { rows } = await sql<GroupRow>`
    select m.flow_id as "flowId", m.activity_type as "activityType", m.country, to_char(m.departure, 'YYYY-MM') as month,
      m.status = any (${[...committedStatuses]}::text[]) as committed,
      coalesce(g.inputs ->> 'role', '') = 'accompanying' as accompanying, not m.status = any (${[...uncountedStatuses]}::text[]) as counted,
      count(*)::int as mobilities, coalesce(sum(g.days), 0)::int as days,
      count(*) filter (where g.inputs ->> 'fewerOpportunities' = 'true')::int as "fewerOpportunities",
      count(*) filter (where g.inputs ->> 'green' = 'true')::int as green,
      count(*) filter (where g.inputs ->> 'blended' = 'true')::int as blended,
      count(*) filter (where g.organisational_support is not null and g.inputs ->> 'noOrganisationalSupport' is distinct from 'true')::int
        as supported,
      count(*) filter (where g.total is null)::int as open,
      count(*) filter (where 'too-short' = any (g.warnings))::int as "tooShort",
      coalesce(sum(p.paid), 0)::float8 as paid, ${sql.join(paid)}, ${sql.join(sums)}
    from mobility m
    left join mobility_grant g on g.mobility_id = m.id
    left join (
      select mobility_id, sum(case kind when 'instalment' then amount else -amount end) as paid
      from payment where state = 'paid' and kind in ('instalment', 'recovery', 'withdrawal-return')
        and mobility_id in (select id from mobility where project_id = ${projectId}::uuid) group by mobility_id
    ) p on p.mobility_id = m.id
    where m.project_id = ${projectId}::uuid
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db)
  return rows.flatMap((row) => {
    const group = { ...keysOf(row), ...(row.counted ? countsOf(row) : emptyCounts), paid: paidOf(row) }
    return row.counted || row['paid'] !== 0 ? [group] : []
  })
}

const columnOf = (item: UsedItem) => sql.ref(`g.${item.replaceAll('-', '_')}`)

const keysOf = (row: GroupRow) => ({
  flowId: row.flowId,
  activityType: row.activityType,
  country: row.country,
  month: row.month,
  committed: row.committed,
  accompanying: row.accompanying,
})

/** What is counted of mobilities that nobody counts. */
const emptyCounts: Omit<BudgetGroup, keyof ReturnType<typeof keysOf> | 'paid'> = {
  mobilities: 0,
  days: 0,
  fewerOpportunities: 0,
  green: 0,
  blended: 0,
  supported: 0,
  open: 0,
  tooShort: 0,
  sums: {},
}

function countsOf(row: GroupRow): typeof emptyCounts {
  const sums: Sums = {}
  for (const item of usedItems) if (Number(row[`n:${item}`]) > 0) sums[item] = Number(row[item])
  const { mobilities, days, fewerOpportunities, green, blended, supported, open, tooShort } = row
  return { mobilities, days, fewerOpportunities, green, blended, supported, open, tooShort, sums }
}

/** What was paid by cost item; the cents that spreading leaves over, and what no grant explains, stand with individual support. */
function paidOf(row: GroupRow): Sums {
  const total = Number(row['paid'])
  const spread: Sums = {}
  for (const item of participantCategories) {
    const euros = Math.round(Number(row[`paid:${item}`]) * 100) / 100
    if (euros !== 0) spread[item] = euros
  }
  const rest = add(total, -totalOf(spread))
  return rest === 0 ? spread : addSums(spread, { 'individual-support': rest })
}

/** Shares of organisational support that were paid to hosts, flow by flow. */
export async function sharesPaid(db: Db, projectId: string): Promise<BudgetGroup[]> {
  const { rows } = await sql<ReturnType<typeof keysOf> & { paid: number }>`
    select f.id as "flowId", f.activity_type as "activityType", f.country, to_char(f.start_date, 'YYYY-MM') as month, true as committed,
      false as accompanying, sum(p.amount)::float8 as paid
    from flow f join payment p on p.flow_id = f.id and p.kind = 'organisational-share' and p.state = 'paid'
    where f.project_id = ${projectId}::uuid group by f.id`.execute(db)
  return rows.map(({ paid, ...keys }) => ({
    ...keys,
    ...emptyCounts,
    paid: { 'organisational-support': paid },
  }))
}

/** The flows at work of a project. */
export const flowsOfProject = (db: Db, projectId: string) =>
  db
    .selectFrom('flow')
    .select([
      'id',
      'name',
      'activity_type',
      'country',
      'town',
      'start_date',
      'end_date',
      'places',
      'accompanying_places',
    ])
    .where('project_id', '=', projectId)
    .where('archived_at', 'is', null)
    .orderBy('start_date')
    .orderBy('id')
    .execute()

export const targetsOf = (db: Db, projectId: string) =>
  db
    .selectFrom('budget_target')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('activity_type')
    .orderBy('id')
    .execute()

export interface TargetValues {
  participants: number
  days: number
  fewerOpportunities: number
  blended: number
  green: number
  accompanying: number
  objectives: string[]
}

/** The target of an activity type or flow, locked. */
export const findTarget = (db: Db, projectId: string, activityType: string, flowId: string | null) =>
  db
    .selectFrom('budget_target')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('activity_type', '=', activityType)
    .where('flow_id', flowId === null ? 'is' : '=', flowId)
    .forUpdate()
    .executeTakeFirst()

export async function saveTarget(
  db: Db,
  key: {
    id: string | null
    organisationId: string
    projectId: string
    activityType: string
    flowId: string | null
  },
  values: TargetValues,
  now: Date,
): Promise<void> {
  const columns = {
    participants: values.participants,
    days: values.days,
    fewer_opportunities: values.fewerOpportunities,
    blended: values.blended,
    green: values.green,
    accompanying: values.accompanying,
    objectives: values.objectives,
    updated_at: now,
  }
  if (key.id) {
    await db
      .updateTable('budget_target')
      .set((e) => ({ ...columns, version: e('version', '+', 1) }))
      .where('id', '=', key.id)
      .execute()
    return
  }
  await db
    .insertInto('budget_target')
    .values({
      ...columns,
      organisation_id: key.organisationId,
      project_id: key.projectId,
      activity_type: key.activityType,
      flow_id: key.flowId,
    })
    .execute()
}

export async function removeTarget(db: Db, projectId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('budget_target')
    .where('id', '=', id)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Answers the project's new version. */
export async function saveObjectives(
  db: Db,
  projectId: string,
  objectives: readonly { key: string; text: string }[],
): Promise<number> {
  const row = await db
    .updateTable('project')
    .set((e) => ({ objectives: JSON.stringify(objectives), version: e('version', '+', 1) }))
    .where('id', '=', projectId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

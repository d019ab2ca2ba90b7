import type { z } from 'zod'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnFlow } from '#modules/flows/flows.store.ts'
import { packsById } from '#modules/grants/stored/grants.store.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import { costItems, type Awarded } from '#modules/projects/cost-items.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import type { budgetContract } from './budget.contract.ts'
import {
  add,
  addSums,
  budgetWarnings,
  rollUp,
  sumsOf,
  totalOf,
  type BudgetGroup,
  type Sums,
} from './budget.rules.ts'
import * as store from './budget.store.ts'
import { freePlacesOf } from './free-places.ts'

type Contract = typeof budgetContract
export type ShownBudget = z.input<Contract['read']['answer']>

/** A project with its groups and pack, as everything about its budget needs them. */
export interface BudgetBase {
  project: store.BudgetProject
  pack: RulePack | null
  groups: BudgetGroup[]
  awarded: Awarded
}

export async function budgetBase(
  context: Context,
  projectId: string,
  options: { lock?: boolean } = {},
): Promise<BudgetBase> {
  const { organisationId } = memberOf(context.actor)
  const project = await store.findBudgetProject(context.db, organisationId, projectId, options)
  if (!project) throw notFound()
  const packs = await packsById(context.db, [project.packId])
  const groups = [
    ...(await store.groupsOf(context.db, projectId)),
    ...(await store.sharesPaid(context.db, projectId)),
  ]
  return {
    project,
    pack: project.packId === null ? null : (packs.get(project.packId) ?? null),
    groups,
    awarded: project.awarded as Awarded,
  }
}

/** The whole budget of a project. */
export async function readBudget(context: Context, projectId: string): Promise<ShownBudget> {
  const base = await budgetBase(context, projectId)
  const { project, pack, groups, awarded } = base
  const flows = await store.flowsOfProject(context.db, projectId)
  const free = pack
    ? freePlacesOf(pack, flows, groups, project, context.now.toISOString().slice(0, 10))
    : { groups: [], places: 0 }
  const planned = sumsOf(groups, pack)
  const committed = sumsOf(
    groups.filter((group) => group.committed),
    pack,
  )
  const forecast = sumsOf([...groups, ...free.groups], pack)
  const paid = groups.reduce<Sums>((sums, group) => addSums(sums, group.paid), {})
  const names = new Map(flows.map(({ id, name }) => [id, name]))
  const by = (keyOf: (group: BudgetGroup) => string | null, labels?: ReadonlyMap<string, string>) =>
    rollUp(groups, free.groups, keyOf).map((line) => ({ ...line, label: labels?.get(line.key) ?? null }))
  return {
    project: {
      id: project.id,
      code: project.code,
      title: project.title,
      action: project.action,
      version: project.version,
    },
    pack: pack && { name: pack.name, version: pack.version },
    items: itemsOf(awarded, { planned, committed, forecast, paid }),
    totals: {
      awarded: Object.values(awarded).reduce((sum, euros) => add(sum, euros), 0),
      planned: totalOf(planned),
      committed: totalOf(committed),
      paid: totalOf(paid),
      forecast: totalOf(forecast),
    },
    freePlaces: free.places,
    by: {
      activity: by(({ activityType }) => activityType),
      flow: by(({ flowId }) => flowId, names),
      country: by(({ country }) => country),
      month: by(({ month }) => month).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    },
    warnings: budgetWarnings({ awarded, forecast, groups, pack, action: project.action }),
    targets: await targetsOf(context, base, names),
    objectives: project.objectives,
    flows: flows.map(({ id, name, activity_type }) => ({ id, name, activityType: activity_type })),
  }
}

function itemsOf(
  awarded: Awarded,
  sums: { planned: Sums; committed: Sums; forecast: Sums; paid: Sums },
): ShownBudget['items'] {
  return costItems
    .map((item) => {
      const of = (all: Sums): number => (item === 'exceptional-costs-guarantee' ? 0 : (all[item] ?? 0))
      return {
        item,
        awarded: awarded[item] ?? 0,
        planned: of(sums.planned),
        committed: of(sums.committed),
        forecast: of(sums.forecast),
        paid: of(sums.paid),
      }
    })
    .filter((line) => line.awarded > 0 || line.planned > 0 || line.forecast > 0 || line.paid !== 0)
}

async function targetsOf(
  context: Context,
  { project, groups }: BudgetBase,
  names: ReadonlyMap<string, string>,
): Promise<ShownBudget['targets']> {
  const rows = await store.targetsOf(context.db, project.id)
  return rows.map((row) => {
    const meant = groups.filter(({ flowId, activityType }) =>
      row.flow_id ? flowId === row.flow_id : activityType === row.activity_type,
    )
    const sum = (of: (group: BudgetGroup) => number, accompanying = false): number =>
      meant.reduce((all, group) => all + (group.accompanying === accompanying ? of(group) : 0), 0)
    return {
      id: row.id,
      activityType: row.activity_type,
      flow: row.flow_id ? { id: row.flow_id, name: names.get(row.flow_id) ?? '' } : null,
      participants: row.participants,
      days: row.days,
      fewerOpportunities: row.fewer_opportunities,
      blended: row.blended,
      green: row.green,
      accompanying: row.accompanying,
      objectives: row.objectives,
      actual: {
        participants: sum(({ mobilities }) => mobilities),
        days: sum(({ days }) => days),
        fewerOpportunities: sum(({ fewerOpportunities }) => fewerOpportunities),
        blended: sum(({ blended }) => blended),
        green: sum(({ green }) => green),
        accompanying: sum(({ mobilities }) => mobilities, true),
      },
      version: row.version,
    }
  })
}

/** Sets one target. Throws `conflict` when somebody else has set it since it was read. */
export async function setTarget(
  context: Context,
  projectId: string,
  input: z.output<Contract['setTarget']['body']>,
): Promise<ShownBudget> {
  const { organisationId } = memberOf(context.actor)
  const { activityType, flowId = null, version, ...values } = input
  const project = await store.findBudgetProject(context.db, organisationId, projectId, { lock: true })
  if (!project) throw notFound()
  const flow = flowId === null ? null : await findOwnFlow(context.db, organisationId, flowId)
  if (flowId !== null && flow?.project_id !== projectId)
    throw invalidField('flowId', 'not-there', 'The project has no such flow.')
  if (values.fewerOpportunities > values.participants)
    throw invalidField(
      'fewerOpportunities',
      'budget:field.more-than-participants',
      'More than the participants.',
    )
  const present = await store.findTarget(context.db, projectId, activityType, flowId)
  if ((present?.version ?? 0) !== version)
    throw new Problem('conflict', {
      changed: {
        version: present?.version ?? 0,
        fields: ['participants'],
        by: null,
        at: present?.updated_at.toISOString() ?? null,
      },
    })
  const key = { id: present?.id ?? null, organisationId, projectId, activityType, flowId }
  await store.saveTarget(context.db, key, values, context.now)
  await tell(context, project, 'project.target-set')
  return readBudget(context, projectId)
}

export async function removeTarget(context: Context, projectId: string, targetId: string): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  const project = await store.findBudgetProject(context.db, organisationId, projectId, { lock: true })
  if (!project || !(await store.removeTarget(context.db, projectId, targetId))) throw notFound()
  await tell(context, project, 'project.target-removed')
}

/** Sets what the project wants to reach. Throws `conflict` when somebody else has since it was read. */
export async function setObjectives(
  context: Context,
  projectId: string,
  { objectives, version }: z.output<Contract['setObjectives']['body']>,
): Promise<ShownBudget> {
  const { organisationId } = memberOf(context.actor)
  const project = await store.findBudgetProject(context.db, organisationId, projectId, { lock: true })
  if (!project) throw notFound()
  const keys = new Set(objectives.map(({ key }) => key))
  if (keys.size < objectives.length)
    throw invalidField('objectives', 'budget:field.key-twice', 'Two objectives have the same key.')
  const texts = (list: readonly { text: string }[]): string => list.map(({ text }) => text).join('\n')
  const changes = changesBetween({ objectives: texts(project.objectives) }, { objectives: texts(objectives) })
  await refuseOverlap(context, projectId, project, version, changes)
  const saved = await store.saveObjectives(context.db, projectId, objectives)
  await recordEvent(context, {
    type: 'project.objectives-set',
    subject: { kind: 'budget', id: projectId },
    changes,
    data: { code: project.code, version: saved },
    audience: 'organisation',
  })
  return readBudget(context, projectId)
}

const tell = (context: Context, project: store.BudgetProject, type: string): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'budget', id: project.id },
    data: { code: project.code },
    audience: 'organisation',
  })

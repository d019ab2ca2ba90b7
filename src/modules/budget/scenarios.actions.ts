import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { costItems } from '#modules/projects/cost-items.rules.ts'
import { budgetBase, type BudgetBase } from './budget.actions.ts'
import type { budgetContract } from './budget.contract.ts'
import { budgetWarnings, sumsOf, totalOf, type Sums } from './budget.rules.ts'
import { kilometresTo } from './free-places.ts'
import * as store from './scenarios.store.ts'
import { imagine, withImagined, type ImaginedGroup } from './simulate.rules.ts'

type Contract = typeof budgetContract
type Simulation = z.input<Contract['simulate']['answer']>
type Scenario = z.input<Contract['keepScenario']['answer']>
type ScenarioInput = z.output<Contract['keepScenario']['body']>

/** What imagined groups would do to a project's budget. */
export async function simulate(
  context: Context,
  projectId: string,
  groups: readonly ImaginedGroup[],
): Promise<Simulation> {
  const base = await budgetBase(context, projectId)
  return computed(base, groups)
}

function computed(base: BudgetBase, asked: readonly ImaginedGroup[]): Simulation {
  const { project, pack, groups, awarded } = base
  if (!pack) throw notPossible('budget:whyNot.no-pack')
  const home = { country: project.homeCountry, action: project.action }
  const known = asked.map((one) => ({
    ...one,
    distanceKm: one.distanceKm ?? kilometresTo(project, one.country, one.town ?? null),
  }))
  const results = known.map((one) => imagine(pack, one, home))
  const together = withImagined(groups, results)
  const before = sumsOf(groups, pack)
  const after = sumsOf(together, pack)
  const people = (all: BudgetBase['groups']): number =>
    all.reduce((sum, { mobilities }) => sum + mobilities, 0)
  const of = (sums: Sums, item: (typeof costItems)[number]): number =>
    item === 'exceptional-costs-guarantee' ? 0 : (sums[item] ?? 0)
  return {
    items: costItems
      .map((item) => ({
        item,
        awarded: awarded[item] ?? 0,
        before: of(before, item),
        after: of(after, item),
      }))
      .filter((line) => line.awarded > 0 || line.before > 0 || line.after > 0),
    totals: {
      awarded: Object.values(awarded).reduce((sum, euros) => sum + euros, 0),
      before: totalOf(before),
      after: totalOf(after),
    },
    mobilities: { before: people(groups), after: people(together) },
    groups: results.map(({ group, perParticipant, warnings }, at) => ({
      perParticipant,
      total: totalOf(group.sums),
      distanceKm: known[at]?.distanceKm ?? null,
      warnings,
    })),
    warnings: budgetWarnings({ awarded, forecast: after, groups: together, pack, action: project.action }),
  }
}

export async function listScenarios(context: Context, projectId: string): Promise<{ items: Scenario[] }> {
  const base = await budgetBase(context, projectId)
  const rows = await store.scenariosOf(context.db, projectId)
  return { items: rows.map((row) => shown(base, row)) }
}

type ScenarioRow = Awaited<ReturnType<typeof store.scenariosOf>>[number]

function shown(base: BudgetBase, row: ScenarioRow): Scenario {
  const groups = row.groups as unknown as Scenario['groups']
  return {
    id: row.id,
    name: row.name,
    groups,
    madeFlows: row.made_flows_at !== null,
    result: computed(base, groups),
    version: row.version,
  }
}

export async function keepScenario(
  context: Context,
  projectId: string,
  input: ScenarioInput,
): Promise<Scenario> {
  const { organisationId } = memberOf(context.actor)
  const base = await budgetBase(context, projectId)
  const row = await store.insertScenario(context.db, { organisationId, projectId, ...input })
  await tell(context, projectId, 'project.scenario-kept', row.name)
  return shown(base, row)
}

export async function changeScenario(
  context: Context,
  projectId: string,
  id: string,
  version: number,
  input: ScenarioInput,
): Promise<Scenario> {
  const base = await budgetBase(context, projectId)
  const present = await store.findScenario(context.db, projectId, id, { lock: true })
  if (!present) throw notFound()
  if (present.version !== version)
    throw new Problem('conflict', {
      changed: {
        version: present.version,
        fields: ['groups'],
        by: null,
        at: present.updated_at.toISOString(),
      },
    })
  const row = await store.updateScenario(context.db, id, input, context.now)
  await tell(context, projectId, 'project.scenario-kept', row.name)
  return shown(base, row)
}

export async function removeScenario(context: Context, projectId: string, id: string): Promise<void> {
  await budgetBase(context, projectId)
  const present = await store.findScenario(context.db, projectId, id)
  if (!present || !(await store.removeScenario(context.db, projectId, id))) throw notFound()
  await tell(context, projectId, 'project.scenario-removed', present.name)
}

/** Plans a scenario's groups as flows; once only, so that a second press makes nothing double. */
export async function makeFlows(
  context: Context,
  projectId: string,
  id: string,
): Promise<{ flows: string[] }> {
  await budgetBase(context, projectId)
  const row = await store.findScenario(context.db, projectId, id, { lock: true })
  if (!row) throw notFound()
  if (row.made_flows_at) throw notPossible('budget:whyNot.already-flows')
  const groups = (row.groups as unknown as ImaginedGroup[]).filter(({ insteadOfFlow }) => !insteadOfFlow)
  if (groups.length === 0)
    throw invalidField('groups', 'budget:field.no-new-groups', 'There is no new group in it.')
  const flows = await addFlows(
    context,
    groups.map((group, at) => ({
      name: group.name || `${row.name} ${at + 1}`,
      projectId,
      activityType: group.activityType,
      country: group.country,
      town: group.town ?? null,
      startDate: group.startDate ?? null,
      endDate: group.startDate ? addDays(group.startDate, group.days - 1) : null,
      places: group.participants,
      accompanyingPlaces: group.accompanying ?? 0,
    })),
  )
  await store.markMade(context.db, id, context.now)
  await tell(context, projectId, 'project.scenario-planned', row.name)
  return { flows }
}

const tell = (context: Context, projectId: string, type: string, name: string): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'budget', id: projectId },
    data: { name },
    audience: 'organisation',
  })

import type { z } from 'zod'
import { daysBetween } from '#shared/dates.ts'
import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { nextYearDay, nextYearInText } from '#modules/projects/copy-project.rules.ts'
import { addProject, readProject } from '#modules/projects/projects.actions.ts'
import { findOwnProject } from '#modules/projects/projects.store.ts'
import { addFlows, readFlow, refuseMistakes, type FlowInput, type ShownFlow } from './flows.actions.ts'
import type { flowsContract } from './flows.contract.ts'
import { findOwnFlow, ownFlows, type FlowRow } from './flows.store.ts'

type Contract = typeof flowsContract

/** Plans a flow like another one, 52 weeks later unless told; people are not copied. */
export async function copyFlow(
  context: Context,
  id: string,
  input: z.output<Contract['copyFlow']['body']>,
): Promise<ShownFlow> {
  const { organisationId } = memberOf(context.actor)
  const flow = await findOwnFlow(context.db, organisationId, id)
  if (!flow) throw notFound()
  const told = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const copy: FlowInput = { ...later(flow, 365, flow.project_id), ...told }
  await refuseMistakes(context, copy, copy)
  const [copied = ''] = await addFlows(context, [copy])
  return readFlow(context, copied)
}

/** Writes down a project like another one; its flows come along, moved by as many whole weeks as the project starts later. */
export async function copyProject(
  context: Context,
  id: string,
  { withFlows, ...input }: z.output<Contract['copyProject']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  const project = await findOwnProject(context.db, organisationId, id)
  if (!project) throw notFound()
  const copy = await addProject(context, input)
  const days = daysBetween(project.start_date, input.startDate)
  const flows = withFlows ? await ownFlows(context.db, organisationId, id) : []
  if (flows.length > 0)
    await addFlows(
      context,
      flows.map((flow) => later(flow, days, copy.id)),
    )
  return readProject(context, copy.id)
}

function later(flow: FlowRow, days: number, projectId: string | null): FlowInput {
  const startDate = nextYearDay(flow.start_date, days)
  const year = Number((flow.start_date ?? '').slice(0, 4))
  return {
    name: year > 0 && days >= 180 ? nextYearInText(flow.name, year) : flow.name,
    projectId,
    activityType: flow.activity_type,
    country: flow.country,
    town: flow.town,
    startDate,
    endDate: nextYearDay(flow.end_date, days),
    places: flow.places,
    accompanyingPlaces: flow.accompanying_places,
    hostingId: flow.hosting_id,
  }
}

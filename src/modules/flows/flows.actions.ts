import { v7 as newId } from 'uuid'
import type { Insertable } from 'kysely'
import type { z } from 'zod'
import { invalidField, notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { Flow } from '#server/database/schema.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import { findOwnProject } from '#modules/projects/projects.store.ts'
import type { flowsContract } from './flows.contract.ts'
import { flowWarnings, placesLeft, placesTaken } from './flows.rules.ts'
import * as store from './flows.store.ts'

type Contract = typeof flowsContract
type FlowEdit = z.output<Contract['editFlow']['body']>
export type FlowInput = z.output<Contract['createFlow']['body']>
export type ShownFlow = z.input<Contract['readFlow']['answer']>

const today = (context: Context): string => context.now.toISOString().slice(0, 10)

function scopeOf(context: Context): store.FlowScope {
  const member = memberOf(context.actor)
  return {
    organisationId: member.organisationId,
    namedIn: member.namedMobilitiesOnly ? member.membershipId : null,
  }
}

/** The organisation's flows and those of others that it has a part in, with how full they are. */
export async function listFlows(context: Context, query: z.output<Contract['listFlows']['query']>) {
  const scope = scopeOf(context)
  const page = await store.listFlows(context.db, scope, query, query, today(context))
  const counts = await store.statusCounts(
    context.db,
    scope,
    page.items.map(({ id }) => id),
  )
  return { next: page.next, items: page.items.map((row) => showItem(scope, row, counts.get(row.id) ?? {})) }
}

export async function readFlow(context: Context, id: string): Promise<ShownFlow> {
  const scope = scopeOf(context)
  const row = await store.readFlow(context.db, scope, id)
  if (!row) throw notFound()
  const counts = await store.statusCounts(context.db, scope, [id])
  const shown = showItem(scope, row, counts.get(id) ?? {})
  const project =
    row.projectStart && row.projectEnd ? { startDate: row.projectStart, endDate: row.projectEnd } : null
  return { ...shown, warnings: shown.own ? flowWarnings({ ...shown, project }) : [] }
}

export async function createFlow(context: Context, input: FlowInput): Promise<ShownFlow> {
  await refuseMistakes(context, input, input)
  const [id = ''] = await addFlows(context, [input])
  return readFlow(context, id)
}

/** Writes flows down, one event each; answers their ids in the same order. The input has been checked. */
export async function addFlows(context: Context, inputs: readonly FlowInput[]): Promise<string[]> {
  const { organisationId } = memberOf(context.actor)
  const rows: (Insertable<Flow> & { id: string })[] = inputs.map((input) => ({
    ...columnsOf(input),
    name: input.name,
    activity_type: input.activityType,
    organisation_id: organisationId,
    id: newId(),
  }))
  await store.insertFlows(context.db, rows)
  await recordEvents(
    context,
    rows.map((row) => ({
      type: 'flow.created',
      subject: { kind: 'flow', id: row.id },
      data: { version: 1, name: row.name },
      audience: 'organisation',
    })),
  )
  return rows.map(({ id }) => id)
}

/** Saves the fields sent. Throws `conflict` where somebody else changed one of them meanwhile. */
export async function editFlow(
  context: Context,
  id: string,
  version: number,
  input: FlowEdit,
): Promise<ShownFlow> {
  const { organisationId } = memberOf(context.actor)
  const present = await store.findOwnFlow(context.db, organisationId, id, { lock: true })
  if (!present) throw notFound()
  const before = fieldsOf(present)
  const changes = changesBetween(before, input)
  const changed = Object.fromEntries(Object.entries(changes).map(([field, [, after]]) => [field, after]))
  await refuseMistakes(context, changed, { ...before, ...changed })
  await refuseOverlap(context, id, present, version, changes)
  if (Object.keys(changes).length === 0) return readFlow(context, id)
  const archivedAt = input.archived ? (present.archived_at ?? context.now) : null
  const row = await store.updateFlow(
    context.db,
    id,
    { ...columnsOf(input), ...(input.archived === undefined ? {} : { archived_at: archivedAt }) },
    context.now,
  )
  await recordEvent(context, {
    type: 'flow.changed',
    subject: { kind: 'flow', id },
    changes,
    data: { version: row.version, name: row.name },
    audience: 'organisation',
  })
  return readFlow(context, id)
}

function showItem(scope: store.FlowScope, row: store.NamedFlowRow, statuses: Record<string, number>) {
  const taken = placesTaken(statuses)
  return {
    ...fieldsOf(row),
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisationName },
    own: row.organisation_id === scope.organisationId,
    hosting: row.hosting_id ? { id: row.hosting_id, name: row.hostingName ?? '' } : null,
    project: row.projectId
      ? { id: row.projectId, code: row.projectCode ?? '', title: row.projectTitle ?? '' }
      : null,
    statuses,
    taken,
    left: placesLeft(row.places, taken),
    version: row.version,
  }
}

/** A row's fields under the names of the contract. */
function fieldsOf(row: store.FlowRow) {
  return {
    name: row.name,
    projectId: row.project_id,
    activityType: row.activity_type,
    country: row.country,
    town: row.town,
    startDate: row.start_date,
    endDate: row.end_date,
    places: row.places,
    accompanyingPlaces: row.accompanying_places,
    hostingId: row.hosting_id,
    archived: row.archived_at !== null,
  }
}

function columnsOf(input: FlowEdit) {
  const columns = {
    name: input.name,
    project_id: input.projectId,
    activity_type: input.activityType,
    country: input.country,
    town: input.town,
    start_date: input.startDate,
    end_date: input.endDate,
    places: input.places,
    accompanying_places: input.accompanyingPlaces,
    hosting_id: input.hostingId,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Refuses what cannot be: a return before the departure, another's project, a host that is no partner. */
export async function refuseMistakes(context: Context, changed: FlowEdit, whole: FlowEdit): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  if (whole.startDate && whole.endDate && whole.endDate < whole.startDate)
    throw invalidField('endDate', 'flows:field.before-departure', 'The return is before the departure.')
  if (changed.projectId && !(await findOwnProject(context.db, organisationId, changed.projectId)))
    throw invalidField('projectId', 'flows:field.no-project', 'There is no such project.')
  if (
    changed.hostingId &&
    changed.hostingId !== organisationId &&
    !(await store.isPartner(context.db, organisationId, changed.hostingId))
  )
    throw invalidField('hostingId', 'flows:field.no-partner', 'This organisation is not among the partners.')
}

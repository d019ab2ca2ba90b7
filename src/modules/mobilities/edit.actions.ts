import type { Updateable } from 'kysely'
import type { z } from 'zod'
import { invalidField, notAllowed, notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { Mobility } from '#server/database/schema.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import { activityType } from './activity-types.rules.ts'
import {
  lockMobilities,
  ownFlow,
  ownProject,
  updateMobility,
  worksTogether,
  type MobilityFullRow,
} from './edit.store.ts'
import { factsOfCompany, factsOfHost } from './fact-makers.rules.ts'
import { recordFacts, withdrawFacts } from './facts.actions.ts'
import { mayEdit } from './mobilities.access.ts'
import type { mobilityEdit } from './mobilities.shapes.contract.ts'
import { syncParties } from './parties.store.ts'
import { holdingIn, readMobility, type ShownRecord } from './record.actions.ts'

export type MobilityEdit = z.output<typeof mobilityEdit>

/** Saves the fields sent. Throws `conflict` where somebody else changed one of them meanwhile. */
export async function editMobility(
  context: Context,
  id: string,
  version: number,
  input: MobilityEdit,
): Promise<ShownRecord> {
  const holding = await holdingIn(context, id)
  if (!mayEdit(holding)) throw notAllowed('mobilities:whyNot.only-sending')
  const [present] = await lockMobilities(context.db, [id])
  if (!present) throw notFound()
  const changes = changesBetween(fieldsOf(present), input)
  const changed = Object.fromEntries(
    Object.entries(changes).map(([field, [, after]]) => [field, after]),
  ) as MobilityEdit
  await refuseMistakes(context, changed, { ...fieldsOf(present), ...changed })
  await refuseOverlap(context, id, present, version, changes)
  if (Object.keys(changes).length === 0) return readMobility(context, id)
  await saveEdit(context, present, changed)
  return readMobility(context, id)
}

/** Writes a checked edit: the row, its parties, the facts that no longer hold, and one event. */
export async function saveEdit(
  context: Context,
  present: MobilityFullRow,
  changed: MobilityEdit,
): Promise<void> {
  const { id } = present
  const newCompany = changed.companyId !== undefined
  const stage = newCompany ? { company_stage: changed.companyId ? ('proposed' as const) : null } : {}
  const { version } = await updateMobility(context.db, id, { ...columnsOf(changed), ...stage }, context.now)
  if (changed.hostingId !== undefined || newCompany) await syncParties(context.db, [id])
  if (changed.hostingId !== undefined) await dropContacts(context, id, 'hosting')
  if (newCompany) await dropContacts(context, id, 'company')
  await recordEvent(context, {
    type: 'mobility.edited',
    subject: { kind: 'mobility', id },
    mobilityId: id,
    changes: await named(context, changesBetween(fieldsOf(present), changed)),
    data: { version },
    // The sender's own note and numbers stay in its own journal.
    audience: Object.keys(changed).every((field) => field === 'note' || field === 'externalId')
      ? 'organisation'
      : 'parties',
  })
  if (changed.hostingId !== undefined) await withdrawFacts(context, [id], factsOfHost)
  if (newCompany) await withdrawFacts(context, [id], factsOfCompany)
  if (changed.companyId) await recordFacts(context, [{ mobilityId: id, name: 'company.proposed' }])
}

async function dropContacts({ db }: Context, mobilityId: string, role: string): Promise<void> {
  await db
    .deleteFrom('mobility_contact')
    .where('mobility_id', '=', mobilityId)
    .where('role', '=', role)
    .execute()
}

/** A row's fields under the names of the contract. */
export function fieldsOf(row: MobilityFullRow) {
  return {
    flowId: row.flow_id,
    projectId: row.project_id,
    activityType: row.activity_type,
    departure: row.departure,
    return: row.return_date,
    country: row.country,
    town: row.town,
    field: row.field,
    hostingId: row.hosting_id,
    companyId: row.company_id,
    note: row.note,
    externalId: row.external_id,
  }
}

export function columnsOf(input: MobilityEdit): Updateable<Mobility> {
  const columns = {
    flow_id: input.flowId,
    project_id: input.projectId,
    activity_type: input.activityType,
    departure: input.departure,
    return_date: input.return,
    country: input.country,
    town: input.town,
    field: input.field,
    hosting_id: input.hostingId,
    company_id: input.companyId,
    note: input.note,
    external_id: input.externalId,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Journals are read by people: ids of things are kept with the names they had. */
async function named(
  context: Context,
  changes: ReturnType<typeof changesBetween>,
): Promise<ReturnType<typeof changesBetween>> {
  const tables = {
    flowId: ['flow', 'flow'],
    projectId: ['project', 'project'],
    hostingId: ['organisation', 'hosting'],
    companyId: ['organisation', 'company'],
  } as const
  const entries = await Promise.all(
    Object.entries(changes).map(async ([field, [before, after]]) => {
      const table = tables[field as keyof typeof tables]
      if (!table) return [field, [before, after]] as const
      return [
        table[1],
        [await nameOf(context, table[0], before), await nameOf(context, table[0], after)],
      ] as const
    }),
  )
  return Object.fromEntries(entries.map(([field, pair]) => [field, [pair[0], pair[1]]]))
}

async function nameOf(
  { db }: Context,
  table: 'flow' | 'project' | 'organisation',
  id: unknown,
): Promise<string | null> {
  if (typeof id !== 'string') return null
  if (table === 'project')
    return (
      (await db.selectFrom('project').select('code').where('id', '=', id).executeTakeFirst())?.code ?? null
    )
  return (await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst())?.name ?? null
}

/** Refuses what cannot be: a return before the departure, an unknown activity, another's flow or project, a stranger as host. */
export async function refuseMistakes(
  context: Context,
  changed: MobilityEdit,
  whole: MobilityEdit,
): Promise<void> {
  const { db } = context
  const { organisationId } = memberOf(context.actor)
  if (whole.departure && whole.return && whole.return < whole.departure)
    throw invalidField('return', 'mobilities:field.before-departure', 'The return is before the departure.')
  if (changed.activityType !== undefined && !activityType(changed.activityType))
    throw invalidField('activityType', 'mobilities:field.no-activity', 'There is no such activity.')
  if (changed.flowId && !(await ownFlow(db, organisationId, changed.flowId)))
    throw invalidField('flowId', 'mobilities:field.no-flow', 'There is no such flow.')
  if (changed.projectId && !(await ownProject(db, organisationId, changed.projectId)))
    throw invalidField('projectId', 'mobilities:field.no-project', 'There is no such project.')
  for (const field of ['hostingId', 'companyId'] as const) {
    const other = changed[field]
    if (other && !(await worksTogether(db, organisationId, other)))
      throw invalidField(field, 'mobilities:field.no-partner', 'This organisation is not among the partners.')
  }
}

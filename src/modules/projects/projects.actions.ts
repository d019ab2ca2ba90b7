import type { z } from 'zod'
import { invalidField, notAllowed, notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import { awardedTotal, editedAward, type Awarded } from './cost-items.rules.ts'
import { codeWarnings, shortTermWarnings, type Action } from './project-warnings.rules.ts'
import { seesMoney } from './projects.access.ts'
import type { projectAnswer, projectsContract } from './projects.contract.ts'
import * as store from './projects.store.ts'

type Contract = typeof projectsContract
type ProjectInput = z.output<Contract['createProject']['body']>
type ProjectEdit = z.output<Contract['editProject']['body']>
type ShownProject = z.input<typeof projectAnswer>

const awardOf = (row: store.ProjectRow): Awarded => row.awarded as Awarded

export async function listProjects(context: Context, query: z.output<Contract['listProjects']['query']>) {
  const member = memberOf(context.actor)
  const page = await store.listProjects(context.db, member.organisationId, query, query)
  const money = member.permissions.has('money.read')
  return {
    next: page.next,
    items: page.items.map((row) => ({
      ...plainFields(row),
      flows: row.flows,
      mobilities: row.mobilities,
      ...(money ? { awardedTotal: awardedTotal(awardOf(row)) } : {}),
    })),
  }
}

/** One project, for its organisation and, without money, for those who have a part in it. */
export async function readProject(context: Context, id: string): Promise<ShownProject> {
  const member = memberOf(context.actor)
  const row = await store.readProject(context.db, member.organisationId, id)
  if (!row) throw notFound()
  const fields = plainFields(row)
  const own = row.organisation_id === member.organisationId
  const money = seesMoney(member, { organisationId: row.organisation_id })
  return {
    ...fields,
    flows: row.flows,
    mobilities: row.mobilities,
    organisation: { id: row.organisation_id, name: row.organisationName },
    own,
    ...(money ? { awarded: awardOf(row), awardedTotal: awardedTotal(awardOf(row)) } : {}),
    warnings: own
      ? [...codeWarnings(fields), ...shortTermWarnings({ ...fields, participants: row.participants })]
      : [],
  }
}

export async function createProject(context: Context, input: ProjectInput): Promise<ShownProject> {
  const row = await addProject(context, input)
  return readProject(context, row.id)
}

/** Writes down a project and its event; also for copies. */
export async function addProject(context: Context, input: ProjectInput): Promise<store.ProjectRow> {
  const { organisationId } = memberOf(context.actor)
  refuseMoney(context, organisationId, input)
  await refuseMistakes(context, organisationId, input, null)
  const row = await store.insertProject(context.db, {
    ...columnsOf(input),
    organisation_id: organisationId,
    code: input.code,
    title: input.title,
    call_year: input.callYear,
    action: input.action,
    start_date: input.startDate,
    end_date: input.endDate,
    awarded: JSON.stringify(editedAward({}, input.awarded ?? {})),
  })
  await recordEvent(context, {
    type: 'project.created',
    subject: { kind: 'project', id: row.id },
    data: { version: row.version, code: row.code },
    audience: 'organisation',
  })
  return row
}

/** Saves the fields sent. Throws `conflict` where somebody else changed one of them meanwhile. */
export async function editProject(
  context: Context,
  id: string,
  version: number,
  input: ProjectEdit,
): Promise<ShownProject> {
  const { organisationId } = memberOf(context.actor)
  const present = await store.findOwnProject(context.db, organisationId, id, { lock: true })
  if (!present) throw notFound()
  refuseMoney(context, organisationId, input)
  await refuseMistakes(
    context,
    organisationId,
    {
      code: input.code,
      startDate: input.startDate ?? present.start_date,
      endDate: input.endDate ?? present.end_date,
    },
    id,
  )
  const changes = changesBetween(flatFields(present), flatEdit(input))
  await refuseOverlap(context, id, present, version, changes)
  if (Object.keys(changes).length === 0) return readProject(context, id)
  const row = await store.updateProject(
    context.db,
    id,
    {
      ...columnsOf(input),
      ...(input.awarded ? { awarded: JSON.stringify(editedAward(awardOf(present), input.awarded)) } : {}),
      ...(input.archived === undefined
        ? {}
        : { archived_at: input.archived ? (present.archived_at ?? context.now) : null }),
    },
    context.now,
  )
  await recordEvent(context, {
    type: typeOf(changes),
    subject: { kind: 'project', id },
    changes,
    data: { version: row.version, code: row.code },
    audience: 'organisation',
  })
  return readProject(context, id)
}

function typeOf(changes: Record<string, [unknown, unknown]>): string {
  const archived = changes['archived']
  if (!archived || Object.keys(changes).length > 1) return 'project.changed'
  return archived[1] ? 'project.archived' : 'project.restored'
}

function plainFields(row: store.ProjectRow) {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    callYear: row.call_year,
    action: row.action as Action,
    startDate: row.start_date,
    endDate: row.end_date,
    field: row.field,
    archived: row.archived_at !== null,
    version: row.version,
  }
}

/** Each cost item is a field of its own, so that two people can fill in the award together. */
function flatFields(row: store.ProjectRow): Record<string, unknown> {
  return { ...plainFields(row), ...flatAward(awardOf(row)) }
}
const flatEdit = ({ awarded, ...fields }: ProjectEdit): Record<string, unknown> => ({
  ...fields,
  ...flatAward(awarded ?? {}),
})
const flatAward = (awarded: Partial<Record<string, number | null>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(awarded).map(([item, euros]) => [`awarded.${item}`, euros]))

function columnsOf(input: ProjectEdit) {
  const columns = {
    code: input.code,
    title: input.title,
    call_year: input.callYear,
    action: input.action,
    start_date: input.startDate,
    end_date: input.endDate,
    field: input.field,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function refuseMoney(context: Context, organisationId: string, input: ProjectEdit): void {
  if (input.awarded && !seesMoney(memberOf(context.actor), { organisationId }))
    throw notAllowed('projects:whyNot.money')
}

async function refuseMistakes(
  context: Context,
  organisationId: string,
  input: { code?: string | undefined; startDate: string; endDate: string },
  except: string | null,
): Promise<void> {
  if (input.endDate < input.startDate)
    throw invalidField('endDate', 'before-start', 'The end is before the start.')
  if (input.code && (await store.codeTaken(context.db, organisationId, input.code, except)))
    throw invalidField('code', 'taken', 'Another project has this code.')
}

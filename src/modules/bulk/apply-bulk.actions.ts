import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { bulkInput } from '#modules/bulk/bulk.contract.ts'
import { givePacks } from '#modules/departure-packs/give-packs.actions.ts'
import { editManyGrants } from '#modules/grants/stored/edit-many.actions.ts'
import { editManyProfiles } from '#modules/matching/edit-profiles.actions.ts'
import {
  lockMobilities,
  ownFlow,
  worksTogether,
  type MobilityFullRow,
} from '#modules/mobilities/edit.store.ts'
import { withPartyKeysLater } from '#modules/mobilities/parties.store.ts'
import { rolesHeldIn } from '#modules/mobilities/roles.store.ts'
import { changeStatuses } from '#modules/mobilities/status.actions.ts'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import { addTasks } from '#modules/tasks/tasks.actions.ts'
import { changeFields, type Change } from './change-fields.ts'
import { bulkFields, type BulkFields } from './bulk-fields.store.ts'
import { messagePeople } from './message.actions.ts'
import { done, refused, skipped, type Outcome } from './outcome.ts'

export type BulkInput = z.output<typeof bulkInput>
type GrantInput = Extract<BulkInput, { kind: 'set-grant' }>
type ProfileInput = Extract<BulkInput, { kind: 'set-profile' }>
type PackInput = Extract<BulkInput, { kind: 'give-pack' }>
type FieldsInput = Extract<BulkInput, { kind: 'assign-flow' | 'set-dates' | 'set-host' }>

/** Does one action to these mobilities, each judged for itself. Works for a thousand at once. */
export async function applyBulk(
  context: Context,
  ids: readonly string[],
  input: BulkInput,
): Promise<Outcome[]> {
  const roles = await rolesHeldIn(context, ids)
  const reached = ids.filter((id) => roles.has(id))
  // A mobility that left the list meanwhile is neither done nor told about.
  return withPartyKeysLater(context.db, reached, () => applyToReached(context, reached, roles, input))
}

async function applyToReached(
  context: Context,
  reached: readonly string[],
  roles: Awaited<ReturnType<typeof rolesHeldIn>>,
  input: BulkInput,
): Promise<Outcome[]> {
  if (input.kind === 'message') return messagePeople(context, reached, input)
  if (input.kind === 'change-status') return statuses(context, reached, input)
  if (input.kind === 'add-task') return tasks(context, reached, input)
  if (input.kind === 'set-profile') return profiles(context, reached, roles, input)
  const foreign = reached.filter((id) => !roles.get(id)?.includes('sending'))
  const own = reached.filter((id) => roles.get(id)?.includes('sending'))
  return [...foreign.map((id) => refused(id, 'only-sending')), ...(await applyToOwn(context, own, input))]
}

function applyToOwn(
  context: Context,
  own: readonly string[],
  input: FieldsInput | GrantInput | PackInput,
): Promise<Outcome[]> {
  if (input.kind === 'set-grant') return grants(context, own, input)
  return input.kind === 'give-pack' ? packs(context, own, input) : fields(context, own, input)
}

async function packs(context: Context, ids: readonly string[], { anyway }: PackInput): Promise<Outcome[]> {
  return (await givePacks(context, ids, { anyway })).map((one) => {
    if (one.outcome === 'given') return done(one.mobilityId)
    if (one.outcome === 'same') return skipped(one.mobilityId)
    return one.outcome === 'missing'
      ? refused(one.mobilityId, 'pack-waits', { count: one.missing.length })
      : refused(one.mobilityId, 'no-address')
  })
}

async function grants(
  context: Context,
  ids: readonly string[],
  { kind: _kind, ...edit }: GrantInput,
): Promise<Outcome[]> {
  const edited = await editManyGrants(context, ids, edit)
  return edited.map((one) => {
    if (one.outcome === 'changed') return done(one.mobilityId, { version: one.version, inputs: one.before })
    return one.outcome === 'same' ? skipped(one.mobilityId) : refused(one.mobilityId, 'over')
  })
}

/** Who places people says what they are placed by: the host as well as the sender. */
async function profiles(
  context: Context,
  reached: readonly string[],
  roles: Awaited<ReturnType<typeof rolesHeldIn>>,
  { kind: _kind, ...edit }: ProfileInput,
): Promise<Outcome[]> {
  const places = (id: string): boolean =>
    roles.get(id)?.some((role) => role === 'sending' || role === 'hosting') ?? false
  const edited = await editManyProfiles(context, reached.filter(places), edit)
  return [
    ...reached.filter((id) => !places(id)).map((id) => refused(id, 'only-sending')),
    ...edited.map((one) => {
      if (one.outcome === 'changed')
        return done(one.mobilityId, { version: one.version, profile: one.before })
      return one.outcome === 'same' ? skipped(one.mobilityId) : refused(one.mobilityId, 'over')
    }),
  ]
}

async function statuses(
  context: Context,
  ids: readonly string[],
  input: Extract<BulkInput, { kind: 'change-status' }>,
): Promise<Outcome[]> {
  const { to, reason, day, override } = input
  const answers = await changeStatuses(context, ids, {
    to,
    ...(reason ? { reason } : {}),
    ...(day ? { day } : {}),
    override: override ?? false,
  })
  return [...answers].map(([id, why]) => {
    if (why === null) return done(id)
    return why.code === 'already-there' ? skipped(id) : { ...refused(id, why.code, why.values) }
  })
}

async function tasks(
  context: Context,
  ids: readonly string[],
  input: Extract<BulkInput, { kind: 'add-task' }>,
): Promise<Outcome[]> {
  const { title, owner, anchor, offsetDays } = input
  const rows = await lockMobilities(context.db, ids)
  const days = Map.groupBy(rows, (row) => (anchor === 'departure' ? row.departure : row.return_date))
  const answers = new Map<string, string | { why: string }>()
  for (const [day, group] of days) {
    if (day === null) continue
    const added = await addTasks(
      context,
      group.map(({ id }) => id),
      { title, owner, due: addDays(day, offsetDays) },
    )
    for (const [id, answer] of added) answers.set(id, answer)
  }
  return ids.map((id) => {
    const answer = answers.get(id)
    if (answer === undefined) return refused(id, 'no-dates')
    return typeof answer === 'string' ? done(id, { task: answer }) : refused(id, answer.why)
  })
}

async function fields(context: Context, ids: readonly string[], input: FieldsInput): Promise<Outcome[]> {
  const wanted = await fieldsOf(context, input)
  const rows = await lockMobilities(context.db, ids)
  if (!wanted) return rows.map((row) => refused(row.id, 'not-there'))
  const outcomes: Outcome[] = []
  const changes: Change[] = []
  for (const row of rows) {
    const fields = changed(row, wanted.fields)
    const why = whyNot(row, fields)
    if (why) outcomes.push(refused(row.id, why))
    else if (Object.keys(fields).length === 0) outcomes.push(skipped(row.id))
    else changes.push({ row, fields })
  }
  const names = await namesOf(context, changes, wanted.names)
  return [
    ...outcomes,
    ...(await changeFields(context, changes, (_field, value) =>
      typeof value === 'string' ? (names.get(value) ?? value) : value,
    )),
  ]
}

function whyNot(row: MobilityFullRow, fields: BulkFields): string | null {
  if (!isOpen(row.status as Status)) return 'over'
  const departure = fields.departure === undefined ? row.departure : fields.departure
  const returnDate = fields.return_date === undefined ? row.return_date : fields.return_date
  return departure && returnDate && returnDate < departure ? 'return-before-departure' : null
}

/** Only what really changes: a row that has it all is skipped. */
function changed(row: MobilityFullRow, wanted: BulkFields): BulkFields {
  return Object.fromEntries(
    bulkFields
      .filter((field) => wanted[field] !== undefined && wanted[field] !== row[field])
      .map((field) => [field, wanted[field]]),
  )
}

/** The values that the action sets; null when the flow or host it names is not there for the asker. */
async function fieldsOf(
  context: Context,
  input: FieldsInput,
): Promise<{ fields: BulkFields; names: Map<string, string> } | null> {
  const { organisationId } = memberOf(context.actor)
  if (input.kind === 'set-dates')
    return { fields: { departure: input.departure, return_date: input.return }, names: new Map() }
  if (input.kind === 'set-host') {
    if (input.hostingId && !(await worksTogether(context.db, organisationId, input.hostingId))) return null
    return { fields: { hosting_id: input.hostingId }, names: new Map() }
  }
  if (input.flowId === null) return { fields: { flow_id: null }, names: new Map() }
  const flow = await ownFlow(context.db, organisationId, input.flowId)
  if (!flow) return null
  const dates =
    input.takeDates && flow.start_date && flow.end_date
      ? { departure: flow.start_date, return_date: flow.end_date }
      : {}
  const place = flow.country ? { country: flow.country, town: flow.town } : {}
  return {
    fields: {
      flow_id: flow.id,
      ...(flow.project_id ? { project_id: flow.project_id } : {}),
      ...place,
      ...dates,
    },
    names: new Map([[flow.id, flow.name]]),
  }
}

/** Names of the things that ids in these changes mean, for the journal. */
async function namesOf(
  { db }: Context,
  changes: readonly Change[],
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const ids = (field: keyof BulkFields): string[] => [
    ...new Set(
      changes
        .flatMap(({ row, fields }) => (field in fields ? [row[field], fields[field]] : []))
        .filter((id): id is string => typeof id === 'string'),
    ),
  ]
  const names = new Map(known)
  const flows = ids('flow_id')
  const hosts = ids('hosting_id')
  const projects = ids('project_id')
  if (flows.length > 0)
    for (const row of await db.selectFrom('flow').select(['id', 'name']).where('id', 'in', flows).execute())
      names.set(row.id, row.name)
  if (hosts.length > 0)
    for (const row of await db
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('id', 'in', hosts)
      .execute())
      names.set(row.id, row.name)
  if (projects.length > 0)
    for (const row of await db
      .selectFrom('project')
      .select(['id', 'code'])
      .where('id', 'in', projects)
      .execute())
      names.set(row.id, row.code)
  return names
}

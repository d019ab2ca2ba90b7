import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { invalidField, notAllowed, notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent, type Changes } from '#modules/journal/journal.store.ts'
import { isAbsent } from './duty-holder.rules.ts'
import type { membersContract } from './members.contract.ts'
import { whyNotGiveRoles, whyNotLeave } from './members.rules.ts'
import * as store from './members.store.ts'
import { namedOnlyRoles } from './permissions.rules.ts'

type Contract = typeof membersContract

export async function listMembers(context: Context, page: z.output<Contract['listMembers']['query']>) {
  const found = await store.listMembers(context.db, memberOf(context.actor).organisationId, page)
  return { next: found.next, items: found.items.map((row) => show(context, row)) }
}

/** Changes roles and reach of a member. Throws `conflict` where somebody else changed the same meanwhile. */
export async function editMember(
  context: Context,
  id: string,
  version: number,
  input: z.output<Contract['editMember']['body']>,
) {
  const { members, present } = await lock(context, id)
  const roles = input.roles && [...new Set(input.roles)]
  if (roles) refuseRoles(context, members, present, roles)
  const fields = {
    roles,
    namedMobilitiesOnly: input.namedMobilitiesOnly ?? namedOnlyBy(roles, present.roles),
  }
  const changes = changesBetween(
    { roles: present.roles, namedMobilitiesOnly: present.named_mobilities_only },
    fields,
  )
  await refuseOverlap(context, id, present, version, changes)
  if (Object.keys(changes).length > 0)
    await save(context, present, 'member.changed', changes, {
      ...(roles ? { roles } : {}),
      ...(fields.namedMobilitiesOnly === undefined
        ? {}
        : { named_mobilities_only: fields.namedMobilitiesOnly }),
    })
  return read(context, id)
}

/** Says when a member is away: everyone for themselves, those who manage members for all. */
export async function setAbsence(
  context: Context,
  id: string,
  absence: { absentFrom: Day | null; absentUntil: Day | null },
) {
  const member = memberOf(context.actor)
  const { present } = await lock(context, id)
  if (member.membershipId !== id && !member.permissions.has('members.manage'))
    throw notAllowed('organisations:whyNot.own-absence-only')
  if (absence.absentFrom && absence.absentUntil && absence.absentUntil < absence.absentFrom)
    throw invalidField('absentUntil', 'organisations:field.before-start', 'The end is before the start.')
  const changes = changesBetween(
    { absentFrom: present.absent_from, absentUntil: present.absent_until },
    absence,
  )
  if (Object.keys(changes).length > 0)
    await save(context, present, 'member.absent', changes, {
      absent_from: absence.absentFrom,
      absent_until: absence.absentUntil,
    })
  return read(context, id)
}

/** Ends a membership; its duties fall to the substitutes. */
export async function endMembership(context: Context, id: string): Promise<void> {
  const { members, present } = await lock(context, id)
  refuseRoles(context, members, present, [])
  const duties = await store.deleteDutiesOf(context.db, id)
  await save(
    context,
    present,
    'member.ended',
    { endedAt: [null, context.now.toISOString()] },
    { ended_at: context.now },
    { duties },
  )
}

async function lock(context: Context, id: string) {
  const members = await store.lockMembers(context.db, memberOf(context.actor).organisationId)
  const present = members.find((one) => one.id === id)
  if (!present) throw notFound()
  return { members, present }
}

function refuseRoles(
  context: Context,
  members: readonly store.MemberRow[],
  present: store.MemberRow,
  roles: readonly string[],
): void {
  const forbidden = whyNotGiveRoles(memberOf(context.actor), present.roles, roles)
  if (forbidden) throw notAllowed(`organisations:whyNot.${forbidden}`)
  const impossible = whyNotLeave(members, present.id, roles)
  if (impossible) throw notPossible(`organisations:whyNot.${impossible}`)
}

/** Roles for named mobilities only bring that reach with them, and take it away again. */
function namedOnlyBy(roles: readonly string[] | undefined, before: readonly string[]): boolean | undefined {
  if (!roles) return undefined
  const only = (some: readonly string[]) =>
    some.every((role) => (namedOnlyRoles as readonly string[]).includes(role))
  return only(roles) === only(before) ? undefined : only(roles)
}

async function save(
  context: Context,
  present: store.MemberRow,
  type: string,
  changes: Changes,
  values: Parameters<typeof store.updateMember>[2],
  data: Record<string, unknown> = {},
): Promise<void> {
  const row = await store.updateMember(context.db, present.id, values)
  await recordEvent(context, {
    type,
    subject: { kind: 'membership', id: present.id },
    changes,
    data: { ...data, version: row.version, name: row.name },
    audience: 'organisation',
  })
}

async function read(context: Context, id: string) {
  const row = await store.readMember(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return show(context, row)
}

function show(context: Context, row: store.MemberRow & { duties: string[] }) {
  const absence = { absentFrom: row.absent_from, absentUntil: row.absent_until }
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    namedMobilitiesOnly: row.named_mobilities_only,
    ...absence,
    absentToday: isAbsent(absence, context.now.toISOString().slice(0, 10)),
    duties: row.duties,
    self: row.id === memberOf(context.actor).membershipId,
    since: row.created_at.toISOString(),
    version: row.version,
  }
}

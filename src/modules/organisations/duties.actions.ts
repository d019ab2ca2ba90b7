import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { invalidField } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { duties } from './duties.rules.ts'
import { dutyHolderOn } from './duty-holder.rules.ts'
import type { holderInput } from './members.contract.ts'
import * as store from './duties.store.ts'

type HolderInput = z.output<typeof holderInput>

/** All duties of the organisation with their holders, and who has each of them today. */
export async function listDuties(context: Context) {
  const holders = await store.holdersOf(context.db, memberOf(context.actor).organisationId)
  return { items: showDuties(holders, dayOf(context), duties) }
}

/** Names the holders of one duty, the first one first. */
export async function putDuty(context: Context, duty: string, input: readonly HolderInput[]) {
  const { organisationId } = memberOf(context.actor)
  await saveHolders(context, organisationId, duty, input)
  const holders = await store.holdersOf(context.db, organisationId)
  return showDuty(
    duty,
    holders.filter((one) => one.duty === duty),
    dayOf(context),
  )
}

/** Saves the holders of a duty of an organisation that the actor answers for, with one event. */
export async function saveHolders(
  context: Context,
  organisationId: string,
  duty: string,
  input: readonly HolderInput[],
): Promise<void> {
  await refuseMistakes(context, organisationId, input)
  const before = (await store.holdersOf(context.db, organisationId)).filter((one) => one.duty === duty)
  await store.replaceHolders(
    context.db,
    organisationId,
    duty,
    input.map((holder) =>
      'member' in holder
        ? { membership_id: holder.member }
        : {
            name: holder.name,
            email: holder.email,
            phone: holder.phone ?? null,
            absent_from: holder.absentFrom,
            absent_until: holder.absentUntil,
          },
    ),
  )
  const after = (await store.holdersOf(context.db, organisationId)).filter((one) => one.duty === duty)
  await recordEvent(context, {
    type: 'duty.changed',
    subject: { kind: 'organisation', id: organisationId },
    changes: { [`duty.${duty}`]: [before.map(nameOf), after.map(nameOf)] },
    audience: 'organisation',
  })
}

const nameOf = ({ name }: { name: string }): string => name
const dayOf = (context: Context): Day => context.now.toISOString().slice(0, 10)

async function refuseMistakes(
  context: Context,
  organisationId: string,
  input: readonly HolderInput[],
): Promise<void> {
  const members = input.flatMap((holder) => ('member' in holder ? [holder.member] : []))
  const known = await store.knownMembers(context.db, organisationId, members)
  for (const [i, holder] of input.entries()) {
    if ('member' in holder) {
      if (!known.has(holder.member))
        throw invalidField(
          `holders.${i}.member`,
          'organisations:field.not-a-member',
          'Nobody of this organisation.',
        )
      if (members.indexOf(holder.member) !== members.lastIndexOf(holder.member))
        throw invalidField(`holders.${i}.member`, 'organisations:field.named-twice', 'Named twice.')
    } else if (holder.absentFrom && holder.absentUntil && holder.absentUntil < holder.absentFrom)
      throw invalidField(
        `holders.${i}.absentUntil`,
        'organisations:field.before-start',
        'The end is before the start.',
      )
  }
}

/** Duties with their holders, in the order of `order`; those that nobody holds included. */
export function showDuties(holders: readonly store.HolderRow[], day: Day, order: readonly string[]) {
  const others = [...new Set(holders.map(({ duty }) => duty))].filter((duty) => !order.includes(duty))
  return [...order, ...others].map((duty) =>
    showDuty(
      duty,
      holders.filter((one) => one.duty === duty),
      day,
    ),
  )
}

function showDuty(duty: string, holders: readonly store.HolderRow[], day: Day) {
  const answer = dutyHolderOn(holders, day)
  const nobody = answer.kind === 'nobody'
  return {
    duty,
    holders: holders.map(({ duty: _duty, position: _position, ...holder }) => holder),
    today: {
      kind: answer.kind,
      holder: nobody ? null : answer.holder.id,
      reason: nobody ? answer.code : null,
      backOn: nobody && answer.code === 'all-absent' ? answer.backOn : null,
    },
  }
}

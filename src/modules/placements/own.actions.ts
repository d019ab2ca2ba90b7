import type { z } from 'zod'
import { notFound, notPossible, Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { guardianDecides } from './placements.access.ts'
import type { ownPlacementsContract } from './placements.contract.ts'
import { isFirm, type Side } from './placement-steps.rules.ts'
import { lockPlacements, placementsOf, type PlacementRow } from './placements.store.ts'
import { sharedOf } from './show-placement.ts'
import { takeSteps } from './take-steps.actions.ts'

type Contract = typeof ownPlacementsContract
type Answer = z.input<Contract['list']['answer']>
type Shown = Answer['items'][number]

/** One's own placements from the moment they are sent: before, it is a plan that may change. */
export async function listOwnPlacements(context: Context, mobilityId: string): Promise<Answer> {
  const role = await ownRole(context, mobilityId)
  const rows = await placementsOf(context.db, [mobilityId])
  return { items: rows.filter(({ step }) => !hidden.has(step)).map((row) => show(context, row, role)) }
}

/** What is not there yet, or is not there any more. */
const hidden = new Set(['proposed', 'refused', 'withdrawn'])

/** Says yes, or what is wrong. */
export async function answerOwn(
  context: Context,
  mobilityId: string,
  id: string,
  answer: z.output<Contract['approve']['body']>,
): Promise<Answer> {
  const role = await ownRole(context, mobilityId)
  const known = (await placementsOf(context.db, [mobilityId])).some(
    (row) => row.id === id && !hidden.has(row.step),
  )
  if (!known) throw notFound()
  await lockPlacements(context.db, [id])
  const rows = (await placementsOf(context.db, [mobilityId])).filter((row) => row.id === id)
  const [row] = rows
  if (row && sidesFor(context, row, role).length === 0)
    throw notPossible(
      role === 'guardian' ? 'placements:whyNot.participant-decides' : 'placements:whyNot.guardian-decides',
    )
  const act = answer.yes ? ({ do: 'approve' } as const) : ({ do: 'object', words: answer.words } as const)
  const [one] = await takeSteps(context, rows, act, (each) => sidesFor(context, each, role))
  if (one?.why) throw notPossible(`placements:whyNot.${one.why.code}`, one.why.values)
  return listOwnPlacements(context, mobilityId)
}

type OwnRole = 'participant' | 'guardian'

/** Whether one is the participant or the guardian of this stay; it does not exist for anybody else. */
export async function ownRole(context: Context, mobilityId: string): Promise<OwnRole> {
  if (context.actor.kind !== 'person') throw new Problem('not-signed-in')
  const roles = await rolesHeld(context, mobilityId)
  const role = (['participant', 'guardian'] as const).find((one) => roles.includes(one))
  if (!role) throw notFound()
  return role
}

function sidesFor(context: Context, row: PlacementRow, role: OwnRole): Side[] {
  const decides = guardianDecides(row, todayOf(context)) ? 'guardian' : 'participant'
  return role === decides ? ['participant'] : []
}

function show(context: Context, row: PlacementRow, role: OwnRole): Shown {
  return {
    ...sharedOf(row),
    // Before the company has said yes, its reasons and hours are between it and those who arrange.
    ...(isFirm(row.step) || row.step === 'ended' ? {} : { workplaceAddress: null, tutor: null }),
    company: { name: row.company, town: row.town, country: row.country },
    position: row.position,
    tasks: row.tasks,
    approval: approvalOf(context, row, role),
    objection: row.objection,
    approvedBySender: row.approvedBySender,
  }
}

function approvalOf(context: Context, row: PlacementRow, role: OwnRole): Shown['approval'] {
  if (row.step === 'sent' || row.step === 'interview') return 'later'
  if (row.approvedByParticipant) return 'given'
  if (row.step !== 'accepted' && row.step !== 'approved') return 'none'
  if (sidesFor(context, row, role).length > 0) return 'yours'
  return role === 'participant' ? 'guardian' : 'none'
}

import { invalidField } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { followPlacements } from './follow-placements.actions.ts'
import { afterApproval, whyNot, type Side, type WhyNot } from './placement-steps.rules.ts'
import { nameTutor, saveStep, type StepChange } from './placement-writes.store.ts'
import type { AskedAct } from './placements.shapes.contract.ts'
import type { PlacementRow } from './placements.store.ts'
import { tellAbout } from './tell.actions.ts'

/** What came of it for one placement; `why` is null where it was done. */
export interface Judged {
  row: PlacementRow
  why: WhyNot | null
}

/**
 * Takes placements a step on, each judged for itself; those that cannot stay as they are. The rows are locked, and in them is whose
 * side the actor is on. Records, facts, events and mails follow in the same transaction.
 */
export async function takeSteps(
  context: Context,
  rows: readonly PlacementRow[],
  act: AskedAct,
  sidesOf: (row: PlacementRow) => readonly Side[],
): Promise<Judged[]> {
  refuseBadInput(context, act)
  const judged = rows.map((row) => ({ row, why: whyNot(row, act.do, sidesOf(row)) ?? missing(row, act) }))
  const taken = judged.filter(({ why }) => why === null).map(({ row }) => row)
  await save(context, taken, act, sidesOf)
  await recordEvents(
    context,
    taken.map((row) => ({
      type: `placement.${events[act.do]}`,
      subject: { kind: 'placement', id: row.id },
      mobilityId: row.mobilityId,
      data: { company: row.company, ...dataOf(act), by: sidesOf(row)[0] ?? 'arranger' },
    })),
  )
  if (act.do !== 'send' && act.do !== 'interview' && act.do !== 'outcome')
    await followPlacements(context, [...new Set(taken.map(({ mobilityId }) => mobilityId))])
  if (act.do === 'accept' && act.tutor)
    for (const { mobilityId, companyId } of taken)
      await nameTutor(context.db, mobilityId, companyId, act.tutor, context.now)
  await tellConfirmedBy(context, taken, act, sidesOf)
  await tellAbout(context, act.do, taken)
  return judged
}

const events = {
  send: 'sent',
  interview: 'interview-set',
  outcome: 'interview-held',
  accept: 'accepted',
  refuse: 'refused',
  approve: 'approved',
  object: 'objected',
  confirm: 'confirmed',
  withdraw: 'withdrawn',
} as const

function refuseBadInput(context: Context, act: AskedAct): void {
  if (act.do === 'interview' && act.interview.day < todayOf(context))
    throw invalidField('interview.day', 'placements:field.past', 'This day is past.')
  if (act.do === 'refuse' && act.code === 'other' && !act.reason)
    throw invalidField('reason', 'placements:field.reason-needed', 'Say why.')
  if (act.do === 'withdraw' && act.code === 'other' && !act.reason)
    throw invalidField('reason', 'placements:field.reason-needed', 'Say why.')
}

/** Whoever confirms what not everybody has agreed to says why. */
function missing(row: PlacementRow, act: AskedAct): WhyNot | null {
  const agreed = row.approvedBySender && row.approvedByParticipant
  return act.do === 'confirm' && !agreed && !act.reason ? { code: 'reason-needed', values: {} } : null
}

const dataOf = (act: AskedAct): Record<string, unknown> => ({
  ...('code' in act ? { code: act.code } : {}),
  ...('reason' in act && act.reason ? { reason: act.reason } : {}),
  ...('words' in act ? { reason: act.words } : {}),
  ...(act.do === 'interview'
    ? { day: act.interview.day, time: act.interview.time ?? '', way: act.interview.way }
    : {}),
  ...(act.do === 'outcome' ? { reason: act.outcome } : {}),
})

async function save(
  context: Context,
  rows: readonly PlacementRow[],
  act: AskedAct,
  sidesOf: (row: PlacementRow) => readonly Side[],
): Promise<void> {
  // Rows that go the same way are one statement.
  const ways = Map.groupBy(rows, (row) => JSON.stringify(changeOf(row, act, sidesOf(row))))
  for (const same of ways.values()) {
    const [first] = same
    if (first)
      await saveStep(
        context.db,
        same.map(({ id }) => id),
        changeOf(first, act, sidesOf(first)),
        context.now,
      )
  }
}

function changeOf(row: PlacementRow, act: AskedAct, sides: readonly Side[]): StepChange {
  switch (act.do) {
    case 'send':
      return { step: 'sent', sent: true }
    case 'interview': {
      const { day, time, way, place } = act.interview
      return {
        step: 'interview',
        interview: { day, time: time ?? null, way, place: place ?? null, outcome: null },
      }
    }
    case 'outcome':
      return row.interview
        ? { step: 'interview', interview: { ...row.interview, outcome: act.outcome } }
        : { step: 'interview' }
    case 'accept':
      return {
        step: 'accepted',
        sent: true,
        shared: true,
        workingHours: act.workingHours ?? null,
        workplaceAddress: act.workplaceAddress ?? null,
        tutor: act.tutor ?? null,
      }
    case 'refuse':
      return { step: 'refused', reasonCode: act.code, reason: act.reason ?? null }
    case 'approve': {
      const sender = row.approvedBySender || sides.includes('sending')
      const participant = row.approvedByParticipant || sides.includes('participant')
      return {
        step: afterApproval(sender, participant),
        ...(sides.includes('sending') ? { approvedBySender: true as const } : {}),
        ...(sides.includes('participant') ? { approvedByParticipant: true, objection: null } : {}),
      }
    }
    case 'object':
      return {
        step: afterApproval(row.approvedBySender, false),
        approvedByParticipant: false,
        objection: act.words,
      }
    case 'confirm':
      return { step: 'confirmed', reason: act.reason ?? null, objection: null }
    default:
      return { step: 'withdrawn', reasonCode: act.code, reason: act.reason ?? null }
  }
}

/** When the second of two says yes, nobody confirms by hand: it is told as an event of its own. */
async function tellConfirmedBy(
  context: Context,
  rows: readonly PlacementRow[],
  act: AskedAct,
  sidesOf: (row: PlacementRow) => readonly Side[],
): Promise<void> {
  if (act.do !== 'approve') return
  const confirmed = rows.filter((row) => changeOf(row, act, sidesOf(row)).step === 'confirmed')
  await recordEvents(
    context,
    confirmed.map((row) => ({
      type: 'placement.confirmed',
      subject: { kind: 'placement', id: row.id },
      mobilityId: row.mobilityId,
      data: { company: row.company, automatic: true },
    })),
  )
  await tellAbout(context, 'confirm', confirmed)
}

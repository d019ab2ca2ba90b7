import type { z } from 'zod'
import type { Context } from '#server/context.ts'
import { memberOf } from '#server/actor.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { arrangingRole, guardianDecides, sidesOf } from './placements.access.ts'
import { acts, turnsOf, whyNot, type Act, type Side, type Standing } from './placement-steps.rules.ts'
import type { placementRow } from './placements.shapes.contract.ts'
import type { PlacementRow } from './placements.store.ts'

/** What only those see who see the record. */
type OfRecord = Pick<
  PlacementRow,
  | 'number'
  | 'status'
  | 'departure'
  | 'returnDate'
  | 'birthDate'
  | 'participant'
  | 'givenName'
  | 'flowId'
  | 'flow'
  | 'school'
  | 'guardianApproves'
>

export type ShownPlacement = z.input<typeof placementRow>

/** What all sides see of a placement. */
export const sharedOf = (row: Omit<PlacementRow, keyof OfRecord>) => ({
  id: row.id,
  step: row.step,
  since: row.since.toISOString(),
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  share: row.share,
  interview: row.interview,
  workingHours: row.workingHours,
  workplaceAddress: row.workplaceAddress,
  tutor: row.tutor,
  reasonCode: row.reasonCode,
  reason: row.reason,
})

/** What can be done from these sides, each with why not; acts of other sides are left out. */
export function actsFor(row: Standing, sides: readonly Side[], of: readonly Act[]): ShownPlacement['acts'] {
  return of
    .map((act) => ({ act, whyNot: whyNot(row, act, sides) }))
    .filter(({ whyNot: why }) => why === null || why.code === 'not-now' || why.code === 'approved-already')
}

/** A placement as staff see it. */
export function showPlacement(context: Context, row: PlacementRow): ShownPlacement {
  const member = memberOf(context.actor)
  const guardian = guardianDecides(row, todayOf(context))
  const edits = member.permissions.has('mobilities.edit')
  return {
    ...sharedOf(row),
    version: row.version,
    mobility: { id: row.mobilityId, number: row.number, status: row.status },
    participant: row.participant,
    school: { id: row.sendingId, name: row.school },
    flow: row.flowId ? { id: row.flowId, name: row.flow ?? '' } : null,
    company: { id: row.companyId, name: row.company, town: row.town, country: row.country },
    position: row.positionId ? { id: row.positionId, title: row.position ?? '' } : null,
    arrangedBy: { id: row.arrangedBy, name: row.arranger },
    sentAt: row.sentAt?.toISOString() ?? null,
    approvals: {
      sender: row.approvedBySender,
      participant: row.approvedByParticipant,
      by: guardian ? 'guardian' : 'participant',
    },
    objection: row.objection,
    turns: turnsOf(row, arrangingRole(row), guardian),
    acts: edits
      ? actsFor(
          row,
          sidesOf(row, member.organisationId),
          acts.filter((act) => act !== 'object'),
        )
      : [],
  }
}

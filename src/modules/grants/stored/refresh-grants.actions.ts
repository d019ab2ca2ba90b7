import type { Context } from '#server/context.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { participantShare } from '../participant-share.rules.ts'
import { calculateGrant } from '../calculate-grant.rules.ts'
import type { GrantAnswer } from '../grant-answer.rules.ts'
import { caseOf, whatIsMissing, type GrantInputs, type GrantRecord } from './grant-inputs.rules.ts'
import { distanceOf, type GrantDistance } from './grant-distance.ts'
import { loadForGrants, packsById, putGrants, type GrantAmounts, type GrantRow } from './grants.store.ts'

/** Computes the grants of these mobilities anew; a fixed number of statements for a thousand of them. */
export async function refreshGrants(context: Context, mobilityIds: readonly string[]): Promise<void> {
  const ids = [...new Set(mobilityIds)]
  const size = 2000
  for (let start = 0; start < ids.length; start += size) {
    const rows = await loadForGrants(context.db, ids.slice(start, start + size))
    const packs = await packsById(
      context.db,
      rows.map(({ packId }) => packId),
    )
    await putGrants(
      context.db,
      rows.map((row) => amountsOf(row, row.packId === null ? null : (packs.get(row.packId) ?? null))),
    )
  }
}

/** A grant with where its distance comes from; without a pack or the record's essentials it says what is open. */
export interface ComputedGrant {
  answer: GrantAnswer | null
  distance: GrantDistance
  open: 'no-pack' | 'no-dates' | 'no-country' | null
}

/** The grant of one record by a pack. Pure but for the list of towns. */
export function compute(record: GrantRecord, inputs: GrantInputs, pack: RulePack | null): ComputedGrant {
  const distance = distanceOf(record, inputs)
  const open = pack === null ? 'no-pack' : whatIsMissing(record, inputs)
  const answer = pack === null || open ? null : calculateGrant(pack, caseOf(record, inputs, distance.km))
  return { answer, distance, open }
}

export function amountsOf(row: GrantRow, pack: RulePack | null): GrantAmounts {
  const { answer, distance, open } = compute(row, row.inputs, pack)
  const amounts: GrantAmounts['amounts'] = {}
  for (const { category, amount } of answer?.lines ?? []) {
    const before = category in amounts ? amounts[category] : 0
    amounts[category] =
      amount === null || before === null || before === undefined
        ? null
        : Math.round((before + amount) * 100) / 100
  }
  const nothing = answer === null || answer.problems.length > 0
  return {
    mobilityId: row.mobilityId,
    sendingId: row.sendingId,
    packId: row.packId,
    distanceKm: distance.km,
    days: daysOf(row),
    amounts,
    total: nothing ? null : answer.total,
    toParticipant: nothing ? null : participantShare(answer.lines),
    problems: open ? [open] : (answer?.problems ?? []).map(({ key }) => key),
    warnings: [...new Set((answer?.warnings ?? []).map(({ key }) => key))],
  }
}

/** Days of the activity as they count for targets: those really spent where they differ. */
function daysOf({ inputs, departure, returnDate, status, statusDay }: GrantRow): number | null {
  if (inputs.actualDays !== undefined) return inputs.actualDays
  const venues = inputs.venues?.reduce((sum, venue) => sum + venue.days, 0)
  const last = status === 'ended-early' && statusDay ? statusDay : returnDate
  const planned =
    venues ??
    inputs.activityDays ??
    (departure && last ? Math.max(0, (Date.parse(last) - Date.parse(departure)) / 86_400_000 + 1) : null)
  return planned === null ? null : Math.max(0, planned - (inputs.interruptionDays ?? 0))
}

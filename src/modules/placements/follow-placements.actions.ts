import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { confirmCompany, declineCompany } from '#modules/mobilities/company.actions.ts'
import { saveEdit } from '#modules/mobilities/edit.actions.ts'
import { lockMobilities, updateMobility, type MobilityFullRow } from '#modules/mobilities/edit.store.ts'
import { recordFacts, withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { saveStatuses } from '#modules/mobilities/lifecycle.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { syncParties, withPartyKeysLater } from '#modules/mobilities/parties.store.ts'
import { currentOf, stageOf } from './placement-periods.rules.ts'
import { isOpen } from './placement-steps.rules.ts'
import { placementsOf, type PlacementRow } from './placements.store.ts'

/**
 * Brings records in agreement with their placements, in the transaction that changed them: the company of the current placement and
 * its stage, the parties, the facts, and the status of those who have lost a place that was theirs (docs/decisions/0023).
 */
export async function followPlacements(context: Context, mobilityIds: readonly string[]): Promise<void> {
  if (mobilityIds.length === 0) return
  await withPartyKeysLater(context.db, mobilityIds, async () => {
    await syncParties(context.db, mobilityIds)
    const records = await lockMobilities(context.db, mobilityIds)
    const placements = Map.groupBy(
      await placementsOf(context.db, mobilityIds),
      ({ mobilityId }) => mobilityId,
    )
    const lost: string[] = []
    for (const record of records) {
      const before = record.company_stage
      const after = await summarise(context, record, placements.get(record.id) ?? [])
      if (before === 'confirmed' && after !== 'confirmed') lost.push(record.id)
    }
    await tellConfirmed(context, placements)
    await stepBack(context, lost)
  })
}

type Stage = 'proposed' | 'confirmed' | 'declined' | null

async function summarise(
  context: Context,
  record: MobilityFullRow,
  placements: readonly PlacementRow[],
): Promise<Stage> {
  const current = currentOf(placements, todayOf(context))
  if (!current) return withoutCompany(context, record, placements)
  const same = record.company_id === current.companyId
  if (!same) await saveEdit(context, record, { companyId: current.companyId })
  const stage = stageOf(current.step)
  const before = same ? record.company_stage : 'proposed'
  if (stage === 'confirmed' && before !== 'confirmed') await confirmCompany(context, record.id, current)
  if (stage === 'proposed' && before !== 'proposed') await proposeAgain(context, record.id)
  return stage
}

/** Nobody is to take them: the company has said no, or was taken back. */
async function withoutCompany(
  context: Context,
  record: MobilityFullRow,
  placements: readonly PlacementRow[],
): Promise<Stage> {
  if (!record.company_id) return null
  const last = placements
    .filter(({ companyId }) => companyId === record.company_id)
    .toSorted((a, b) => b.since.getTime() - a.since.getTime())[0]
  // A company that was named before there were placements.
  if (!last) return record.company_stage as Stage
  if (last.step === 'refused') {
    if (record.company_stage !== 'declined')
      await declineCompany(context, record.id, last.reason ?? last.reasonCode ?? '')
    return 'declined'
  }
  await saveEdit(context, record, { companyId: null })
  return null
}

async function proposeAgain(context: Context, mobilityId: string): Promise<void> {
  await updateMobility(context.db, mobilityId, { company_stage: 'proposed' }, context.now)
  await withdrawFacts(context, [mobilityId], ['company.confirmed'])
  await recordFacts(context, [{ mobilityId, name: 'company.proposed' }])
}

/** The placement as a whole is confirmed when each of its companies is. */
async function tellConfirmed(
  context: Context,
  placements: ReadonlyMap<string, readonly PlacementRow[]>,
): Promise<void> {
  const confirmed: string[] = []
  const not: string[] = []
  for (const [id, list] of placements) {
    const open = list.filter(({ step }) => isOpen(step))
    if (open.length > 0 && open.every(({ step }) => step === 'confirmed')) confirmed.push(id)
    // What was confirmed and is over stays so.
    else if (open.length > 0 || !list.some(({ step }) => step === 'ended')) not.push(id)
  }
  await recordFacts(
    context,
    confirmed.map((mobilityId) => ({ mobilityId, name: 'placement.confirmed' })),
  )
  await withdrawFacts(context, not, ['placement.confirmed'])
}

/** Without a company nobody is placed: those who were go back to where one is looked for. */
async function stepBack(context: Context, mobilityIds: readonly string[]): Promise<void> {
  for (const [from, to] of [
    ['ready', 'placed'],
    ['placed', 'accepted'],
  ] as const) {
    const rows = (await lockMobilities(context.db, mobilityIds)).filter(({ status }) => status === from)
    const versions = await saveStatuses(
      context.db,
      rows.map(({ id }) => ({ id, status: to, reason: null, day: null })),
      context.now,
    )
    await recordEvents(
      context,
      rows.map(({ id }) => ({
        type: 'mobility.status-changed',
        subject: { kind: 'mobility', id },
        mobilityId: id,
        changes: { status: [from, to] },
        data: { from, to, automatic: true, version: versions.get(id) },
      })),
    )
  }
}

import type { z } from 'zod'
import { notFound, notPossible } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import type { Upload } from '#server/http/routes.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { enterPaper, touchedBy } from './enter-paper.actions.ts'
import { insurerOf } from './insurer.rules.ts'
import type { PaperKind } from './kinds.rules.ts'
import { loadPapers, policyNumbersOf, type PapersOfMobility } from './load-papers.store.ts'
import type { ownPapersContract } from './own-papers.contract.ts'
import { ownStays, type OwnStay } from './own-papers.store.ts'
import { lockPaper, setSteps, type PaperPlace } from './papers.store.ts'
import { refreshPapers } from './refresh-papers.actions.ts'
import { forgetScan, keepScan } from './scans.actions.ts'
import { showPapers } from './show-papers.ts'
import { countsOf } from './summary.rules.ts'

type Contract = typeof ownPapersContract
type Shown = z.input<Contract['save']['answer']>

/** What one needs for the own stays, and those of minors in one's care. */
export async function listOwnPapers(context: Context): Promise<{ items: Shown[] }> {
  return { items: await show(context, await staysOf(context)) }
}

/** Hands a paper in; what was checked before has to be looked at again. */
export async function saveOwnPaper(
  context: Context,
  mobilityId: string,
  kind: PaperKind,
  input: z.output<Contract['save']['body']>,
): Promise<Shown> {
  const stay = await ownStay(context, mobilityId)
  const place = placeOf(stay, kind)
  const present = await lockPaper(context.db, place)
  if (present?.step === 'not-needed') throw notPossible('papers:whyNot.said-not-needed')
  await enterPaper(context, place, input, false)
  await tellOwn(context, 'paper.handed-in', stay, kind)
  const [shown] = await show(context, [stay])
  if (!shown) throw notFound()
  return shown
}

/** Adds a picture of a paper; what was checked before has to be looked at again. */
export async function bringOwnScan(context: Context, mobilityId: string, kind: PaperKind, upload: Upload) {
  const stay = await ownStay(context, mobilityId)
  const kept = await keepScan(context, placeOf(stay, kind), upload)
  await tellOwn(context, 'paper.scan-added', stay, kind)
  await toCheckAgain(context, stay, kind)
  return kept
}

/** Takes a picture back; what was checked before has to be looked at again. */
export async function removeOwnScan(context: Context, mobilityId: string, kind: PaperKind): Promise<void> {
  const stay = await ownStay(context, mobilityId)
  await forgetScan(context, placeOf(stay, kind))
  await tellOwn(context, 'paper.scan-removed', stay, kind)
  await toCheckAgain(context, stay, kind)
}

/** Whoever checked a paper has seen another picture of it, or does not see it any more. */
async function toCheckAgain(context: Context, stay: OwnStay, kind: PaperKind): Promise<void> {
  const place = placeOf(stay, kind)
  const paper = await lockPaper(context.db, place)
  if (paper?.step !== 'checked') return
  const step = { step: 'handed-in', reason: null, seenOn: null, seenBy: null } as const
  await setSteps(context.db, [paper.id], step, context.now)
  await refreshPapers(context, await touchedBy(context, place))
  await tellOwn(context, 'paper.to-check-again', stay, kind)
}

function staysOf(context: Context, only?: string): Promise<OwnStay[]> {
  const { actor } = context
  return actor.kind === 'person' ? ownStays(context.db, actor.personIds, only) : Promise.resolve([])
}

async function ownStay(context: Context, mobilityId: string): Promise<OwnStay> {
  const [stay] = await staysOf(context, mobilityId)
  if (!stay) throw notFound()
  return stay
}

const placeOf = (stay: OwnStay, kind: PaperKind): PaperPlace => ({
  organisationId: stay.sendingId,
  personId: stay.personId,
  mobilityId: stay.mobilityId,
  kind,
})

async function show(context: Context, stays: readonly OwnStay[]): Promise<Shown[]> {
  const rows = await loadPapers(
    context.db,
    stays.map(({ mobilityId }) => mobilityId),
  )
  const papers = await showPapers(context.db, rows, todayOf(context))
  const insurances = await insurancesOf(context, rows)
  return stays.map(({ personId: _, sendingId: _sending, returnDate, ...stay }) => {
    const own = papers.get(stay.mobilityId) ?? []
    const insurance = insurances.get(stay.mobilityId) ?? null
    return { ...stay, return: returnDate, papers: own, insurance, counts: countsOf(own) }
  })
}

/** Whom to call, by mobility; the number of a group's policy is for those who are insured by it. */
async function insurancesOf(
  context: Context,
  rows: readonly PapersOfMobility[],
): Promise<Map<string, NonNullable<Shown['insurance']>>> {
  const found = rows.flatMap((row) => {
    const insurer = insurerOf(row, todayOf(context))
    return insurer ? [{ id: row.mobilityId, insurer }] : []
  })
  const numbers = await policyNumbersOf(context.db, [
    ...new Set(found.flatMap(({ insurer }) => insurer.policyId ?? [])),
  ])
  return new Map(
    found.map(({ id, insurer: { insurer, emergencyPhone, policyId } }) => [
      id,
      { insurer, emergencyPhone, number: (policyId && numbers.get(policyId)) || null },
    ]),
  )
}

/** In the sender's journal, not in the one that hosts and companies read. */
const tellOwn = (context: Context, type: string, stay: OwnStay, kind: PaperKind): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'person', id: stay.personId },
    mobilityId: stay.mobilityId,
    organisationId: stay.sendingId,
    data: { paper: kind, participant: stay.participant },
    audience: 'organisation',
  })

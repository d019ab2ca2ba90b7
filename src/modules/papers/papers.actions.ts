import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { sealOf } from '#server/secrets/seal.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { enterPaper, touchedBy } from './enter-paper.actions.ts'
import { insurerOf } from './insurer.rules.ts'
import { judgePapers } from './judge-papers.rules.ts'
import { isCertificate, type PaperKind } from './kinds.rules.ts'
import { loadPapers, type PapersOfMobility } from './load-papers.store.ts'
import type { papersContract } from './papers.contract.ts'
import * as store from './papers.store.ts'
import { refreshPapers } from './refresh-papers.actions.ts'
import { showPapers } from './show-papers.ts'
import { isRight } from './summary.rules.ts'

type Contract = typeof papersContract
type Shown = z.input<Contract['read']['answer']>

/**
 * The papers of a mobility for the asking party: the sender all of it; a host and an accompanying person whether all is in order, the
 * insurer's number and the certificates; a company the certificates that its position demands.
 */
export async function readPapers(context: Context, mobilityId: string): Promise<Shown> {
  const roles = await rolesHeld(context, mobilityId)
  const [row] = await loadPapers(context.db, [mobilityId])
  if (roles.length === 0 || !row) throw notFound()
  const today = todayOf(context)
  const judged = judgePapers(row, today)
  const certificates = judged
    .filter(({ kind }) => isCertificate(kind))
    .map(({ kind, standing, shortBy, need }) => ({ kind, standing, shortBy, due: need.due }))
  const own = roles.includes('sending')
  const host = own || roles.includes('hosting') || roles.includes('accompanying')
  return {
    view: own ? 'sender' : host ? 'host' : 'company',
    papers: own ? ((await showPapers(context.db, [row], today)).get(mobilityId) ?? []) : [],
    inOrder: host ? judged.every(({ standing }) => isRight(standing)) : null,
    insurance: host ? insuranceIn(row, today) : null,
    certificates,
    askedOn: own ? row.askedOn : null,
    nationality: own ? row.nationality : null,
    country: own ? row.country : null,
    mayEdit: own && memberOf(context.actor).permissions.has('papers.edit'),
  }
}

/** Whom to call, whatever the policy's number is; null where there is nothing to call. */
function insuranceIn(row: PapersOfMobility, today: Day): Shown['insurance'] {
  const found = insurerOf(row, today)
  if (!found?.emergencyPhone) return null
  const { policyId: _, ...insurance } = found
  return insurance
}

export async function savePaper(
  context: Context,
  mobilityId: string,
  kind: PaperKind,
  { checked, ...input }: z.output<Contract['save']['body']>,
): Promise<Shown> {
  const place = await ownPlace(context, mobilityId, kind)
  await enterPaper(context, place, input, checked)
  await tell(context, checked ? 'paper.checked' : 'paper.handed-in', mobilityId, kind)
  return readPapers(context, mobilityId)
}

export async function removePaper(context: Context, mobilityId: string, kind: PaperKind): Promise<void> {
  const place = await ownPlace(context, mobilityId, kind)
  const paper = await store.lockPaper(context.db, place)
  if (!paper) throw notFound()
  await store.deletePaper(context.db, paper.id)
  await refreshPapers(context, await touchedBy(context, place))
  await tell(context, 'paper.removed', mobilityId, kind)
}

/** The whole number, for those who need it; the journal keeps who looked, and the person may read it there. */
export async function showNumber(
  context: Context,
  mobilityId: string,
  kind: PaperKind,
): Promise<{ number: string }> {
  const place = await ownPlace(context, mobilityId, kind)
  const paper = await store.lockPaper(context.db, place)
  const sealed = paper && (await store.sealedNumber(context.db, paper.id))
  if (!paper || !sealed) throw notFound()
  const seal = await sealOf(context.services.config)
  const number = seal.open(Buffer.from(sealed, 'base64'), paper.id)
  if (!number) throw notPossible('papers:whyNot.sealed')
  await recordEvent(context, {
    type: 'paper.number-shown',
    subject: { kind: 'person', id: place.personId },
    mobilityId,
    data: { paper: kind },
    audience: 'organisation',
  })
  return { number: number.toString() }
}

/** Where a paper of an own participant is kept; a mobility of which one is not the sender does not exist here. */
export async function ownPlace(
  context: Context,
  mobilityId: string,
  kind: PaperKind,
): Promise<store.PaperPlace> {
  const { organisationId } = memberOf(context.actor)
  const roles = await rolesHeld(context, mobilityId)
  const personId = (await store.peopleOf(context.db, organisationId, [mobilityId])).get(mobilityId)
  if (!roles.includes('sending') || !personId) throw notFound()
  return { organisationId, personId, mobilityId, kind }
}

export const tell = (
  context: Context,
  type: string,
  mobilityId: string,
  kind: PaperKind,
  data: Record<string, string> = {},
): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'paper', id: mobilityId },
    mobilityId,
    data: { paper: kind, ...data },
    audience: 'organisation',
  })

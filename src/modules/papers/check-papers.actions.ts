import type { z } from 'zod'
import { invalidField } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { rolesHeldIn } from '#modules/mobilities/roles.store.ts'
import { judgePapers } from './judge-papers.rules.ts'
import { isOfPerson, type PaperKind } from './kinds.rules.ts'
import { loadPapers, type PapersOfMobility } from './load-papers.store.ts'
import type { papersContract } from './papers.contract.ts'
import * as store from './papers.store.ts'
import { refreshPapers } from './refresh-papers.actions.ts'
import { whyNotStep, type AskedStep } from './steps.rules.ts'

type Contract = typeof papersContract
export type RowAnswer = z.input<Contract['check']['answer']>['items'][number]

interface Row {
  mobilityId: string
  kind: PaperKind
  answer: RowAnswer
  mobility: PapersOfMobility | undefined
}

/** Gives many papers a step, each judged for itself: done, skipped because it is so, or refused and why. */
export async function checkPapers(
  context: Context,
  { items, step, reason }: z.output<Contract['check']['body']>,
): Promise<{ items: RowAnswer[] }> {
  if ((step === 'sent-back' || step === 'not-needed') && !reason)
    throw invalidField('reason', 'papers:field.reason-needed', 'Say why.')
  const known = await ownMobilities(
    context,
    items.map(({ mobilityId }) => mobilityId),
  )
  const rows = items.map((item): Row => {
    const mobility = known.get(item.mobilityId)
    return { ...item, mobility, answer: judgeRow(item, step, mobility, todayOf(context)) }
  })
  const done = rows.filter(({ answer }) => answer.outcome === 'done')
  await giveStep(context, done, step, reason ?? null)
  const people = done.flatMap(({ kind, mobility }) =>
    mobility && isOfPerson(kind) ? [mobility.personId] : [],
  )
  await refreshPapers(context, [
    ...done.map(({ mobilityId }) => mobilityId),
    ...(people.length > 0 ? await store.mobilitiesOfPeople(context.db, people) : []),
  ])
  await recordEvents(
    context,
    done.map(({ mobilityId, kind }) => ({
      type: `paper.${step}`,
      subject: { kind: 'paper', id: mobilityId },
      mobilityId,
      data: { paper: kind, ...(reason ? { reason } : {}) },
      audience: 'organisation' as const,
    })),
  )
  return { items: rows.map(({ answer }) => answer) }
}

/** The own participants among these mobilities, with their papers. */
export async function ownMobilities(
  context: Context,
  mobilityIds: readonly string[],
): Promise<Map<string, PapersOfMobility>> {
  const { organisationId } = memberOf(context.actor)
  const ids = [...new Set(mobilityIds)]
  const roles = await rolesHeldIn(context, ids)
  const rows = await loadPapers(context.db, ids)
  return new Map(
    rows
      .filter((row) => row.sendingId === organisationId && roles.get(row.mobilityId)?.includes('sending'))
      .map((row) => [row.mobilityId, row]),
  )
}

function judgeRow(
  { mobilityId, kind }: { mobilityId: string; kind: PaperKind },
  step: AskedStep,
  mobility: PapersOfMobility | undefined,
  today: string,
): RowAnswer {
  const one = mobility && judgePapers(mobility, today).find((judged) => judged.kind === kind)
  const held = mobility?.papers.find((paper) => paper.kind === kind) ?? null
  const why = mobility ? whyNotStep(step, held?.step ?? null, one?.standing ?? null) : 'not-there'
  if (why === null) return { mobilityId, kind, outcome: 'done', reason: null }
  return { mobilityId, kind, outcome: why === 'is-so' ? 'skipped' : 'refused', reason: why }
}

async function giveStep(
  context: Context,
  rows: readonly Row[],
  step: AskedStep,
  reason: string | null,
): Promise<void> {
  const places = rows.flatMap(({ mobilityId, kind, mobility }) =>
    mobility ? [{ mobilityId, kind, personId: mobility.personId }] : [],
  )
  const { organisationId } = memberOf(context.actor)
  const present = await store.lockPapers(context.db, organisationId, places)
  const by = labelOf(context.actor)
  const seen = step === 'checked' ? { seenOn: todayOf(context), seenBy: by } : { seenOn: null, seenBy: null }
  // Not needed without a paper, taken back: there is nothing again.
  const empty = present.filter(({ step: before, isEmpty }) => before === 'not-needed' && isEmpty)
  const emptied = step === 'handed-in' ? empty : []
  await store.deletePapers(
    context.db,
    emptied.map(({ id }) => id),
  )
  const gone = new Set(emptied.map(({ id }) => id))
  await store.setSteps(
    context.db,
    present.filter(({ id }) => !gone.has(id)).map(({ id }) => id),
    { step, reason, ...seen },
    context.now,
  )
  const there = new Set(present.map(({ mobilityId, kind }) => `${mobilityId} ${kind}`))
  await store.insertSteps(
    context.db,
    organisationId,
    places.filter(({ mobilityId, kind }) => !there.has(`${mobilityId} ${kind}`)),
    { step, reason, by },
    context.now,
  )
}

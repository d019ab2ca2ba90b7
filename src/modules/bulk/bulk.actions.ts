import type { z } from 'zod'
import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import { runAs, type Context, type Services } from '#server/context.ts'
import { previewOf } from '#server/database/preview.ts'
import type { bulkState, selection } from '#modules/bulk/bulk.contract.ts'
import { matchingIds } from '#modules/mobilities/mobilities.store.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import { memberActor } from '#server/auth/member-actor.ts'
import { applyBulk, type BulkInput } from './apply-bulk.actions.ts'
import * as store from './bulk.store.ts'
import type { Outcome } from './outcome.ts'
import { undoable, undoRows } from './undo-bulk.actions.ts'

type Selection = z.output<typeof selection>
export type BulkState = z.input<typeof bulkState>

/** Rows that one transaction takes: short enough that nobody waits for it. */
const pieceSize = 1000
/** Up to so many are done while the caller waits. */
const atOnce = 50
/** A preview judges no more than this and says so by its total. */
const previewed = 2000

/** The ids that a selection means now, for the asker. */
async function idsOf(context: Context, chosen: Selection): Promise<string[]> {
  if ('ids' in chosen) return [...new Set(chosen.ids)]
  const left = new Set(chosen.without)
  return (await matchingIds(context.db, scopeOf(context), chosen.filters, todayOf(context))).filter(
    (id) => !left.has(id),
  )
}

/** Does it, counts, and takes it back: what it says is what would happen. */
export async function previewBulk(context: Context, chosen: Selection, input: BulkInput) {
  refuseMistakes(input)
  const ids = await idsOf(context, chosen)
  const outcomes =
    input.kind === 'message'
      ? []
      : await previewOf(context, () => applyBulk(context, ids.slice(0, previewed), input))
  const refusals = Map.groupBy(
    outcomes.filter(({ outcome }) => outcome === 'refused'),
    ({ reason }) => JSON.stringify([reason?.code, reason?.values]),
  )
  const names = await participants(
    context,
    [...refusals.values()].flatMap(([first]) => first?.mobilityId ?? []),
  )
  return {
    total: ids.length,
    done: input.kind === 'message' ? ids.length : outcomes.filter(({ outcome }) => outcome === 'done').length,
    skipped: outcomes.filter(({ outcome }) => outcome === 'skipped').length,
    refused: [...refusals.values()].map((group) => ({
      code: group[0]?.reason?.code ?? '',
      values: group[0]?.reason?.values ?? {},
      count: group.length,
      example: names.get(group[0]?.mobilityId ?? '') ?? '',
    })),
  }
}

async function participants({ db }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mobility as m')
    .innerJoin('person as s', 's.id', 'm.person_id')
    .select(['m.id', 's.given_name', 's.family_name'])
    .where('m.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`.trim()]))
}

/** Starts an action; a small one is done at once, a large one goes on as a job. */
export async function startBulk(context: Context, chosen: Selection, input: BulkInput): Promise<BulkState> {
  refuseMistakes(input)
  const { organisationId, userId } = memberOf(context.actor)
  const ids = await idsOf(context, chosen)
  if (ids.length === 0) throw invalidField('selection', 'bulk:field.nothing-chosen', 'No mobility matches.')
  const id = await store.insertBulk(context.db, {
    organisationId,
    userId,
    kind: input.kind,
    input,
    total: ids.length,
    ids,
    at: context.now,
  })
  if (ids.length <= atOnce) {
    await store.saveOutcomes(context.db, id, await applyBulk(context, ids, input))
    await store.setState(context.db, id, 'finished', context.now)
  } else await context.enqueue('bulk.run', { bulkId: id })
  return readBulk(context, id)
}

/** Takes an action back, row by row. */
export async function undoBulk(context: Context, id: string): Promise<BulkState> {
  const { organisationId, userId } = memberOf(context.actor)
  const bulk = await store.findBulk(context.db, organisationId, id)
  if (!bulk) throw notFound()
  if (!undoable.includes(bulk.kind) || bulk.state !== 'finished' || bulk.undone_by || bulk.undo_of)
    throw notPossible('bulk:whyNot.no-undo')
  const rows = await store.doneBefore(context.db, id)
  const undo = await store.insertBulk(context.db, {
    organisationId,
    userId,
    kind: bulk.kind,
    input: bulk.input,
    total: rows.length,
    ids: rows.map(({ mobilityId }) => mobilityId),
    undoOf: id,
    at: context.now,
  })
  if (rows.length <= atOnce) {
    await store.saveOutcomes(context.db, undo, await undoRows(context, bulk.kind, rows))
    await store.setState(context.db, undo, 'finished', context.now)
  } else await context.enqueue('bulk.run', { bulkId: undo })
  return readBulk(context, undo)
}

export async function readBulk(context: Context, id: string): Promise<BulkState> {
  const row = await store.findBulk(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return {
    id: row.id,
    kind: row.kind,
    state: row.state as BulkState['state'],
    total: row.total,
    done: row.done,
    skipped: row.skipped,
    refused: row.refused,
    canUndo:
      undoable.includes(row.kind) &&
      row.state === 'finished' &&
      !row.undone_by &&
      !row.undo_of &&
      row.done > 0,
    undoOf: row.undo_of,
    undoneBy: row.undone_by,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

/** Works through an action in pieces, each a transaction of its own in the name of whoever asked; a repeated run goes on where it stopped. */
export async function runBulk(services: Services, bulkId: string): Promise<void> {
  const system = { kind: 'system', name: 'bulk' } as const
  const bulk = await runAs(services, system, ({ db }) => store.lockBulk(db, bulkId))
  if (!bulk || bulk.state === 'finished') return
  const actor = await memberActor(services.database, bulk.user_id ?? '', bulk.organisation_id)
  if (!actor)
    return runAs(services, system, (context) => store.setState(context.db, bulkId, 'failed', context.now))
  await runAs(services, system, (context) => store.setState(context.db, bulkId, 'running', context.now))
  const ids = bulk.selection as string[]
  for (let start = bulk.done + bulk.skipped + bulk.refused; start < ids.length; start += pieceSize) {
    const piece = ids.slice(start, start + pieceSize)
    await runAs(services, actor, async (context) => {
      const outcomes = bulk.undo_of
        ? await undoPiece(context, bulk.kind, bulk.undo_of, piece)
        : await applyBulk(context, piece, bulk.input as BulkInput)
      await store.saveOutcomes(context.db, bulkId, outcomes)
    })
  }
  await runAs(services, system, (context) => store.setState(context.db, bulkId, 'finished', context.now))
}

async function undoPiece(
  context: Context,
  kind: string,
  undoOf: string,
  ids: readonly string[],
): Promise<Outcome[]> {
  const wanted = new Set(ids)
  const rows = (await store.doneBefore(context.db, undoOf)).filter(({ mobilityId }) => wanted.has(mobilityId))
  return undoRows(context, kind, rows)
}

function refuseMistakes(input: BulkInput): void {
  if (input.kind === 'set-dates' && input.return < input.departure)
    throw invalidField(
      'action.return',
      'mobilities:field.before-departure',
      'The return is before the departure.',
    )
}

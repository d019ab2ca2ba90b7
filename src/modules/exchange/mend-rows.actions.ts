import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { previewOf } from '#server/database/preview.ts'
import { bringIn, readingOf } from './bring-in.actions.ts'
import * as rows from './import-rows.store.ts'
import { lockedImport, readImport, refuseWhile } from './imports.actions.ts'
import { findImport } from './imports.store.ts'
import type { ImportFieldKey } from './reading/import-fields.rules.ts'
import { stateOf, type Decisions } from './rows/row-problem.rules.ts'
import { countsOf, shownRow, type ShownRow } from './shown-import.ts'

/** One page of rows with what they are understood as. */
export async function listRows(
  context: Context,
  id: string,
  query: { limit: number; cursor?: string | undefined; state: rows.RowFilter; problem?: string | undefined },
): Promise<{ items: ShownRow[]; next: string | null }> {
  const record = await findImport(context.db, memberOf(context.actor).organisationId, id)
  if (!record) throw notFound()
  const { items, next } = await rows.listRows(context.db, id, query, query)
  const reading = readingOf(context, record)
  return { items: items.map((row) => shownRow(row, reading)), next }
}

interface Mending {
  corrections?: Partial<Record<ImportFieldKey, string | null>> | undefined
  decisions?:
    | { accepted?: string[] | undefined; person?: string | undefined; skip?: boolean | undefined }
    | undefined
}

/** Types over cells of a row or decides about it; the row is then tried again like in the dry run. */
export async function mendRow(context: Context, id: string, number: number, asked: Mending) {
  const record = await lockedImport(context, id)
  refuseWhile(record, ['checking', 'importing'])
  const row = await rows.lockRow(context.db, id, number)
  if (!row || row.state === 'imported') throw notFound()
  const mended = {
    ...row,
    corrections: corrected(row.corrections, asked.corrections ?? {}),
    decisions: { ...row.decisions, ...asked.decisions } as Decisions,
  }
  await rows.saveMended(context.db, id, mended)
  const [answer] = await previewOf(context, () => bringIn(context, record, [mended], 'with-questions'))
  if (!answer) throw notFound()
  await rows.saveAnswers(context.db, id, [answer])
  await rows.recount(context.db, id)
  const after = await lockedImport(context, id)
  return { row: shownRow({ ...mended, ...answer }, readingOf(context, after)), counts: countsOf(after) }
}

function corrected(
  before: Partial<Record<ImportFieldKey, string>>,
  asked: Partial<Record<ImportFieldKey, string | null>>,
): Partial<Record<ImportFieldKey, string>> {
  const all = Object.entries({ ...before, ...asked })
  // PostgreSQL keeps no null bytes in text.
  return Object.fromEntries(
    all.flatMap(([field, text]) =>
      text === null ? [] : [[field, text.replaceAll('\0', '').toWellFormed()]],
    ),
  )
}

/** Says yes to one kind of warning everywhere. The dry run has tried these rows already. */
export async function acceptEverywhere(context: Context, id: string, code: string) {
  const record = await lockedImport(context, id)
  refuseWhile(record, ['checking', 'importing'])
  const numbers = await rows.acceptProblem(context.db, id, code)
  if (numbers.length > 0) {
    const accepted = await rows.openRows(context.db, id, numbers)
    await rows.saveAnswers(
      context.db,
      id,
      accepted.map((row) => ({ ...row, state: stateOf(row.problems, row.decisions) })),
    )
    await rows.recount(context.db, id)
  }
  return readImport(context, id)
}

import { spokenLanguage } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { wordsIn } from '#server/words.ts'
import type { RowAnswer, StoredRow } from './import-rows.store.ts'
import type { ImportRecord } from './imports.store.ts'
import { judgeRows, type JudgedRow } from './judge-rows.actions.ts'
import { makeMobilities } from './make-mobilities.actions.ts'
import { stylesOf } from './rows/column-styles.rules.ts'
import type { ReadingOf } from './rows/read-row.ts'

/**
 * Brings rows in: reads, compares, makes what can be made. `with-questions` makes also the rows that wait for a person's yes: the dry
 * run tries them, an import does not. Nothing is written on the rows themselves.
 */
export async function bringIn(
  context: Context,
  record: ImportRecord,
  rows: readonly StoredRow[],
  which: 'with-questions' | 'ready-only',
  progress: (done: number) => Promise<void> = async () => {},
): Promise<RowAnswer[]> {
  const judged = await judgeRows(context, rows, readingOf(context, record), record.options)
  const able = judged.filter(
    ({ state }) => state === 'ready' || (state === 'to-check' && which === 'with-questions'),
  )
  const rest = rows.length - able.length
  await progress(rest)
  const made = await makeMobilities(context, record.id, able, record.options, (done) => progress(rest + done))
  const madeBy = new Map(able.map((one, at) => [one.row.number, made[at] ?? null]))
  return judged.map((one) =>
    answerOf(one, which === 'ready-only' ? (madeBy.get(one.row.number) ?? null) : null),
  )
}

function answerOf({ row, state, problems, mobilityId }: JudgedRow, made: string | null): RowAnswer {
  return {
    number: row.number,
    state: made === null ? state : 'imported',
    problems,
    mobilityId: made ?? mobilityId,
  }
}

/** How the rows of an import are to be read, in the words of whoever brings them. */
export function readingOf(context: Context, { mapping, options, source }: ImportRecord): ReadingOf {
  const t = wordsIn(spokenLanguage(memberOf(context.actor).language))
  return {
    mapping,
    styles: source.styles ?? stylesOf([], mapping),
    today: context.now.toISOString().slice(0, 10),
    activity: options.activity,
    placeholder: options.nameless ? (row) => t('exchange:participantOfRow', { row }) : null,
    schoolNote: (school) => t('exchange:schoolNote', { school }),
  }
}

import { notFound } from '#shared/problems.ts'
import { spokenLanguage } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { wordsIn } from '#server/words.ts'
import { openRows, type StoredRow } from './import-rows.store.ts'
import { findImport, type ImportRecord } from './imports.store.ts'
import { safeCell } from '#server/files/safe-cell.ts'
import { whyColumn } from './rows/fingerprint.ts'

/**
 * The rows that were not brought in, as a CSV file that a spreadsheet opens and that can be brought again: the columns of the file, what was
 * typed over its cells, and a last column with the reasons.
 */
export async function rowsLeft(context: Context, id: string): Promise<FileAnswer> {
  const { organisationId, language } = memberOf(context.actor)
  const record = await findImport(context.db, organisationId, id)
  if (!record) throw notFound()
  const t = wordsIn(spokenLanguage(language))
  const rows = (await openRows(context.db, id)).filter(
    ({ state }) => state === 'refused' || state === 'to-check',
  )
  const columns = record.source.columns.filter(({ name }) => name !== whyColumn)
  const why = (row: StoredRow): string =>
    row.problems
      .filter(({ level }) => level !== 'note')
      .map(({ code, values }) =>
        t(`exchange:row.${code}`, { ...values, interpolation: { escapeValue: false } }),
      )
      .join(' ')
  const lines = rows.map((row) => {
    const cells = withCorrections(record, row)
    return [...columns.map(({ index }) => cells[index] ?? ''), why(row)]
  })
  const text = [[...columns.map(({ name }) => name), whyColumn], ...lines].map(lineOf).join('\r\n')
  const base = record.file_name.replace(/\.[^.]{1,5}$/, '') || 'import'
  return {
    fileName: `${base}-left.csv`,
    contentType: 'text/csv; charset=utf-8',
    // With the mark, Excel reads the letters of every language rightly.
    bytes: new TextEncoder().encode(`\ufeff${text}\r\n`),
  }
}

function withCorrections({ mapping }: ImportRecord, row: StoredRow): string[] {
  const cells = [...row.cells]
  for (const [field, text] of Object.entries(row.corrections)) {
    const at = mapping[field as keyof typeof mapping]
    if (at !== undefined) cells[at] = text
  }
  return cells
}

const lineOf = (cells: readonly string[]): string => cells.map(quoted).join(';')

function quoted(cell: string): string {
  const safe = safeCell(cell)
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

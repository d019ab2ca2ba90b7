import Papa from 'papaparse'
import type { z } from 'zod'
import { spokenLanguage } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { wordsIn } from '#server/words.ts'
import { safeCell, workbookText } from '#server/files/safe-cell.ts'
import type { mobilitiesContract } from './mobilities.contract.ts'
import * as store from './mobilities.store.ts'
import { memberIn, scopeOf, todayOf } from './mobility-scope.ts'
import { showRow } from './mobility-rows.store.ts'

type Query = z.output<(typeof mobilitiesContract)['export']['query']>
type Row = ReturnType<typeof showRow>

/** The columns, in order; headings are the words of the record's fields, so that our own import knows them again. */
const columns: { heading: string; value: (row: Row, words: (key: string) => string) => string }[] = [
  { heading: 'number', value: (row) => String(row.number) },
  { heading: 'participant', value: (row) => row.participant.name },
  { heading: 'status', value: (row, words) => words(`mobilities:status.${row.status}`) },
  { heading: 'activityType', value: (row, words) => words(`mobilities:activityType.${row.activityType}`) },
  { heading: 'flow', value: (row) => row.flow?.name ?? '' },
  { heading: 'country', value: (row) => row.country ?? '' },
  { heading: 'town', value: (row) => row.town ?? '' },
  { heading: 'departure', value: (row) => row.departure ?? '' },
  { heading: 'return', value: (row) => row.return ?? '' },
  { heading: 'sending', value: (row) => row.sending.name },
  { heading: 'hosting', value: (row) => row.hosting?.name ?? '' },
  { heading: 'company', value: (row) => row.company?.name ?? '' },
  { heading: 'tasksDone', value: (row) => `${row.done}/${row.total}` },
]

/** The filtered mobilities as a file; cells that a spreadsheet would run are made plain text. */
export async function exportMobilities(context: Context, query: Query): Promise<FileAnswer> {
  const words = wordsIn(spokenLanguage(memberIn(context).language))
  const headings = columns.map(({ heading }) => words(`record:field.${heading}`))
  const rows = (await allRows(context, query)).map((row) => columns.map(({ value }) => value(row, words)))
  const name = `softmob-${todayOf(context)}`
  if (query.format === 'csv') {
    const cells = [headings, ...rows].map((row) => row.map(safeCell))
    // Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
    const bytes = new TextEncoder().encode(`\ufeff${Papa.unparse(cells, { newline: '\r\n' })}`)
    return { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', bytes }
  }
  const { default: writeWorkbook } = await import('write-excel-file/node')
  const cells = [
    headings.map((heading) => ({ ...workbookText(heading), fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(workbookText)),
  ]
  const bytes = await writeWorkbook(cells).toBuffer()
  return {
    fileName: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  }
}

async function allRows(context: Context, query: Query): Promise<Row[]> {
  const today = todayOf(context)
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await store.listMobilities(
      context.db,
      scopeOf(context),
      query,
      { sort: 'departure', limit: 2000, cursor },
      today,
    )
    rows.push(...page.items.map((row) => showRow(row, today)))
    cursor = page.next ?? undefined
  } while (cursor)
  return rows
}

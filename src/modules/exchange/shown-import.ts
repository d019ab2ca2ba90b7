import type { z } from 'zod'
import type { importsContract } from './imports.contract.ts'
import type { ImportRecord, ImportState, listImports } from './imports.store.ts'
import type { StoredRow } from './import-rows.store.ts'
import { readRow, type ReadingOf } from './rows/read-row.ts'
import { derivedFor, missingFor } from './shown-import.rules.ts'

type ShownImport = z.input<(typeof importsContract)['read']['answer']>
type ShownItem = z.input<(typeof importsContract)['list']['answer']>['items'][number]
export type ShownRow = z.input<(typeof importsContract)['rows']['answer']>['items'][number]

/** An import as the API answers it. */
export function shownImport(
  record: ImportRecord,
  problems: { code: string; level: string; count: number }[],
): ShownImport {
  const { source, mapping, options } = record
  return {
    id: record.id,
    version: record.version,
    fileName: record.file_name,
    state: record.state,
    ...countsOf(record),
    checked: record.checked,
    failure: record.failure,
    createdAt: record.created_at.toISOString(),
    finishedAt: record.finished_at?.toISOString() ?? null,
    sheets: source.sheets,
    sheet: source.sheet,
    encoding: source.encoding ?? null,
    delimiter: source.delimiter ?? null,
    headerRow: source.headerRow,
    columns: source.columns,
    guess: source.guess.map(({ column, field, confidence, reason }) => ({
      column,
      field,
      confidence,
      reason,
    })),
    remembered: source.remembered,
    notes: source.notes,
    mapping,
    options,
    missing: missingFor(mapping, options.nameless),
    derived: derivedFor(mapping),
    dates: Object.entries(source.styles?.dates ?? {}).map(([field, style]) => ({
      field: field as ShownImport['dates'][number]['field'],
      ...style,
    })),
    problems: problems as ShownImport['problems'],
  }
}

export const countsOf = (
  record: Pick<ImportRecord, 'total' | 'ready' | 'to_check' | 'refused' | 'already_there' | 'imported'>,
) => ({
  total: record.total,
  ready: record.ready,
  toCheck: record.to_check,
  refused: record.refused,
  alreadyThere: record.already_there,
  imported: record.imported,
})

type ListedRow = Awaited<ReturnType<typeof listImports>>['items'][number]

export const shownItem = (row: ListedRow): ShownItem => ({
  id: row.id,
  fileName: row.file_name,
  state: row.state as ImportState,
  ...countsOf(row),
  by: row.by,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
})

/** A row with what it is understood as. */
export function shownRow(row: StoredRow, reading: ReadingOf): ShownRow {
  const { draft } = readRow(row, reading)
  return {
    number: row.number,
    state: row.state,
    cells: row.cells,
    corrections: row.corrections,
    decisions: row.decisions,
    problems: row.problems,
    read: {
      name: `${draft.person.givenName} ${draft.person.familyName}`.trim(),
      departure: draft.departure,
      return: draft.return,
      derived: draft.derived,
      country: draft.country,
      town: draft.town,
      hosting: draft.hosting?.name ?? null,
      company: draft.company?.name ?? null,
      activityType: draft.activityType,
      status: draft.status,
      grant: draft.grant,
    },
    mobilityId: row.mobilityId,
  }
}

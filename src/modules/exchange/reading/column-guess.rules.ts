import { contentFit, type ColumnContent } from './column-content.rules.ts'
import { matchName } from './column-names.rules.ts'
import { importFields, type FieldKind, type ImportField, type ImportFieldKey } from './import-fields.rules.ts'
import type { TableColumn } from './table-read.rules.ts'

/**
 * Why a column is proposed for a field: by its whole name, by a part of its name, or by what it holds. Words in
 * `locales/<language>/exchange.json`.
 */
export type GuessReason = 'name' | 'name-part' | 'content'

/** A proposal for one column; `field` is null where nothing is likely enough. */
export interface ColumnGuess {
  /** The column's `index`. */
  column: number
  field: ImportFieldKey | null
  /** 0 to 1; below 0.75 a person should look. */
  confidence: number
  reason: GuessReason | null
  /** The known name that the column's name resembles. */
  matched?: string
}

type Candidate = ColumnGuess & { field: ImportFieldKey; reason: GuessReason }

const likelyEnough = 0.5
const fieldOf = new Map(importFields.map((field) => [field.key, field]))

/**
 * Proposes which column is what, from names and samples. No field is given to two columns: the likelier column wins, the other is
 * offered its next best field or none.
 */
export function guessColumns(columns: readonly TableColumn[]): ColumnGuess[] {
  const candidates = columns
    .flatMap((column) => candidatesOf(column))
    .filter(({ confidence }) => confidence >= likelyEnough)
    .toSorted((a, b) => b.confidence - a.confidence || a.column - b.column)
  const byColumn = new Map<number, ColumnGuess>()
  const taken = new Set<ImportFieldKey>()
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || taken.has(candidate.field)) continue
    byColumn.set(candidate.column, candidate)
    taken.add(candidate.field)
  }
  return columns.map(
    ({ index }) => byColumn.get(index) ?? { column: index, field: null, confidence: 0, reason: null },
  )
}

function candidatesOf(column: TableColumn): Candidate[] {
  const matches = matchName(column.name)
  const foreign = matches.find(({ field }) => field === null)
  const named = matches.flatMap(({ field, synonym, certainty, whole }) => {
    if (field === null || (foreign && foreign.certainty >= certainty)) return []
    const confidence = certainty * weight(fieldOf.get(field), column)
    return [
      {
        column: column.index,
        field,
        confidence,
        reason: whole ? 'name' : 'name-part',
        matched: synonym,
      } as const,
    ]
  })
  if (foreign?.whole) return named
  return [...named, ...byContent(column)]
}

/** A name that the content contradicts is worth little; one that only half of the samples fit, somewhat less. */
function weight(field: ImportField | undefined, column: ColumnContent): number {
  if (!field) return 0
  const fit = contentFit(field.kind, column)
  return fit >= 0.8 ? 1 : fit >= 0.5 ? 0.8 : 0.4
}

/** What a content alone can tell, when the name tells nothing. */
const tellingKinds: readonly (readonly [ImportFieldKey, FieldKind, number])[] = [
  ['participant.email', 'email', 0.6],
  ['hosting.oid', 'oid', 0.6],
  ['participant.gender', 'gender', 0.55],
  ['participant.kind', 'participant-kind', 0.6],
  ['country', 'country', 0.5],
  ['startMonth', 'month', 0.5],
]

function byContent(column: TableColumn): Candidate[] {
  // One or two cells prove nothing.
  if (column.filled < 3) return []
  return tellingKinds
    .filter(([, kind]) => contentFit(kind, column) === 1)
    .map(([field, , confidence]) => ({ column: column.index, field, confidence, reason: 'content' }))
}

import Papa from 'papaparse'

const candidates = ['\t', ';', ',', '|'] as const

/** How much of the text is looked at: enough to pass a title block of fifty lines. */
const previewRows = 200

/**
 * The delimiter under which most rows have the same number of cells, and more than one. Of two that fit equally, the one that
 * makes more columns; a comma for text in one column.
 */
export function guessDelimiter(text: string): string {
  const scored = candidates.map((delimiter) => ({ delimiter, score: fit(text, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : (candidates.find((delimiter) => text.includes(delimiter)) ?? ',')
}

function fit(text: string, delimiter: string): number {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    preview: previewRows,
    skipEmptyLines: 'greedy',
  })
  const widths = new Map<number, number>()
  for (const row of data) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  widths.delete(1)
  const best = [...widths].reduce((a, b) => (b[1] * b[0] > a[1] * a[0] ? b : a), [0, 0])
  const [width, rows] = best
  if (width === 0) return 0
  // Rows of other widths count against a delimiter, as do quotation marks that only make sense with another one.
  return (rows / data.length) * Math.log2(width) - (0.5 * errors.length) / data.length
}

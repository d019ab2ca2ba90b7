import { createHash } from 'node:crypto'

/** The column that our own list of rows left adds; it is no part of a row's content. */
export const whyColumn = 'SoftMob'

/**
 * What makes a row the same row when its file comes again: its filled cells with the names of their columns, whatever their order.
 * The same content again in one file gets a number behind it, so that bringing the file twice makes nothing double.
 */
export function fingerprintsOf(
  columns: readonly { name: string; index: number }[],
  rows: readonly { number: number; cells: readonly string[] }[],
): { fingerprint: string; twinOf: number | null }[] {
  const order = columns
    .filter(({ name }) => name !== whyColumn)
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  const seen = new Map<string, { first: number; count: number }>()
  return rows.map((row) => {
    const content = order.flatMap(({ name, index }) =>
      row.cells[index] ? [name.toLowerCase(), row.cells[index].normalize('NFC')] : [],
    )
    const fingerprint = hashOf(content)
    const twin = seen.get(fingerprint)
    if (!twin) {
      seen.set(fingerprint, { first: row.number, count: 1 })
      return { fingerprint, twinOf: null }
    }
    twin.count += 1
    return { fingerprint: `${fingerprint}#${twin.count}`, twinOf: twin.first }
  })
}

/** A header's shape: the names of its columns in their order. */
export const headerHash = (columns: readonly { name: string }[]): string =>
  hashOf(columns.filter(({ name }) => name !== whyColumn).map(({ name }) => name.toLowerCase()))

const hashOf = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32)

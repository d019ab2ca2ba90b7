/** A keyset cursor is the sort values of the last row, so that the next page is one range of one index. */
export type CursorValues = (string | number | null)[]

/** Encodes the sort values of a page's last row; opaque to callers. */
export function encodeCursor(values: CursorValues): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(values))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** A page of rows that were read with one more than `limit`, and the cursor of its last row where more follow; `valuesOf` answers what a row is sorted by. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  valuesOf: (last: Row) => CursorValues,
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(valuesOf(last)) : null }
}

/** Decodes a cursor of `length` values; answers null for anything that we did not make. */
export function decodeCursor(cursor: string, length: number): CursorValues | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!Array.isArray(values) || values.length !== length) return null
    return values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')
      ? (values as CursorValues)
      : null
  } catch {
    return null
  }
}

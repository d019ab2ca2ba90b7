import { isDay } from './dates.ts'
import { invalidField } from './problems.ts'

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

/** What a value of a cursor is; with `?` it may be missing. A day may be `infinity`, a time is `HH:MM`, an id a UUID. */
type Kind = 'text' | 'whole' | 'day' | 'time' | 'moment' | 'id'
type Asked = Kind | `${Kind}?`
type ValueOf<A extends Asked> = A extends 'whole' ? number : A extends `${string}?` ? string | null : string

const time = String.raw`([01]\d|2[0-3]):[0-5]\d`
const moment = new RegExp(
  String.raw`^(\d{4}-\d{2}-\d{2})[T ]${time}:[0-5]\d(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$`,
)
const onCalendar = (text: string): boolean => isDay(text) && !text.startsWith('0000')

const fits: Record<Kind, (value: string) => boolean> = {
  text: (value) => !value.includes('\u0000'),
  whole: () => false,
  day: (value) => onCalendar(value) || value === 'infinity' || value === '-infinity',
  time: (value) => new RegExp(`^${time}$`).test(value),
  moment: (value) => onCalendar(moment.exec(value)?.[1] ?? ''),
  id: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
}

function fitsKind(value: unknown, asked: Asked): boolean {
  if (asked.endsWith('?') && value === null) return true
  if (asked === 'whole') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
  return typeof value === 'string' && fits[asked.replace('?', '') as Kind](value)
}

/** Where a page begins: the values of its cursor, or null for the first page. Throws a problem for a cursor that no list of these kinds made. */
export function placeIn<const Kinds extends readonly Asked[]>(
  cursor: string | undefined,
  ...kinds: Kinds
): { -readonly [At in keyof Kinds]: ValueOf<Kinds[At]> } | null {
  if (cursor === undefined) return null
  const values = decoded(cursor)
  if (values?.length !== kinds.length || !kinds.every((kind, at) => fitsKind(values[at], kind)))
    throw invalidField('cursor', 'cursor-unreadable', 'Begin again at the first page.')
  return values as { -readonly [At in keyof Kinds]: ValueOf<Kinds[At]> }
}

function decoded(cursor: string): unknown[] | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(values) ? values : null
  } catch {
    return null
  }
}

import type { ReactNode } from 'react'

/** One column of a grid. */
export interface Column<T> {
  id: string
  title: string
  /** Pixels; the grid scrolls sideways where they do not fit. */
  width: number
  cell: (row: T) => ReactNode
  /** Sort values of the list's endpoint; a click goes from the first to the second and back. */
  sort?: { up: string; down?: string }
  numeric?: boolean
  /** Cannot be hidden. */
  fixed?: boolean
}

/** What every row has. */
export interface GridRowData {
  id: string
}

/** Which rows are chosen: named ones, or all that match less some. */
export type Chosen =
  | { kind: 'some'; ids: ReadonlySet<string> }
  | { kind: 'all'; without: ReadonlySet<string> }

export const nothingChosen: Chosen = { kind: 'some', ids: new Set() }

/** Whether a row is chosen. */
export const isChosen = (chosen: Chosen, id: string): boolean =>
  chosen.kind === 'all' ? !chosen.without.has(id) : chosen.ids.has(id)

/** How many are chosen; `total` is the number of all that match. */
export const countChosen = (chosen: Chosen, total: number): number =>
  chosen.kind === 'all' ? Math.max(0, total - chosen.without.size) : chosen.ids.size

/** The choice after these rows were set or unset. */
export function choose(chosen: Chosen, ids: readonly string[], on: boolean): Chosen {
  const adds = chosen.kind === 'some' ? on : !on
  const next = new Set(chosen.kind === 'some' ? chosen.ids : chosen.without)
  for (const id of ids) {
    if (adds) next.add(id)
    else next.delete(id)
  }
  return chosen.kind === 'some' ? { kind: 'some', ids: next } : { kind: 'all', without: next }
}

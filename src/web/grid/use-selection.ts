import { useRef, useState } from 'react'
import { choose, isChosen, nothingChosen, type Chosen } from './grid-types.ts'

export interface Selection {
  chosen: Chosen
  set: (chosen: Chosen) => void
  clear: () => void
  /** Chooses or unchooses a row; `range` reaches from the row chosen before. */
  toggle: (index: number, range: boolean) => void
}

/** Which rows are chosen; told anew when the list asks something else (`key`). */
export function useSelection(rows: readonly { id: string }[], key: string): Selection {
  const [state, setState] = useState<{ key: string; chosen: Chosen }>({ key, chosen: nothingChosen })
  const last = useRef<number | null>(null)
  // Rows of another question are not the ones that were chosen.
  const chosen = state.key === key ? state.chosen : nothingChosen
  const set = (next: Chosen): void => setState({ key, chosen: next })
  return {
    chosen,
    set,
    clear: () => set(nothingChosen),
    toggle: (index, range) => {
      const row = rows[index]
      if (!row) return
      const from = range && last.current !== null ? last.current : index
      const between = rows.slice(Math.min(from, index), Math.max(from, index) + 1).map(({ id }) => id)
      set(choose(chosen, between, !isChosen(chosen, row.id)))
      last.current = index
    },
  }
}

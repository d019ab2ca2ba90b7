import { useState } from 'react'
import { layoutFrom, usualLayout, type GridLayout } from './grid-layout.ts'

const place = (name: string): string => `softmob.grid.${name}`

/** The layout of a list, remembered on this device under the list's name. */
export function useGridLayout(name: string): [GridLayout, (layout: GridLayout) => void] {
  const [state, setState] = useState(() => ({ name, layout: read(name) }))
  const layout = state.name === name ? state.layout : read(name)
  const set = (next: GridLayout): void => {
    setState({ name, layout: next })
    try {
      localStorage.setItem(place(name), JSON.stringify(next))
    } catch {
      // Nothing to remember in: the layout holds until the page is closed.
    }
  }
  return [layout, set]
}

function read(name: string): GridLayout {
  try {
    return layoutFrom(localStorage.getItem(place(name)))
  } catch {
    return usualLayout
  }
}

const bars = (row: Element | null | undefined): HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>('[data-bar]') ?? []),
]

/** The bar that an arrow key leads to from another one: along its row, or to the nearest one of the next row that has any. */
export function stepTo(from: EventTarget, key: string): HTMLElement | null {
  const bar = from instanceof Element ? from.closest<HTMLElement>('[data-bar]') : null
  const row = bar?.closest('[data-row]')
  if (!bar || !row) return null
  const own = bars(row)
  const at = own.indexOf(bar)
  if (key === 'ArrowRight') return own[at + 1] ?? null
  if (key === 'ArrowLeft') return own[at - 1] ?? null
  if (key === 'Home') return own[0] ?? null
  if (key === 'End') return own.at(-1) ?? null
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null
  for (let next = beside(row, key); next; next = beside(next, key)) {
    const [nearest] = bars(next).toSorted((a, b) => distance(a, bar) - distance(b, bar))
    if (nearest) return nearest
  }
  return null
}

const beside = (row: Element, key: 'ArrowDown' | 'ArrowUp'): Element | null =>
  key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
const distance = (a: HTMLElement, b: HTMLElement): number =>
  Math.abs(a.getBoundingClientRect().left - b.getBoundingClientRect().left)

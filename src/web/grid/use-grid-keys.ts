import { isTyping, useKey } from '#web/layout/use-key.ts'

interface GridKeys {
  count: number
  current: number
  move: (to: number) => void
  open: (index: number) => void
  toggle: (index: number, range: boolean) => void
  /** Esc; says whether there was something to close. */
  close: () => boolean
  search: () => void
}

/** j and k (or the arrows) walk, Enter opens, x or the space bar chooses, / goes to the search, Esc goes back. */
export function useGridKeys({ count, current, move, open, toggle, close, search }: GridKeys): void {
  useKey((event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return false
    // A dialog or menu has its own keys.
    if (document.querySelector('[role="dialog"], [role="menu"]')) return false
    const onControl = event.target instanceof Element && event.target.closest('a, button, input') !== null
    const walk = (to: number): boolean => {
      if (count === 0) return false
      move(Math.min(count - 1, Math.max(0, to)))
      return true
    }
    if (event.key === 'j' || event.key === 'ArrowDown') return walk(current + 1)
    if (event.key === 'k' || event.key === 'ArrowUp') return walk(current - 1)
    if (event.key === '/') {
      search()
      return true
    }
    if (event.key === 'Escape') return close()
    if (current < 0 || current >= count) return false
    if (event.key === 'x' || (event.key === ' ' && !onControl)) {
      toggle(current, event.shiftKey)
      return true
    }
    if (event.key === 'Enter' && !onControl) {
      open(current)
      return true
    }
    return false
  }, 'inner')
}

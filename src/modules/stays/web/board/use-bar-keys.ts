import type { KeyboardEvent } from 'react'

const moves: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Arrow keys walk from bar to bar: the nearest one in that direction gets the focus. */
export function useBarKeys(): { onKeyDown: (event: KeyboardEvent<HTMLElement>) => void } {
  return {
    onKeyDown: (event) => {
      const move = moves[event.key]
      const from = (event.target as HTMLElement).closest<HTMLElement>('[data-bar]')
      if (!move || !from) return
      event.preventDefault()
      const here = from.getBoundingClientRect()
      let best: { bar: HTMLElement; far: number } | null = null
      for (const bar of event.currentTarget.querySelectorAll<HTMLElement>('[data-bar]')) {
        if (bar === from) continue
        const there = bar.getBoundingClientRect()
        const [dx, dy] = [there.left - here.left, there.top - here.top]
        const [along, aside] = move[0] === 0 ? [dy * move[1], Math.abs(dx)] : [dx * move[0], Math.abs(dy)]
        if (along < 1) continue
        // Staying in the row, or going to the next one, counts for more than being near.
        const far = move[0] === 0 ? along * 1000 + aside : aside * 1000 + along
        if (!best || far < best.far) best = { bar, far }
      }
      best?.bar.focus()
    },
  }
}

/** What is seen of the world: its units times `scale`, moved by `x` and `y` pixels. */
export interface View {
  x: number
  y: number
  scale: number
}

interface Size {
  width: number
  height: number
}

// From the whole world to about one town.
const [farthest, closest] = [0.6, 400]
/** One town alone is shown with its country around it. */
const oneTown = 14

const clamp = (scale: number): number => Math.min(closest, Math.max(farthest, scale))

/** All points with air around them; Europe where there are none. */
export function fit(points: readonly (readonly [number, number])[], { width, height }: Size): View {
  const all =
    points.length > 0
      ? points
      : ([
          [470, 290],
          [590, 400],
        ] as const)
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))]
  const [top, bottom] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))]
  const air = 0.72
  const scale = Math.min(
    oneTown,
    (width * air) / Math.max(right - left, 0.001),
    (height * air) / Math.max(bottom - top, 0.001),
  )
  return {
    scale: clamp(scale),
    x: width / 2 - ((left + right) / 2) * clamp(scale),
    y: height / 2 - ((top + bottom) / 2) * clamp(scale),
  }
}

/** Closer or farther by a factor; what is below the given pixel stays there. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = clamp(view.scale * factor)
  const times = scale / view.scale
  return { scale, x: x - (x - view.x) * times, y: y - (y - view.y) * times }
}

export const panned = (view: View, x: number, y: number): View => ({ ...view, x: view.x + x, y: view.y + y })

/** The labels that fit without covering each other; earlier ones come first. */
export function placeLabels(
  labels: readonly { key: string; x: number; y: number; length: number }[],
): Set<string> {
  const placed: { x: number; y: number; half: number }[] = []
  const keys = new Set<string>()
  for (const { key, x, y, length } of labels) {
    const half = length * 3.6 + 6
    if (placed.some((one) => Math.abs(one.y - y) < 18 && Math.abs(one.x - x) < one.half + half)) continue
    placed.push({ x, y, half })
    keys.add(key)
  }
  return keys
}

/** What takes room on the screen, by its middle. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const steps = 600

/**
 * Moves signs off each other, the largest staying where it is: towns that lie side by side are still two targets (WCAG 2.5.8). A sign goes round its
 * place in growing circles until it is free, and stays on another one only where that takes too long.
 */
export function apart<T extends Box>(boxes: readonly T[]): T[] {
  const placed: T[] = []
  for (const box of boxes.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    let free = box
    for (let step = 0; step < steps && placed.some((other) => overlap(free, other)); step++) {
      const away = 4 * Math.sqrt(step + 1)
      free = { ...box, x: box.x + away * Math.cos(step * 2.4), y: box.y + away * Math.sin(step * 2.4) }
    }
    placed.push(free)
  }
  return placed
}

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

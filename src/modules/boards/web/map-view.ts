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

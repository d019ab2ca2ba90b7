import type { Actor } from './actors.ts'

/** The outline of an actor's sign around (x, y) as SVG path data; all four look equally big at the same radius. */
export function shapePath(actor: Actor, x: number, y: number, radius: number): string {
  return outlines[actor](x, y, radius)
}

const outlines: Record<Actor, (x: number, y: number, r: number) => string> = {
  sending: (x, y, r) =>
    `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`,
  hosting: (x, y, r) => polygon(x, y, r * 0.9, [-1, -1, 1, -1, 1, 1, -1, 1]),
  company: (x, y, r) => polygon(x, y, r * 1.15, [0, -1, 1, 0.8, -1, 0.8]),
  participant: (x, y, r) => polygon(x, y, r * 1.2, [0, -1, 1, 0, 0, 1, -1, 0]),
}

/** A closed polygon from pairs of unit coordinates. */
function polygon(x: number, y: number, r: number, corners: readonly number[]): string {
  const points: string[] = []
  for (let at = 0; at < corners.length; at += 2)
    points.push(`${n(x + r * (corners[at] ?? 0))} ${n(y + r * (corners[at + 1] ?? 0))}`)
  return `M${points.join('L')}Z`
}

const n = (value: number): number => Math.round(value * 100) / 100

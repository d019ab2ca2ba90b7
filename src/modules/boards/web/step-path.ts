/** A round number at or above the largest value, so that half of it is round as well. */
export function niceTop(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return (
    [1, 2, 4, 6, 8, 10].map((times) => times * unit).find((top) => top >= most && top % 2 === 0) ?? unit * 10
  )
}

/** Steps as SVG path data; with a base the ground below them is enclosed. */
export function stepPath(
  steps: readonly { from: number; to: number; at: number }[],
  base: number | null,
): string {
  const [first] = steps
  if (!first) return ''
  const n = (value: number): number => Math.round(value * 100) / 100
  const along = steps.map(({ from, to, at }) => `L${n(from)} ${n(at)}L${n(to)} ${n(at)}`).join('')
  const last = steps.at(-1)?.to ?? 0
  return base === null ? `M${along.slice(1)}` : `M${n(first.from)} ${base}${along}L${n(last)} ${base}Z`
}

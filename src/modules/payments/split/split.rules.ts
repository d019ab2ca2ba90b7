/** The host's share of a flow's organisational support in euros, to the cent, half up; null where nothing is agreed. */
export function hostShare(split: {
  kind: 'per-participant' | 'percent' | null
  value: number | null
  participants: number
  support: number
}): number | null {
  if (split.kind === null || split.value === null) return null
  const cents =
    split.kind === 'percent'
      ? Math.floor((Math.round(split.support * 100) * split.value) / 100 + 0.5)
      : Math.round(split.value * 100) * split.participants
  return cents / 100
}

/** The values that differ from those one began with; an emptied text field is sent as null. */
export function changedValues<V extends Record<string, unknown>>(
  before: V,
  after: V,
): { [K in keyof V]?: Exclude<V[K], ''> | null } {
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name])
  return Object.fromEntries(changed.map(([name, value]) => [name, value === '' ? null : value])) as {
    [K in keyof V]?: Exclude<V[K], ''> | null
  }
}

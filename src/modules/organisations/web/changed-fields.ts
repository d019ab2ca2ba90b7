/** Only the fields whose value differs: two people who edit different fields do not meet. */
export function changedFields<V extends Record<string, unknown>>(before: V, after: V): Partial<V> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  ) as Partial<V>
}

/**
 * What a form holds once it goes on from a newer version: what was typed stays, every other field takes its newest value,
 * so that somebody else's change is not undone.
 */
export function caughtUp<V extends Record<string, unknown>>(begun: V, newest: V, typed: V): V {
  return Object.fromEntries(
    Object.entries(typed).map(([field, value]) => {
      const untouched = JSON.stringify(value) === JSON.stringify(begun[field])
      return [field, untouched ? newest[field] : value]
    }),
  ) as V
}

interface Guardian {
  /** In lower case without accents. */
  plainName: string
  email?: string | null | undefined
  phone?: string | null | undefined
}

/** Where a guardian's file is: here already, or the n-th of those to be opened. */
export type GuardianPlace = { known: string } | { fresh: number }

/**
 * Finds for each guardian, in the same order, the file that is theirs; several rows of one new guardian share one new file.
 * A guardian is recognised by the name together with an e-mail address or a phone number; a name alone is not enough.
 */
export function placeGuardians<T extends Guardian>(
  guardians: readonly T[],
  known: readonly (Guardian & { id: string })[],
): { places: GuardianPlace[]; fresh: T[] } {
  const placeOf = new Map<string, GuardianPlace>()
  for (const one of known) for (const key of keysOf(one)) placeOf.set(key, { known: one.id })
  const fresh: T[] = []
  const places = guardians.map((guardian) => {
    const keys = keysOf(guardian)
    const found = keys.map((key) => placeOf.get(key)).find((place) => place !== undefined)
    const place = found ?? { fresh: fresh.push(guardian) - 1 }
    for (const key of keys) if (!placeOf.has(key)) placeOf.set(key, place)
    return place
  })
  return { places, fresh }
}

function keysOf({ plainName, email, phone }: Guardian): string[] {
  // Files give the two names in either order.
  const name = plainName.trim().split(/\s+/).sort().join(' ')
  const ways = [email?.trim().toLowerCase(), phone?.replaceAll(/\D/g, '')]
  return ways.filter(Boolean).map((way) => `${name}|${way}`)
}

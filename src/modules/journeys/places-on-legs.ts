import { distanceKm } from '#modules/places/distance.rules.ts'
import { findTown, type Town } from '#modules/places/gazetteer.ts'
import { plainTown } from '#modules/places/place-names.rules.ts'
import { airport } from './airports.rules.ts'
import { zoneOf } from './time-zones.rules.ts'

export interface AskedPlace {
  town: string
  country: string
}

/** A place on a leg: the town itself, several that may be meant, or nothing of that name. */
export type PlaceAnswer =
  | { kind: 'town'; town: Town; zone: string | null }
  | { kind: 'unclear'; zone: string | null; candidates: Town[] }
  | { kind: 'unknown' }

/** The town of a place that somebody wrote down. */
export function placeOf({ town, country }: AskedPlace): PlaceAnswer {
  const served = airport(town.trim())
  const answer = served ? findTown(served.town, served.country) : findTown(town, country)
  if ('town' in answer)
    return { kind: 'town', town: answer.town, zone: zoneOf(country, answer.town.longitude) }
  const plain = plainTown(town)
  const same = answer.candidates.filter(({ name, others }) =>
    [name, ...others].some((one) => plainTown(one) === plain),
  )
  if (same.length > 0) return { kind: 'unclear', zone: zoneOf(country, same[0]?.longitude), candidates: same }
  return { kind: 'unknown' }
}

/** Whole kilometres between two places; null where one of them is not clear. */
export function kmBetween(from: PlaceAnswer, to: PlaceAnswer): number | null {
  return from.kind === 'town' && to.kind === 'town' ? distanceKm(from.town, to.town) : null
}

/** A place as it stands in a ticket: the town, and what is left is the stop ("Santa Justa", "SVQ"). */
export interface WrittenPlace {
  town: string
  country: string
  stop: string | null
}

/** What a ticket means by "SVQ", "Verona (VRN)" or "Sevilla Santa Justa". `likely`: countries to look in first. */
export function readPlace(text: string, likely: readonly string[]): WrittenPlace | null {
  const clean = text.trim().replaceAll(/\s+/g, ' ')
  if (clean === '') return null
  const code = /(?:^|[\s(])([A-Z]{3})(?:\)|$)/.exec(clean)?.[1]
  const served = code ? airport(code) : undefined
  if (code && served) return { ...served, stop: code }
  const words = clean.replaceAll(/\s*\([^)]*\)/g, '').split(' ')
  for (let count = words.length; count > 0; count -= 1) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/[,–-]+$/, '')
    const town = townNamed(name, likely)
    if (town) return { ...town, stop: words.slice(count).join(' ') || null }
  }
  return null
}

function townNamed(name: string, likely: readonly string[]): { town: string; country: string } | null {
  for (const country of likely) {
    const place = placeOf({ town: name, country })
    if (place.kind === 'town') return { town: place.town.name, country }
  }
  if (name.length < 4) return null
  const anywhere = findTown(name, null)
  return 'town' in anywhere ? { town: anywhere.town.name, country: anywhere.town.country } : null
}

import { bandOfDistance, distanceKm } from './distance.rules.ts'
import { findTown, townsBeginning, type Town } from './gazetteer.ts'

/** A town as the API and the command line show it. */
export const shownTown = ({ name, country, region, population, latitude, longitude }: Town) => ({
  city: name,
  country,
  ...(region === '' ? {} : { region }),
  population,
  latitude,
  longitude,
})

export interface AskedTown {
  city: string
  country: string
  region?: string | undefined
}

/** The distance of a pair of towns, or which of them is not clear and what may be meant. */
export type DistanceAnswer =
  | { km: number; band: string }
  | { of: 'from' | 'to'; candidates: ReturnType<typeof shownTown>[] }

/** One way, in whole kilometres. `find` may remember what it has found. */
export function distanceBetween(from: AskedTown, to: AskedTown, find = townOf): DistanceAnswer {
  const [start, end] = [find(from), find(to)]
  if ('candidates' in start) return { of: 'from', candidates: start.candidates.map(shownTown) }
  if ('candidates' in end) return { of: 'to', candidates: end.candidates.map(shownTown) }
  const km = distanceKm(start.town, end.town)
  return { km, band: bandOfDistance(km) }
}

export const townOf = ({ city, country, region }: AskedTown) => findTown(city, country, region)

export const townsFor = (search: string, country: string | undefined, limit: number) =>
  townsBeginning(search, country ?? null, limit).map(shownTown)

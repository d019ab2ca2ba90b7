import { distanceKm, type Point } from '#modules/places/distance.rules.ts'
import { townOf } from '#modules/places/places.actions.ts'

interface Where {
  town: string | null
  country: string | null
}
interface Exact extends Where {
  latitude: number | null
  longitude: number | null
}

/** Where a town is, each looked up once; null where it is not known or not clear. */
export function townFinder(): (where: Where) => Point | null {
  const towns = new Map<string, Point | null>()
  return ({ town, country }) => {
    if (!town || !country) return null
    const key = `${country} ${town}`
    const known = towns.get(key)
    if (known !== undefined) return known
    const answer = townOf({ city: town, country })
    const point = 'town' in answer ? answer.town : null
    towns.set(key, point)
    return point
  }
}

const exactly = ({ latitude, longitude }: Exact): Point | null =>
  latitude !== null && longitude !== null ? { latitude, longitude } : null

/** From a housing's coordinates where they are known, else from the middle of its town. */
export const pointOf = (housing: Exact, find: (where: Where) => Point | null): Point | null =>
  exactly(housing) ?? find(housing)

/** How far companies are from a housing, as the crow flies to the middle of their town, in whole kilometres, the nearest first. */
export function kilometresTo(housing: Exact, companies: readonly (Where & { id: string; name: string })[]) {
  const find = townFinder()
  const start = pointOf(housing, find)
  const items = companies.map((company) => {
    const end = find(company)
    return {
      id: company.id,
      name: company.name,
      town: company.town,
      km: start && end ? distanceKm(start, end) : null,
    }
  })
  return {
    from: exactly(housing) ? ('coordinates' as const) : start ? ('town' as const) : null,
    items: items.toSorted((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity)),
  }
}

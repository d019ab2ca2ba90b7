/** A point on the globe in degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** Mean radius of the Earth in kilometres (IUGG). */
const radius = 6371.0088

/**
 * The bands of travel support, one way, in whole kilometres (https://erasmus-plus.ec.europa.eu/resources-and-tools/distance-calculator
 * and the programme guides since 2021).
 */
const lowerLimits = [0, 10, 100, 500, 2000, 3000, 4000, 8000] as const

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The great circle between two points in kilometres, one way (haversine). */
export function greatCircle(one: Point, other: Point): number {
  const latitude = radians(other.latitude - one.latitude)
  const longitude = radians(other.longitude - one.longitude)
  const part =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(longitude / 2) ** 2
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Whole kilometres, half up. */
export const distanceKm = (one: Point, other: Point): number => Math.floor(greatCircle(one, other) + 0.5)

/** The band of a distance in programme terms, such as `500-1999`. A band ends with its last whole kilometre. */
export function bandOfDistance(km: number): string {
  const at = lowerLimits.findLastIndex((limit) => km >= limit)
  const from = lowerLimits[Math.max(at, 0)] ?? 0
  const next = lowerLimits[at + 1]
  return next === undefined ? `${from}+` : `${from}-${next - 1}`
}

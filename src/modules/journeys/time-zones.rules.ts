/** The time zone of a country's capital, for the countries people travel between. Islands far out are named below. */
const zones: Record<string, string> = {
  AD: 'Europe/Andorra',
  AL: 'Europe/Tirane',
  AT: 'Europe/Vienna',
  BA: 'Europe/Sarajevo',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FO: 'Atlantic/Faroe',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  LI: 'Europe/Vaduz',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MD: 'Europe/Chisinau',
  ME: 'Europe/Podgorica',
  MK: 'Europe/Skopje',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  RS: 'Europe/Belgrade',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  TR: 'Europe/Istanbul',
  UA: 'Europe/Kyiv',
  XK: 'Europe/Belgrade',
}

/** Far islands keep their own time, so there a whole country says too little. */
const islands: readonly { country: string; west: number; zone: string }[] = [
  { country: 'PT', west: -20, zone: 'Atlantic/Azores' },
  { country: 'ES', west: -12, zone: 'Atlantic/Canary' },
]

/** The zone whose clocks a place shows; null for countries that are not known here. `longitude` in degrees, where it is known. */
export function zoneOf(country: string, longitude?: number | null): string | null {
  const code = country === 'EL' ? 'GR' : country === 'UK' ? 'GB' : country
  const island = islands.find((one) => one.country === code && (longitude ?? 0) < one.west)
  return island?.zone ?? zones[code] ?? null
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The moment of a wall clock in a zone, in minutes since 1970. Without a zone the clock is taken for UTC. */
export function minuteOf(day: string, time: string, zone: string | null): number {
  const wall = Date.parse(`${day}T${time}:00Z`) / 60_000
  return zone === null ? wall : wall - offsetAt(zone, wall)
}

/** How many minutes a zone is ahead of UTC around a wall-clock minute. */
function offsetAt(zone: string, wall: number): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(zone, format)
  }
  const parts = new Map(format.formatToParts(wall * 60_000).map(({ type, value }) => [type, value]))
  const there = Date.parse(
    `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}:00Z`,
  )
  return there / 60_000 - wall
}

import type { PackBand, PackCountries, RulePack } from './rule-pack.rules.ts'

/** A pack arranged for questions: by activity, by country, by distance. */
export interface PackLookup {
  activity: ReadonlyMap<string, RulePack['activityTypes'][number]>
  country: ReadonlyMap<string, PackCountries>
  region: ReadonlyMap<number, PackCountries>
  /** Nearest first. */
  bands: readonly PackBand[]
}

const arranged = new WeakMap<RulePack, PackLookup>()

/** The pack arranged for questions; done once for each pack object. */
export function lookUp(pack: RulePack): PackLookup {
  const known = arranged.get(pack)
  if (known) return known
  const made: PackLookup = {
    activity: new Map(pack.activityTypes.map((type) => [type.key, type])),
    country: new Map(pack.countryGroups.flatMap((block) => block.countries.map((code) => [code, block]))),
    region: new Map(pack.countryGroups.flatMap((block) => (block.region ? [[block.region, block]] : []))),
    bands: [...pack.travel.bands].sort((one, other) => one.fromKm - other.fromKm),
  }
  arranged.set(pack, made)
  return made
}

/** The band of a one-way distance in kilometres: 499.6 km is not yet 500. Undefined when no band begins so near. */
export function bandOf(pack: RulePack, km: number): PackBand | undefined {
  return lookUp(pack).bands.findLast((band) => band.fromKm <= km)
}

/** How the programme writes a band: `500-1999`, `8000+`. */
export const bandName = (band: { fromKm: number; toKm: number | null }): string =>
  band.toKm === null ? `${band.fromKm}+` : `${band.fromKm}-${band.toKm}`

/** The EU's own codes for two countries (Interinstitutional style guide 7.1.1), which annexes print. */
const euCodes: Record<string, string> = { EL: 'GR', UK: 'GB' }

/** The ISO code of a country, also for the EU's EL and UK. */
export const isoCountry = (code: string): string => euCodes[code] ?? code

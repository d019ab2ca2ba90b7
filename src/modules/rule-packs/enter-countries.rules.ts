import { countryCodes } from '#shared/countries.ts'
import { annexSource } from './enter-figures.rules.ts'
import { isoCountry } from './pack-lookup.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/** A country as a coordinator reads it in the annex: the group whose daily rates count. */
export interface EnteredCountry {
  country: string
  group: string
  /** A third country not associated to the programme. */
  international?: boolean | undefined
}

/** The groups for which a pack has, or could have, daily rates. */
export const groupsOf = (pack: RulePack): string[] =>
  [...new Set(pack.countryGroups.map(({ group }) => group))].toSorted()

const iso = new Set(countryCodes)

/** What is wrong with one of these countries, by its place in the list; words in `grants:field.<code>`. */
export function wrongCountries(
  pack: RulePack,
  countries: readonly EnteredCountry[],
): { at: number; field: 'country' | 'group'; code: 'no-country' | 'no-group' }[] {
  const groups = groupsOf(pack)
  return countries.flatMap(({ country, group }, at) => [
    ...(iso.has(isoCountry(country)) ? [] : [{ at, field: 'country', code: 'no-country' } as const]),
    ...(groups.includes(group) ? [] : [{ at, field: 'group', code: 'no-group' } as const]),
  ])
}

/** The pack with these countries in the groups that the annex names; each leaves the group that it was in before. The version stays. */
export function enterCountries(
  pack: RulePack,
  countries: readonly EnteredCountry[],
  annexTitle: string,
): RulePack {
  if (countries.length === 0) return pack
  const entered = new Map(countries.map((one) => [isoCountry(one.country), one]))
  const kept = pack.countryGroups
    .map((block) => ({
      ...block,
      countries: block.countries.filter((code) => !entered.has(isoCountry(code))),
    }))
    .filter((block) => block.countries.length > 0)
  const added = [...entered].map(([country, { group, international = false }]) => ({
    group,
    countries: [country],
    international,
    source: annexSource,
    state: 'entered' as const,
  }))
  return {
    ...pack,
    sources: { ...pack.sources, [annexSource]: { title: annexTitle } },
    countryGroups: [...kept, ...added],
  }
}

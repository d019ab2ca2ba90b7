import { countryCodes } from '#shared/countries.ts'
import { daysOfPeriod } from '#shared/dates.ts'
import type { PackCountries, RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { isoCountry, lookUp } from '#modules/rule-packs/pack-lookup.rules.ts'
import type { GrantCase } from './grant-case.rules.ts'
import { longestStay } from './grant-limits.rules.ts'
import { fieldProblem, phrase, type FieldProblem, type Phrase } from './phrase.rules.ts'

/** So many days in one country; `group` is null when the pack does not know the country's group. */
export interface StayPart {
  country: string
  group: string | null
  days: number
}

/** Where somebody is paid for being, and how long: the days that count after interruption and early return. */
export interface Stay {
  parts: StayPart[]
  /** Days that count, travel days not among them. */
  days: number
  /** Days as planned, before interruption and early return. */
  planned: number
  international: boolean
  warnings: Phrase[]
}

const iso = new Set(countryCodes)

/** The stay of a case, or what is wrong with its dates, days and countries. */
export function stayOf(pack: RulePack, item: GrantCase): Stay | FieldProblem[] {
  const warnings: Phrase[] = []
  const problems: FieldProblem[] = []
  const planned = plannedDays(item, problems, warnings)
  const interruption = item.interruptionDays ?? 0
  if (problems.length === 0 && interruption > planned)
    problems.push(fieldProblem('interruptionDays', 'interruption-longer', { interruption, planned }))
  if (item.sendingCountry && !iso.has(isoCountry(item.sendingCountry)))
    problems.push(fieldProblem('sendingCountry', 'no-country', { country: item.sendingCountry }))
  const places = placesOf(item, planned)
  if (places.length === 0) problems.push(fieldProblem('receivingCountry', 'required'))
  let international = item.international ?? false
  const parts = places.map(({ field, country, days }): StayPart => {
    const block = blockOf(pack, item, country)
    if (!iso.has(country)) problems.push(fieldProblem(field, 'no-country', { country }))
    else if (!block && pack.countriesNotListed === 'not-eligible')
      problems.push(fieldProblem(field, 'country-outside', { country, pack: pack.name }))
    if (item.international === undefined && block?.international) international = true
    return { country, group: block?.group ?? null, days }
  })
  if (problems.length > 0) return problems
  const days = item.actualDays ?? planned - interruption
  fit(parts, days)
  return { parts, days, planned, international, warnings }
}

function plannedDays(item: GrantCase, problems: FieldProblem[], warnings: Phrase[]): number {
  const { startDate, endDate, activityDays, venues } = item
  const fromVenues = venues?.reduce((sum, venue) => sum + venue.days, 0)
  if (startDate && endDate && endDate < startDate)
    problems.push(fieldProblem('endDate', 'end-before-start', { start: startDate, end: endDate }))
  const fromDates = startDate && endDate ? daysOfPeriod(startDate, endDate) : undefined
  if (fromDates !== undefined && fromDates > longestStay)
    problems.push(fieldProblem('endDate', 'stay-too-long', { days: fromDates, max: longestStay }))
  if (fromVenues !== undefined && fromVenues > longestStay)
    problems.push(fieldProblem('venues', 'stay-too-long', { days: fromVenues, max: longestStay }))
  if (fromVenues !== undefined && activityDays !== undefined && fromVenues !== activityDays)
    problems.push(
      fieldProblem('venues', 'venues-and-days-differ', { venues: fromVenues, days: activityDays }),
    )
  // Days that already leave the interruption out are meant as such: they are not shortened twice.
  if (fromDates !== undefined && item.interruptionDays && fromDates - item.interruptionDays === activityDays)
    return fromDates
  if (fromDates !== undefined && activityDays !== undefined && fromDates !== activityDays)
    warnings.push(phrase('dates-and-days-differ', { dates: fromDates, days: activityDays }))
  const planned = activityDays ?? fromVenues ?? fromDates
  if (planned === undefined) problems.push(fieldProblem('activityDays', 'required'))
  return planned ?? 0
}

function placesOf(item: GrantCase, planned: number): { field: string; country: string; days: number }[] {
  if (item.venues)
    return item.venues.map(({ country, days }, index) => ({
      field: `venues.${index}.country`,
      country: isoCountry(country),
      days,
    }))
  if (!item.receivingCountry) return []
  return [{ field: 'receivingCountry', country: isoCountry(item.receivingCountry), days: planned }]
}

function blockOf(pack: RulePack, item: GrantCase, country: string): PackCountries | undefined {
  const { country: byCountry, region } = lookUp(pack)
  return byCountry.get(country) ?? (item.region === undefined ? undefined : region.get(item.region))
}

/** Shortens the last places, or lengthens the very last, until they last so many days. */
function fit(parts: StayPart[], days: number): void {
  let over = parts.reduce((sum, part) => sum + part.days, 0) - days
  for (const part of parts.toReversed()) {
    const cut = over > 0 ? Math.min(over, part.days) : over
    part.days -= cut
    over -= cut
    if (over === 0) return
  }
}

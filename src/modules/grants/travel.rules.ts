import { bandName, bandOf } from '#modules/rule-packs/pack-lookup.rules.ts'
import type { GrantCase } from './grant-case.rules.ts'
import type { GrantSheet } from './grant-lines.rules.ts'
import { phrase } from './phrase.rules.ts'

/**
 * Travel support: one amount for the whole return trip, by the one-way distance; legs between venues are added
 * (https://www.mucf.se/budget-kompetens-utveckling). Where the table has no green amount for a band, a green traveller has the standard one.
 */
export function addTravel(sheet: GrantSheet, item: GrantCase): void {
  const { pack } = sheet
  const given = item.forceMajeure?.amounts.travel
  if (given !== undefined) {
    const values = { amount: given, reason: item.forceMajeure?.reason ?? '' }
    return sheet.add('travel', given, phrase('by-hand', values), 'rule.force-majeure', [])
  }
  if (item.zeroGrant) return sheet.add('travel', 0, phrase('zero-grant'), 'rule.zero-grant', [])
  const expensive = item.realCosts?.find(
    (cost) => cost.category === 'exceptional-costs' && cost.expensiveTravel,
  )
  if (expensive) return payExpensiveTravel(sheet, item, expensive.amount)
  const km = distanceOf(item)
  if (km === null) {
    sheet.add('travel', null, phrase('distance-missing'), 'rule.travel', [])
    return sheet.warn('distance-missing')
  }
  const band = bandOf(pack, km)
  if (!band)
    return sheet.missing('travel', 'rule.travel', { key: 'travel-standard', values: { band: `${km}` } })
  const green = item.green === true && band.green !== 'no-green-amount'
  const figure = item.green === true && band.green !== 'no-green-amount' ? band.green : band.standard
  const values = { km, band: bandName(band) }
  if (figure.value === null) {
    const key = green ? 'travel-green' : 'travel-standard'
    return sheet.missing('travel', 'rule.travel', { key, values: { band: values.band } }, [figure])
  }
  if (item.green && !green) sheet.warn('no-green-amount', { band: values.band, amount: figure.value })
  const key = figure.value === 0 ? 'travel-nothing' : green ? 'travel-green' : 'travel-standard'
  sheet.add('travel', figure.value, phrase(key, { ...values, amount: figure.value }), 'rule.travel', [figure])
}

/** The one-way kilometres that count: as given, else the sum of the legs; null when neither is known. */
export function distanceOf(item: GrantCase): number | null {
  if (item.distanceKm !== undefined) return item.distanceKm
  const legs = item.venues?.map((venue) => venue.distanceKm) ?? []
  if (legs.length === 0 || legs.includes(undefined)) return null
  return legs.reduce<number>((sum, leg) => sum + (leg ?? 0), 0)
}

/** Expensive travel is paid as an exceptional cost, and the unit amount is zero; a warning where the unit amount covers enough of it. */
function payExpensiveTravel(sheet: GrantSheet, item: GrantCase, cost: number): void {
  const km = distanceOf(item)
  const band = km === null ? undefined : bandOf(sheet.pack, km)
  const figure = item.green && band?.green !== 'no-green-amount' ? band?.green : band?.standard
  const limit = sheet.pack.exceptionalCosts.expensiveTravelBelowPercent
  const unit = figure?.value ?? null
  if (unit !== null && limit.value !== null && unit * 100 >= cost * limit.value)
    sheet.warn('travel-not-expensive', { unit, cost, percent: limit.value })
  sheet.add('travel', 0, phrase('expensive-travel-instead', { cost }), 'rule.expensive-travel', [])
}

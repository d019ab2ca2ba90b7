import { dailyRate, type DailyRate } from '#modules/rule-packs/daily-rate.rules.ts'
import type { Figure } from '#modules/rule-packs/figure.rules.ts'
import type { GrantCase } from './grant-case.rules.ts'
import { cents, type GrantSheet } from './grant-lines.rules.ts'
import { phrase, type Phrase } from './phrase.rules.ts'
import type { Stay } from './stay.rules.ts'

const rule = 'rule.individual-support'

/**
 * Individual support: funded travel days and activity days in one series, the daily rate of the receiving country's group, reduced after
 * the first days of the series. With several venues travel days stand at the front of the series, at the first venue's rate.
 */
export function addIndividualSupport(sheet: GrantSheet, item: GrantCase, stay: Stay): void {
  const given = item.forceMajeure?.amounts['individual-support']
  if (given !== undefined) {
    const values = { amount: given, reason: item.forceMajeure?.reason ?? '' }
    return sheet.add('individual-support', given, phrase('by-hand', values), 'rule.force-majeure', [])
  }
  if (item.zeroGrant) return sheet.add('individual-support', 0, phrase('zero-grant'), 'rule.zero-grant', [])
  const travelDays = fundedTravelDays(sheet, item)
  const role = item.role === 'learner' ? 'learner' : 'staff'
  const series = { used: 0, amount: 0, parts: [] as Phrase[], figures: [] as Figure[] }
  for (const [index, part] of stay.parts.entries()) {
    const days = part.days + (index === 0 ? travelDays.days : 0)
    if (days === 0) continue
    if (part.group === null) {
      const lacking = { key: 'country-group', values: { country: part.country } }
      return sheet.missing('individual-support', rule, lacking, series.figures)
    }
    const rate = dailyRate(sheet.pack, role, part.group)
    if (!countDays(series, rate, days, stay.parts.length > 1 ? part.country : '')) {
      const lacking = { key: 'daily-rate', values: { role, group: part.group } }
      return sheet.missing('individual-support', rule, lacking, rate.figures)
    }
  }
  const values = {
    activityDays: stay.days,
    travelDays: travelDays.days,
    days: series.used,
    planned: stay.planned,
  }
  const key =
    series.used === 0
      ? 'no-days'
      : stay.days === stay.planned
        ? 'individual-support'
        : 'individual-support-changed'
  const figures = [...series.figures, ...(travelDays.days > 0 ? travelDays.figures : [])]
  sheet.add('individual-support', series.amount, phrase(key, values, series.parts), rule, figures)
}

/** Adds days of one country to the series; false when a needed rate is missing. */
function countDays(
  series: { used: number; amount: number; parts: Phrase[]; figures: Figure[] },
  rate: DailyRate,
  days: number,
  country: string,
): boolean {
  if (rate.full === null || rate.fullDays === null) return false
  const full = Math.min(days, Math.max(0, rate.fullDays - series.used))
  const after = days - full
  if (after > 0 && rate.reduced === null) return false
  if (full > 0) series.parts.push(phrase('days-at-rate', { days: full, rate: rate.full, country }))
  if (after > 0) series.parts.push(reducedPart(rate, after, country))
  series.amount += full * rate.full + after * (rate.reduced ?? 0)
  series.used += days
  for (const figure of rate.figures) series.figures.push(figure)
  return true
}

/** The explanation names the other way of counting: the exact percentage times the days, not rounded to a whole euro. */
function reducedPart(rate: DailyRate, days: number, country: string): Phrase {
  const { reduced, exact, full, percent, fullDays } = rate
  const values = {
    days,
    rate: reduced ?? 0,
    full: full ?? 0,
    percent: percent ?? 0,
    from: (fullDays ?? 0) + 1,
    country,
  }
  if (exact === null || exact === reduced) return phrase('days-at-reduced-rate', values)
  return phrase('days-at-rounded-rate', { ...values, exact, alternative: cents(days * exact) })
}

/** The travel days that are paid; those above the pack's maximum are not, and warn. */
function fundedTravelDays(sheet: GrantSheet, item: GrantCase): { days: number; figures: Figure[] } {
  const asked = item.travelDays ?? 0
  const { standard, green } = sheet.pack.travel.fundedDays
  const limit = item.green ? green : standard
  const most = limit.value
  if (most === null || asked <= most) return { days: asked, figures: most === null ? [] : [limit] }
  sheet.warn(item.green ? 'travel-days-green' : 'travel-days-standard', { asked, most })
  return { days: most, figures: [limit] }
}

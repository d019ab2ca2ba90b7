import type { Figure } from './figure.rules.ts'
import { notKnown, type RateRole } from './pack-terms.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/** Euros a day: in full for the first days, reduced after them. Null where a figure is missing. */
export interface DailyRate {
  full: number | null
  reduced: number | null
  /** The reduced rate before rounding, null when it was printed or is missing. */
  exact: number | null
  fullDays: number | null
  percent: number | null
  /** All figures that were used. */
  figures: Figure[]
}

/**
 * Whole euros, half up, from a rate and a percentage (35 € at 70 % = 24.5 → 25). No text states this rounding; it follows from the
 * published tables (see docs/decisions/0016). Computed in hundredths of a cent, so that no binary fraction tips it.
 */
export const reducedRate = (daily: number, percent: number): number =>
  Math.floor((Math.round(daily * 100) * percent + 5000) / 10_000)

const rates = new WeakMap<RulePack, Map<string, DailyRate>>()

/** The rates of a role in a country group. Accompanying persons are staff here. A printed reduced rate wins over the computed one. */
export function dailyRate(pack: RulePack, role: RateRole, group: string): DailyRate {
  const known = rates.get(pack) ?? new Map<string, DailyRate>()
  rates.set(pack, known)
  const key = `${role} ${group}`
  const before = known.get(key)
  if (before) return before
  const { tier, rates: table } = pack.individualSupport
  const entry = table[role][group]
  const daily = entry?.daily ?? notKnown
  const after = entry?.dailyAfter
  const percent = tier.percentAfter.value
  const computed = daily.value === null || percent === null ? null : reducedRate(daily.value, percent)
  const printed = after?.value ?? null
  const made: DailyRate = {
    full: daily.value,
    reduced: printed ?? computed,
    exact: daily.value === null || percent === null ? null : Math.round(daily.value * percent) / 100,
    fullDays: tier.fullDays.value,
    percent,
    figures: [daily, tier.fullDays, ...(after && printed !== null ? [after] : [tier.percentAfter])],
  }
  known.set(key, made)
  return made
}

import { countryCodes } from '#shared/countries.ts'
import { reducedRate } from './daily-rate.rules.ts'
import { packFigures, groupsOf } from './pack-figures.rules.ts'
import { bandName, lookUp } from './pack-lookup.rules.ts'
import { rateRoles } from './pack-terms.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/**
 * Something wrong with a pack. `error`: no amount should be computed from it. `beyond-bounds`: a rate above the programme's maximum, an
 * error for whoever types it. `warning`: odd, but may be right.
 */
export interface PackMistake {
  level: 'error' | 'beyond-bounds' | 'warning'
  /** Place in the file, such as `travel.bands.100-499`; empty for the file as a whole. */
  path: string
  key: string
  values: Record<string, string | number>
}

const iso = new Set(countryCodes)

/** What is wrong inside a pack whose form is right. */
export function packMistakes(pack: RulePack): PackMistake[] {
  return [
    ...nameMistakes(pack),
    ...sourceMistakes(pack),
    ...activityMistakes(pack),
    ...countryMistakes(pack),
    ...bandMistakes(pack),
    ...rateMistakes(pack),
    ...stepMistakes(pack),
    ...percentMistakes(pack),
  ]
}

function nameMistakes({ name, callYear, country }: RulePack): PackMistake[] {
  const expected = `${callYear}-${country}`
  return name.startsWith(expected) ? [] : [say('warning', 'name', 'name-differs', { name, expected })]
}

function sourceMistakes(pack: RulePack): PackMistake[] {
  const used = [
    ...packFigures(pack).map(({ path, figure }) => ({ path, source: figure.source })),
    ...pack.countryGroups.map(({ source }, index) => ({ path: `countryGroups.${index}`, source })),
  ]
  return used.flatMap(({ path, source }) =>
    source === undefined || Object.hasOwn(pack.sources, source)
      ? []
      : [say('error', path, 'unknown-source', { source })],
  )
}

function activityMistakes(pack: RulePack): PackMistake[] {
  const seen = new Set<string>()
  return pack.activityTypes.flatMap(({ key: activity, minDays, maxDays }) => {
    const path = `activityTypes.${activity}`
    const twice = seen.has(activity)
    seen.add(activity)
    const turned = minDays.value !== null && maxDays.value !== null && minDays.value > maxDays.value
    return [
      ...(twice ? [say('error', path, 'activity-twice', { activity })] : []),
      ...(turned ? [say('error', path, 'min-above-max', { min: minDays.value!, max: maxDays.value! })] : []),
    ]
  })
}

function countryMistakes(pack: RulePack): PackMistake[] {
  const seen = new Map<string, string>()
  return pack.countryGroups.flatMap(({ group, countries }, index) =>
    countries.flatMap((country) => {
      const path = `countryGroups.${index}`
      const other = seen.get(country)
      seen.set(country, group)
      if (!iso.has(country)) return [say('error', path, 'unknown-country', { country })]
      return other === undefined ? [] : [say('error', path, 'country-twice', { country, group, other })]
    }),
  )
}

function bandMistakes(pack: RulePack): PackMistake[] {
  const { bands } = lookUp(pack)
  return bands.flatMap((band, index) => {
    const path = `travel.bands.${bandName(band)}`
    const next = bands[index + 1]
    if (index === 0 && band.fromKm !== 0) return [say('error', path, 'bands-start', { from: band.fromKm })]
    if (!next) return band.toKm === null ? [] : [say('error', path, 'bands-end', { to: band.toKm })]
    return band.toKm !== null && band.toKm + 1 === next.fromKm
      ? []
      : [say('error', path, 'bands-gap', { to: band.toKm ?? '∞', next: next.fromKm })]
  })
}

function rateMistakes(pack: RulePack): PackMistake[] {
  const { rates, bounds, tier } = pack.individualSupport
  const groups = new Set(groupsOf(pack))
  return rateRoles.flatMap((role) => [
    ...(['rates', 'bounds'] as const).flatMap((table) =>
      Object.keys(pack.individualSupport[table][role]).flatMap((group) =>
        groups.has(group)
          ? []
          : [say('error', `individualSupport.${table}.${role}.${group}`, 'unknown-group', { group })],
      ),
    ),
    ...Object.entries(rates[role]).flatMap(([group, { daily, dailyAfter }]) => {
      const path = `individualSupport.rates.${role}.${group}`
      const rate = daily.value
      if (rate === null) return []
      const { min, max } = bounds[role][group] ?? { min: { value: null }, max: { value: null } }
      const computed = tier.percentAfter.value === null ? null : reducedRate(rate, tier.percentAfter.value)
      const after = dailyAfter?.value ?? null
      return [
        ...(max.value !== null && rate > max.value
          ? [say('beyond-bounds', `${path}.daily`, 'above-maximum', { rate, max: max.value })]
          : []),
        ...(min.value !== null && rate < min.value
          ? [say('warning', `${path}.daily`, 'below-minimum', { rate, min: min.value })]
          : []),
        ...(after !== null && computed !== null && after !== computed
          ? [say('warning', `${path}.dailyAfter`, 'after-differs', { after, computed })]
          : []),
      ]
    }),
  ])
}

function stepMistakes(pack: RulePack): PackMistake[] {
  const { activity: known } = lookUp(pack)
  return Object.entries(pack.organisationalSupport.byActivity).flatMap(([activity, steps]) => {
    const path = `organisationalSupport.byActivity.${activity}`
    const ordered = steps.every(
      ({ fromParticipant }, index) => fromParticipant > (steps[index - 1]?.fromParticipant ?? 0),
    )
    return [
      ...(known.has(activity) ? [] : [say('error', path, 'unknown-activity', { activity })]),
      ...(steps[0]?.fromParticipant === 1 && ordered ? [] : [say('error', path, 'steps-order', {})]),
    ]
  })
}

function percentMistakes(pack: RulePack): PackMistake[] {
  const whole = /^individualSupport\.tier\.fullDays$|fundedDays|Days$|maxPersons|shortTermParticipants/
  return packFigures(pack).flatMap(({ path, figure: { value } }) => {
    if (value === null) return []
    if (/percent/i.test(path) && value > 100) return [say('error', path, 'above-hundred', { value })]
    return whole.test(path) && !Number.isInteger(value) ? [say('error', path, 'not-whole', { value })] : []
  })
}

function say(
  level: PackMistake['level'],
  path: string,
  key: string,
  values: PackMistake['values'],
): PackMistake {
  return { level, path, key, values }
}

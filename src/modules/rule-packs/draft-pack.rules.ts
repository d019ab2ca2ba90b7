import type { Figure } from './figure.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/**
 * A beginning for an agency that no shipped pack covers: what the whole programme pays in that call year, taken from another agency's
 * pack and therefore at best published elsewhere; daily rates, which each agency sets itself, are not known.
 */
export function draftPack(template: RulePack, country: string): RulePack {
  const { agency: _agency, $schema: _schema, about: _about, ...rest } = template
  const { rates: _rates, ...individualSupport } = rest.individualSupport
  return {
    ...loosened(rest),
    name: `${template.callYear}-${country}`,
    version: 1,
    country,
    individualSupport: { ...loosened(individualSupport), rates: { learner: {}, staff: {} } },
    examples: [],
  }
}

/** The same with every official figure as published elsewhere: it was read for another agency. */
function loosened<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one) => loosened(one) as unknown) as T
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, loosened(one) as unknown]))
  if (copy['state'] === 'official') copy['state'] = 'published-elsewhere' satisfies Figure['state']
  return copy as T
}

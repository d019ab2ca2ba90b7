import type { Figure } from './figure.rules.ts'
import { lookUp } from './pack-lookup.rules.ts'
import { packFigures } from './pack-figures.rules.ts'
import { notKnown } from './pack-terms.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/** A figure that reads otherwise in the other version; one that only stands in one of them is not known in the other. */
export interface ChangedFigure {
  path: string
  key: string
  values: Record<string, string | number>
  before: Figure
  after: Figure
}

/** A country that stands in another group; null where it is in none. */
export interface MovedCountry {
  country: string
  before: string | null
  after: string | null
}

/** What changes from one pack to another: figures whose value, state or source differs, and countries that move. */
export function changedFigures(
  before: RulePack,
  after: RulePack,
): { figures: ChangedFigure[]; countries: MovedCountry[] } {
  const old = new Map(packFigures(before).map((one) => [one.path, one]))
  const young = new Map(packFigures(after).map((one) => [one.path, one]))
  const figures = [...new Set([...old.keys(), ...young.keys()])].flatMap((path) => {
    const one = old.get(path)
    const other = young.get(path)
    const { key, values } = other ?? one ?? { key: path, values: {} }
    const change = { path, key, values, before: one?.figure ?? notKnown, after: other?.figure ?? notKnown }
    return sameFigure(change.before, change.after) ? [] : [change]
  })
  return { figures, countries: movedCountries(before, after) }
}

const sameFigure = (one: Figure, other: Figure): boolean =>
  one.value === other.value && one.state === other.state && one.source === other.source

function movedCountries(before: RulePack, after: RulePack): MovedCountry[] {
  const old = lookUp(before).country
  const young = lookUp(after).country
  return [...new Set([...old.keys(), ...young.keys()])].sort().flatMap((country) => {
    const moved = {
      country,
      before: old.get(country)?.group ?? null,
      after: young.get(country)?.group ?? null,
    }
    return moved.before === moved.after ? [] : [moved]
  })
}

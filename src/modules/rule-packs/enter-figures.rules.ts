import type { Figure } from './figure.rules.ts'
import { bandName } from './pack-lookup.rules.ts'
import { packFigures } from './pack-figures.rules.ts'
import type { RateRole } from './pack-terms.rules.ts'
import type { RulePack } from './rule-pack.rules.ts'

/** A figure as a coordinator reads it in the annex: its place in the pack (`pack-figures.rules.ts`) and the number, null to take it back. */
export interface EnteredFigure {
  path: string
  value: number | null
}

/** The key under which the annex of one's own grant agreement stands among the sources. */
export const annexSource = 'annex'

/**
 * The next version of a pack with these figures typed from the grant agreement's annex. Paths that the pack does not have are answered in
 * `unknown`; nothing else is judged here.
 */
export function enterFigures(
  pack: RulePack,
  figures: readonly EnteredFigure[],
  annexTitle: string,
): { pack: RulePack; unknown: string[] } {
  const paths = new Set(packFigures(pack).map(({ path }) => path))
  const next = structuredClone(pack)
  next.version = pack.version + 1
  next.sources = { ...next.sources, [annexSource]: { title: annexTitle } }
  const unknown: string[] = []
  for (const { path, value } of figures) {
    const figure: Figure =
      value === null ? { value: null, state: 'not-known' } : { value, state: 'entered', source: annexSource }
    if (!paths.has(path) || !put(next, path.split('.'), figure)) unknown.push(path)
  }
  return { pack: next, unknown }
}

/** Writes one figure to its place. */
function put(pack: RulePack, path: string[], figure: Figure): boolean {
  const [section = '', ...rest] = path
  if (section === 'individualSupport' && rest[0] === 'rates') return putRate(pack, rest.slice(1), figure)
  if (section === 'individualSupport' && rest[0] === 'bounds') return false
  if (section === 'travel' && rest[0] === 'bands') return putBand(pack, rest.slice(1), figure)
  if (section === 'organisationalSupport' && rest[0] === 'byActivity')
    return putStep(pack, rest.slice(1), figure)
  if (section === 'activityTypes') {
    const type = pack.activityTypes.find(({ key }) => key === rest[0])
    const limit = rest[1]
    if (!type || (limit !== 'minDays' && limit !== 'maxDays')) return false
    type[limit] = figure
    return true
  }
  return putPlain(pack, path, figure)
}

function putRate(pack: RulePack, [role = '', group = '', which = '']: string[], figure: Figure): boolean {
  const table = pack.individualSupport.rates[role as RateRole]
  const rate = table[group] ?? { daily: { value: null, state: 'not-known' } }
  if (which === 'daily') rate.daily = figure
  else rate.dailyAfter = figure
  table[group] = rate
  return true
}

function putBand(pack: RulePack, [name = '', which = '']: string[], figure: Figure): boolean {
  const band = pack.travel.bands.find((one) => bandName(one) === name)
  if (!band) return false
  if (which === 'green') band.green = figure
  else band.standard = figure
  return true
}

function putStep(pack: RulePack, [activity = '', from = '']: string[], figure: Figure): boolean {
  const steps = (pack.organisationalSupport.byActivity[activity] ??= [])
  const step = steps.find(({ fromParticipant }) => String(fromParticipant) === from)
  if (step) step.amount = figure
  else steps.push({ fromParticipant: Number(from), amount: figure })
  return true
}

/** Everything that lies two or three names deep. */
function putPlain(pack: RulePack, path: string[], figure: Figure): boolean {
  let here = pack as unknown as Record<string, unknown>
  for (const name of path.slice(0, -1)) {
    const inside = here[name]
    if (typeof inside !== 'object' || inside === null) return false
    here = inside as Record<string, unknown>
  }
  here[path.at(-1) ?? ''] = figure
  return true
}

import { addDays, daysOfPeriod, type Day } from '#shared/dates.ts'
import { isCertificate, leadWeeksOf, usualCovers, type PaperKind } from './kinds.rules.ts'

/** What the needs of a stay follow from. */
export interface Stay {
  departure: Day | null
  returnDate: Day | null
  /** Host country. */
  country: string | null
  /** Where the participant lives and is insured. */
  homeCountry: string | null
  nationality: string | null
  /** Certificates that the position demands. */
  demanded: readonly string[]
}

/** A visa rule that somebody of the organisation entered. */
export interface VisaRule {
  /** A stay of at most so many days needs none; 0: always needed; null: never needed. */
  freeDays: number | null
  leadWeeks: number
  source: string
  enteredBy: string
  enteredOn: Day
}

/** What an organisation asks for beyond the shipped rules. */
export interface PaperSettings {
  covers: readonly string[] | null
  /** How long an identity document must be valid after the return; country null: everywhere. */
  identityMargins: readonly { country: string | null; days: number; source: string }[]
  leadWeeks: Readonly<Record<string, number>>
}

/** How far a need can be relied on: the law, a working value nobody confirmed, or what a colleague or host entered. */
export type Certainty = 'certain' | 'unconfirmed' | 'entered' | 'unknown'

export interface Need {
  kind: PaperKind
  needed: 'yes' | 'no' | 'unknown'
  /** Words in `papers:why.<reason>`. */
  reason: string
  /** The days that the reason speaks of. */
  days: number | null
  certainty: Certainty
  /** Where it is written; an entered rule's own words. */
  source: string | null
  enteredBy: string | null
  enteredOn: Day | null
  /** First and last day for which it must be valid. */
  from: Day | null
  until: Day | null
  /** Until when to have it, so that there is time to mend what is wrong. */
  due: Day | null
  leadWeeks: number
  /** For an insurance: what it should cover. */
  covers: readonly string[]
}

export const noSettings: PaperSettings = { covers: null, identityMargins: [], leadWeeks: {} }

const eu = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const eeaAndSwiss = new Set([...eu, 'IS', 'LI', 'NO', 'CH'])
const healthCard = new Set([...eeaAndSwiss, 'GB'])

/** Directive 2004/38/EC Articles 5 and 6; extended by the EEA Agreement and the agreement with Switzerland on free movement. */
const freeMovement =
  'Directive 2004/38/EC, Articles 5 and 6; EEA Agreement; EU–Switzerland agreement on free movement'
const healthCardLaw =
  'Regulation (EC) No 883/2004, Article 19; EEA, Switzerland and United Kingdom by agreement'
const programme = 'Erasmus+ Programme Guide and quality standards (not confirmed word by word)'

/** Everything that a participant needs for a stay, or surely does not, or nobody knows; in the order of the screens. */
export function needsOf(
  stay: Stay,
  settings: PaperSettings = noSettings,
  visa: VisaRule | null = null,
): Need[] {
  return [
    identityNeed(stay, settings),
    healthCardNeed(stay, settings),
    insuranceNeed(stay, settings),
    visaNeed(stay, settings, visa),
    ...stay.demanded.flatMap((kind) => certificateNeed(stay, settings, kind)),
  ]
}

function identityNeed(stay: Stay, settings: PaperSettings): Need {
  const margin = marginFor(stay.country, settings)
  const free = isFree(stay.nationality)
  return {
    ...base(stay, settings, 'identity'),
    needed: 'yes',
    reason: free && isFree(stay.country) ? 'identity-free' : free ? 'identity-outside' : 'identity-other',
    certainty: margin ? 'entered' : 'certain',
    days: margin?.days ?? null,
    source: margin?.source ?? (free && isFree(stay.country) ? freeMovement : null),
    until: stay.returnDate && addDays(stay.returnDate, margin?.days ?? 0),
  }
}

/** The margin of the host country, else the one for everywhere. */
export function marginFor(country: string | null, { identityMargins }: PaperSettings) {
  return (
    identityMargins.find((one) => one.country !== null && one.country === country) ??
    identityMargins.find((one) => one.country === null)
  )
}

function healthCardNeed(stay: Stay, settings: PaperSettings): Need {
  const need = base(stay, settings, 'ehic')
  const { country, homeCountry } = stay
  if (!country || !homeCountry)
    return { ...need, needed: 'unknown', reason: 'country-open', certainty: 'unknown' }
  const known = { certainty: 'certain', source: healthCardLaw } as const
  if (country === homeCountry) return { ...need, ...known, needed: 'no', reason: 'ehic-home' }
  return healthCard.has(country) && healthCard.has(homeCountry)
    ? { ...need, ...known, needed: 'yes', reason: 'ehic' }
    : { ...need, ...known, needed: 'no', reason: 'ehic-outside' }
}

const insuranceNeed = (stay: Stay, settings: PaperSettings): Need => ({
  ...base(stay, settings, 'insurance'),
  needed: 'yes',
  reason: 'insurance',
  certainty: settings.covers ? 'entered' : 'unconfirmed',
  source: settings.covers ? null : programme,
  covers: settings.covers ?? usualCovers,
})

function visaNeed(stay: Stay, settings: PaperSettings, rule: VisaRule | null): Need {
  const need = base(stay, settings, 'visa')
  const { country, nationality, departure, returnDate } = stay
  if (!country) return { ...need, needed: 'unknown', reason: 'country-open', certainty: 'unknown' }
  if (!nationality) return { ...need, needed: 'unknown', reason: 'nationality-open', certainty: 'unknown' }
  if (nationality === country)
    return { ...need, needed: 'no', reason: 'visa-own-country', certainty: 'certain', source: null }
  if (isFree(nationality) && isFree(country))
    return { ...need, needed: 'no', reason: 'visa-free-movement', certainty: 'certain', source: freeMovement }
  if (!rule) return { ...need, needed: 'unknown', reason: 'visa-unknown', certainty: 'unknown' }
  const days = departure && returnDate ? daysOfPeriod(departure, returnDate) : null
  const entered = {
    ...need,
    certainty: 'entered',
    days: rule.freeDays,
    source: rule.source,
    enteredBy: rule.enteredBy,
    enteredOn: rule.enteredOn,
    leadWeeks: rule.leadWeeks,
    due: departure && addDays(departure, -7 * rule.leadWeeks),
  } as const
  if (rule.freeDays === null) return { ...entered, needed: 'no', reason: 'visa-free-entered' }
  if (rule.freeDays === 0) return { ...entered, needed: 'yes', reason: 'visa-always' }
  if (days === null) return { ...entered, needed: 'unknown', reason: 'dates-open' }
  return days <= rule.freeDays
    ? { ...entered, needed: 'no', reason: 'visa-short' }
    : { ...entered, needed: 'yes', reason: 'visa-long' }
}

function certificateNeed(stay: Stay, settings: PaperSettings, kind: string): Need[] {
  const known = kind as PaperKind
  if (!isCertificate(known)) return []
  return [
    { ...base(stay, settings, known), needed: 'yes', reason: 'demanded', certainty: 'entered', source: null },
  ]
}

const isFree = (country: string | null): boolean => country !== null && eeaAndSwiss.has(country)

function base(stay: Stay, settings: PaperSettings, kind: PaperKind) {
  const leadWeeks = leadWeeksOf(kind, settings.leadWeeks)
  return {
    kind,
    days: null,
    source: null,
    enteredBy: null,
    enteredOn: null,
    from: stay.departure,
    until: stay.returnDate,
    due: stay.departure && addDays(stay.departure, -7 * leadWeeks),
    leadWeeks,
    covers: [],
  }
}

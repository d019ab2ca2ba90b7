import { figureInWords, figureKeys } from '#modules/rule-packs/pack-words.rules.ts'
import type { LineSource } from './grant-answer.rules.ts'
import type { FieldProblem, Phrase } from './phrase.rules.ts'

/** English for the command line; screens have the same keys in their locale files. */
type Words = (values: Record<string, string | number>, parts: string) => string

const count = (number: string | number | undefined, one: string): string =>
  `${number} ${one}${Number(number) === 1 ? '' : 's'}`
const inCountry = (country: string | number | undefined): string => (country ? ` (${country})` : '')

const formulaWords: Record<string, Words> = {
  'travel-standard': ({ km, band, amount }) =>
    `${km} km one way, band ${band} km, standard travel: ${amount} EUR there and back`,
  'travel-green': ({ km, band, amount }) =>
    `${km} km one way, band ${band} km, green travel: ${amount} EUR there and back`,
  'travel-nothing': ({ km, band }) => `${km} km one way, band ${band} km: no travel support`,
  'distance-missing': () => 'The distance is missing',
  'expensive-travel-instead': ({ cost }) =>
    `Expensive travel (${cost} EUR) is paid as an exceptional cost instead: 0 EUR`,
  'individual-support': ({ activityDays, travelDays, days }, parts) =>
    `${count(activityDays, 'activity day')} + ${count(travelDays, 'funded travel day')} = ${count(days, 'day')}: ${parts}`,
  'individual-support-changed': ({ activityDays, travelDays, days, planned }, parts) =>
    `${count(activityDays, 'day')} that count (planned: ${planned}) + ${count(travelDays, 'funded travel day')} = ${count(days, 'day')}: ${parts}`,
  'no-days': () => 'No day counts: 0 EUR',
  'days-at-rate': ({ days, rate, country }) => `${count(days, 'day')} × ${rate} EUR${inCountry(country)}`,
  'days-at-reduced-rate': ({ days, rate, full, percent, from, country }) =>
    `${count(days, 'day')} × ${rate} EUR${inCountry(country)} (from day ${from}: ${percent} % of ${full} EUR)`,
  'days-at-rounded-rate': ({ days, rate, full, percent, from, exact, alternative, country }) =>
    `${count(days, 'day')} × ${rate} EUR${inCountry(country)} (from day ${from}: ${percent} % of ${full} EUR = ${exact} EUR, rounded half up to the whole euro; with the rate not rounded these days would come to ${alternative} EUR)`,
  'organisational-support-first': ({ amount, activity }) =>
    `1 participant × ${amount} EUR (${activity}, as the first of its kind)`,
  'organisational-support-international-first': ({ amount }) =>
    `1 participant × ${amount} EUR (going to a third country not associated)`,
  'organisational-support-flows': ({ activity, count: people }, parts) =>
    `${activity}, ${count(people, 'participant')}: ${parts || '0 EUR'}`,
  'organisational-support-international-flows': ({ count: people }, parts) =>
    `Third countries not associated, ${count(people, 'participant')}: ${parts || '0 EUR'}`,
  'participants-at-amount': ({ count: people, amount, from }) =>
    `${people} × ${amount} EUR${Number(from) > 1 ? ` (from participant ${from})` : ''}`,
  'per-participant': ({ count: people, amount }) =>
    `${count(people, 'participant')} with fewer opportunities × ${amount} EUR`,
  'linguistic-support': ({ amount }) => `${amount} EUR, as the online support lacks the language or level`,
  'linguistic-support-long': ({ amount, more }) => `${amount} EUR + ${more} EUR for ErasmusPro`,
  'linguistic-support-too-short': ({ days, from }) =>
    `Staff have linguistic support only from ${count(from, 'day')}; this stay has ${days}: 0 EUR`,
  'course-fees': ({ days, rate }) => `${count(days, 'day')} of the course × ${rate} EUR`,
  'course-fees-capped': ({ days, rate, uncapped, cap }) =>
    `${count(days, 'day')} of the course × ${rate} EUR = ${uncapped} EUR, at most ${cap} EUR`,
  'real-cost': ({ cost, percent, about }) => `${percent} % of ${cost} EUR${about ? ` (${about})` : ''}`,
  'preparatory-visit': ({ paid, amount }) => `${count(paid, 'person')} × ${amount} EUR`,
  'preparatory-visit-most': ({ persons, paid, amount }) =>
    `${paid} of ${count(persons, 'person')} × ${amount} EUR`,
  'by-hand': ({ amount, reason }) => `${amount} EUR by hand because of force majeure: ${reason}`,
  'zero-grant': () => 'Zero-grant mobility: 0 EUR',
  'not-requested': () => 'Organisational support is not requested: 0 EUR',
}

const ruleWords: Record<string, string> = {
  'rule.travel': 'Travel support by the band of the one-way distance, for the return trip',
  'rule.individual-support':
    'Individual support by country group and role, in full for the first days, reduced after them; funded travel days count in the same series',
  'rule.organisational-support':
    'Organisational support by type of activity and number of participants; accompanying persons do not count',
  'rule.linguistic-support': 'Linguistic support where the online support lacks the language or level',
  'rule.course-fees': 'Course fees by days of the course, up to a maximum per participant',
  'rule.inclusion-organisation':
    'Inclusion support for organisations per participant with fewer opportunities',
  'rule.inclusion-participant': 'Inclusion support for participants by real costs',
  'rule.preparatory-visit': 'Preparatory visits per person, for a limited number of persons',
  'rule.exceptional-costs': 'Exceptional costs by real costs',
  'rule.expensive-travel': 'Expensive travel as an exceptional cost in place of travel support',
  'rule.force-majeure': 'Amount by hand, which the programme allows only for force majeure',
  'rule.zero-grant': 'Zero-grant mobilities count for organisational support and are not paid',
  'rule.not-requested': 'Mobilities flagged "organisational support not requested" are left out',
}

const warningWords: Record<string, Words> = {
  'distance-missing': () => 'The distance is missing, so travel support cannot be computed.',
  'no-green-amount': ({ band, amount }) =>
    `The table has no green amount for ${band} km: the standard amount of ${amount} EUR counts.`,
  'travel-not-expensive': ({ unit, cost, percent }) =>
    `Travel support of ${unit} EUR covers at least ${percent} % of the cost of ${cost} EUR: this travel does not count as expensive.`,
  'travel-days-standard': ({ asked, most }) =>
    `Only ${most} of ${count(asked, 'travel day')} are funded with standard travel.`,
  'travel-days-green': ({ asked, most }) =>
    `Only ${most} of ${count(asked, 'travel day')} are funded with green travel.`,
  'linguistic-support-too-short': ({ days, from }) =>
    `Staff have linguistic support only from ${count(from, 'day')}; this stay has ${days}.`,
  'course-days-elsewhere': ({ activity }) =>
    `Course fees are paid for courses and training only, not for ${activity}.`,
  'course-longer-than-stay': ({ course, days }) =>
    `The course has ${count(course, 'day')}, the stay only ${days}.`,
  'course-fees-capped': ({ uncapped, cap }) =>
    `Course fees of ${uncapped} EUR are above the maximum of ${cap} EUR per participant.`,
  'fewer-opportunities-accompanying': () =>
    'Inclusion support for organisations is not paid for accompanying persons.',
  'preparatory-visit-persons': ({ persons, most }) =>
    `${persons} persons: a preparatory visit is paid for at most ${most}.`,
  'dates-and-days-differ': ({ dates, days }) =>
    `From the first to the last day there are ${count(dates, 'day')}, but ${days} are given; the given days count.`,
  'too-short': ({ days, min, activity }) => `${count(days, 'day')}: ${activity} lasts at least ${min}.`,
  'too-long': ({ days, max, activity }) => `${count(days, 'day')}: ${activity} lasts at most ${max}.`,
  'role-differs': ({ role, activity }) => `The role ${role} does not fit ${activity}.`,
  'international-ka122': () => 'Third countries not associated are open to KA121 projects only.',
  'same-country': ({ country }) => `Sending and receiving country are both ${country}.`,
  'fleeing-ukraine': () =>
    'Flagged as fleeing Ukraine: the flag changes organisational support in the official system in a way that is not published; here it changes no amount. Ask the agency.',
  'unknown-field': ({ field }) => `The field "${field}" is not known and was left out.`,
  'beyond-bounds': ({ mistake }) => `The pack: ${mistake}.`,
}

const problemWords: Record<string, Words> = {
  required: () => 'is missing',
  form: ({ message }) => String(message),
  'unknown-pack': ({ pack }) => `there is no pack named "${pack}"; "softmob pack list" shows those there are`,
  'bad-pack': ({ mistakes }) => `the pack has mistakes: ${mistakes}`,
  'unknown-activity': ({ activity, pack }) => `the pack ${pack} has no activity type "${activity}"`,
  'no-country': ({ country }) => `"${country}" is not a country code (ISO 3166-1, two capital letters)`,
  'country-outside': ({ country, pack }) => `${country} is in no country group of the pack ${pack}`,
  'end-before-start': ({ start, end }) => `the last day (${end}) is before the first (${start})`,
  'stay-too-long': ({ days, max }) => `${days} days: no activity lasts longer than ${max} days`,
  'interruption-longer': ({ interruption, planned }) =>
    `the interruption (${count(interruption, 'day')}) is longer than the stay (${count(planned, 'day')})`,
  'venues-and-days-differ': ({ venues, days }) =>
    `the venues have ${count(venues, 'day')} together, activityDays says ${days}`,
  'more-than-participants': ({ participants }) =>
    `is more than the ${count(participants, 'participant')} of the flow`,
}

/** All keys that a grant may say, for those who put them into other languages; figures of a pack stand behind `missing.`. */
export const phraseKeys = {
  formula: Object.keys(formulaWords),
  rule: Object.keys(ruleWords),
  warning: Object.keys(warningWords),
  problem: Object.keys(problemWords),
  missing: figureKeys.map((key) => `missing.${key}`),
} as const

const tables = [formulaWords, warningWords, problemWords]

/** A formula, rule, warning or problem as an English sentence. */
export function inEnglish(say: Phrase, kind: 'formula' | 'warning' | 'problem' = 'formula'): string {
  const { key, values } = say
  if (key.startsWith('missing.')) {
    const what = figureInWords(key.slice('missing.'.length), values)
    return kind === 'warning' ? `The pack ${values['pack']} has no ${what}.` : `Not known: ${what}`
  }
  if (key.startsWith('rule.'))
    return `${ruleWords[key] ?? key} (pack ${values['pack']}, version ${values['version']})`
  const parts = (say.parts ?? []).map((part) => inEnglish(part)).join(' + ')
  const table = { formula: formulaWords, warning: warningWords, problem: problemWords }[kind]
  const words = table[key] ?? tables.find((other) => other[key])?.[key]
  return words?.(values, parts) ?? key
}

/** A problem with its field: `activityDays: is missing`. */
export const problemInEnglish = (problem: FieldProblem): string =>
  `${problem.field}: ${inEnglish(problem, 'problem')}`

const states = {
  official: 'official',
  'published-elsewhere': 'published elsewhere',
  entered: 'entered by hand',
  'not-known': 'not known',
} as const

/** Where a line's figures come from: title, address and state. */
export function sourceInEnglish({ title, url, state }: LineSource): string {
  return `${[title, url].filter(Boolean).join(', ')}${title ? ` (${states[state]})` : states[state]}`
}

import type { PackMistake } from './pack-mistakes.rules.ts'

/** English for the command line; screens have the same keys in their locale files. */
type Words = (values: Record<string, string | number>) => string

const figureWords: Record<string, Words> = {
  'shortest-stay': ({ activity }) => `shortest stay of ${activity} in days`,
  'longest-stay': ({ activity }) => `longest stay of ${activity} in days`,
  'travel-standard': ({ band }) => `standard travel amount for ${band} km`,
  'travel-green': ({ band }) => `green travel amount for ${band} km`,
  'travel-days-standard': () => 'funded travel days with standard travel',
  'travel-days-green': () => 'funded travel days with green travel',
  'full-days': () => 'days at the full daily rate',
  'percent-after': () => 'percentage of the daily rate after them',
  'daily-rate': ({ role, group }) => `daily rate of ${people(role)} in country group ${group}`,
  'daily-rate-after': ({ role, group }) => `reduced daily rate of ${people(role)} in country group ${group}`,
  'lowest-rate': ({ role, group }) =>
    `programme's lowest daily rate of ${people(role)} in country group ${group}`,
  'highest-rate': ({ role, group }) =>
    `programme's highest daily rate of ${people(role)} in country group ${group}`,
  'organisational-support': ({ activity, from }) =>
    `organisational support for ${activity} from participant ${from}`,
  'organisational-support-international': () =>
    'organisational support for participants going to third countries not associated',
  'course-fee': () => 'course fee per day',
  'course-fee-cap': () => 'highest course fee per participant',
  'linguistic-support': () => 'linguistic support per participant',
  'linguistic-support-long': () => 'additional linguistic support for ErasmusPro',
  'linguistic-support-staff-days': () => 'days from which staff have linguistic support',
  'inclusion-organisation': () => 'inclusion support for organisations per participant',
  'inclusion-participant': () => 'percentage of inclusion support for participants',
  'preparatory-visit': () => 'amount per person on a preparatory visit',
  'preparatory-visit-persons': () => 'most persons on a preparatory visit',
  'exceptional-costs': () => 'percentage of exceptional costs',
  'expensive-travel': () => 'percentage of expensive travel',
  'expensive-travel-limit': () => 'percentage of cost below which travel is expensive',
  'international-ceiling': () => 'most percent of the budget for third countries not associated',
  'short-term-participants': () => 'most participants of a KA122 project',
  'final-report-days': () => 'days for the final report',
  'participant-report-days': () => 'days for the participant report',
  'country-group': ({ country }) => `country group of ${country}`,
}

const mistakeWords: Record<string, Words> = {
  form: ({ message }) => String(message),
  'name-differs': ({ name, expected }) => `the name "${name}" does not begin with ${expected}`,
  'unknown-source': ({ source }) => `the source "${source}" is not in the list of sources`,
  'activity-twice': ({ activity }) => `the activity type ${activity} stands twice`,
  'min-above-max': ({ min, max }) =>
    `the shortest stay (${min} days) is longer than the longest (${max} days)`,
  'unknown-country': ({ country }) => `${country} is not a country code (ISO 3166-1; Greece is GR)`,
  'country-twice': ({ country, group, other }) =>
    `${country} stands twice, in country group ${other} and in ${group}`,
  'bands-start': ({ from }) => `the nearest distance band begins at ${from} km, not at 0`,
  'bands-end': ({ to }) => `the farthest distance band ends at ${to} km; write null for "and more"`,
  'bands-gap': ({ to, next }) => `the band ends at ${to} km and the next begins at ${next} km`,
  'unknown-group': ({ group }) => `no country stands in country group ${group}`,
  'above-maximum': ({ rate, max }) => `${rate} euros a day is above the programme's maximum of ${max}`,
  'below-minimum': ({ rate, min }) => `${rate} euros a day is below the programme's minimum of ${min}`,
  'after-differs': ({ after, computed }) =>
    `${after} euros a day is printed, the percentage gives ${computed}; the printed amount counts`,
  'unknown-activity': ({ activity }) => `${activity} is not among the activity types`,
  'steps-order': () => 'the steps must begin with participant 1 and rise',
  'above-hundred': ({ value }) => `${value} percent is more than 100`,
  'not-whole': ({ value }) => `${value} is not a whole number`,
  'example-input': ({ example, problem }) => `example "${example}": ${problem}`,
  'example-line': ({ example, category, expected, computed }) =>
    `example "${example}": ${category} should be ${expected}, the pack gives ${computed}`,
  'example-total': ({ example, expected, computed }) =>
    `example "${example}": the total should be ${expected}, the pack gives ${computed}`,
}

/** All keys of figures and of mistakes, for those who put them into other languages. */
export const figureKeys: readonly string[] = Object.keys(figureWords)
export const mistakeKeys: readonly string[] = Object.keys(mistakeWords)

/** What a figure of a pack is, in English. */
export function figureInWords(key: string, values: Record<string, string | number>): string {
  return figureWords[key]?.(values) ?? key
}

/** What is wrong with a pack, in English: `path: sentence`. */
export function mistakeInWords({ path, key, values }: PackMistake): string {
  const sentence = mistakeWords[key]?.(values) ?? key
  return path ? `${path}: ${sentence}` : sentence
}

const people = (role: string | number | undefined): string =>
  role === 'learner' ? 'learners' : 'staff and accompanying persons'

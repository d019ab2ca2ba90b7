import { ageOn, addDays, type Day } from '#shared/dates.ts'
import { languageLevels } from '#modules/companies/companies.shapes.contract.ts'

export interface Language {
  code: string
  level: (typeof languageLevels)[number]
}

/** Somebody who needs a place, as far as a match looks at them. */
export interface Candidate {
  mobilityId: string
  participant: string
  schoolId: string
  school: string
  birthDate: Day | null
  departure: Day | null
  returnDate: Day | null
  country: string | null
  field: string | null
  languages: readonly Language[]
  skills: readonly string[]
  accessNeeds: boolean
  wishes: readonly string[]
  wantedBy: readonly string[]
  friends: readonly string[]
  mostKilometres: number | null
}

/** A position as far as a match looks at it. */
export interface Opening {
  id: string
  title: string
  companyId: string
  company: string
  country: string | null
  field: string | null
  startsOn: Day | null
  endsOn: Day | null
  languages: readonly Language[]
  minimumAge: number | null
  accessible: boolean | null
  skills: readonly string[]
  rating: number | null
  /** Required checks of its company that would not hold until a day. */
  failing: (until: Day) => readonly string[]
  /** Days a company rests between groups, and how many there would be around somebody's stay; null: it does not matter. */
  rest: (candidate: Candidate) => { needed: number; days: number } | null
  /** Kilometres between where the candidates live and work; null: not known. */
  kilometres: (candidate: Candidate) => number | null
}

/** What must hold before somebody can work somewhere; words in `matching:rule.<code>`. */
export const pairRules = [
  'dates',
  'country',
  'field',
  'language',
  'age',
  'access',
  'checks',
  'distance',
  'rest',
] as const
export type PairRule = (typeof pairRules)[number]

export interface Broken {
  code: PairRule
  values: Record<string, string | number>
}

/** Travel and settling in: work may begin so many days after the arrival, and end as many before the return. */
export const slackDays = 3

/** Every rule that a pair breaks; empty: it is possible. What is not known breaks nothing, but for dates. */
export function brokenRules(candidate: Candidate, opening: Opening): Broken[] {
  return [
    ...datesBroken(candidate, opening),
    ...(candidate.country && opening.country && candidate.country !== opening.country
      ? [{ code: 'country' as const, values: { needed: opening.country } }]
      : []),
    ...(sameField(candidate.field, opening.field)
      ? []
      : [{ code: 'field' as const, values: { needed: opening.field ?? '', own: candidate.field ?? '' } }]),
    ...languageBroken(candidate, opening),
    ...ageBroken(candidate, opening),
    ...(candidate.accessNeeds && opening.accessible !== true
      ? [{ code: 'access' as const, values: {} }]
      : []),
    ...checksBroken(candidate, opening),
    ...distanceBroken(candidate, opening),
    ...restBroken(candidate, opening),
  ]
}

function datesBroken({ departure, returnDate }: Candidate, { startsOn, endsOn }: Opening): Broken[] {
  if (!departure || !returnDate) return [{ code: 'dates', values: { missing: 'participant' } }]
  if (!startsOn || !endsOn) return [{ code: 'dates', values: { missing: 'position' } }]
  const covers = startsOn <= addDays(departure, slackDays) && endsOn >= addDays(returnDate, -slackDays)
  return covers ? [] : [{ code: 'dates', values: { from: startsOn, to: endsOn } }]
}

/** The same narrow field of ISCED-F: three digits, or as many as both have. A field that is not known fits all. */
export function sameField(one: string | null, other: string | null): boolean {
  if (!one || !other) return true
  const digits = Math.min(3, one.length, other.length)
  return one.slice(0, digits) === other.slice(0, digits)
}

const rank = (level: string): number => languageLevels.indexOf(level as Language['level'])

function languageBroken({ languages }: Candidate, opening: Opening): Broken[] {
  if (opening.languages.length === 0) return []
  const fits = opening.languages.some((needed) =>
    languages.some(({ code, level }) => code === needed.code && rank(level) >= rank(needed.level)),
  )
  if (fits) return []
  const [first] = opening.languages
  return [{ code: 'language', values: { language: first?.code ?? '', level: first?.level ?? '' } }]
}

function ageBroken({ birthDate, departure }: Candidate, { minimumAge }: Opening): Broken[] {
  if (minimumAge === null || !birthDate || !departure) return []
  return ageOn(birthDate, departure) >= minimumAge ? [] : [{ code: 'age', values: { needed: minimumAge } }]
}

function checksBroken({ returnDate }: Candidate, opening: Opening): Broken[] {
  const failing = returnDate ? opening.failing(returnDate) : []
  return failing.length > 0
    ? [{ code: 'checks', values: { check: failing[0] ?? '', count: failing.length } }]
    : []
}

function distanceBroken(candidate: Candidate, opening: Opening): Broken[] {
  const kilometres = opening.kilometres(candidate)
  const { mostKilometres } = candidate
  return kilometres !== null && mostKilometres !== null && kilometres > mostKilometres
    ? [{ code: 'distance', values: { kilometres, most: mostKilometres } }]
    : []
}

function restBroken(candidate: Candidate, opening: Opening): Broken[] {
  const rest = opening.rest(candidate)
  return rest && rest.days < rest.needed ? [{ code: 'rest', values: { ...rest } }] : []
}

/** Soft wishes; words in `matching:wish.<key>`. */
export const wishes = ['wish', 'companyWish', 'skills', 'near', 'rating', 'exactField', 'friends'] as const
export type Wish = (typeof wishes)[number]
export type Weights = Record<Wish, number>

/** Points at most for each wish, until the host turns them. */
export const usualWeights: Weights = {
  wish: 30,
  companyWish: 20,
  skills: 20,
  near: 10,
  rating: 10,
  exactField: 5,
  friends: 10,
}

/** Kilometres from which on nearness is worth nothing. */
const farAway = 50

/** Points of a possible pair by wish, whole numbers. Friends are counted where both sit, not here. */
export function pointsOf(
  candidate: Candidate,
  opening: Opening,
  weights: Weights,
): Partial<Record<Wish, number>> {
  const wished = candidate.wishes.indexOf(opening.id)
  const kilometres = opening.kilometres(candidate)
  const shares: Record<Exclude<Wish, 'friends'>, number> = {
    // The first wish counts whole, each further one a fifth less.
    wish: wished < 0 ? 0 : Math.max(0.2, 1 - wished * 0.2),
    companyWish: candidate.wantedBy.includes(opening.id) ? 1 : 0,
    skills: shareOf(opening.skills, candidate.skills),
    near: kilometres === null ? 0 : Math.max(0, 1 - kilometres / farAway),
    rating: opening.rating === null ? 0 : (opening.rating - 1) / 4,
    exactField: candidate.field && candidate.field === opening.field ? 1 : 0,
  }
  return Object.fromEntries(
    Object.entries(shares).flatMap(([wish, share]) => {
      const points = Math.round(share * weights[wish as Wish])
      return points === 0 ? [] : [[wish, points]]
    }),
  )
}

/** How much of what is wanted somebody brings, 0 to 1. */
function shareOf(wanted: readonly string[], brought: readonly string[]): number {
  if (wanted.length === 0) return 0
  const plain = new Set(brought.map((one) => one.toLocaleLowerCase('en')))
  return wanted.filter((one) => plain.has(one.toLocaleLowerCase('en'))).length / wanted.length
}

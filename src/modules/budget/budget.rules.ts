import type { Status } from '#modules/mobilities/statuses.rules.ts'
import { organisationalSupportOf } from '#modules/grants/organisational-support.rules.ts'
import type { GrantFlow } from '#modules/grants/grant-case.rules.ts'
import type { Awarded, CostItem } from '#modules/projects/cost-items.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'

/** The cost items that mobilities use up; the guarantee is awarded with exceptional costs and used with them. */
export const usedItems = [
  'organisational-support',
  'travel',
  'individual-support',
  'linguistic-support',
  'preparatory-visit',
  'course-fees',
  'inclusion-support-organisation',
  'inclusion-support-participant',
  'exceptional-costs',
] as const satisfies readonly CostItem[]
export type UsedItem = (typeof usedItems)[number]

/** Euros per cost item. */
export type Sums = Partial<Record<UsedItem, number>>

/** Somebody who has said yes binds money; before that a mobility is a plan. */
export const committedStatuses: readonly Status[] = [
  'accepted',
  'placed',
  'ready',
  'abroad',
  'returned',
  'assessed',
  'closed',
  'interrupted',
  'ended-early',
  'force-majeure',
]
/** These use no grant; what was spent on them is a withdrawal case. */
export const uncountedStatuses: readonly Status[] = ['withdrawn', 'cancelled']

/** Mobilities of one flow, activity, country, month and state together. */
export interface BudgetGroup {
  flowId: string | null
  activityType: string
  country: string | null
  /** `2027-05`, of the departure. */
  month: string | null
  committed: boolean
  accompanying: boolean
  mobilities: number
  days: number
  fewerOpportunities: number
  green: number
  blended: number
  /** Those that organisational support is counted by: neither accompanying persons nor those for whom it is not requested. */
  supported: number
  /** Mobilities whose total is not known. */
  open: number
  tooShort: number
  sums: Sums
  /** Euros paid out less what came back, spread over what they pay for. */
  paid: Sums
}

/** One line of a table: how many and how much. */
export interface BudgetLine {
  key: string
  mobilities: number
  committedMobilities: number
  days: number
  fewerOpportunities: number
  green: number
  planned: number
  committed: number
  /** Planned, and the free places. */
  forecast: number
  paid: number
}

const cents = (euros: number): number => Math.round(euros * 100)
export const add = (one: number, other: number): number => (cents(one) + cents(other)) / 100
export const totalOf = (sums: Sums): number => usedItems.reduce((sum, item) => add(sum, sums[item] ?? 0), 0)
export function addSums(one: Sums, other: Sums, times = 1): Sums {
  const sums: Sums = {}
  for (const item of usedItems) {
    const value = add(one[item] ?? 0, (other[item] ?? 0) * times)
    if (value !== 0) sums[item] = value
  }
  return sums
}

/**
 * Groups rolled up by one of their keys, largest sum first; those without the key stand under an empty one. Free places count in the forecast
 * only.
 */
export function rollUp(
  groups: readonly BudgetGroup[],
  free: readonly BudgetGroup[],
  keyOf: (group: BudgetGroup) => string | null,
): BudgetLine[] {
  const lines = new Map<string, BudgetLine>()
  const lineOf = (group: BudgetGroup): BudgetLine => {
    const key = keyOf(group) ?? ''
    const line = lines.get(key) ?? { key, ...nothing }
    lines.set(key, line)
    return line
  }
  for (const group of groups) {
    const line = lineOf(group)
    const sum = totalOf(group.sums)
    line.mobilities += group.mobilities
    line.days += group.days
    line.fewerOpportunities += group.fewerOpportunities
    line.green += group.green
    line.planned = add(line.planned, sum)
    line.forecast = add(line.forecast, sum)
    line.paid = add(line.paid, totalOf(group.paid))
    if (group.committed) {
      line.committedMobilities += group.mobilities
      line.committed = add(line.committed, sum)
    }
  }
  for (const group of free) {
    const line = lineOf(group)
    line.forecast = add(line.forecast, totalOf(group.sums))
  }
  return [...lines.values()].toSorted((a, b) => b.planned - a.planned || (a.key < b.key ? -1 : 1))
}

const nothing: Omit<BudgetLine, 'key'> = {
  mobilities: 0,
  committedMobilities: 0,
  days: 0,
  fewerOpportunities: 0,
  green: 0,
  planned: 0,
  committed: 0,
  forecast: 0,
  paid: 0,
}

/** The sums of groups per cost item; organisational support over all of them by the pack's thresholds, where there is a pack. */
export function sumsOf(groups: readonly BudgetGroup[], pack: RulePack | null): Sums {
  const plain = groups.reduce<Sums>((sums, group) => addSums(sums, group.sums), {})
  const support = pack ? supportOver(groups, pack) : null
  return support === null ? plain : { ...plain, 'organisational-support': support }
}

function supportOver(groups: readonly BudgetGroup[], pack: RulePack): number | null {
  const flows = groups
    .filter(({ supported }) => supported > 0)
    .map(({ activityType, supported, country }): GrantFlow => ({
      activity: activityType,
      participants: supported,
      international: isInternational(pack, country),
    }))
  const answer = organisationalSupportOf(pack, flows)
  const lines = answer.lines.filter(({ category }) => category === 'organisational-support')
  if (answer.problems.length > 0 || lines.some(({ amount }) => amount === null)) return null
  return lines.reduce((sum, { amount }) => add(sum, amount ?? 0), 0)
}

const isInternational = (pack: RulePack, country: string | null): boolean =>
  pack.countryGroups.some(
    (block) => block.international && country !== null && block.countries.includes(country),
  )

/** Something that a coordinator should look at; words in `budget:warning.<code>`. */
export interface BudgetWarning {
  code: 'over-use' | 'under-use' | 'open' | 'too-short' | 'international' | 'too-many'
  level: 'stop' | 'look'
  values: Record<string, string | number>
}

/** Below this share of the award the rest is worth a thought. A rule of thumb, not of the programme. */
const wellUsed = 0.9

export function budgetWarnings(input: {
  awarded: Awarded
  forecast: Sums
  groups: readonly BudgetGroup[]
  pack: RulePack | null
  action: string
}): BudgetWarning[] {
  const { awarded, forecast, groups, pack } = input
  const used = usedItems.flatMap((item): BudgetWarning[] => {
    const [has, needs] = [awarded[item] ?? 0, forecast[item] ?? 0]
    if (needs > has) return [{ code: 'over-use', level: 'stop', values: { item, amount: add(needs, -has) } }]
    return has > 0 && needs < has * wellUsed
      ? [{ code: 'under-use', level: 'look', values: { item, amount: add(has, -needs) } }]
      : []
  })
  const count = (of: (group: BudgetGroup) => number): number =>
    groups.reduce((sum, group) => sum + of(group), 0)
  const open = count((group) => group.open)
  const short = count((group) => group.tooShort)
  return [
    ...used,
    ...(open > 0 ? [{ code: 'open' as const, level: 'look' as const, values: { count: open } }] : []),
    ...(short > 0 ? [{ code: 'too-short' as const, level: 'stop' as const, values: { count: short } }] : []),
    ...ceilings(groups, pack, input.action),
  ]
}

function ceilings(groups: readonly BudgetGroup[], pack: RulePack | null, action: string): BudgetWarning[] {
  if (!pack) return []
  const warnings: BudgetWarning[] = []
  const most = pack.ceilings.internationalPercent.value
  const all = groups.reduce((sum, group) => add(sum, totalOf(group.sums)), 0)
  const far = groups
    .filter(({ country }) => isInternational(pack, country))
    .reduce((sum, group) => add(sum, totalOf(group.sums)), 0)
  const percent = all === 0 ? 0 : Math.round((far / all) * 1000) / 10
  if (most !== null && percent > most)
    warnings.push({ code: 'international', level: 'stop', values: { percent, most } })
  const people = groups.reduce((sum, group) => sum + (group.accompanying ? 0 : group.mobilities), 0)
  const limit = pack.ceilings.shortTermParticipants.value
  if (action === 'KA122-VET' && limit !== null && people > limit)
    warnings.push({ code: 'too-many', level: 'stop', values: { count: people, most: limit } })
  return warnings
}

import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { calculateGrant } from './calculate-grant.rules.ts'
import type { GrantAnswer } from './grant-answer.rules.ts'
import type { GrantCase } from './grant-case.rules.ts'

/** A pack and the case that is computed by it. */
export interface PackedCase {
  pack: RulePack
  case: GrantCase
}

/**
 * One step from one grant to the other: the inputs that change in it and what that costs in euros (null when a rate is missing). Inputs
 * of which one alone makes no sense, such as new venues with the old days, change in one step.
 */
export interface CompareStep {
  inputs: ('pack' | keyof GrantCase)[]
  difference: number | null
}

export interface Comparison {
  one: GrantAnswer
  other: GrantAnswer
  /** Euros that the other one gets more; null when a total is. */
  difference: number | null
  steps: CompareStep[]
}

/** The order in which inputs change; another order would split the same difference otherwise. */
const order: readonly (keyof GrantCase)[] = [
  'action',
  'activity',
  'role',
  'sendingCountry',
  'receivingCountry',
  'international',
  'region',
  'venues',
  'startDate',
  'endDate',
  'activityDays',
  'interruptionDays',
  'actualDays',
  'travelDays',
  'distanceKm',
  'green',
  'courseDays',
  'fewerOpportunities',
  'linguisticSupport',
  'zeroGrant',
  'noOrganisationalSupport',
  'fleeingUkraine',
  'forceMajeure',
  'realCosts',
]

/**
 * Why two grants differ: which inputs differ and what each difference costs, changing one input at a time in a fixed order (the pack
 * first). The steps add up to the difference of the totals.
 */
export function compareTwo(one: PackedCase, other: PackedCase): Comparison {
  const answers = { one: calculateGrant(one.pack, one.case), other: calculateGrant(other.pack, other.case) }
  const steps: CompareStep[] = []
  const differing = order.filter((field) => !same(one.case[field], other.case[field]))
  const inputs: CompareStep['inputs'] = [
    ...(samePack(one.pack, other.pack) ? [] : ['pack' as const]),
    ...differing,
  ]
  let now = one.case
  let pack = one.pack
  let total = answers.one.total
  let changing: CompareStep['inputs'] = []
  for (const [index, input] of inputs.entries()) {
    changing.push(input)
    if (input === 'pack') pack = other.pack
    else now = changed(now, input, other.case)
    const last = index === inputs.length - 1
    const answer = last ? answers.other : calculateGrant(pack, now)
    // What cannot be computed on the way changes together with the next input.
    if (!last && answer.total === null) continue
    steps.push({ inputs: changing, difference: minus(answer.total, total) })
    total = answer.total
    changing = []
  }
  return { ...answers, difference: minus(answers.other.total, answers.one.total), steps }
}

function changed(item: GrantCase, field: keyof GrantCase, target: GrantCase): GrantCase {
  const { [field]: _before, ...rest } = item
  return { ...rest, ...(target[field] === undefined ? {} : { [field]: target[field] }) } as GrantCase
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Packs that were read twice are other objects with the same content. */
const samePack = (one: RulePack, other: RulePack): boolean => one === other || same(one, other)

const minus = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.round((one - other) * 100) / 100

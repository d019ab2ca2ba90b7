import { calculateGrant } from '#modules/grants/calculate-grant.rules.ts'
import type { GrantCase } from '#modules/grants/grant-case.rules.ts'
import { roleOf } from '#modules/grants/stored/grant-inputs.rules.ts'
import type { Phrase } from '#modules/grants/phrase.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { addSums, usedItems, type BudgetGroup, type Sums, type UsedItem } from './budget.rules.ts'

/** "12 more to Malta for 3 weeks, green, 2 with fewer opportunities": imagined mobilities of one kind. */
export interface ImaginedGroup {
  name?: string | undefined
  activityType: string
  country: string
  town?: string | null | undefined
  participants: number
  accompanying?: number | undefined
  days: number
  travelDays?: number | undefined
  green?: boolean | undefined
  fewerOpportunities?: number | undefined
  distanceKm?: number | null | undefined
  startDate?: string | null | undefined
  /** An existing flow in whose place these stand. */
  insteadOfFlow?: string | null | undefined
}

/** An imagined group in euros, and what could not be known about it. */
export interface ImaginedResult {
  group: BudgetGroup
  perParticipant: number | null
  warnings: Phrase[]
}

/** What a group would cost by the pack: participants and accompanying persons, each as a mobility of their own. */
export function imagine(
  pack: RulePack,
  asked: ImaginedGroup,
  home: { country: string | null; action: string | null },
): ImaginedResult {
  const role = roleOf(asked.activityType)
  const base: GrantCase = {
    activity: asked.activityType,
    role,
    receivingCountry: asked.country,
    activityDays: asked.days,
    ...(home.country ? { sendingCountry: home.country } : {}),
    ...(asked.travelDays ? { travelDays: asked.travelDays } : {}),
    ...(asked.distanceKm === null || asked.distanceKm === undefined ? {} : { distanceKm: asked.distanceKm }),
    ...(asked.green ? { green: true } : {}),
  }
  const one = calculateGrant(pack, base)
  const withFewer = calculateGrant(pack, { ...base, fewerOpportunities: true })
  const companion = calculateGrant(pack, { ...base, role: 'accompanying' })
  const fewer = Math.min(asked.fewerOpportunities ?? 0, asked.participants)
  const sums = [
    { answer: one, times: asked.participants - fewer },
    { answer: withFewer, times: fewer },
    { answer: companion, times: asked.accompanying ?? 0 },
  ].reduce<Sums>(
    (all, { answer, times }) => (times > 0 ? addSums(all, byItem(answer.lines), times) : all),
    {},
  )
  const problems = one.problems.map(({ key, values }) => ({ key: `problem.${key}`, values }))
  const open = one.total === null || one.problems.length > 0
  return {
    group: {
      flowId: asked.insteadOfFlow ?? null,
      activityType: asked.activityType,
      country: asked.country,
      month: asked.startDate?.slice(0, 7) ?? null,
      committed: false,
      accompanying: false,
      mobilities: asked.participants,
      days: asked.days * asked.participants,
      fewerOpportunities: fewer,
      green: asked.green ? asked.participants : 0,
      blended: 0,
      supported: asked.participants,
      open: open ? asked.participants : 0,
      tooShort: one.warnings.some(({ key }) => key === 'too-short') ? asked.participants : 0,
      sums: one.problems.length > 0 ? {} : sums,
      paid: {},
    },
    perParticipant: open ? null : one.total,
    warnings: [...problems, ...one.warnings],
  }
}

function byItem(lines: readonly { category: string; amount: number | null }[]): Sums {
  return lines.reduce<Sums>(
    (sums, { category, amount }) =>
      (usedItems as readonly string[]).includes(category)
        ? addSums(sums, { [category as UsedItem]: amount ?? 0 })
        : sums,
    {},
  )
}

/** The project's groups with the imagined ones: those that stand in place of a flow take its groups out. */
export function withImagined(
  groups: readonly BudgetGroup[],
  imagined: readonly ImaginedResult[],
): BudgetGroup[] {
  const replaced = new Set(imagined.flatMap(({ group }) => group.flowId ?? []))
  return [
    ...groups.filter(({ flowId }) => flowId === null || !replaced.has(flowId)),
    ...imagined.map(({ group }) => group),
  ]
}

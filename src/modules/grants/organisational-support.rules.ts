import type { Figure } from '#modules/rule-packs/figure.rules.ts'
import { notKnown } from '#modules/rule-packs/pack-terms.rules.ts'
import { lookUp } from '#modules/rule-packs/pack-lookup.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import type { GrantAnswer } from './grant-answer.rules.ts'
import type { GrantCase, GrantFlow } from './grant-case.rules.ts'
import { GrantSheet, refusal } from './grant-lines.rules.ts'
import { fieldProblem, phrase, type Phrase } from './phrase.rules.ts'

const rule = 'rule.organisational-support'

interface Step {
  fromParticipant: number
  amount: Figure
}

/** What one mobility adds as the first of its kind. Accompanying persons bring none; zero-grant mobilities count. */
export function addOrganisationalSupport(sheet: GrantSheet, item: GrantCase, international: boolean): void {
  if (item.role === 'accompanying') return
  if (item.noOrganisationalSupport)
    return sheet.add('organisational-support', 0, phrase('not-requested'), 'rule.not-requested', [])
  const { activity } = item
  const [first] = stepsOf(sheet.pack, activity, international)
  const figure = first?.amount ?? notKnown
  const key = international ? 'organisational-support-international' : 'organisational-support'
  const lacking = { key, values: { activity, from: 1 } }
  if (figure.value === null) return sheet.missing('organisational-support', rule, lacking, [figure])
  sheet.add(
    'organisational-support',
    figure.value,
    phrase(`${key}-first`, { amount: figure.value, activity }),
    rule,
    [figure],
  )
}

/**
 * Organisational support over the flows of a project: participants of one activity type are counted together, and the amount changes at
 * the pack's thresholds (in call 2021 from the 101st participant in the same type of activity). Accompanying persons are not counted;
 * participants going to third countries not associated have their own amount. Also the inclusion support for organisations of those with
 * fewer opportunities. An activity that the pack does not have is a problem of its flow.
 */
export function organisationalSupportOf(pack: RulePack, flows: readonly GrantFlow[]): GrantAnswer {
  const problems = flows.flatMap(({ activity, participants, fewerOpportunities = 0 }, index) => [
    ...(lookUp(pack).activity.has(activity)
      ? []
      : [fieldProblem(`flows.${index}.activity`, 'unknown-activity', { activity, pack: pack.name })]),
    ...(fewerOpportunities > participants
      ? [fieldProblem(`flows.${index}.fewerOpportunities`, 'more-than-participants', { participants })]
      : []),
  ])
  if (problems.length > 0) return refusal(problems)
  const sheet = new GrantSheet(pack)
  const counted = flows.filter(({ role }) => role !== 'accompanying')
  const counts = new Map<string, { activity: string; international: boolean; count: number }>()
  for (const { activity, participants, international = false } of counted) {
    const key = international ? 'international' : activity
    const kind = counts.get(key) ?? { activity, international, count: 0 }
    kind.count += participants
    counts.set(key, kind)
  }
  for (const { activity, international, count } of counts.values())
    addCounted(sheet, activity, international, count)
  addFewerOpportunities(
    sheet,
    counted.reduce((sum, flow) => sum + (flow.fewerOpportunities ?? 0), 0),
  )
  return sheet.answer()
}

/** Inclusion support for organisations: an amount for each participant with fewer opportunities. */
export function addFewerOpportunities(sheet: GrantSheet, count: number): void {
  if (count === 0) return
  const figure = sheet.pack.inclusionSupport.organisationPerParticipant
  const category = 'inclusion-support-organisation'
  const lacking = { key: 'inclusion-organisation' }
  if (figure.value === null) return sheet.missing(category, 'rule.inclusion-organisation', lacking, [figure])
  const values = { count, amount: figure.value }
  sheet.add(
    category,
    count * figure.value,
    phrase('per-participant', values),
    'rule.inclusion-organisation',
    [figure],
  )
}

function addCounted(sheet: GrantSheet, activity: string, international: boolean, count: number): void {
  const steps = stepsOf(sheet.pack, activity, international)
  const parts: Phrase[] = []
  const figures: Figure[] = []
  let amount: number | null = 0
  for (const [index, { fromParticipant, amount: figure }] of steps.entries()) {
    const before: number = (steps[index + 1]?.fromParticipant ?? Number.POSITIVE_INFINITY) - 1
    const here = Math.min(count, before) - fromParticipant + 1
    if (here <= 0) continue
    figures.push(figure)
    if (figure.value === null || amount === null) {
      amount = null
      const key = international ? 'organisational-support-international' : 'organisational-support'
      sheet.lacks({ key, values: { activity, from: fromParticipant } })
      continue
    }
    amount += here * figure.value
    parts.push(phrase('participants-at-amount', { count: here, amount: figure.value, from: fromParticipant }))
  }
  const values = { activity, count, pack: sheet.pack.name }
  const key = international ? 'organisational-support-international-flows' : 'organisational-support-flows'
  sheet.add(
    'organisational-support',
    amount,
    amount === null
      ? phrase('missing.organisational-support', { ...values, from: 1 })
      : phrase(key, values, parts),
    rule,
    figures,
  )
}

function stepsOf(pack: RulePack, activity: string, international: boolean): readonly Step[] {
  const { byActivity, international: abroad } = pack.organisationalSupport
  if (international) return [{ fromParticipant: 1, amount: abroad }]
  return byActivity[activity] ?? [{ fromParticipant: 1, amount: notKnown }]
}

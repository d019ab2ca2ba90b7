import type { Figure } from '#modules/rule-packs/figure.rules.ts'
import type { GrantCase, RealCost } from './grant-case.rules.ts'
import { cents, type GrantSheet } from './grant-lines.rules.ts'
import { phrase } from './phrase.rules.ts'
import type { Stay } from './stay.rules.ts'

/** Linguistic support, when it is asked for because the online support lacks the language or level. */
export function addLinguisticSupport(sheet: GrantSheet, item: GrantCase, stay: Stay): void {
  if (!item.linguisticSupport) return
  const { perParticipant, additionalLongTerm, staffFromDays } = sheet.pack.linguisticSupport
  const category = 'linguistic-support'
  const rule = 'rule.linguistic-support'
  if (item.zeroGrant) return sheet.add(category, 0, phrase('zero-grant'), 'rule.zero-grant', [])
  if (item.role !== 'learner') {
    const from = staffFromDays.value
    if (from === null)
      return sheet.missing(category, rule, { key: 'linguistic-support-staff-days' }, [staffFromDays])
    if (stay.days < from) {
      sheet.warn('linguistic-support-too-short', { days: stay.days, from })
      return sheet.add(category, 0, phrase('linguistic-support-too-short', { days: stay.days, from }), rule, [
        staffFromDays,
      ])
    }
  }
  const long = item.activity === 'LM-LONG-VET'
  const figures = long ? [perParticipant, additionalLongTerm] : [perParticipant]
  if (perParticipant.value === null)
    return sheet.missing(category, rule, { key: 'linguistic-support' }, figures)
  if (!long)
    return sheet.add(
      category,
      perParticipant.value,
      phrase('linguistic-support', { amount: perParticipant.value }),
      rule,
      figures,
    )
  if (additionalLongTerm.value === null)
    return sheet.missing(category, rule, { key: 'linguistic-support-long' }, figures)
  const values = { amount: perParticipant.value, more: additionalLongTerm.value }
  sheet.add(category, values.amount + values.more, phrase('linguistic-support-long', values), rule, figures)
}

/**
 * Course fees, for courses and training only: days of the course times the rate, up to the cap. Without `courseDays` every day of a
 * participant's activity is a day of the course; travel days are none (https://www.archiv.erasmusplus.sk/index.php?sw=241&faq=356&shw=1).
 */
export function addCourseFees(sheet: GrantSheet, item: GrantCase, stay: Stay): void {
  const course = item.activity === 'SM-COUR-TRAIN'
  if (!course && (item.courseDays ?? 0) > 0) sheet.warn('course-days-elsewhere', { activity: item.activity })
  const days = item.courseDays ?? (item.role === 'accompanying' ? 0 : stay.days)
  if (!course || days === 0) return
  if (item.zeroGrant) return sheet.add('course-fees', 0, phrase('zero-grant'), 'rule.zero-grant', [])
  if (days > stay.days) sheet.warn('course-longer-than-stay', { course: days, days: stay.days })
  const { perDay, maxPerParticipant } = sheet.pack.courseFees
  const rule = 'rule.course-fees'
  if (perDay.value === null) return sheet.missing('course-fees', rule, { key: 'course-fee' }, [perDay])
  const uncapped = days * perDay.value
  const cap = maxPerParticipant.value
  const figures = [perDay, ...(cap === null ? [] : [maxPerParticipant])]
  const values = { days, rate: perDay.value, uncapped }
  if (cap === null) {
    // Without the cap the sum could be too high: that would be a guess.
    return sheet.missing('course-fees', rule, { key: 'course-fee-cap' }, [perDay, maxPerParticipant])
  }
  if (uncapped <= cap) return sheet.add('course-fees', uncapped, phrase('course-fees', values), rule, figures)
  sheet.warn('course-fees-capped', { ...values, cap })
  sheet.add('course-fees', cap, phrase('course-fees-capped', { ...values, cap }), rule, figures)
}

/** Costs paid as they were, at the share agreed with the agency or else the pack's. */
export function addRealCosts(sheet: GrantSheet, costs: readonly RealCost[]): void {
  for (const cost of costs) {
    const { figure, key, rule } = shareOf(sheet, cost)
    const percent = cost.percent ?? figure.value
    if (percent === null) {
      sheet.missing(cost.category, rule, { key }, [figure])
      continue
    }
    const values = { cost: cost.amount, percent, about: cost.about ?? '' }
    const figures = cost.percent === undefined ? [figure] : []
    sheet.add(cost.category, cents((cost.amount * percent) / 100), phrase('real-cost', values), rule, figures)
  }
}

function shareOf(sheet: GrantSheet, cost: RealCost): { figure: Figure; key: string; rule: string } {
  const { exceptionalCosts, inclusionSupport } = sheet.pack
  if (cost.category === 'inclusion-support-participant')
    return {
      figure: inclusionSupport.participantPercent,
      key: 'inclusion-participant',
      rule: 'rule.inclusion-participant',
    }
  return cost.expensiveTravel
    ? {
        figure: exceptionalCosts.expensiveTravelPercent,
        key: 'expensive-travel',
        rule: 'rule.expensive-travel',
      }
    : { figure: exceptionalCosts.percent, key: 'exceptional-costs', rule: 'rule.exceptional-costs' }
}

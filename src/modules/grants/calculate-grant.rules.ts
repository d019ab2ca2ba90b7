import { isoCountry, lookUp } from '#modules/rule-packs/pack-lookup.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import type { GrantAnswer } from './grant-answer.rules.ts'
import type { GrantCase } from './grant-case.rules.ts'
import { GrantSheet, refusal } from './grant-lines.rules.ts'
import { addIndividualSupport } from './individual-support.rules.ts'
import { addFewerOpportunities, addOrganisationalSupport } from './organisational-support.rules.ts'
import { addCourseFees, addLinguisticSupport, addRealCosts } from './other-support.rules.ts'
import { fieldProblem } from './phrase.rules.ts'
import { preparatoryVisitOf } from './preparatory-visit.rules.ts'
import { stayOf, type Stay } from './stay.rules.ts'
import { addTravel } from './travel.rules.ts'

/**
 * The grant of one mobility by a pack: a line for each cost item in euros, with formula, rule and source. A rate that the pack does not
 * know leaves its line and the total at null and warns; an input from which nothing can be computed (unknown activity, a country outside
 * all groups, dates that turn back) answers with problems by field and no lines. Pure: the same inputs give the same amounts.
 */
export function calculateGrant(pack: RulePack, item: GrantCase): GrantAnswer {
  // In the Beneficiary Module a visit is a record of its own; here it may be a mobility of one person.
  if (item.activity === 'preparatory-visit') return preparatoryVisitOf(pack, { persons: 1 })
  const { activity } = item
  if (!lookUp(pack).activity.has(activity))
    return refusal([fieldProblem('activity', 'unknown-activity', { activity, pack: pack.name })])
  const stay = stayOf(pack, item)
  if (Array.isArray(stay)) return refusal(stay)
  const sheet = new GrantSheet(pack)
  addWarnings(sheet, item, stay)
  addTravel(sheet, item)
  addIndividualSupport(sheet, item, stay)
  addOrganisationalSupport(sheet, item, stay.international)
  addLinguisticSupport(sheet, item, stay)
  addCourseFees(sheet, item, stay)
  if (item.fewerOpportunities) {
    if (item.role === 'accompanying') sheet.warn('fewer-opportunities-accompanying')
    else addFewerOpportunities(sheet, 1)
  }
  addRealCosts(sheet, item.realCosts ?? [])
  return sheet.answer()
}

/** What is odd about a case without changing its amounts. */
function addWarnings(sheet: GrantSheet, item: GrantCase, stay: Stay): void {
  sheet.warnings.push(...stay.warnings)
  const type = lookUp(sheet.pack).activity.get(item.activity)
  const min = type?.minDays.value ?? null
  const max = type?.maxDays.value ?? null
  if (min !== null && stay.days < min)
    sheet.warn('too-short', { days: stay.days, min, activity: item.activity })
  if (max !== null && stay.days > max)
    sheet.warn('too-long', { days: stay.days, max, activity: item.activity })
  if (type?.category === 'staff' && item.role === 'learner')
    sheet.warn('role-differs', { role: item.role, activity: item.activity })
  if (type?.category === 'learner' && item.role === 'staff')
    sheet.warn('role-differs', { role: item.role, activity: item.activity })
  if (stay.international && item.action === 'KA122-VET') sheet.warn('international-ka122')
  const from = item.sendingCountry && isoCountry(item.sendingCountry)
  if (item.fleeingUkraine) sheet.warn('fleeing-ukraine')
  else if (from && stay.parts.some(({ country }) => country === from))
    sheet.warn('same-country', { country: from })
}

import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import type { GrantAnswer } from './grant-answer.rules.ts'
import type { PreparatoryVisit } from './grant-case.rules.ts'
import { GrantSheet } from './grant-lines.rules.ts'
import { phrase } from './phrase.rules.ts'

/** A preparatory visit: an amount for each person, for no more persons than the pack allows in one visit; more of them warn. */
export function preparatoryVisitOf(pack: RulePack, visit: PreparatoryVisit): GrantAnswer {
  const sheet = new GrantSheet(pack)
  const { perPerson, maxPersons } = pack.preparatoryVisits
  const { persons } = visit
  const most = maxPersons.value
  const paid = most === null ? persons : Math.min(persons, most)
  const rule = 'rule.preparatory-visit'
  if (most !== null && persons > most) sheet.warn('preparatory-visit-persons', { persons, most })
  if (perPerson.value === null)
    sheet.missing('preparatory-visit', rule, { key: 'preparatory-visit' }, [perPerson])
  else {
    const values = { persons, paid, amount: perPerson.value }
    const key = paid < persons ? 'preparatory-visit-most' : 'preparatory-visit'
    const figures = most === null ? [perPerson] : [perPerson, maxPersons]
    sheet.add('preparatory-visit', paid * perPerson.value, phrase(key, values), rule, figures)
  }
  return sheet.answer()
}

import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { calculateGrant } from './calculate-grant.rules.ts'
import type { GrantAnswer } from './grant-answer.rules.ts'
import { organisationalSupportOf } from './organisational-support.rules.ts'
import { preparatoryVisitOf } from './preparatory-visit.rules.ts'
import type { GrantInput } from './read-input.rules.ts'

/** What a pack answers to any of the three inputs. */
export function answerInput(pack: RulePack, input: GrantInput): GrantAnswer {
  if (input.kind === 'case') return calculateGrant(pack, input.case)
  if (input.kind === 'flows') return organisationalSupportOf(pack, input.flows)
  return preparatoryVisitOf(pack, input.visit)
}

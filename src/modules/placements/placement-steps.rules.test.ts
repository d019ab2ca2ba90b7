import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acts,
  afterApproval,
  groupNames,
  isOpen,
  stepGroups,
  steps,
  turnsOf,
  whyNot,
  type Side,
  type Standing,
} from './placement-steps.rules.ts'

const at = (step: Standing['step'], more: Partial<Standing> = {}): Standing => ({
  step,
  approvedBySender: false,
  approvedByParticipant: false,
  objection: null,
  ...more,
})
const sides: readonly Side[] = ['arranger', 'sending', 'company', 'participant']
const anybody = fc.record({
  step: fc.constantFrom(...steps),
  approvedBySender: fc.boolean(),
  approvedByParticipant: fc.boolean(),
  objection: fc.constantFrom(null, 'Too far'),
})

describe('the steps of a placement', () => {
  it('lets each side do its own part', () => {
    expect(whyNot(at('proposed'), 'send', ['arranger'])).toBeNull()
    expect(whyNot(at('proposed'), 'send', ['sending'])?.code).toBe('only-arranger')
    expect(whyNot(at('sent'), 'accept', ['company'])).toBeNull()
    expect(whyNot(at('proposed'), 'accept', ['company'])?.code).toBe('only-arranger')
    expect(whyNot(at('sent'), 'approve', ['sending'])).toEqual({ code: 'not-now', values: { step: 'sent' } })
    expect(whyNot(at('accepted'), 'approve', ['company'])?.code).toBe('not-yours')
    expect(whyNot(at('approved', { approvedBySender: true }), 'approve', ['sending'])?.code).toBe(
      'approved-already',
    )
    expect(
      whyNot(at('approved', { approvedBySender: true }), 'approve', ['sending', 'participant']),
    ).toBeNull()
    expect(whyNot(at('confirmed'), 'withdraw', ['company'])).toBeNull()
    expect(whyNot(at('sent'), 'withdraw', ['company'])?.code).toBe('not-yours')
  })

  it('does nothing any more to what is over, and nothing for nobody', () => {
    fc.assert(
      fc.property(anybody, fc.constantFrom(...acts), fc.subarray([...sides]), (standing, act, held) => {
        const done = whyNot(standing, act, held) === null
        return !done || (held.length > 0 && isOpen(standing.step))
      }),
    )
    expect(acts.filter((act) => whyNot(at('ended'), act, sides) === null)).toEqual([])
  })

  it('gives the turn to somebody who can act, and to nobody when it is over or confirmed', () => {
    const sideOf = {
      hosting: 'arranger',
      sending: 'sending',
      company: 'company',
      participant: 'participant',
      guardian: 'participant',
    }
    fc.assert(
      fc.property(anybody, fc.boolean(), (standing, guardian) => {
        const turns = turnsOf(standing, 'hosting', guardian)
        const settled = !isOpen(standing.step) || standing.step === 'confirmed'
        expect(turns.length > 0).toBe(
          !settled &&
            !(
              standing.approvedBySender &&
              standing.approvedByParticipant &&
              !standing.objection &&
              ['accepted', 'approved'].includes(standing.step)
            ),
        )
        for (const turn of turns) {
          const side = sideOf[turn as keyof typeof sideOf] as Side
          expect(acts.some((act) => whyNot(standing, act, [side]) === null)).toBe(true)
        }
      }),
    )
  })

  it('is confirmed by two yeses, in whichever order', () => {
    expect(afterApproval(true, true)).toBe('confirmed')
    expect(afterApproval(true, false)).toBe('approved')
    expect(afterApproval(false, true)).toBe('approved')
    expect(afterApproval(false, false)).toBe('accepted')
  })

  it('stands in exactly one tab', () => {
    for (const step of steps)
      expect(
        groupNames.filter((name) => (stepGroups[name] as readonly string[]).includes(step)),
      ).toHaveLength(1)
  })
})

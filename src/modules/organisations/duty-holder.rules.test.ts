import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { dutyHolderOn, isAbsent, type DutyHolder } from './duty-holder.rules.ts'

const holder = (id: string, position: number, from: string | null = null, until: string | null = null) => ({
  id,
  position,
  absentFrom: from,
  absentUntil: until,
})
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2027-03-01', n))
const anyHolder: fc.Arbitrary<DutyHolder> = fc.record({
  id: fc.uuid(),
  position: fc.nat(9),
  absentFrom: fc.option(day),
  absentUntil: fc.option(day),
})

describe('who has a duty', () => {
  const anna = holder('anna', 1, '2027-03-10', '2027-03-12')
  const luca = holder('luca', 2, '2027-03-12', '2027-03-20')

  it('is the first in order who is there, the last day of an absence included', () => {
    expect(dutyHolderOn([luca, anna], '2027-03-09')).toEqual({ kind: 'holder', holder: anna })
    expect(dutyHolderOn([luca, anna], '2027-03-11')).toEqual({
      kind: 'substitute',
      holder: luca,
      insteadOf: anna,
    })
    expect(dutyHolderOn([luca, anna], '2027-03-13').kind).toBe('holder')
  })

  it('is nobody when nobody is named, or all are away until a day', () => {
    expect(dutyHolderOn([], '2027-03-12')).toEqual({ kind: 'nobody', code: 'no-holder' })
    expect(dutyHolderOn([anna, luca], '2027-03-12')).toEqual({
      kind: 'nobody',
      code: 'all-absent',
      backOn: '2027-03-13',
    })
    expect(dutyHolderOn([holder('x', 1, '2027-01-01')], '2027-03-12')).toMatchObject({ backOn: null })
  })

  it('is never somebody who is away, and nobody only if all are', () => {
    fc.assert(
      fc.property(fc.array(anyHolder, { maxLength: 5 }), day, (holders, on) => {
        const answer = dutyHolderOn(holders, on)
        const passedOver =
          answer.kind === 'nobody' ? holders : holders.filter((one) => one.position < answer.holder.position)
        expect(answer.kind !== 'nobody' && isAbsent(answer.holder, on)).toBe(false)
        expect(passedOver.every((one) => isAbsent(one, on))).toBe(true)
      }),
    )
  })
})

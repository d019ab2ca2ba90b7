import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { ageBand, companyView } from './company-view.rules.ts'
import {
  currentOf,
  handoverDays,
  makeRoom,
  sharedDays,
  whyNotPeriod,
  type Period,
} from './placement-periods.rules.ts'

const stay = { departure: '2027-05-03', returnDate: '2027-05-30' }
const whole: Period = { startsOn: stay.departure, endsOn: stay.returnDate, share: 100 }
const other = (period: Partial<Period>) => ({ ...whole, ...period, company: 'Sol' })

describe('the days of a placement', () => {
  it('lie in the stay, and beside those of another company', () => {
    expect(whyNotPeriod(whole, [], stay)).toBeNull()
    expect(whyNotPeriod({ ...whole, startsOn: '2027-05-01' }, [], stay)?.code).toBe('before-stay')
    expect(whyNotPeriod({ ...whole, endsOn: '2027-06-01' }, [], stay)?.code).toBe('after-stay')
    expect(whyNotPeriod({ ...whole, endsOn: '2027-05-02' }, [], stay)?.code).toBe('ends-before')
    const second = { startsOn: '2027-05-17', endsOn: stay.returnDate, share: 50 }
    expect(whyNotPeriod(second, [other({ endsOn: '2027-05-16', share: 50 })], stay)).toBeNull()
    expect(whyNotPeriod(second, [other({ endsOn: '2027-05-18', share: 50 })], stay)).toBeNull()
    expect(whyNotPeriod(second, [other({ endsOn: '2027-05-19', share: 50 })], stay)).toMatchObject({
      code: 'overlap',
      values: { days: handoverDays + 1 },
    })
    expect(whyNotPeriod(second, [other({ endsOn: '2027-05-16', share: 60 })], stay)).toMatchObject({
      code: 'share',
      values: { left: 40 },
    })
  })

  it('leave room for a second company without a gap, an overlap or a share too much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 1, max: 99 }), (day, share) => {
        const second = { startsOn: addDays(stay.departure, day), endsOn: stay.returnDate, share }
        const first = makeRoom(whole, second)
        expect(sharedDays(first, second)).toBe(0)
        expect(addDays(first.endsOn ?? '', 1)).toBe(second.startsOn)
        expect(first.share + second.share).toBe(100)
        expect(whyNotPeriod(second, [{ ...first, company: 'Sol' }], stay)).toBeNull()
      }),
    )
    const before = { startsOn: stay.departure, endsOn: '2027-05-10', share: 30 }
    expect(makeRoom(whole, before)).toEqual({ startsOn: '2027-05-11', endsOn: stay.returnDate, share: 70 })
  })
})

describe('the record’s company', () => {
  const placement = (
    company: string,
    startsOn: string,
    endsOn: string,
    step: 'confirmed' | 'withdrawn' | 'ended',
  ) => ({
    company,
    startsOn,
    endsOn,
    step,
  })
  const list = [
    placement('Luna', '2027-05-17', '2027-05-30', 'confirmed'),
    placement('Sol', '2027-05-03', '2027-05-16', 'confirmed'),
    placement('Mar', '2027-05-03', '2027-05-30', 'withdrawn'),
  ]
  it('is that of today, the next one before, the last one after', () => {
    expect(currentOf(list, '2027-03-01')?.company).toBe('Sol')
    expect(currentOf(list, '2027-05-16')?.company).toBe('Sol')
    expect(currentOf(list, '2027-05-17')?.company).toBe('Luna')
    expect(currentOf(list, '2027-07-01')?.company).toBe('Luna')
    expect(currentOf(list.slice(2), '2027-05-10')).toBeNull()
    expect(currentOf([placement('Sol', '2027-05-03', '2027-05-16', 'ended')], '2027-07-01')?.company).toBe(
      'Sol',
    )
  })
})

describe('what a company sees of a person', () => {
  const profile = {
    givenName: 'Anna María',
    age: 17,
    school: 'Aurora',
    schoolTown: null,
    schoolCountry: 'IT',
    field: null,
    languages: [],
    skills: [],
    about: null,
    hopes: null,
    cvFileId: 'file',
    cvName: 'cv.pdf',
  }
  it('is a band of ages, and the number only where a position has a minimum', () => {
    expect(companyView(profile, null)).toMatchObject({ age: null, ageBand: '16-17', hasCv: true })
    expect(companyView(profile, 16)).toMatchObject({ age: 17 })
    expect(companyView(profile, null)).not.toHaveProperty('cvFileId')
    expect(companyView({ ...profile, age: null }, 18)).toMatchObject({ age: null, ageBand: null })
  })
  it('gets older with age', () => {
    const bands = Array.from({ length: 60 }, (_one, age) => ageBand(age))
    expect([...new Set(bands)]).toEqual(['under-16', '16-17', '18-20', '21-25', '26-35', 'over-35'])
  })
})

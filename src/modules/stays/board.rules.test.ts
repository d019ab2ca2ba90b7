import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { barOf, gapsOf, mondayOf } from './board.rules.ts'
import { endsOnAfter, mayFollow } from './stay-steps.rules.ts'
import { vettingOf } from './vetting.rules.ts'

const from = '2027-05-03'

it('begins a week on Monday', () => {
  expect(mondayOf('2027-05-03')).toBe('2027-05-03')
  expect(mondayOf('2027-05-09')).toBe('2027-05-03')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
})

it('shows of a stay what lies in the days that are seen', () => {
  expect(barOf({ startsOn: '2027-05-04', endsOn: '2027-05-06' }, from, 14)).toEqual({
    start: 1,
    length: 2,
    before: false,
    after: false,
  })
  expect(barOf({ startsOn: '2027-04-01', endsOn: '2027-06-06' }, from, 14)).toEqual({
    start: 0,
    length: 14,
    before: true,
    after: true,
  })
  expect(barOf({ startsOn: '2027-04-01', endsOn: '2027-05-03' }, from, 14).length).toBe(0)
})

it('has every day either in a bar or in a gap', () => {
  const stays = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 5 })
    .map((list) => {
      let at = -8
      return list.map(([pause, nights]) => {
        const start = at + pause
        at = start + nights
        return { startsOn: addDays(from, start), endsOn: addDays(from, at) }
      })
    })
  fc.assert(
    fc.property(stays, (list) => {
      const bars = list.map((one) => barOf(one, from, 14))
      const gaps = gapsOf(list, from, 14)
      const sum = (parts: readonly { length: number }[]) => parts.reduce((all, { length }) => all + length, 0)
      expect(sum(bars) + sum(gaps)).toBe(14)
    }),
  )
})

it('takes a bed back only before anybody sleeps in it, and frees it when somebody leaves early', () => {
  expect(mayFollow('planned', 'cancelled')).toBe(true)
  expect(mayFollow('checked-in', 'cancelled')).toBe(false)
  expect(mayFollow('checked-out', 'checked-in')).toBe(true)
  expect(endsOnAfter('2027-05-28', '2027-05-20', '2027-05-04')).toBe('2027-05-20')
  expect(endsOnAfter('2027-05-28', '2027-05-01', '2027-05-04')).toBe('2027-05-04')
  expect(endsOnAfter('2027-05-28', '2027-06-20', '2027-05-04')).toBe('2027-05-28')
  expect(endsOnAfter('2027-05-28', null, '2027-05-04')).toBe('2027-05-28')
})

it('vets families, and watches any vetting that has a day', () => {
  expect(vettingOf('family', null, from)).toBe('missing')
  expect(vettingOf('flat', null, from)).toBe('not-needed')
  expect(vettingOf('flat', '2027-05-02', from)).toBe('expired')
  expect(vettingOf('family', '2027-05-03', from)).toBe('soon')
  expect(vettingOf('family', '2027-07-02', from)).toBe('holds')
})

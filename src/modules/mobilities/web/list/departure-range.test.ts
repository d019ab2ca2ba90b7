import { expect, it } from 'vitest'
import { inOrder, yearOf, yearRange } from './departure-range.ts'

it('knows a whole year', () => {
  expect(yearOf(yearRange(2027))).toBe(2027)
  expect(yearOf({ from: '2027-01-01', to: '2027-06-30' })).toBeNull()
  expect(yearOf({ from: null, to: null })).toBeNull()
})

it('puts the ends in order and leaves empty ones open', () => {
  expect(inOrder('2027-05-04', '2027-03-01')).toEqual({ from: '2027-03-01', to: '2027-05-04' })
  expect(inOrder('', '2027-03-01')).toEqual({ from: null, to: '2027-03-01' })
})

import { expect, it } from 'vitest'
import { paidDay } from './paid-day.rules.ts'

it.each([
  ['2027-04-26', '2027-04-26'],
  ['26/04/2027', '2027-04-26'],
  ['6.4.2027', '2027-04-06'],
  ['26-04-2027', '2027-04-26'],
  ['04/26/2027', null],
  ['2027-02-30', null],
  ['yes', null],
])('reads %s', (text, day) => expect(paidDay(text)).toBe(day))

import { expect, test } from 'vitest'
import { caughtUp } from './caught-up.ts'

test('what was typed stays, what somebody else changed meanwhile is taken over', () => {
  const begun = { town: 'Pisa', phone: '1', country: null as string | null }
  const newest = { town: 'Lucca', phone: '2', country: 'IT' }
  expect(caughtUp(begun, newest, { town: 'Pisa', phone: '3', country: null })).toEqual({
    town: 'Lucca',
    phone: '3',
    country: 'IT',
  })
})

import { expect, it } from 'vitest'
import { homeOf } from './home.ts'

const nobody = { memberships: [], participations: 0, guardianships: 0 }
const member = {
  organisation: { id: 'aurora', name: 'Istituto Aurora', kind: 'sending' },
  roles: [],
  permissions: [],
  portal: 'sending' as const,
}

it('begins with the set-up while nothing exists', () => {
  expect(homeOf({ needsSetUp: true }, undefined)).toBe('/set-up')
})

it('asks strangers to sign in', () => {
  expect(homeOf({ needsSetUp: false }, undefined)).toBe('/sign-in')
})

it('leads to the work first, then to the own mobilities, else to the account', () => {
  expect(homeOf({ needsSetUp: false }, { ...nobody, memberships: [member], participations: 1 })).toBe(
    '/o/aurora',
  )
  expect(homeOf({ needsSetUp: false }, { ...nobody, guardianships: 1 })).toBe('/me')
  expect(homeOf({ needsSetUp: false }, nobody)).toBe('/account')
})

import { describe, expect, it } from 'vitest'
import { whyNotGiveRoles, whyNotLeave } from './members.rules.ts'

describe('roles', () => {
  const coordinator = { roles: ['coordinator'] }
  const administrator = { roles: ['administrator'] }

  it('of an administrator are given and taken by administrators only', () => {
    expect(whyNotGiveRoles(coordinator, [], ['mentor'])).toBeNull()
    expect(whyNotGiveRoles(coordinator, ['mentor'], ['administrator'])).toBe('administrators-only')
    expect(whyNotGiveRoles(coordinator, ['administrator'], ['mentor'])).toBe('administrators-only')
    expect(whyNotGiveRoles(coordinator, ['administrator'], ['administrator', 'finance'])).toBeNull()
    expect(whyNotGiveRoles(administrator, ['administrator'], [])).toBeNull()
  })

  it('keep one administrator in the organisation', () => {
    const members = [
      { id: 'anna', roles: ['administrator'] },
      { id: 'luca', roles: ['coordinator'] },
    ]
    expect(whyNotLeave(members, 'anna', [])).toBe('last-administrator')
    expect(whyNotLeave(members, 'luca', [])).toBeNull()
    expect(whyNotLeave([...members, { id: 'eva', roles: ['administrator'] }], 'anna', ['viewer'])).toBeNull()
    expect(whyNotLeave(members, 'anna', ['administrator', 'finance'])).toBeNull()
  })
})

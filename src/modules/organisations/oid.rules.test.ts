import { describe, expect, it } from 'vitest'
import { plainErasmusCode, plainOid, whyNotOid } from './oid.rules.ts'

describe('an OID', () => {
  it('is E and eight digits, however it was copied', () => {
    expect(whyNotOid('E10012345')).toBeNull()
    expect(whyNotOid(' e 1001-2345 ')).toBeNull()
    expect(plainOid(' e 1001-2345 ')).toBe('E10012345')
  })

  it('says what was taken for one', () => {
    expect(whyNotOid('949123456')).toBe('pic')
    expect(whyNotOid('E VALENCI01')).toBe('erasmus-code')
    expect(whyNotOid('E1001234')).toBe('too-few')
    expect(whyNotOid('E100123456')).toBe('too-many')
    expect(whyNotOid('X1')).toBe('form')
  })
})

it('compares Erasmus codes by their words', () => {
  expect(plainErasmusCode('e  valenci01')).toBe(plainErasmusCode('E VALENCI01 '))
})

import { describe, expect, it } from 'vitest'
import { addresseeOf, isOpenAnswer, takeOverOf, whyNotPosition } from './availability.rules.ts'

describe('whom to ask', () => {
  it('is the first tutor with an address, else the company, else nobody', () => {
    const tutors = [
      { name: 'Ben', email: '' },
      { name: 'Ana', email: 'ana@example.org' },
    ]
    expect(addresseeOf({ name: 'Sol', email: 'sol@example.org', tutors })).toEqual({
      name: 'Ana',
      email: 'ana@example.org',
    })
    expect(addresseeOf({ name: 'Sol', email: 'sol@example.org', tutors: tutors.slice(0, 1) })).toEqual({
      name: 'Ben',
      email: 'sol@example.org',
    })
    expect(addresseeOf({ name: 'Sol', email: null, tutors: [] })).toBeNull()
  })
})

describe('an answer', () => {
  it('becomes a position once, and only with places', () => {
    expect(whyNotPosition({ state: 'asked', places: null, positionId: null })).toBe('not-answered')
    expect(whyNotPosition({ state: 'none', places: 0, positionId: null })).toBe('no-places')
    expect(whyNotPosition({ state: 'places', places: 2, positionId: null })).toBeNull()
    expect(whyNotPosition({ state: 'places', places: 2, positionId: 'x' })).toBe('taken-over')
  })
  it('is not made a second position without a word where one is there', () => {
    const answer = { state: 'places', places: 2, positionId: null, there: [{ positionId: 'x' }] }
    expect(takeOverOf(answer, undefined)).toMatchObject({ make: false, code: 'position-there' })
    expect(takeOverOf(answer, null)).toMatchObject({ make: true })
    expect(takeOverOf(answer, 'x')).toEqual({ make: false, positionId: 'x', code: null })
    expect(takeOverOf(answer, 'y')).toMatchObject({ make: false, code: 'other-position' })
    expect(takeOverOf({ ...answer, there: [] }, undefined)).toMatchObject({ make: true })
    expect(takeOverOf({ ...answer, state: 'none' }, 'x')).toMatchObject({ code: 'no-places' })
  })
  it('is awaited until it comes', () => {
    expect(['waiting', 'asked', 'no-address', 'places', 'none'].filter(isOpenAnswer)).toEqual([
      'waiting',
      'asked',
    ])
  })
})

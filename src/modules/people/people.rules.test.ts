import { describe, expect, it } from 'vitest'
import {
  isMinor,
  minorsBornAfter,
  stillMissing,
  takenOver,
  whyNotBirthDate,
  whyNotMerge,
  type PersonFields,
} from './people.rules.ts'
import { maySetOwn, sliceOf, standingBy } from './people.access.ts'

const empty: PersonFields = {
  kind: 'learner',
  givenName: 'Anna',
  familyName: 'Rossi',
  birthDate: null,
  gender: null,
  nationality: null,
  email: null,
  phone: null,
  address: null,
  town: null,
  country: null,
  language: 'it',
  studentNumber: null,
  schoolClass: null,
  emergencyName: null,
  emergencyPhone: null,
}

describe('people rules', () => {
  it.each([
    ['2009-03-01', false],
    ['2009-03-02', true],
    ['2008-02-29', false],
  ])('born %s: minor on 1 March 2027 is %s, also for the list', (birthDate, minor) => {
    expect(isMinor(birthDate, '2027-03-01')).toBe(minor)
    expect(birthDate > minorsBornAfter('2027-03-01')).toBe(minor)
  })
  it('does not guess an unknown age', () => expect(isMinor(null, '2027-03-01')).toBeNull())

  it.each([
    ['2027-02-29', 'not-a-day'],
    ['2027-03-02', 'in-the-future'],
    ['1900-01-01', 'too-long-ago'],
    ['2009-01-01', null],
  ])('birth date %s: %s', (birthDate, why) => expect(whyNotBirthDate(birthDate, '2027-03-01')).toBe(why))

  it('asks travellers for identity and emergency contact, guardians for a phone', () => {
    expect(stillMissing(empty)).toHaveLength(6)
    expect(stillMissing({ ...empty, kind: 'guardian' })).toEqual(['phone'])
  })

  it('merges what is empty and never overwrites', () => {
    expect(takenOver({ ...empty, phone: '1' }, { ...empty, phone: '2', email: 'a@b.eu' })).toEqual({
      email: 'a@b.eu',
    })
    expect(takenOver({ ...empty, kind: 'guardian' }, empty)).toEqual({ kind: 'learner' })
  })

  it('refuses to merge a file with itself or two accounts', () => {
    expect(whyNotMerge({ id: 'a', userId: null }, { id: 'a', userId: null })).toBe('same-file')
    expect(whyNotMerge({ id: 'a', userId: 'x' }, { id: 'b', userId: 'y' })).toBe('both-have-accounts')
    expect(whyNotMerge({ id: 'a', userId: 'x' }, { id: 'b', userId: null })).toBeNull()
  })
})

describe('people access', () => {
  it('gives each standing its fields', () => {
    expect(Object.keys(sliceOf('company', empty))).toEqual(['givenName', 'familyName', 'phone', 'language'])
    expect(sliceOf('hosting', empty)).not.toHaveProperty('birthDate')
    expect(sliceOf('keeper', empty)).toEqual(empty)
  })
  it('derives the standing from the roles', () => {
    expect(standingBy(['company', 'hosting'])).toBe('hosting')
    expect(standingBy(['company'])).toBe('company')
    expect(standingBy(['accompanying'])).toBeNull()
  })
  it('opens identity to the person only while it is empty', () => {
    expect(maySetOwn('birthDate', null)).toBe(true)
    expect(maySetOwn('birthDate', '2010-01-01')).toBe(false)
    expect(maySetOwn('phone', '1')).toBe(true)
    expect(maySetOwn('givenName', '')).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchPeople, type KnownPerson } from './known-people.rules.ts'
import { likeness, NameIndex, trigramsOf } from './likeness.rules.ts'
import { placeGuardians } from './guardians.rules.ts'

const known = (id: string, plainName: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  kind: 'learner',
  givenName: '',
  familyName: '',
  plainName,
  birthDate: null,
  email: null,
  phone: null,
  studentNumber: null,
  ...more,
})
const ask = (plainName: string, more: object = {}) => ({ givenName: '', familyName: '', plainName, ...more })
const alike = (a: string, b: string): number => likeness(trigramsOf(a), trigramsOf(b))

describe('likeness', () => {
  it('does not mind the order of names, and matches what PostgreSQL answers', () => {
    expect(alike('rossi anna', 'anna rossi')).toBe(1)
    // select similarity('word', 'two words') = 0.36363637
    expect(alike('word', 'two words')).toBeCloseTo(4 / 11)
  })
  it('stays between 0 and 1, is symmetric, and the index finds what a comparison finds', () => {
    const name = fc.string({ unit: fc.constantFrom(...Array.from('abcdeß ')), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), name, (names, one) => {
        for (const other of names) {
          expect(alike(one, other)).toBe(alike(other, one))
          expect(alike(one, other)).toBeLessThanOrEqual(1)
        }
        const people = names.map((plainName) => ({ plainName }))
        const found = new Set(new NameIndex(people).alike(one, 0.5).map(({ person }) => person))
        for (const person of people) expect(found.has(person)).toBe(alike(one, person.plainName) >= 0.5)
      }),
    )
  })
})

describe('matching people', () => {
  it('takes student number before e-mail before name and birth date', () => {
    const people = [
      known('name', 'rossi anna', { birthDate: '2010-01-01' }),
      known('mail', 'rossi anna', { email: 'A@x.eu', birthDate: '2011-01-01' }),
      known('number', 'rossi anna', { studentNumber: 'S1', birthDate: '2012-01-01' }),
    ]
    const exact = (more: object) => matchPeople([ask('rossi anna', more)], people)[0]?.exact?.person.id
    expect(exact({ studentNumber: 's1', email: 'a@x.eu', birthDate: '2010-01-01' })).toBe('number')
    expect(exact({ email: 'a@x.eu', birthDate: '2010-01-01' })).toBe('mail')
    expect(exact({ birthDate: '2010-01-01' })).toBe('name')
    expect(exact({})).toBeUndefined()
  })
  it('does not take a shared address or a slip in a number for the person', () => {
    const people = [known('a', 'rossi anna', { email: 'office@x.eu', studentNumber: '7' })]
    for (const more of [{ email: 'office@x.eu' }, { studentNumber: '7' }]) {
      const [match] = matchPeople([ask('schmidt jonas', more)], people)
      expect(match?.exact).toBeNull()
      expect(match?.likely).toHaveLength(1)
    }
  })
  it('lets a person decide between two files with the same address', () => {
    const people = [
      known('a', 'rossi anna', { email: 'x@x.eu' }),
      known('b', 'rossi annalisa', { email: 'x@x.eu' }),
    ]
    expect(matchPeople([ask('rossi anna', { email: 'x@x.eu' })], people)[0]).toMatchObject({ exact: null })
  })
  it('suggests a like name unless the birth dates differ', () => {
    const people = [known('a', 'bianchi giulia', { birthDate: '2010-01-01' })]
    const likely = (more: object) => matchPeople([ask('bianchi guilia', more)], people)[0]?.likely.length
    expect(likely({})).toBe(0)
    expect(matchPeople([ask('bianchi giulia maria')], people)[0]?.likely).toHaveLength(1)
    expect(likely({ birthDate: '2010-01-01' })).toBe(1)
    expect(likely({ birthDate: '2010-01-02' })).toBe(0)
  })
})

describe('placing guardians', () => {
  it('needs more than a name', () => {
    const { places, fresh } = placeGuardians(
      [
        { plainName: 'weiss eva' },
        { plainName: 'weiss eva' },
        { plainName: 'eva weiss', phone: '0 12-3' },
        { plainName: 'weiss eva', phone: '0123' },
      ],
      [{ id: 'k', plainName: 'weiss eva', email: 'e@x.eu' }],
    )
    expect(fresh).toHaveLength(3)
    expect(places[2]).toEqual(places[3])
  })
})

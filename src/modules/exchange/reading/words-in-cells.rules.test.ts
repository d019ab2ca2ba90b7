import countries from 'i18n-iso-countries/index.js'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmail, readOid, readPhone } from './contacts-in-cells.rules.ts'
import { readCountry } from './countries-in-cells.rules.ts'
import { readLanguage } from './languages-in-cells.rules.ts'
import { readGender, readParticipantKind, readYesNo } from './words-in-cells.rules.ts'

describe('countries', () => {
  // prettier-ignore
  it.each([
    ['IT', 'IT'], ['it', 'IT'], ['ITA', 'IT'], ['UK', 'GB'], ['EL', 'GR'], ['SF', 'FI'], ['D', 'DE'], ['IRL', 'IE'], ['Italy', 'IT'], ['Italia', 'IT'], ['Italie', 'IT'], ['Italien', 'IT'],
    ['Włochy', 'IT'], ['España', 'ES'], ['espana', 'ES'], ['Spagna', 'ES'], ['Allemagne', 'DE'], ['Czech Republic', 'CZ'], ['Repubblica Ceca', 'CZ'], ['Chequia', 'CZ'], ['Niederlande', 'NL'],
    ['Paesi Bassi', 'NL'], ['Holland', 'NL'], ['England', 'GB'], ['Türkiye', 'TR'], ['Turchia', 'TR'], ['Royaume-Uni', 'GB'], ['North Macedonia', 'MK'], ['IT - Italia', 'IT'], ['Italia (IT)', 'IT'],
    ['italiana', 'IT'], ['Española', 'ES'], ['deutsch', 'DE'], ['française', 'FR'], ['Irish', 'IE'],
    ['Atlantis', null], ['', null], ['ZZ', null], ['Italy or Spain', null], ['IT - Spain', null], ['Reggio Emilia', null], ['Congo', null],
  ])('%s', (text, code) => {
    expect(readCountry(text)).toBe(code)
  })

  it('knows every code of two and three letters, and every English name', () => {
    for (const [alpha2, alpha3] of Object.entries(countries.getAlpha2Codes())) {
      expect([readCountry(alpha2), readCountry(alpha3)]).toEqual([alpha2, alpha2])
    }
    const names = Object.entries<string | string[]>(english.countries).flatMap(([alpha2, name]) =>
      [name].flat().map((one) => [one, alpha2]),
    )
    const wrong = names.filter(([name = '', alpha2]) => readCountry(name) !== alpha2)
    // "Congo" is the short name of two countries.
    expect(wrong.map(([name]) => name)).toEqual(['Congo', 'Congo'])
  })

  it('answers a code or null for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readCountry(text) ?? 'XX').toMatch(/^[A-Z]{2}$/)
      }),
    )
  })
})

describe('gender', () => {
  // prettier-ignore
  it.each([
    ['F', 'female'], ['W', 'female'], ['weiblich', 'female'], ['Donna', 'female'], ['Mujer', 'female'], ['Féminin', 'female'], ['M', 'male'], ['H', 'male'], ['männlich', 'male'],
    ['uomo', 'male'], ['Varón', 'male'], ['homme', 'male'], ['D', 'other'], ['divers', 'other'], ['X', 'other'], ['undisclosed', 'undisclosed'], ['?', null], ['', null], ['yes', null],
  ])('%s', (text, gender) => {
    expect(readGender(text)).toBe(gender)
  })

  it('takes M for mujer beside an H, for male beside an F', () => {
    expect(['H', 'M'].map((text) => readGender(text, ['H', 'M']))).toEqual(['male', 'female'])
    expect(['F', 'M'].map((text) => readGender(text, ['F', 'M']))).toEqual(['female', 'male'])
  })
})

describe('other words', () => {
  // prettier-ignore
  it.each([
    ['Sì', true], ['yes', true], ['Ja', true], ['oui', true], ['1', true], ['TRUE', true], ['✓', true], ['x', true],
    ['no', false], ['Nein', false], ['non', false], ['0', false], ['FALSE', false], ['✗', false], ['maybe', null], ['', null],
  ])('%s', (text, answer) => {
    expect(readYesNo(text)).toBe(answer)
  })

  // prettier-ignore
  it.each([
    ['studentessa', 'learner'], ['Auszubildende', 'learner'], ['Élève', 'learner'], ['docente', 'staff'], ['Lehrkraft', 'staff'], ['staff', 'staff'], ['other', null],
  ])('%s', (text, kind) => {
    expect(readParticipantKind(text)).toBe(kind)
  })

  // prettier-ignore
  it.each([
    ['EN', 'en'], ['en-GB', 'en'], ['English', 'en'], ['inglese', 'en'], ['Français', 'fr'], ['alemán', 'de'], ['ελληνικά', 'el'], ['Klingon', null], ['', null],
  ])('%s', (text, code) => {
    expect(readLanguage(text)).toBe(code)
  })
})

describe('contacts', () => {
  it.each([
    ['anna@aurora.example', 'anna@aurora.example'],
    [' Anna.Rossi@Aurora.Example ', 'Anna.Rossi@aurora.example'],
    ['mailto:a@b.example', 'a@b.example'],
    ['Anna Rossi <a@b.example>;', 'a@b.example'],
    ['\u202aa@b.example\u202c', 'a@b.example'],
    ['zoë@müller.example', 'zoë@müller.example'],
    ["o'connor+x@b.example", "o'connor+x@b.example"],
    ['a@b', null],
    ['a b@c.example', null],
    ['a@b.example, c@d.example', null],
    ['a..b@c.example', null],
    ['@Café', null],
    ['', null],
  ])('%s', (text, email) => {
    expect(readEmail(text)).toBe(email)
  })

  it.each([
    ['+39 06 1234567', '+39 06 1234567'],
    ['\u202a+34 612 34 56 78\u202c', '+34 612 34 56 78'],
    ['Tel. 0044 (0)20/7946-0958', '0044 (0)20/7946-0958'],
    ['12345', null],
    ['call me', null],
  ])('%s', (text, phone) => {
    expect(readPhone(text)).toBe(phone)
  })

  it('reads organisation identifiers', () => {
    expect(['E10012345', 'e100 12345', 'E1001234', '10012345'].map(readOid)).toEqual([
      'E10012345',
      'E10012345',
      null,
      null,
    ])
  })
})

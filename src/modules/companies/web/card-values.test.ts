import { expect, it } from 'vitest'
import { bodyOf, valuesOf } from './card-values.ts'
import { tutorRules, tutorsOf } from './tutor-values.ts'

const card = {
  field: '0721',
  occupations: ['baker'],
  employees: 5,
  languages: ['es'],
  minimumAge: null,
  accessible: false,
  protectiveEquipment: null,
  canteen: null,
  insurance: null,
  contractUntil: null,
  lastVisit: null,
  mostTrainees: 3,
  employeesPerTrainee: null,
  restDays: 0,
  rating: 4,
  sites: [{ name: 'Shop', address: 'Calle Feria 2, bajo', town: 'Sevilla' }],
  tutors: [
    { name: 'Ana Ruiz', email: 'ana@example.org', phone: '' },
    { name: 'Ruiz, Ben', email: '', phone: '+34 600' },
  ],
  note: null,
}

it('gives a card back as it was when nothing is changed in its form', () => {
  const company = {
    id: 'x',
    name: 'Sol',
    town: null,
    country: null,
    email: null,
    phone: null,
    checks: [],
    archived: false,
    ratings: { average: null, count: 0 },
    freePlaces: { positions: 0, today: null, later: null },
  }
  const { version, ...same } = bodyOf(valuesOf({ ...company, card, version: 2 }), 2)
  expect(version).toBe(2)
  expect(same).toEqual(card)
})

it('asks for the name of a tutor of whom only the phone is known, and takes an empty line for nobody', () => {
  const tutors = [
    { name: '', phone: '', email: '' },
    { name: ' ', phone: '+34 600', email: '' },
  ]
  expect(tutorsOf(tutors)).toEqual([tutors[1]])
  const { name } = tutorRules(((key: string) => key) as never)
  expect(tutors.map((tutor, at) => name(tutor.name, { tutors }, `tutors.${at}.name`))).toEqual([
    null,
    'companies:tutor.nameNeeded',
  ])
})

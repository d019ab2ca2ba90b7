import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contactsOnce, inOrder, turnOf, turns, type Turned } from './tutor-order.rules.ts'

const today = '2027-05-10'
const base: Turned = { stage: 'confirmed', departure: '2027-05-03', return: '2027-05-28', tasks: [] }
const turn = (change: Partial<Turned>) => turnOf({ ...base, ...change }, today)

it('asks first for an answer, then for what is due soon', () => {
  expect(turn({ stage: 'proposed' })).toBe('answer')
  expect(turn({ tasks: [{ state: 'open', due: '2027-05-20', blocked: false }] })).toBe('to-do')
  expect(turn({ tasks: [{ state: 'open', due: '2027-05-20', blocked: true }] })).toBe('here')
  expect(turn({ tasks: [{ state: 'open', due: '2027-07-20', blocked: false }] })).toBe('here')
  expect(turn({ departure: '2027-06-01', return: '2027-06-28' })).toBe('coming')
  expect(turn({ departure: null, return: null })).toBe('coming')
  expect(turn({ return: '2027-05-09' })).toBe('gone')
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-05-${String(n).padStart(2, '0')}`)
const trainee = fc.record({
  stage: fc.constantFrom('proposed', 'confirmed', 'declined', null),
  departure: fc.option(day),
  return: fc.option(day),
  tasks: fc.array(
    fc.record({ state: fc.constantFrom('open', 'done'), due: fc.option(day), blocked: fc.boolean() }),
    { maxLength: 2 },
  ),
})

it('keeps everybody, in one order whatever order they came in', () => {
  fc.assert(
    fc.property(fc.array(trainee, { maxLength: 20 }), (trainees) => {
      const ordered = inOrder(trainees, today)
      expect(new Set(ordered.map((one) => one.trainee))).toEqual(new Set(trainees))
      const places = ordered.map((one) => turns.indexOf(one.turn))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
  )
})

it('names each contact once, hosts first', () => {
  const contact = (role: string, duty: string, organisation: string, name: string) => ({
    role,
    duty,
    organisation,
    name,
    email: null,
    phone: '1',
  })
  const host = [
    contact('hosting', 'mentor', 'Puerta Sur', 'Ana'),
    contact('hosting', 'emergency', 'Puerta Sur', 'Ana'),
  ]
  const once = contactsOnce([
    { contacts: [contact('sending', 'contact', 'Aurora', 'Ugo'), ...host] },
    { contacts: host },
    { contacts: [contact('sending', 'contact', 'Kiel', 'Uta'), ...host] },
  ])
  expect(once.map(({ organisation }) => organisation)).toEqual(['Puerta Sur', 'Aurora', 'Kiel'])
  expect(once[0]?.people).toEqual([
    {
      organisation: 'Puerta Sur',
      name: 'Ana',
      email: null,
      phone: '1',
      duties: ['mentor', 'emergency'],
    },
  ])
})

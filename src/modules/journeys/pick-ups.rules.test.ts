import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greenWith, someGreen, whyNotDeclare } from './green-declaration.rules.ts'
import { greenShare } from './green-share.rules.ts'
import { asOneChange, isNear, newsOf, sameRide, type Ride, type RideChange } from './pick-ups.rules.ts'

const bus: Ride = {
  name: 'Minibus 1',
  onDay: '2027-03-10',
  atTime: '14:00',
  driver: 'Pepe',
  phone: null,
  fromPlace: 'SVQ',
  toPlace: 'Triana',
  meetingPoint: null,
  note: null,
}
const word = fc.option(fc.constantFrom('', 'a', 'b'), { nil: null })
const ride = fc.record({
  name: fc.constantFrom('Bus', 'Taxi'),
  onDay: fc.constantFrom('2027-03-10', '2027-03-11'),
  atTime: fc.constantFrom('14:00', '15:00'),
  driver: word,
  phone: word,
  fromPlace: fc.constantFrom('SVQ', 'Santa Justa'),
  toPlace: fc.constant('Triana'),
  meetingPoint: word,
  note: word,
})
const maybe = fc.option(ride, { nil: null })

describe('a pick-up', () => {
  it('is news where anything of it is another, and none where it is changed back', () => {
    expect(newsOf(null, bus)).toBe('planned')
    expect(newsOf(bus, null)).toBe('cancelled')
    expect(newsOf(bus, { ...bus, driver: 'Ana' })).toBe('changed')
    expect(newsOf(bus, { ...bus })).toBeNull()
    expect(sameRide({ ...bus, note: '' }, { ...bus, note: null })).toBe(true)
    fc.assert(fc.property(maybe, (one) => newsOf(one, one) === null))
    fc.assert(fc.property(maybe, maybe, (a, b) => (newsOf(a, b) === null) === (newsOf(b, a) === null)))
  })

  it('is news of its own where nobody comes for it any more', () => {
    expect(newsOf(bus, null, 'gone')).toBe('gone')
    expect(newsOf(bus, null, 'no-way')).toBe('no-way')
    expect(newsOf(null, null, 'gone')).toBeNull()
  })

  it('that was lost and planned again is one change', () => {
    const one: RideChange = { journeyId: 'old', mobilityId: 'anna', direction: 'out', was: bus, now: null }
    const again = { ...one, journeyId: 'new', was: null, now: { ...bus, name: 'Taxi' } }
    expect(asOneChange([again], [one])).toEqual([{ ...again, was: bus }])
    expect(asOneChange([{ ...again, direction: 'back' }], [one])).toHaveLength(2)
    const along = { ...one, mobilityId: null }
    expect(asOneChange([], [along, { ...along, journeyId: 'other' }])).toHaveLength(2)
  })

  it('is told by mail while the old or the new day is near', () => {
    expect(isNear(bus, null, '2027-03-01', '2027-03-15')).toBe(true)
    expect(isNear(bus, { ...bus, onDay: '2027-04-10' }, '2027-03-01', '2027-03-15')).toBe(true)
    expect(isNear(null, bus, '2027-02-01', '2027-02-15')).toBe(false)
    expect(isNear(bus, bus, '2027-03-11', '2027-03-25')).toBe(false)
  })
})

describe('a statement of green travel', () => {
  const rules = { means: null, from: null }
  const train = greenShare([{ means: 'train', km: 800 }], rules)
  const flight = greenShare([{ means: 'flight', km: 800 }], rules)
  const unknown = greenShare([{ means: 'train', km: null }], rules)

  it('counts where the legs say nothing, and never against them', () => {
    expect(greenWith(train, false).green).toBe(true)
    expect(greenWith(unknown, false).green).toBeNull()
    expect(greenWith(unknown, true).green).toBe(true)
    expect(greenWith(flight, true).green).toBe(false)
    expect([train, unknown, flight].map(whyNotDeclare)).toEqual([null, null, 'legs-not-green'])
  })

  it('names at least one means that counts as green by the sender’s rules', () => {
    expect(someGreen(['flight', 'train'], rules)).toBe(true)
    expect(someGreen(['ferry'], rules)).toBe(false)
    expect(someGreen(['ferry'], { means: ['ferry'], from: 50 })).toBe(true)
  })
})

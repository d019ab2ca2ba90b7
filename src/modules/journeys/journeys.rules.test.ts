import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTransfers } from './fill-transfers.rules.ts'
import { greenShare } from './green-share.rules.ts'
import { isLate } from './late-arrival.rules.ts'
import { minutesOf, mistakesIn, type LegTimes } from './legs.rules.ts'
import { readDay, readTime } from './read-times.rules.ts'
import { whoIs } from './same-name.rules.ts'

const leg: LegTimes = {
  direction: 'out',
  departsOn: '2027-05-04',
  departsAt: '10:00',
  arrivesOn: '2027-05-04',
  arrivesAt: '12:00',
  fromZone: 'Europe/Rome',
  toZone: 'Europe/Madrid',
}

describe('legs', () => {
  it('are judged by the clocks of both places', () => {
    // Helsinki to Stockholm: one hour of flight, and the clock says less than when one left.
    const west = { ...leg, arrivesAt: '09:55', fromZone: 'Europe/Helsinki', toZone: 'Europe/Stockholm' }
    expect(minutesOf(west)).toBe(55)
    expect(mistakesIn([west])).toEqual([])
    expect(mistakesIn([{ ...leg, arrivesAt: '09:55' }])).toEqual([
      { leg: 0, field: 'arrivesAt', code: 'arrives-first' },
    ])
  })
  it('follow each other and take no week', () => {
    const next = { ...leg, departsAt: '11:30', arrivesAt: '13:00' }
    expect(mistakesIn([leg, next])).toEqual([{ leg: 1, field: 'departsAt', code: 'before-last-leg' }])
    expect(mistakesIn([leg, { ...next, direction: 'back' }])).toEqual([])
    expect(mistakesIn([{ ...leg, arrivesOn: '2027-05-11' }])).toMatchObject([{ code: 'takes-too-long' }])
  })
  it('keep their length over the night on which clocks change', () => {
    const night = {
      ...leg,
      departsOn: '2027-03-27',
      departsAt: '22:00',
      arrivesOn: '2027-03-28',
      arrivesAt: '08:00',
    }
    expect(minutesOf(night)).toBe(9 * 60)
  })
})

describe('late arrivals', () => {
  it.each([
    ['20:59', false],
    ['21:00', true],
    ['00:30', true],
    ['05:59', true],
    ['06:00', false],
  ])('%s', (time, late) => expect(isLate(time, { from: '21:00', until: '06:00' })).toBe(late))
})

describe('the green share', () => {
  const none = { means: null, from: null }
  it('is the kilometres by green means of the way there and back', () => {
    const legs = [
      { means: 'train' as const, km: 820 },
      { means: 'flight' as const, km: 180 },
    ]
    expect(greenShare(legs, none)).toMatchObject({ km: 1000, greenKm: 820, share: 0.82, green: true })
    expect(greenShare(legs, { means: null, from: 90 }).green).toBe(false)
    expect(greenShare(legs, { means: ['flight'], from: null }).share).toBeCloseTo(0.18)
  })
  it('says nothing while a leg’s kilometres are not known', () => {
    expect(greenShare([{ means: 'train', km: null }], none)).toMatchObject({
      share: null,
      green: null,
      unknown: 1,
    })
    expect(greenShare([], none).share).toBeNull()
  })
})

describe('names', () => {
  const people = [
    { id: '1', name: 'Anna Rossi' },
    { id: '2', name: 'Anna Maria De Luca' },
    { id: '3', name: 'José Núñez' },
    { id: '4', name: 'Marco Bianchi' },
    { id: '5', name: 'Marco Bianchi' },
  ]
  it.each([
    ['ROSSI/ANNA MRS', '1'],
    ['Rossi, Anna', '1'],
    ['DE LUCA ANNAMARIA', '2'],
    ['nunez jose', '3'],
  ])('%s is one of the flow', (name, id) => expect(whoIs(name, people)).toEqual({ kind: 'found', id }))
  it('are asked where two bear them, or one is only alike', () => {
    expect(whoIs('Marco Bianchi', people)).toMatchObject({
      kind: 'unclear',
      candidates: [{ id: '4' }, { id: '5' }],
    })
    expect(whoIs('Anna De Luca', people)).toMatchObject({ kind: 'unclear', candidates: [{ id: '2' }] })
    expect(whoIs('Giulia Verdi', people)).toEqual({ kind: 'unknown' })
  })
})

describe('transfers', () => {
  const at = (id: string, time: string, group = 'a') => ({ id, day: '2027-05-04', time, group })
  const car = (id: string, time: string, free: number) => ({ id, day: '2027-05-04', time, free })
  it('keep together who comes together, and leave out who finds no seat', () => {
    const people = [at('1', '13:20'), at('2', '13:20'), at('3', '13:20'), at('4', '18:00', 'b')]
    const filled = fillTransfers(people, [car('small', '14:00', 2), car('large', '14:00', 8)], 'out')
    expect(filled.seats).toEqual(['1', '2', '3'].map((journeyId) => ({ journeyId, transferId: 'large' })))
    expect(filled.without).toEqual([{ journeyId: '4', reason: 'no-vehicle' }])
  })
  it('never hold more people than seats, and put everybody somewhere or say why not', () => {
    const hours = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
    fc.assert(
      fc.property(
        fc.array(fc.record({ time: hours, group: fc.constantFrom('a', 'b') }), { maxLength: 40 }),
        fc.array(fc.record({ time: hours, free: fc.integer({ min: 0, max: 6 }) }), { maxLength: 8 }),
        fc.constantFrom('out' as const, 'back' as const),
        (people, cars, direction) => {
          const waiting = people.map(({ time, group }, i) => at(`p${i}`, time, group))
          const vehicles = cars.map(({ time, free }, i) => car(`v${i}`, time, free))
          const { seats, without } = fillTransfers(waiting, vehicles, direction)
          const taken = Map.groupBy(seats, ({ transferId }) => transferId)
          for (const { id, free } of vehicles) expect(taken.get(id)?.length ?? 0).toBeLessThanOrEqual(free)
          expect([...seats, ...without].map(({ journeyId }) => journeyId).toSorted()).toEqual(
            waiting.map(({ id }) => id).toSorted(),
          )
        },
      ),
    )
  })
})

describe('days and times on tickets', () => {
  it.each([
    ['04MAY27', '2027-05-04'],
    ['Tue 4 May', '2027-05-04'],
    ['4. Mai 2027', '2027-05-04'],
    ['04/05/2027', '2027-05-04'],
    ['4 de mayo de 2027', '2027-05-04'],
    ['31.02.2027', null],
    ['gate 12', null],
  ])('%s', (text, day) => expect(readDay(text, '2027-05-01')).toBe(day))
  it.each([
    ['10:35', '10:35'],
    ['7.05', '07:05'],
    ['10h35', '10:35'],
    ['1035', '10:35'],
    ['1:20 pm', '13:20'],
    ['soon', undefined],
  ])('%s', (text, time) => expect(readTime(text)?.time).toBe(time))
})

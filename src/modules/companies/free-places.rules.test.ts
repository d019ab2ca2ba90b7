import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { placesOn, usedOn } from '#modules/boards/lanes.rules.ts'
import { freePlacesOf } from './free-places.rules.ts'

const today = '2027-02-01'
const spring = { startsOn: '2027-03-01', endsOn: '2027-04-30', places: 4 }

it('says from when places are free that are not open yet', () => {
  expect(freePlacesOf([spring], [], today)).toEqual({
    today: null,
    later: { from: '2027-03-01', until: '2027-04-30', places: 4, free: 4 },
  })
  const lying = [
    { from: '2027-01-10', to: '2027-02-28' },
    { from: '2027-03-20', to: '2027-04-02' },
  ]
  expect(freePlacesOf([spring], lying, today).later).toMatchObject({ places: 4, free: 3 })
})

it('says what is free today, and nothing of what is over', () => {
  const always = { startsOn: null, endsOn: null, places: 2 }
  const over = { startsOn: null, endsOn: '2027-01-31', places: 9 }
  const lying = [{ from: '2027-02-01', to: '2027-02-01' }]
  expect(freePlacesOf([always, over], lying, today)).toEqual({ today: { places: 2, free: 1 }, later: null })
  expect(freePlacesOf([], lying, today)).toEqual({ today: null, later: null })
})

const day = fc.integer({ min: -20, max: 40 }).map((days) => addDays(today, days))
const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
const opening = fc
  .record({ span, places: fc.integer({ min: 1, max: 5 }), open: fc.boolean() })
  .map(({ span: { from, to }, places, open }) => ({ startsOn: open ? null : from, endsOn: to, places }))

it('counts as the week board does', () => {
  fc.assert(
    fc.property(fc.array(opening, { maxLength: 5 }), fc.array(span, { maxLength: 6 }), (positions, lying) => {
      const found = freePlacesOf(positions, lying, today)
      /** Free on every day of a period, as its columns say. */
      const onBoard = (open: typeof positions, from: string, to: string): number => {
        const used = usedOn(lying, { from, to })
        const free = placesOn(open, { from, to }).map((many, at) => many - (used[at] ?? 0))
        return Math.max(0, Math.min(...free))
      }
      const { from = today, until = today } = found.later ?? {}
      const begun = positions.filter(({ startsOn }) => startsOn === null || startsOn <= from)
      expect([found.today?.free ?? null, found.later?.free ?? null]).toEqual([
        found.today && onBoard(positions, today, today),
        found.later && onBoard(begun, from, until ?? from),
      ])
    }),
  )
})

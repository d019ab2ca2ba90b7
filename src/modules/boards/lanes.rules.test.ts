import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { columnsOf, daysOf, mondayOf, monthsOf, weeksOf } from './days.rules.ts'
import { byColumn, layLanes, placesOn, usedOn } from './lanes.rules.ts'

const first = '2027-03-01'
const bars = fc.array(
  fc
    .record({ start: fc.integer({ min: -20, max: 40 }), length: fc.integer({ min: 0, max: 30 }) })
    .map(({ start, length }) => ({ from: addDays(first, start), to: addDays(first, start + length) })),
  { maxLength: 30 },
)
const period = { from: addDays(first, -20), to: addDays(first, 70) }

describe('lanes', () => {
  it('never put two bars on one day of one lane, and take no more lanes than the fullest day has bars', () => {
    fc.assert(
      fc.property(bars, (list) => {
        const lanes = layLanes(list)
        const meeting = list.flatMap((a, i) =>
          list.filter((b, j) => i < j && lanes[i] === lanes[j] && a.from <= b.to && b.from <= a.to),
        )
        expect(meeting).toEqual([])
        expect(Math.max(0, ...lanes.map((lane) => lane + 1))).toBe(Math.max(0, ...usedOn(list, period)))
      }),
    )
  })

  it('count what lies on a day as one counts by hand', () => {
    fc.assert(
      fc.property(bars, (list) => {
        const week = { from: first, to: addDays(first, 6) }
        const byHand = daysOf(week).map(
          (day) => list.filter(({ from, to }) => from <= day && day <= to).length,
        )
        expect(usedOn(list, week)).toEqual(byHand)
      }),
    )
  })

  it('say of a week what its fullest day says', () => {
    const columns = [
      { from: '2027-03-01', to: '2027-03-07' },
      { from: '2027-03-08', to: '2027-03-14' },
    ]
    const used = [1, 1, 3, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 2]
    expect(
      byColumn(
        columns,
        used,
        used.map(() => 2),
      ),
    ).toEqual({ used: [3, 2], free: [-1, 0] })
    expect(byColumn(columns, used, null).free).toEqual([null, null])
  })

  it('know places only while a position is open', () => {
    const positions = [
      { startsOn: '2027-03-02', endsOn: '2027-03-03', places: 2 },
      { startsOn: null, endsOn: null, places: 1 },
    ]
    expect(placesOn(positions, { from: '2027-03-01', to: '2027-03-04' })).toEqual([1, 3, 3, 1])
  })
})

describe('days', () => {
  it('begin a week with its Monday, whichever day is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (shift) => {
        const day = addDays('2027-03-01', shift)
        const monday = mondayOf(day)
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(monday <= day && day <= addDays(monday, 6)).toBe(true)
      }),
    )
  })

  it('make seven days, eight weeks, months and whole weeks', () => {
    expect(columnsOf(first, 'week')).toHaveLength(7)
    expect(columnsOf(first, 'weeks').at(-1)).toEqual({ from: '2027-04-19', to: '2027-04-25' })
    expect(monthsOf('2027-11-20', 'quarter').map(({ to }) => to)).toEqual([
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
    ])
    expect(weeksOf({ from: '2027-03-03', to: '2027-03-08' })).toEqual([
      { from: '2027-03-01', to: '2027-03-07' },
      { from: '2027-03-08', to: '2027-03-14' },
    ])
  })
})

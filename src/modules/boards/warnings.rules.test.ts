import { describe, expect, it } from 'vitest'
import { companyRow, homeRow, totalsOf, type CompanyBar, type HomeBar } from './board-rows.rules.ts'
import { capacityOf } from './capacity.rules.ts'
import { columnsOf } from './days.rules.ts'
import { tooFew } from './options.rules.ts'
import { visitDue } from './visits.rules.ts'

const columns = columnsOf('2027-03-01', 'week')
const head = {
  id: 'c',
  name: 'Taller Ortega',
  sortName: 'taller ortega',
  town: 'Sevilla',
  country: 'ES',
  field: '0716',
  known: true,
  mostTrainees: null,
  restDays: 0,
}
const position = { id: 'p', startsOn: '2027-01-01', endsOn: '2027-03-05', places: 2, archived: false }
const bar = (id: string, from: string, to: string, more: Partial<CompanyBar> = {}): CompanyBar => ({
  id,
  mobilityId: id,
  person: id,
  senderId: 's',
  flowId: 'f',
  from,
  to,
  step: 'confirmed',
  firm: true,
  title: null,
  meant: true,
  problem: null,
  positionId: null,
  ...more,
})

describe('a company on the board', () => {
  it('has a lane for each place, and says what is free', () => {
    const row = companyRow(
      head,
      [{ ...position, endsOn: null }],
      [bar('a', '2027-03-03', '2027-03-20')],
      columns,
    )
    expect(row.lanes).toHaveLength(2)
    expect(row.free).toEqual([2, 2, 1, 1, 1, 1, 1])
    expect(row.warnings).toEqual([])
  })

  it('names the first of the worst days when there are too many', () => {
    const bars = ['a', 'b', 'c'].map((id) => bar(id, '2027-03-02', '2027-03-04'))
    const row = companyRow({ ...head, mostTrainees: 2 }, [position], bars, columns)
    expect(row.lanes.map(({ over }) => over)).toEqual([false, false, true])
    expect(row.warnings).toEqual([
      { code: 'too-many', day: '2027-03-02', count: 1 },
      { code: 'most-trainees', day: '2027-03-02', count: 1 },
    ])
  })

  it('names who stays longer than the position, and groups that follow too closely', () => {
    const bars = [
      bar('a', '2027-02-20', '2027-03-02', { positionId: 'p' }),
      bar('b', '2027-03-04', '2027-03-20', { positionId: 'p', flowId: 'g' }),
    ]
    const row = companyRow({ ...head, restDays: 3 }, [position], bars, columns)
    expect(row.warnings).toEqual([
      { code: 'too-many', day: '2027-03-06', count: 1 },
      { code: 'rest-days', day: '2027-03-04', count: 1 },
      { code: 'position-ended', day: '2027-03-20', count: 1 },
    ])
    expect(row.bars.find(({ id }) => id === 'b')?.problem).toBe('outside')
  })

  it('knows nothing of places where nobody told how many there are', () => {
    const row = companyRow(head, [], [bar('a', '2027-03-02', '2027-03-04')], columns)
    expect(row.free.every((free) => free === null)).toBe(true)
    expect(row.warnings).toEqual([])
    expect(totalsOf([row], columns).free[0]).toBeNull()
  })
})

describe('a home on the board', () => {
  const { mostTrainees: _most, restDays: _rest, ...homeHead } = head
  const { positionId: _position, ...plain } = bar('a', '2027-03-01', '2027-03-03')
  const inBed = (more: Partial<HomeBar>): HomeBar => ({
    ...plain,
    bedId: 'b1',
    bed: 'Room 1 · 1',
    coming: true,
    archived: false,
    ...more,
  })
  const beds = [
    { id: 'b1', name: 'Room 1 · 1' },
    { id: 'b2', name: 'Room 1 · 2' },
  ]

  it('has a lane for each bed, free on the day somebody leaves', () => {
    const row = homeRow(homeHead, beds, [inBed({})], columns)
    expect(row.lanes.map(({ name }) => name)).toEqual(['Room 1 · 1', 'Room 1 · 2'])
    expect(row.free).toEqual([1, 1, 1, 2, 2, 2, 2])
  })

  it('shows beds that are kept for nobody, or gone', () => {
    const row = homeRow(
      homeHead,
      beds,
      [inBed({ coming: false }), inBed({ id: 'x', bedId: 'old', bed: 'Room 9 · 1', archived: true })],
      columns,
    )
    expect(row.warnings.map(({ code }) => code)).toEqual(['bed-kept', 'bed-gone'])
    expect(row.lanes).toHaveLength(3)
    expect(row.free[0]).toBe(1)
  })
})

describe('a visit', () => {
  const week = { from: '2027-03-01', to: '2027-03-07' }
  it('is due for a new group, where nobody ever came, and after the interval', () => {
    expect(visitDue(week, 60, '2027-02-20', ['2027-03-02'])).toBe('first-week')
    expect(visitDue(week, 60, '2027-03-03', ['2027-03-02'])).toBeNull()
    expect(visitDue(week, 60, null, ['2027-01-02'])).toBe('never')
    expect(visitDue(week, 60, '2027-01-01', ['2026-12-30'])).toBe('interval')
    expect(visitDue(week, 60, '2027-02-01', ['2026-12-30'])).toBeNull()
  })
})

it('counts the people of a week, and the places that flows still have', () => {
  const [week] = capacityOf(
    { from: '2027-03-01', to: '2027-03-07' },
    [
      { from: '2027-02-20', to: '2027-03-03', count: 5 },
      { from: '2027-03-04', to: '2027-03-20', count: 4 },
    ],
    [{ from: '2027-03-04', to: '2027-03-20', places: 6, taken: 4 }],
    10,
    [{ startsOn: null, endsOn: '2027-03-05', places: 3 }],
    [{ from: '2027-03-06', to: '2027-03-30', count: 7 }],
  )
  expect(week).toEqual({ from: '2027-03-01', people: 5, needed: 6, options: 13, beds: 10, places: 0 })
})

it('says how many are too few where the number of places is known', () => {
  expect(tooFew([5, 3, 0], [2, 3, null])).toEqual([3, 0, 0])
  expect(tooFew([], [2])).toEqual([0])
})

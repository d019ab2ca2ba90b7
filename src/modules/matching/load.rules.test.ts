import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { mostAtOnce, restAround } from './load.rules.ts'

describe('how many a company takes at once', () => {
  it.each([
    [{ employees: 9, mostTrainees: null, employeesPerTrainee: 4 }, 2],
    [{ employees: 3, mostTrainees: 5, employeesPerTrainee: 4 }, 0],
    [{ employees: 40, mostTrainees: 5, employeesPerTrainee: 4 }, 5],
    [{ employees: null, mostTrainees: 5, employeesPerTrainee: 4 }, 5],
    [{ employees: 40, mostTrainees: null, employeesPerTrainee: null }, null],
  ])('%o: %s', (limits, most) => {
    expect(mostAtOnce(limits)).toBe(most)
  })
})

describe('rest between groups', () => {
  const stay = { from: '2027-05-10', to: '2027-05-28' }
  it('counts the days between, and none where groups overlap', () => {
    expect(restAround(stay, [])).toBeNull()
    expect(restAround(stay, [{ from: '2027-04-01', to: '2027-05-02' }])).toBe(7)
    expect(restAround(stay, [{ from: '2027-05-29', to: '2027-06-10' }])).toBe(0)
    expect(restAround(stay, [{ from: '2027-05-20', to: '2027-06-10' }])).toBeNull()
  })
  it('is the same whichever group comes first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 30 }), (shift, length) => {
        const from = addDays('2027-01-01', shift)
        const other = { from, to: addDays(from, length) }
        expect(restAround(stay, [other])).toBe(restAround(other, [stay]))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { nextYearDay, nextYearInText, proposedCopy } from './copy-project.rules.ts'
import { awardedTotal, editedAward } from './cost-items.rules.ts'
import { codeWarnings, shortTermWarnings } from './project-warnings.rules.ts'

describe('awards', () => {
  it('add up to the cent', () =>
    expect(awardedTotal({ travel: 0.1, 'individual-support': 0.2, 'course-fees': 1000.33 })).toBe(1000.63))
  it('are edited item by item', () =>
    expect(editedAward({ travel: 100, 'course-fees': 50 }, { travel: 120, 'course-fees': null })).toEqual({
      travel: 120,
    }))
})

describe('what looks odd about a project', () => {
  const project = { code: '2026-1-IT01-KA121-VET-000123456', callYear: 2026, action: 'KA121-VET' as const }
  it('says nothing of a code as the agencies write it', () => expect(codeWarnings(project)).toEqual([]))
  it('names another year, another action, another form', () => {
    expect(codeWarnings({ ...project, callYear: 2025, action: 'KA122-VET' }).map(({ code }) => code)).toEqual(
      ['code-year', 'code-action'],
    )
    expect(codeWarnings({ ...project, code: 'Malta 2026' })).toEqual([{ code: 'code-form' }])
  })
  it.each([
    ['2026-09-01', '2027-02-28', []],
    ['2026-09-01', '2027-02-27', ['short-term-length']],
    ['2026-09-01', '2028-02-29', []],
    ['2026-09-01', '2028-03-01', ['short-term-length']],
  ])('a short-term project from %s to %s', (startDate, endDate, codes) => {
    const dates = { startDate, endDate, participants: 30 }
    expect(shortTermWarnings({ ...dates, action: 'KA122-VET' }).map(({ code }) => code)).toEqual(codes)
    expect(shortTermWarnings({ ...dates, action: 'KA121-VET' })).toEqual([])
  })
  it('counts the participants of a short-term project', () =>
    expect(
      shortTermWarnings({
        action: 'KA122-VET',
        startDate: '2026-09-01',
        endDate: '2027-08-31',
        participants: 31,
      }),
    ).toEqual([{ code: 'short-term-size', values: { count: 31, max: 30 } }]))
})

describe('a copy for the next year', () => {
  it('moves years in words and leaves other numbers', () =>
    expect(nextYearInText('Seville May 2026, group 2, room 2019', 2026)).toBe(
      'Seville May 2027, group 2, room 2019',
    ))
  it('proposes dates a year later and leaves the number to the agency', () =>
    expect(
      proposedCopy({
        code: '2026-1-IT01-KA121-VET-000123456',
        title: 'Mobility 2026',
        callYear: 2026,
        startDate: '2026-06-01',
        endDate: '2027-08-31',
      }),
    ).toEqual({
      code: '2027-1-IT01-KA121-VET-',
      title: 'Mobility 2027',
      callYear: 2027,
      startDate: '2027-06-01',
      endDate: '2028-08-31',
    }))
  it('keeps the day of the week of a departure', () =>
    expect(nextYearDay('2026-05-03', 365)).toBe('2027-05-02'))
})

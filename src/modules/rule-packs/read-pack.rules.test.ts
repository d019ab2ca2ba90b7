import { describe, expect, it } from 'vitest'
import { changedFigures } from './changed-figures.rules.ts'
import { changedPack, type LoosePack } from './changed-pack.fixture.ts'
import { reducedRate } from './daily-rate.rules.ts'
import { bandName, bandOf } from './pack-lookup.rules.ts'
import { mistakeInWords } from './pack-words.rules.ts'
import { readPack } from './read-pack.rules.ts'
import { packNamed } from './shipped-packs.ts'

const mistakes = (change: (pack: LoosePack) => void): string[] =>
  readPack(changedPack(change)).mistakes.map(mistakeInWords)
const entered = (value: number) => ({ value, state: 'entered' as const })

describe('a pack whose form is wrong', () => {
  it('is told by path in plain words', () => {
    expect(
      mistakes((pack) => Object.assign(pack.individualSupport.rates.learner, { '2': { daily: 66 } })),
    ).toEqual(['individualSupport.rates.learner.2.daily: must be an object'])
    expect(mistakes((pack) => Object.assign(pack.courseFees, { perDay: { value: 80 } }))).toEqual([
      'courseFees.perDay.state: is missing',
    ])
    expect(
      mistakes((pack) => Object.assign(pack.courseFees, { perDay: { value: 80, state: 'official' } })),
    ).toEqual(['courseFees.perDay.source: is missing'])
    expect(
      mistakes((pack) => Object.assign(pack.courseFees, { perDay: { value: 80, state: 'not-known' } })),
    ).toEqual(['courseFees.perDay.value: must be null'])
    expect(mistakes((pack) => (pack['courseFee'] = {}))).toEqual([
      'courseFee: is not a field that is known here',
    ])
    expect(readPack('2021-ES').mistakes.map(mistakeInWords)).toEqual(['must be an object'])
  })
})

describe('a pack that contradicts itself', () => {
  it('has bands with a gap, without a beginning, without an end', () => {
    expect(mistakes((pack) => pack.travel.bands.splice(2, 1))).toEqual([
      'travel.bands.10-99: the band ends at 99 km and the next begins at 500 km',
    ])
    expect(mistakes((pack) => pack.travel.bands.splice(0, 1))).toEqual([
      'travel.bands.10-99: the nearest distance band begins at 10 km, not at 0',
    ])
    expect(mistakes((pack) => pack.travel.bands.pop())).toEqual([
      'travel.bands.4000-7999: the farthest distance band ends at 7999 km; write null for "and more"',
    ])
  })
  it('has a country twice or one that is none', () =>
    expect(mistakes((pack) => pack.countryGroups[0]?.countries.push('IT', 'EL'))).toEqual([
      'countryGroups.0: EL is not a country code (ISO 3166-1; Greece is GR)',
      'countryGroups.1: IT stands twice, in country group 1 and in 2',
    ]))
  it('names sources, groups and activities that it does not have', () => {
    expect(
      mistakes((pack) => (pack.travel.bands[1]!.standard = { value: 23, state: 'official', source: 'x' })),
    ).toEqual(['travel.bands.10-99.standard: the source "x" is not in the list of sources'])
    expect(mistakes((pack) => (pack.individualSupport.rates.learner['4'] = { daily: entered(40) }))).toEqual([
      'individualSupport.rates.learner.4: no country stands in country group 4',
    ])
    expect(mistakes((pack) => pack.activityTypes.splice(0, 1))).toEqual([
      'organisationalSupport.byActivity.LM-SKILL-VET: LM-SKILL-VET is not among the activity types',
    ])
  })
  it('has steps that do not rise and percentages above 100', () => {
    expect(mistakes((pack) => pack.organisationalSupport.byActivity['SM-TTA']?.splice(0, 1))).toEqual([
      'organisationalSupport.byActivity.SM-TTA: the steps must begin with participant 1 and rise',
    ])
    expect(mistakes((pack) => (pack.exceptionalCosts.percent = entered(120)))).toEqual([
      'exceptionalCosts.percent: 120 percent is more than 100',
    ])
  })
})

describe('rates typed by a coordinator', () => {
  const typed = (value: number) =>
    changedPack((pack) => (pack.individualSupport.rates.staff['1'] = { daily: entered(value) }), '2026-ES')
  it('above the maximum are an error, below the minimum a warning', () => {
    expect(readPack(typed(192)).mistakes).toMatchObject([{ level: 'beyond-bounds', key: 'above-maximum' }])
    expect(readPack(typed(191)).mistakes).toEqual([])
    expect(readPack(typed(106)).mistakes).toMatchObject([{ level: 'warning', key: 'below-minimum' }])
  })
  it('show up as changes to the version before', () => {
    const before = packNamed('2026-ES')!
    expect(changedFigures(before, typed(150))).toMatchObject({
      figures: [
        { path: 'individualSupport.rates.staff.1.daily', before: { value: null }, after: { value: 150 } },
      ],
      countries: [],
    })
    expect(changedFigures(before, before)).toEqual({ figures: [], countries: [] })
    const { figures, countries } = changedFigures(packNamed('2023-ES')!, packNamed('2024-ES')!)
    expect(countries).toContainEqual({ country: 'IT', before: '2', after: '1' })
    expect(figures).toContainEqual(
      expect.objectContaining({ path: 'travel.bands.500-1999.green', key: 'travel-green' }),
    )
  })
})

// The published tables from which the rounding follows: 66→46, 57→40, 48→34, 117→82, 104→73, 91→64 (Spain 2021), 35→25.
it.each([
  [66, 46],
  [57, 40],
  [48, 34],
  [117, 82],
  [104, 73],
  [91, 64],
  [35, 25],
  [50.5, 35],
  [0, 0],
])('pays 70 %% of %d as %d', (daily, reduced) => expect(reducedRate(daily, 70)).toBe(reduced))

it.each([
  [0, '0-9'],
  [9, '0-9'],
  [9.9, '0-9'],
  [10, '10-99'],
  [99, '10-99'],
  [100, '100-499'],
  [499.6, '100-499'],
  [500, '500-1999'],
  [1999, '500-1999'],
  [2000, '2000-2999'],
  [7999, '4000-7999'],
  [8000, '8000+'],
  [20_000, '8000+'],
])('puts %d km into the band %s', (km, band) => {
  expect(bandName(bandOf(packNamed('2021-ES')!, km)!)).toBe(band)
})

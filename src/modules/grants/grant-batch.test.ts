import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedPack } from '#modules/rule-packs/changed-pack.fixture.ts'
import { mistakeInWords } from '#modules/rule-packs/pack-words.rules.ts'
import { shippedPacks } from '#modules/rule-packs/shipped-packs.ts'
import { checkPack } from './check-pack.rules.ts'
import { GrantBatch, type PrintedGrant } from './grant-batch.ts'

const item = {
  id: 'a',
  pack: '2021-ES',
  action: 'KA121-VET',
  activity: 'LM-SHORT-VET',
  role: 'learner',
  sendingCountry: 'ES',
  receivingCountry: 'IT',
  activityDays: 21,
  travelDays: 2,
  distanceKm: 1365,
  green: false,
}
const answer = (change: object): PrintedGrant | string[] => new GrantBatch().answer({ ...item, ...change }, 7)
const total = (change: object): number | null => (answer(change) as PrintedGrant).total

describe('the command grant', () => {
  it('answers in the promised form', () => {
    const { id, lines, warnings, ...rest } = answer({}) as PrintedGrant
    expect([id, warnings, rest]).toEqual(['a', [], { total: 1783 }])
    expect(lines.map(({ category, amount }) => [category, amount])).toEqual([
      ['travel', 275],
      ['individual-support', 1158],
      ['organisational-support', 350],
    ])
    for (const line of lines)
      for (const text of [line.formula, line.rule, line.source]) expect(text).toMatch(/\w/)
  })
  it('takes flows and preparatory visits', () => {
    const { id, pack } = item
    const of = (more: object) => (new GrantBatch().answer({ id, pack, ...more }, 1) as PrintedGrant).total
    expect(of({ flows: [{ activity: 'LM-SHORT-VET', participants: 120 }] })).toBe(39_000)
    expect(of({ preparatoryVisit: { persons: 2 } })).toBe(1150)
    expect(of({ flows: [{ activity: 'LM-SHORT-VET', participants: 5, fewerOpportunities: 5 }] })).toBe(2250)
  })
  it('takes a whole pack, also one whose rates are beyond the bounds, which it says', () => {
    const given = changedPack(
      (pack) => (pack.individualSupport.rates.learner['2'] = { daily: { value: 60, state: 'entered' } }),
    )
    expect(total({ pack: given })).toBe(275 + 14 * 60 + 9 * 42 + 350)
    const high = changedPack(
      (pack) => (pack.individualSupport.rates.learner['2'] = { daily: { value: 200, state: 'entered' } }),
    )
    expect((answer({ pack: high }) as PrintedGrant).warnings).toEqual([
      "The pack: individualSupport.rates.learner.2.daily: 200 euros a day is above the programme's maximum of 104.",
    ])
  })
  it('takes null as left out', () => {
    expect(total({ courseDays: null, startDate: null })).toBe(1783)
    expect(answer({ activityDays: null })).toEqual(['a: activityDays: is missing'])
  })
  it('warns of a field that it does not know', () =>
    expect((answer({ gren: true }) as PrintedGrant).warnings).toEqual([
      'The field "gren" is not known and was left out.',
    ]))
})

describe('bad input is told by item and field', () => {
  it.each([
    [{ activityDays: -1 }, 'a: activityDays: must be at least 0'],
    [{ activityDays: 400 }, 'a: activityDays: must be at most 365'],
    [{ activityDays: 2.5 }, 'a: activityDays: must be a whole number'],
    [{ activityDays: '21' }, 'a: activityDays: must be a number'],
    [{ activityDays: undefined }, 'a: activityDays: is missing'],
    [{ travelDays: -1 }, 'a: travelDays: must be at least 0'],
    [{ distanceKm: -3 }, 'a: distanceKm: must be at least 0'],
    [{ distanceKm: 30_000 }, 'a: distanceKm: must be at most 20040'],
    [{ green: 'yes' }, 'a: green: must be true or false'],
    [{ role: 'pupil' }, 'a: role: must be one of learner, staff, accompanying'],
    [{ role: undefined }, 'a: role: is missing'],
    [{ action: 'KA131-HED' }, 'a: action: must be one of KA121-VET, KA122-VET'],
    [{ startDate: '2027-02-29' }, 'a: startDate: is not a day that exists (YYYY-MM-DD)'],
    [
      { receivingCountry: 'Italy' },
      'a: receivingCountry: must be a country code of two capital letters (ISO 3166-1)',
    ],
    [{ receivingCountry: 'AQ' }, 'a: receivingCountry: AQ is in no country group of the pack 2021-ES'],
    [{ activity: 'X' }, 'a: activity: the pack 2021-ES has no activity type "X"'],
    [
      { pack: '2031-ES' },
      'a: pack: there is no pack named "2031-ES"; "softmob pack list" shows those there are',
    ],
    [{ pack: undefined }, 'a: pack: is missing'],
    [{ forceMajeure: { reason: ' ', amounts: {} } }, 'a: forceMajeure.reason: must not be empty'],
    [
      { flows: [{ activity: 'X', participants: 3 }] },
      'a: flows.0.activity: the pack 2021-ES has no activity type "X"',
    ],
    [{ flows: 'many' }, 'a: flows: must be a list'],
    [{ preparatoryVisit: { persons: 0 } }, 'a: preparatoryVisit.persons: must be at least 1'],
    [{ id: undefined }, 'item 7: id: is missing'],
  ])('%j', (change, expected) => expect(answer(change)).toEqual([expected]))
  it('is an object', () => expect(new GrantBatch().answer(5, 3)).toEqual(['item 3: must be an object']))
  it('is a whole pack', () => {
    const gap = changedPack((pack) => pack.travel.bands.splice(2, 1))
    expect(answer({ pack: gap })).toEqual([
      'a: pack: the pack has mistakes: travel.bands.10-99: the band ends at 99 km and the next begins at 500 km',
    ])
  })
})

describe('packs check themselves by their own examples', () => {
  it.each(shippedPacks().map((pack) => [pack.name, pack] as const))('%s', (_name, pack) => {
    expect(checkPack(pack).mistakes.map(mistakeInWords)).toEqual([])
    expect(pack.examples.length).toBeGreaterThan(1)
  })
  it('so does the pack in the documentation', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/grants.md'), 'utf8')
    const blocks = [...text.matchAll(/^```json\n(.*?)^```/gms)].map(
      ([, json = '']) => JSON.parse(json) as unknown,
    )
    expect(blocks).toHaveLength(2)
    expect(new GrantBatch().answer((blocks[0] as unknown[])[0], 1)).toMatchObject({ id: 'anna', total: 1783 })
    expect(checkPack(blocks[1]).mistakes.map(mistakeInWords)).toEqual([])
  })
  it('and say which does not come out', () => {
    const wrong = changedPack((pack) => {
      pack.examples[0]!.lines['travel'] = 300
      pack.examples[1]!.case['role'] = 'pupil'
      pack.examples[2]!.total = null
    })
    expect(checkPack(wrong).mistakes.map(mistakeInWords)).toEqual([
      'examples.0: example "Short-term learner, 21 days in Italy": travel should be 300, the pack gives 275',
      'examples.1: example "Short-term learner, exactly 14 funded days in Poland": role: must be one of learner, staff, accompanying',
      'examples.2: example "Skills competition, 3 days in Finland": the total should be not known, the pack gives 790',
    ])
  })
})

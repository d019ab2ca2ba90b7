import { describe, expect, it } from 'vitest'
import { changedPack } from '#modules/rule-packs/changed-pack.fixture.ts'
import { packNamed } from '#modules/rule-packs/shipped-packs.ts'
import { calculateGrant } from './calculate-grant.rules.ts'
import { inEnglish, problemInEnglish } from './english.rules.ts'
import type { GrantAnswer, GrantCategory } from './grant-answer.rules.ts'
import type { GrantCase } from './grant-case.rules.ts'
import { organisationalSupportOf } from './organisational-support.rules.ts'
import { preparatoryVisitOf } from './preparatory-visit.rules.ts'
import { spain2021 } from './spain-2021.examples.ts'

const es21 = packNamed('2021-ES')!
const learner: GrantCase = {
  activity: 'LM-SHORT-VET',
  role: 'learner',
  action: 'KA121-VET',
  sendingCountry: 'ES',
  receivingCountry: 'IT',
  activityDays: 21,
  travelDays: 2,
  distanceKm: 1365,
}
const grant = (change: Partial<GrantCase> = {}, pack = es21): GrantAnswer =>
  calculateGrant(pack, { ...learner, ...change })
const amount = (answer: GrantAnswer, category: GrantCategory) =>
  answer.lines.find((line) => line.category === category)?.amount
const formula = (answer: GrantAnswer, category: GrantCategory): string =>
  inEnglish(answer.lines.find((line) => line.category === category)!.formula)
const warnings = (answer: GrantAnswer): string[] => answer.warnings.map(({ key }) => key)
const problems = (answer: GrantAnswer): string[] =>
  answer.problems.map((problem) => problemInEnglish(problem))

describe('the examples of Spain 2021', () => {
  it.each(spain2021.map((one) => [one.case.activity, one.case.receivingCountry, one] as const))(
    '%s to %s',
    (_activity, _country, { case: item, euros }) => {
      const answer = calculateGrant(es21, { ...item, sendingCountry: 'ES', travelDays: 2 })
      expect({
        travel: amount(answer, 'travel'),
        individual: amount(answer, 'individual-support'),
        organisational: amount(answer, 'organisational-support'),
        ...('fees' in euros ? { fees: amount(answer, 'course-fees') } : {}),
        total: answer.total,
      }).toEqual(euros)
      expect(answer.warnings).toEqual([])
    },
  )
  it('explain themselves, the other rounding named', () => {
    expect(formula(grant(), 'individual-support')).toBe(
      '21 activity days + 2 funded travel days = 23 days: 14 days × 57 EUR + 9 days × 40 EUR (from day 15: 70 % of 57 EUR = 39.9 EUR, rounded half up to the whole euro; with the rate not rounded these days would come to 359.1 EUR)',
    )
    expect(formula(grant(), 'travel')).toBe(
      '1365 km one way, band 500-1999 km, standard travel: 275 EUR there and back',
    )
    const [line] = grant().lines
    expect(line?.source).toMatchObject({ state: 'official', url: expect.stringContaining('KA121.pdf') })
    expect(inEnglish(line!.rule)).toContain('pack 2021-ES, version 1')
  })
})

describe('travel', () => {
  it.each([
    [9, 0],
    [10, 23],
    [99, 23],
    [100, 180],
    [499, 180],
    [500, 275],
    [8000, 1500],
  ])('of %d km standard pays %d', (distanceKm, euros) =>
    expect(amount(grant({ distanceKm }), 'travel')).toBe(euros),
  )
  it('green pays more where the table says so, else the standard amount with a warning', () => {
    expect(amount(grant({ green: true }), 'travel')).toBe(320)
    const short = grant({ green: true, distanceKm: 50 })
    expect([amount(short, 'travel'), warnings(short)]).toEqual([23, ['no-green-amount']])
  })
  it('adds the legs between venues, or takes the distance that is given', () => {
    const venues = [
      { country: 'IT', days: 10, distanceKm: 400 },
      { country: 'AT', days: 11, distanceKm: 300 },
    ]
    const item = { venues, receivingCountry: undefined, distanceKm: undefined } as Partial<GrantCase>
    expect(amount(grant(item), 'travel')).toBe(275)
    expect(amount(grant({ ...item, distanceKm: 450 }), 'travel')).toBe(180)
  })
  it('has no amount without a distance', () => {
    const answer = calculateGrant(es21, {
      activity: 'LM-SHORT-VET',
      role: 'learner',
      receivingCountry: 'IT',
      activityDays: 21,
    })
    expect([amount(answer, 'travel'), answer.total, warnings(answer)]).toEqual([
      null,
      null,
      ['distance-missing'],
    ])
  })
})

describe('individual support', () => {
  it.each([
    [12, 2, 14 * 57],
    [13, 2, 14 * 57 + 40],
    [14, 0, 14 * 57],
    [0, 0, 0],
    [0, 2, 2 * 57],
  ])('of %d days and %d travel days is %d', (activityDays, travelDays, euros) =>
    expect(amount(grant({ activityDays, travelDays }), 'individual-support')).toBe(euros),
  )
  it('funds two travel days, six when green', () => {
    const many = grant({ activityDays: 10, travelDays: 7 })
    expect([amount(many, 'individual-support'), warnings(many)]).toEqual([12 * 57, ['travel-days-standard']])
    expect(amount(grant({ activityDays: 5, travelDays: 7, green: true }), 'individual-support')).toBe(11 * 57)
  })
  it('pays accompanying persons as staff, without organisational support', () => {
    const answer = grant({ role: 'accompanying', activityDays: 5 })
    expect(amount(answer, 'individual-support')).toBe(7 * 104)
    expect(amount(answer, 'organisational-support')).toBeUndefined()
  })
  it('goes through venues as one series, each at its country group', () => {
    const venues = [
      { country: 'IT', days: 10 },
      { country: 'FI', days: 11 },
    ]
    const answer = grant({ venues, activityDays: 21 })
    expect(amount(answer, 'individual-support')).toBe(12 * 57 + 2 * 66 + 9 * 46)
    expect(amount(grant({ venues, activityDays: 21, actualDays: 10 }), 'individual-support')).toBe(12 * 57)
  })
  it('counts days really spent and leaves out interruptions', () => {
    expect(amount(grant({ actualDays: 10 }), 'individual-support')).toBe(12 * 57)
    expect(formula(grant({ actualDays: 10 }), 'individual-support')).toContain(
      '10 days that count (planned: 21)',
    )
    expect(amount(grant({ interruptionDays: 4 }), 'individual-support')).toBe(14 * 57 + 5 * 40)
    const dates = { startDate: '2021-09-01', endDate: '2021-09-21' }
    expect(amount(grant({ ...dates, activityDays: 17, interruptionDays: 4 }), 'individual-support')).toBe(
      14 * 57 + 5 * 40,
    )
    expect(warnings(grant({ ...dates, activityDays: 20 }))).toEqual(['dates-and-days-differ'])
  })
  it('takes amounts by hand for force majeure, with the reason', () => {
    const answer = grant({ forceMajeure: { reason: 'Storm', amounts: { 'individual-support': 900.5 } } })
    expect([amount(answer, 'individual-support'), answer.total]).toEqual([900.5, 900.5 + 275 + 350])
    expect(formula(answer, 'individual-support')).toBe('900.5 EUR by hand because of force majeure: Storm')
  })
  it('knows third countries by name and by region', () => {
    expect(
      amount(grant({ receivingCountry: 'UK', activityDays: 10, travelDays: 0 }), 'individual-support'),
    ).toBe(660)
    expect(amount(grant({ receivingCountry: 'JP' }), 'organisational-support')).toBe(500)
    expect(warnings(grant({ receivingCountry: 'JP', action: 'KA122-VET' }))).toEqual(['international-ka122'])
    const pack = packNamed('2024-ES')!
    expect(warnings(grant({ receivingCountry: 'BR' }, pack))).toContain('missing.country-group')
  })
})

describe('flags', () => {
  it('zero grant counts for organisational support only', () =>
    expect(grant({ zeroGrant: true }).total).toBe(350))
  it('organisational support not requested', () =>
    expect(amount(grant({ noOrganisationalSupport: true }), 'organisational-support')).toBe(0))
  it('fleeing Ukraine may stay in the country and changes no amount', () => {
    expect(warnings(grant({ sendingCountry: 'IT' }))).toEqual(['same-country'])
    const answer = grant({ sendingCountry: 'IT', fleeingUkraine: true })
    expect([answer.total, warnings(answer)]).toEqual([1783, ['fleeing-ukraine']])
  })
  it('fewer opportunities brings support to the organisation', () => {
    expect(amount(grant({ fewerOpportunities: true }), 'inclusion-support-organisation')).toBe(100)
    expect(warnings(grant({ fewerOpportunities: true, role: 'accompanying' }))).toEqual([
      'fewer-opportunities-accompanying',
    ])
  })
})

describe('other cost items', () => {
  it('linguistic support on request, more for ErasmusPro, not for short stays of staff', () => {
    expect(amount(grant({ linguisticSupport: true }), 'linguistic-support')).toBe(150)
    const long = grant({ activity: 'LM-LONG-VET', activityDays: 100, linguisticSupport: true })
    expect(amount(long, 'linguistic-support')).toBe(300)
    const staff = { activity: 'SM-TTA', role: 'staff', linguisticSupport: true } as const
    expect(amount(grant({ ...staff, activityDays: 30 }), 'linguistic-support')).toBe(0)
    expect(amount(grant({ ...staff, activityDays: 31 }), 'linguistic-support')).toBe(150)
  })
  it('course fees up to the cap, for courses only', () => {
    const course = { activity: 'SM-COUR-TRAIN', role: 'staff', activityDays: 14 } as const
    expect(amount(grant({ ...course, courseDays: 10 }), 'course-fees')).toBe(800)
    const capped = grant({ ...course, courseDays: 11 })
    expect([amount(capped, 'course-fees'), warnings(capped)]).toEqual([800, ['course-fees-capped']])
    expect(amount(grant({ ...course, courseDays: 0 }), 'course-fees')).toBeUndefined()
    expect(warnings(grant({ courseDays: 3 }))).toEqual(['course-days-elsewhere'])
  })
  it('real costs at the agreed or the pack’s share; expensive travel in place of travel support', () => {
    const visa = { category: 'exceptional-costs', amount: 123.45, about: 'Visa' } as const
    expect(amount(grant({ realCosts: [visa] }), 'exceptional-costs')).toBe(98.76)
    const care = { category: 'inclusion-support-participant', amount: 200 } as const
    expect(grant({ realCosts: [care] }).total).toBeNull()
    expect(amount(grant({ realCosts: [{ ...care, percent: 100 }] }), 'inclusion-support-participant')).toBe(
      200,
    )
    const flight = { category: 'exceptional-costs', amount: 1000, expensiveTravel: true } as const
    const expensive = grant({ realCosts: [flight] })
    expect([amount(expensive, 'travel'), amount(expensive, 'exceptional-costs')]).toEqual([0, 800])
    expect(warnings(grant({ realCosts: [{ ...flight, amount: 300 }] }))).toEqual(['travel-not-expensive'])
  })
  it('preparatory visits for at most three', () => {
    expect(preparatoryVisitOf(es21, { persons: 2 }).total).toBe(1150)
    const five = preparatoryVisitOf(es21, { persons: 5 })
    expect([five.total, warnings(five)]).toEqual([1725, ['preparatory-visit-persons']])
  })
  it('organisational support over a project, by activity type with its threshold', () => {
    const answer = organisationalSupportOf(es21, [
      { activity: 'LM-SHORT-VET', participants: 60, fewerOpportunities: 5 },
      { activity: 'LM-SHORT-VET', participants: 60 },
      { activity: 'LM-SHORT-VET', participants: 9, role: 'accompanying' },
      { activity: 'SM-JOB-SHDW', participants: 101 },
      { activity: 'LM-SHORT-VET', participants: 2, international: true },
    ])
    expect(answer.lines.map((line) => line.amount)).toEqual([39_000, 35_200, 1000, 500])
    expect(inEnglish(answer.lines[0]!.formula)).toBe(
      'LM-SHORT-VET, 120 participants: 100 × 350 EUR + 20 × 200 EUR (from participant 101)',
    )
    const es26 = packNamed('2026-ES')!
    expect(organisationalSupportOf(es26, [{ activity: 'LM-SHORT-VET', participants: 100 }]).total).toBe(
      35_000,
    )
    expect(organisationalSupportOf(es26, [{ activity: 'LM-SHORT-VET', participants: 101 }]).total).toBeNull()
  })
})

describe('what is not known', () => {
  it('leaves the line and the total open and is named', () => {
    const answer = grant({ green: true }, packNamed('2026-ES')!)
    expect([amount(answer, 'travel'), amount(answer, 'individual-support'), answer.total]).toEqual([
      417,
      null,
      null,
    ])
    expect(answer.warnings.map((warning) => inEnglish(warning, 'warning'))).toEqual([
      'The pack 2026-ES has no daily rate of learners in country group 1.',
    ])
  })
  it('is computed as soon as a coordinator has entered it', () => {
    const pack = changedPack(
      (one) => (one.individualSupport.rates.learner['1'] = { daily: { value: 85, state: 'entered' } }),
      '2026-ES',
    )
    // 70 % of 85 = 59.5, half up 60
    expect(amount(grant({}, pack), 'individual-support')).toBe(14 * 85 + 9 * 60)
  })
})

describe('inputs from which nothing can be computed', () => {
  it.each([
    [{ activity: 'LM-FOO' }, 'activity: the pack 2021-ES has no activity type "LM-FOO"'],
    [{ receivingCountry: 'AQ' }, 'receivingCountry: AQ is in no country group of the pack 2021-ES'],
    [
      { receivingCountry: 'ZZ' },
      'receivingCountry: "ZZ" is not a country code (ISO 3166-1, two capital letters)',
    ],
    [
      { sendingCountry: 'ZZ' },
      'sendingCountry: "ZZ" is not a country code (ISO 3166-1, two capital letters)',
    ],
    [
      { startDate: '2021-05-02', endDate: '2021-05-01' },
      'endDate: the last day (2021-05-01) is before the first (2021-05-02)',
    ],
    [
      { startDate: '2021-05-02', endDate: '2021-05-01', activityDays: undefined },
      'endDate: the last day (2021-05-01) is before the first (2021-05-02)',
    ],
    [
      { startDate: '2021-01-01', endDate: '2022-02-04' },
      'endDate: 400 days: no activity lasts longer than 365 days',
    ],
    [
      { interruptionDays: 22 },
      'interruptionDays: the interruption (22 days) is longer than the stay (21 days)',
    ],
    [
      { venues: [{ country: 'IT', days: 3 }] },
      'venues: the venues have 3 days together, activityDays says 21',
    ],
  ])('%j', (change, expected) => {
    const answer = grant(change)
    expect(problems(answer)).toEqual([expected])
    expect([answer.lines, answer.total]).toEqual([[], null])
  })
  it('lasts too short or too long only as a warning', () => {
    expect(warnings(grant({ activityDays: 9 }))).toEqual(['too-short'])
    expect(warnings(grant({ activityDays: 90 }))).toEqual(['too-long'])
  })
})

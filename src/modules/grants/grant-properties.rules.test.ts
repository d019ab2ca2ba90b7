import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packNamed } from '#modules/rule-packs/shipped-packs.ts'
import { calculateGrant } from './calculate-grant.rules.ts'
import { compareTwo } from './compare-two.rules.ts'
import { inEnglish } from './english.rules.ts'
import { grantCaseSchema, type GrantCase } from './grant-case.rules.ts'
import { organisationalSupportOf } from './organisational-support.rules.ts'

const es21 = packNamed('2021-ES')!
const packs = ['2021-ES', '2023-ES', '2026-ES', '2026-IT'].map((name) => packNamed(name)!)

const cases: fc.Arbitrary<GrantCase> = fc.record(
  {
    activity: fc.constantFrom(...es21.activityTypes.map(({ key }) => key)),
    role: fc.constantFrom('learner', 'staff', 'accompanying'),
    receivingCountry: fc.constantFrom('IT', 'PL', 'FI', 'TR', 'GB', 'JP'),
    activityDays: fc.integer({ min: 0, max: 364 }),
    travelDays: fc.integer({ min: 0, max: 8 }),
    distanceKm: fc.integer({ min: 0, max: 9000 }),
    green: fc.boolean(),
    fewerOpportunities: fc.boolean(),
    linguisticSupport: fc.boolean(),
    zeroGrant: fc.boolean(),
    courseDays: fc.integer({ min: 0, max: 30 }),
    realCosts: fc.array(
      fc.record({
        category: fc.constant('exceptional-costs' as const),
        amount: fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['activity', 'role', 'receivingCountry', 'activityDays', 'distanceKm'] },
)
const known = (item: GrantCase): number => {
  const { total } = calculateGrant(es21, item)
  if (total === null) throw new Error('2021-ES has a total for everything')
  return total
}
const inCents = (euros: number): number => Math.round(euros * 100)

describe('any grant', () => {
  it('is the sum of its lines, and open as soon as one is', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...packs), (item, pack) => {
        const { lines, total } = calculateGrant(pack, item)
        const open = lines.some(({ amount }) => amount === null)
        const sum = lines.reduce((cents, { amount }) => cents + inCents(amount ?? 0), 0)
        expect(total === null ? null : inCents(total)).toBe(open ? null : sum)
      }),
    )
  })
  it('is the same for the same inputs', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...packs), (item, pack) => {
        expect(calculateGrant(pack, structuredClone(item))).toEqual(calculateGrant(pack, item))
      }),
    )
  })
  it('never falls when a day is added', () => {
    fc.assert(
      fc.property(cases, (item) => {
        const longer = { ...item, activityDays: (item.activityDays ?? 0) + 1 }
        expect(known(longer)).toBeGreaterThanOrEqual(known(item))
      }),
    )
  })
  it('has words for everything it says', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...packs), (item, pack) => {
        const { lines, warnings } = calculateGrant(pack, item)
        const said = [
          ...lines.flatMap(({ formula, rule }) => [inEnglish(formula), inEnglish(rule)]),
          ...warnings.map((warning) => inEnglish(warning, 'warning')),
        ]
        for (const sentence of said) expect(sentence).toMatch(/ /)
        for (const sentence of said) expect(sentence).not.toContain('undefined')
      }),
    )
  })
  it('keeps the form of its inputs', () =>
    fc.assert(
      fc.property(cases, (item) => {
        expect(grantCaseSchema.parse(item)).toEqual(item)
      }),
    ))
})

describe('two grants', () => {
  it('differ by the sum of the steps from one to the other', () => {
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const { difference, steps } = compareTwo({ pack: es21, case: one }, { pack: es21, case: other })
        const sum = steps.reduce((cents, step) => cents + inCents(step.difference ?? 0), 0)
        expect(sum).toBe(inCents(difference ?? 0))
      }),
    )
  })
  it('say which inputs differ and what each costs', () => {
    const one: GrantCase = {
      activity: 'LM-SHORT-VET',
      role: 'learner',
      receivingCountry: 'IT',
      activityDays: 21,
      travelDays: 2,
      distanceKm: 1365,
    }
    const other: GrantCase = { ...one, receivingCountry: 'PL', green: true, distanceKm: 2290 }
    expect(compareTwo({ pack: es21, case: one }, { pack: es21, case: other })).toMatchObject({
      difference: 1478 - 1158 - 320 + (978 - 1158) + (410 - 275),
      steps: [
        { inputs: ['receivingCountry'], difference: 978 - 1158 },
        { inputs: ['distanceKm'], difference: 360 - 275 },
        { inputs: ['green'], difference: 410 - 360 },
      ],
    })
    expect(compareTwo({ pack: es21, case: one }, { pack: es21, case: one }).steps).toEqual([])
  })
  it('change together what makes no sense alone, and stay open where a rate is missing', () => {
    const one: GrantCase = {
      activity: 'LM-SHORT-VET',
      role: 'learner',
      receivingCountry: 'IT',
      activityDays: 21,
      distanceKm: 900,
    }
    const { receivingCountry: _country, ...rest } = one
    const venues = [
      { country: 'IT', days: 5 },
      { country: 'FI', days: 5 },
    ]
    const { steps } = compareTwo(
      { pack: es21, case: one },
      { pack: es21, case: { ...rest, venues, activityDays: 10 } },
    )
    expect(steps.map(({ inputs }) => inputs)).toEqual([['receivingCountry', 'venues', 'activityDays']])
    const open = compareTwo({ pack: es21, case: one }, { pack: packNamed('2026-ES')!, case: one })
    expect(open).toMatchObject({ difference: null, steps: [{ inputs: ['pack'], difference: null }] })
  })
})

it('organisational support grows with every participant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (participants) => {
      const of = (count: number) =>
        organisationalSupportOf(es21, [{ activity: 'LM-SHORT-VET', participants: count }]).total ?? 0
      expect(of(participants + 1) - of(participants)).toBe(participants < 100 ? 350 : 200)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { countryCodes } from '#shared/countries.ts'
import { insurerOf } from './insurer.rules.ts'
import { usualCovers } from './kinds.rules.ts'
import { needsOf, noSettings, type Stay, type VisaRule } from './needs.rules.ts'
import { endingOf } from './numbers.rules.ts'
import { asPaper, judge, paperSteps, type HeldPaper } from './standing.rules.ts'
import { whyNotStep } from './steps.rules.ts'
import { countsOf, factsOf, isRight } from './summary.rules.ts'

const stay: Stay = {
  departure: '2027-05-04',
  returnDate: '2027-05-29',
  country: 'ES',
  homeCountry: 'IT',
  nationality: 'IT',
  demanded: [],
}
const paper: HeldPaper = { step: 'checked', validFrom: null, validUntil: '2030-01-01', covers: [] }
const rule: VisaRule = {
  freeDays: 90,
  leadWeeks: 10,
  source: 'Embassy',
  enteredBy: 'Chiara',
  enteredOn: '2027-01-02',
}
const need = (kind: string, changes: Partial<Stay> = {}, visa: VisaRule | null = null) =>
  needsOf({ ...stay, ...changes }, noSettings, visa).find((one) => one.kind === kind)!

describe('what is needed', () => {
  it('is known for free movement, and for nobody else without an entered rule', () => {
    expect(need('visa')).toMatchObject({ needed: 'no', certainty: 'certain' })
    expect(need('visa', { country: 'CH', nationality: 'NO' }).needed).toBe('no')
    expect(need('visa', { country: 'GB' })).toMatchObject({ needed: 'unknown', reason: 'visa-unknown' })
    expect(need('visa', { nationality: 'TR' }).needed).toBe('unknown')
    expect(need('visa', { nationality: 'TR', country: 'TR' }).needed).toBe('no')
    expect(need('visa', { nationality: null }).reason).toBe('nationality-open')
    const entered = need('visa', { nationality: 'TR' }, { ...rule, freeDays: 20 })
    expect(entered).toMatchObject({ needed: 'yes', certainty: 'entered', enteredBy: 'Chiara', days: 20 })
    expect(entered.due).toBe(addDays('2027-05-04', -70))
    expect(need('visa', { nationality: 'TR' }, rule).needed).toBe('no')
    expect(need('visa', { nationality: 'TR' }, { ...rule, freeDays: null }).needed).toBe('no')
  })

  it('says which health card holds where', () => {
    expect(need('ehic').needed).toBe('yes')
    expect(need('ehic', { country: 'GB' }).needed).toBe('yes')
    expect(need('ehic', { country: 'IT' })).toMatchObject({ needed: 'no', reason: 'ehic-home' })
    expect(need('ehic', { country: 'RS' })).toMatchObject({ needed: 'no', reason: 'ehic-outside' })
    expect(need('ehic', { country: null }).needed).toBe('unknown')
  })

  it('shows the covers of an insurance as not confirmed, and what a position demands with its lead time', () => {
    expect(need('insurance')).toMatchObject({ certainty: 'unconfirmed', covers: [...usualCovers] })
    expect(need('sexual-offences', { demanded: ['sexual-offences', 'nonsense'] }).due).toBe('2027-03-09')
    expect(needsOf({ ...stay, demanded: ['nonsense'] })).toHaveLength(4)
  })

  it('asks an identity document to last longer where somebody entered that', () => {
    const margins = [
      { country: null, days: 10, source: 'School' },
      { country: 'TR', days: 60, source: 'Consulate' },
    ]
    const until = (country: string) =>
      needsOf({ ...stay, country }, { ...noSettings, identityMargins: margins })[0]?.until
    expect(until('TR')).toBe('2027-07-28')
    expect(until('ES')).toBe('2027-06-08')
  })
})

describe('how a paper stands', () => {
  const identity = need('identity')
  const stands = (changes: Partial<HeldPaper>, today: string | null = '2027-03-01') =>
    judge(identity, [{ ...paper, ...changes }], today)

  it('follows its step and its days against the stay', () => {
    expect(judge(identity, [], null).standing).toBe('missing')
    expect(stands({}).standing).toBe('fine')
    expect(stands({ step: 'handed-in' }).standing).toBe('to-check')
    expect(stands({ validUntil: '2027-05-26' })).toMatchObject({ standing: 'runs-out', shortBy: 3 })
    expect(stands({ validUntil: '2027-02-01' }).standing).toBe('expired')
    expect(stands({ validUntil: null }).standing).toBe('incomplete')
    expect(stands({ validFrom: '2027-05-10' }).standing).toBe('starts-late')
    expect(stands({ step: 'sent-back' }).standing).toBe('sent-back')
    expect(judge(need('visa'), [{ ...paper, validUntil: '2020-01-01' }], null).standing).toBe('not-needed')
  })

  it('takes the group’s insurance where it covers better than the own one', () => {
    const insurance = need('insurance')
    const own = { ...paper, covers: ['travel'] }
    const group = asPaper({ validFrom: '2027-01-01', validUntil: '2027-12-31', covers: [...usualCovers] })
    expect(judge(insurance, [own], null)).toMatchObject({ standing: 'incomplete' })
    expect(judge(insurance, [own], null).uncovered).toContain('liability-work')
    expect(judge(insurance, [own, group], null).standing).toBe('fine')
  })

  const anyDay = fc.integer({ min: -400, max: 400 }).map((n) => addDays('2027-05-04', n))
  const anyPaper: fc.Arbitrary<HeldPaper> = fc.record({
    step: fc.constantFrom(...paperSteps),
    validFrom: fc.option(anyDay),
    validUntil: fc.option(anyDay),
    covers: fc.subarray([...usualCovers]),
  })
  const anyStay = fc.record({
    country: fc.constantFrom(...countryCodes),
    homeCountry: fc.constantFrom('IT', 'DE', 'TR'),
    nationality: fc.constantFrom('IT', 'AL', 'TR'),
    days: fc.integer({ min: 1, max: 300 }),
    longer: fc.integer({ min: 1, max: 300 }),
    freeDays: fc.option(fc.integer({ min: 0, max: 200 })),
  })

  it('never becomes right because the stay is longer or the day is later', () => {
    fc.assert(
      fc.property(anyStay, fc.array(anyPaper, { maxLength: 3 }), anyDay, (given, papers, today) => {
        const { days, longer, freeDays, ...where } = given
        const judged = (length: number, day: string) =>
          needsOf(
            { ...stay, ...where, returnDate: addDays('2027-05-04', length), demanded: ['health'] },
            noSettings,
            { ...rule, freeDays },
          ).map((one) => judge(one, papers, day).standing)
        const short = judged(days, today).map(isRight)
        const grown = [judged(days + longer, today), judged(days, addDays(today, longer))]
        const mended = grown.flatMap((one) => one.filter((standing, at) => isRight(standing) && !short[at]))
        expect(mended).toEqual([])
      }),
    )
  })

  it('never becomes worse because there is one more paper', () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 3 }), anyPaper, (papers, more) => {
        const before = isRight(judge(identity, papers, null).standing)
        const after = isRight(judge(identity, [...papers, more], null).standing)
        expect(after || !before).toBe(true)
      }),
    )
  })
})

describe('whom to call when ill', () => {
  const ownInsurance = {
    ...paper,
    kind: 'insurance',
    insurer: 'Own',
    emergencyPhone: '1',
    validUntil: '2027-12-31' as string | null,
    covers: ['illness'],
  }
  const policy = {
    id: 'group',
    insurer: 'Group',
    emergencyPhone: '2',
    covers: ['illness'],
    validFrom: '2027-01-01',
    validUntil: '2027-12-31',
  }
  type Own = Partial<Omit<typeof ownInsurance, 'insurer' | 'emergencyPhone'>> & {
    insurer?: string | null
    emergencyPhone?: string | null
  }
  const called = (own: Own[], policies: Partial<typeof policy>[], today: string | null = '2027-03-01') => {
    const found = insurerOf(
      {
        ...stay,
        papers: own.map((changes) => ({ ...ownInsurance, ...changes })),
        policies: policies.map((changes) => ({ ...policy, ...changes })),
        visaRule: null,
        settings: null,
      },
      today,
    )
    return found && `${found.insurer} ${found.emergencyPhone}`.trim()
  }

  it('is the own insurance where it was handed in or checked and lasts for the stay', () => {
    expect(called([{}], [{}])).toBe('Own 1')
    expect(called([{ step: 'handed-in' }], [{}])).toBe('Own 1')
    for (const step of ['begun', 'sent-back', 'not-needed'] as const)
      expect(called([{ step }], [{}]), step).toBe('Group 2')
    expect(called([{ validUntil: '2027-05-28' }], [{}])).toBe('Group 2')
    expect(called([{ validUntil: null }], [{}])).toBe('Group 2')
    expect(called([{ validFrom: '2027-05-10' }], [{}])).toBe('Group 2')
    expect(called([{ kind: 'visa' }], [{}])).toBe('Group 2')
  })

  it('is the policy of the group that lasts for the stay and covers most, else nobody', () => {
    expect(called([], [{ validUntil: '2027-05-20' }])).toBeNull()
    expect(called([], [{ validFrom: '2027-05-20' }, { insurer: 'Later' }])).toBe('Later 2')
    expect(called([], [{ covers: [] }, { insurer: 'More', covers: [...usualCovers] }])).toBe('More 2')
    expect(called([{ step: 'begun' }], [])).toBeNull()
  })

  it('goes before one without a number, and never takes the number of another', () => {
    expect(called([{ emergencyPhone: null }], [{}])).toBe('Group 2')
    expect(called([{ emergencyPhone: null }], [])).toBe('Own')
    expect(called([{ emergencyPhone: null }], [{ emergencyPhone: '' }])).toBe('Own')
    const days = fc.integer({ min: -60, max: 60 }).map((n) => addDays('2027-05-15', n))
    const phone = fc.constantFrom('', 'of-')
    const anyOwn = fc.record({ step: fc.constantFrom(...paperSteps), validUntil: fc.option(days), phone })
    const anyPolicy = fc.record({ validFrom: days, validUntil: days, phone, id: fc.constantFrom('a', 'b') })
    fc.assert(
      fc.property(fc.option(anyOwn), fc.array(anyPolicy, { maxLength: 3 }), (own, policies) => {
        const answer = called(
          own ? [{ step: own.step, validUntil: own.validUntil, emergencyPhone: own.phone && 'of-Own' }] : [],
          policies.map(({ phone: has, id, ...dates }) => ({
            ...dates,
            id,
            insurer: id,
            emergencyPhone: has && `of-${id}`,
          })),
        )
        expect(answer ?? 'a').toMatch(/^(Own( of-Own)?|a( of-a)?|b( of-b)?)$/)
      }),
    )
  })
})

describe('what follows from papers', () => {
  it('counts each once, and tells a fact only with dates', () => {
    const stood = [
      { kind: 'identity', standing: 'runs-out' },
      { kind: 'ehic', standing: 'fine' },
      { kind: 'insurance', standing: 'fine' },
      { kind: 'visa', standing: 'unknown' },
      { kind: 'health', standing: 'fine' },
    ] as const
    expect(countsOf(stood)).toEqual({ missing: 0, toCheck: 0, expiring: 1, unknown: 1 })
    expect(factsOf(stood, true)).toEqual(['insurance.valid', 'paper.health'])
    expect(factsOf(stood, false)).toEqual([])
  })

  it('shows at most the end of a number, never most of a short one', () => {
    expect(endingOf('CA 12345-AB')).toBe('45AB')
    expect(endingOf('123456')).toBe('456')
    expect(endingOf('1234')).toBe('')
    fc.assert(
      fc.property(fc.string(), (number) => {
        const ending = endingOf(number)
        expect(ending.length).toBeLessThanOrEqual(Math.min(4, number.length / 2))
      }),
    )
  })

  it('checks off only what is right', () => {
    expect(whyNotStep('checked', 'handed-in', 'to-check')).toBeNull()
    expect(whyNotStep('checked', 'handed-in', 'runs-out')).toBe('not-right')
    expect(whyNotStep('checked', null, 'missing')).toBe('nothing-yet')
    expect(whyNotStep('checked', 'checked', 'fine')).toBe('is-so')
    expect(whyNotStep('sent-back', null, 'missing')).toBe('nothing-yet')
    expect(whyNotStep('not-needed', null, 'missing')).toBeNull()
    expect(whyNotStep('checked', 'handed-in', null)).toBe('not-asked')
  })
})

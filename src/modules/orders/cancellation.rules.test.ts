import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { cancellationCost, cancellationDays, usualTerms, whyNotTerms } from './cancellation.rules.ts'
import { shareOf } from './totals.rules.ts'
import { invoiceStateOf, nextStep, quotationStateOn, sidesOf } from './states.rules.ts'

/** A price without VAT. */
const of =
  (price: number) =>
  (percent: number): number =>
    shareOf(price, percent)

describe('cancelling', () => {
  const starts = '2027-06-30'
  it('costs by the days that are left, and tells when it costs more', () => {
    expect(cancellationCost(usualTerms, starts, addDays(starts, -60), of(1000))).toEqual({
      percent: 0,
      cost: 0,
      daysLeft: 60,
      by: 'step',
      step: 60,
      next: { from: addDays(starts, -59), percent: 50, cost: 500 },
    })
    expect(cancellationCost(usualTerms, starts, addDays(starts, -31), of(1000))).toMatchObject({
      cost: 500,
      step: 30,
      next: { from: addDays(starts, -29), percent: 100 },
    })
    expect(cancellationCost(usualTerms, starts, addDays(starts, -29), of(1000))).toMatchObject({
      cost: 1000,
      by: 'late',
      next: null,
    })
    expect(cancellationCost(usualTerms, starts, addDays(starts, 3), of(1000))).toMatchObject({
      daysLeft: -3,
      cost: 1000,
    })
  })
  it('is cheaper by force majeure where the terms say so', () => {
    const terms = { ...usualTerms, forceMajeure: 10 }
    expect(cancellationCost(terms, starts, starts, of(999.99), true)).toMatchObject({
      by: 'force-majeure',
      cost: 100,
    })
    expect(cancellationCost(usualTerms, starts, starts, of(1000), true)).toMatchObject({
      by: 'late',
      cost: 1000,
    })
  })
  it('never gets cheaper as the stay comes nearer', () => {
    const terms = fc
      .record({
        days: fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }),
        percents: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 }),
      })
      .map(({ days, percents }) => {
        const rising = percents.toSorted((a, b) => a - b)
        const steps = days.toSorted((a, b) => b - a).map((one, i) => ({ days: one, percent: rising[i] ?? 0 }))
        return { ...usualTerms, steps, late: rising[6] ?? 100 }
      })
    fc.assert(
      fc.property(
        terms,
        fc.integer({ min: -10, max: 250 }),
        fc.integer({ min: 1, max: 9_000_000 }),
        (one, left, sum) => {
          expect(whyNotTerms(one)).toBeNull()
          const cost = (days: number): number =>
            cancellationCost(one, starts, addDays(starts, -days), of(sum / 100)).cost
          expect(cost(left - 1)).toBeGreaterThanOrEqual(cost(left))
          expect(cost(left)).toBeLessThanOrEqual(sum / 100)
        },
      ),
    )
  })
  it('has terms that do not contradict themselves', () => {
    expect(
      whyNotTerms({
        steps: [
          { days: 30, percent: 50 },
          { days: 30, percent: 60 },
        ],
        late: 100,
      }),
    ).toBe('twice')
    expect(whyNotTerms({ steps: [{ days: 30, percent: 50 }], late: 40 })).toBe('cheaper-later')
    expect(cancellationDays(usualTerms, starts)).toEqual([
      { until: '2027-05-01', percent: 0 },
      { until: '2027-05-31', percent: 50 },
      { until: null, percent: 100 },
    ])
  })
})

describe('states', () => {
  it('expire by the day alone', () => {
    const sent = { state: 'sent', validUntil: '2027-03-10' }
    expect([quotationStateOn(sent, '2027-03-10'), quotationStateOn(sent, '2027-03-11')]).toEqual([
      'sent',
      'expired',
    ])
    expect(quotationStateOn({ ...sent, state: 'accepted' }, '2028-01-01')).toBe('accepted')
  })
  it('follow the money', () => {
    expect(invoiceStateOf(100, 0, 0)).toBe('issued')
    expect(invoiceStateOf(100, 40, 0)).toBe('part-paid')
    expect(invoiceStateOf(100, 60, 40)).toBe('paid')
    expect(invoiceStateOf(100, 0, 100)).toBe('credited')
    expect(invoiceStateOf(0.3, 0.1 + 0.2, 0)).toBe('paid')
  })
  it('say what comes next for each side', () => {
    const thread = {
      state: 'open' as const,
      quotation: { draft: false, latest: null },
      order: null,
      invoices: { draft: false, due: 0 },
    }
    expect(nextStep(thread, ['host'], 'host')).toBe('quote')
    expect(nextStep(thread, ['sender'], 'sender')).toBe('wait-for-quotation')
    expect(nextStep(thread, sidesOf('sender', false), 'sender')).toBe('quote')
    const quoted = {
      ...thread,
      state: 'quoted' as const,
      quotation: { draft: false, latest: 'sent' as const },
    }
    expect(nextStep(quoted, ['sender'], 'sender')).toBe('decide')
    expect(nextStep(quoted, ['host'], 'host')).toBe('wait-for-decision')
    const ordered = { ...quoted, state: 'ordered' as const, order: { left: 10 } }
    expect(nextStep(ordered, ['host'], 'host')).toBe('invoice')
    expect(nextStep(ordered, ['sender', 'host'], 'sender')).toBe('nothing')
    const due = { ...ordered, order: { left: 0 }, invoices: { draft: false, due: 1 } }
    expect([nextStep(due, ['host'], 'host'), nextStep(due, ['sender'], 'sender')]).toEqual([
      'wait-for-payment',
      'pay',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumMistakes } from './invoice-document.rules.ts'
import { costOf, leftLines, partLines, type Invoiced } from './parts.rules.ts'
import { cents, totalsOf, type PricedLine } from './totals.rules.ts'

const vat = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map((n) => ({ category: 'S' as const, rate: n / 100 })),
  fc.constant({ category: 'E' as const, rate: 0, reason: 'course' }),
)
const lines: fc.Arbitrary<PricedLine[]> = fc.array(
  fc.record({
    title: fc.constant('Bed'),
    quantity: fc.integer({ min: 1, max: 500_000 }).map((n) => n / 100),
    price: fc.integer({ min: 0, max: 2_000_000 }).map((n) => n / 100),
    vat,
  }),
  { minLength: 1, maxLength: 12 },
)
/** Parts in per cent that come to a hundred. */
const split = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 9 })
  .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 10_000])
  .map((cuts) => cuts.slice(1).map((to, at) => (to - (cuts[at] ?? 0)) / 100))

const net = (given: readonly PricedLine[]): number => cents(totalsOf(given).net)
const netOf = (documents: readonly Invoiced[]): number =>
  documents.reduce((sum, { kind, lines: some }) => sum + (kind === 'invoice' ? 1 : -1) * net(some), 0)
const invoice = (some: readonly PricedLine[]): Invoiced => ({ kind: 'invoice', lines: some })
const standard = { category: 'S' as const, rate: 21 }
const line = (price: number, rate = standard): PricedLine => ({
  title: 'Bed',
  quantity: 1,
  price,
  vat: rate,
})

describe('invoicing in parts', () => {
  it('leaves nothing when the parts come to the whole, and is never more than was ordered', () => {
    fc.assert(
      fc.property(lines, split, (ordered, parts) => {
        const before: Invoiced[] = []
        for (const percent of parts) {
          const part = partLines(ordered, 'part', percent, before)
          expect(sumMistakes(part, totalsOf(part))).toEqual([])
          before.push(invoice(part))
          expect(netOf(before)).toBeLessThanOrEqual(net(ordered))
        }
        expect(leftLines(ordered, 'rest', 100, before)).toEqual([])
        expect(netOf(before)).toBe(net(ordered))
      }),
    )
  })

  it('is never more than was ordered, whatever the parts, and the rest is the rest', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 8 }), (ordered, parts) => {
        const before: Invoiced[] = []
        for (const percent of parts) before.push(invoice(partLines(ordered, 'part', percent, before)))
        expect(netOf(before)).toBeLessThanOrEqual(net(ordered))
        before.push(invoice(leftLines(ordered, 'rest', 100, before)))
        expect(netOf(before)).toBe(net(ordered))
        expect(leftLines(ordered, 'rest', 100, before)).toEqual([])
      }),
    )
  })

  it('is over where the VAT of parts misses that of the whole by a cent', () => {
    const ordered = [line(1000.03)]
    const first = partLines(ordered, 'part', 30)
    const rest = leftLines(ordered, 'rest', 100, [invoice(first)])
    expect([totalsOf(ordered).gross, totalsOf(first).gross, totalsOf(rest).gross]).toEqual([
      1210.04, 363.01, 847.02,
    ])
    expect(leftLines(ordered, 'rest', 100, [invoice(first), invoice(rest)])).toEqual([])
  })

  it('is at most what is left', () => {
    const ordered = [line(1000)]
    const first = partLines(ordered, 'part', 60)
    expect(partLines(ordered, 'part', 60, [invoice(first)])).toMatchObject([{ price: 400 }])
  })

  it('is not done again for what was invoiced under another tax', () => {
    const exempt = { category: 'AE' as const, rate: 0, reason: 'Reverse charge' }
    const changed = [{ ...line(1000), vat: exempt }]
    expect(leftLines([line(1000)], 'rest', 100, [invoice(changed)])).toEqual([])
    expect(leftLines([line(1500)], 'rest', 100, [invoice(changed)])).toMatchObject([{ price: 500 }])
  })

  it('begins again with what was credited', () => {
    const first = invoice([line(1000)])
    expect(
      leftLines([line(1000)], 'rest', 100, [first, { kind: 'credit-note', lines: [line(250)] }]),
    ).toMatchObject([{ price: 250 }])
  })
})

it('costs what an invoice over the share says, and more for a larger one', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 99 }), (ordered, percent) => {
      const cost = costOf(ordered, percent)
      expect(cost).toBe(totalsOf(leftLines(ordered, 'cancelled', percent)).gross)
      expect(costOf(ordered, percent + 1)).toBeGreaterThanOrEqual(cost)
      expect(costOf(ordered, 100)).toBe(totalsOf(ordered).gross)
    }),
  )
})

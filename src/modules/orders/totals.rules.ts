import type { VatCode } from './vat.rules.ts'

/** A service at a price, as quotations and invoices hold it. Amounts are in whole units of the currency with two decimals, without VAT. */
export interface PricedLine {
  title: string
  quantity: number
  price: number
  vat: LineVat
}

/** How a line is taxed. `reason` says in the seller's own words why there is no VAT. */
export interface LineVat {
  category: VatCode
  rate: number
  reason?: string | null | undefined
  reasonCode?: string | null | undefined
}

export interface VatGroup extends LineVat {
  net: number
  vat: number
}

export interface Totals {
  net: number
  vat: number
  gross: number
  groups: VatGroup[]
}

/** An amount as a whole number of hundredths, in which everything is summed. */
export const cents = (amount: number): number => Math.round(amount * 100)
export const fromCents = (amount: number): number => amount / 100

/** Half away from zero, as invoices are rounded. Both are whole numbers. */
function divided(amount: number, by: number): number {
  const half = Math.floor((Math.abs(amount) * 2 + by) / (by * 2))
  return amount < 0 ? -half : half
}

/** A line's net amount: quantity × price, rounded to the cent (EN 16931-1, BT-131 and 6.5.2). */
export const lineNet = ({ quantity, price }: Pick<PricedLine, 'quantity' | 'price'>): number =>
  fromCents(divided(cents(quantity) * cents(price), 100))

/**
 * The sums of a document. VAT is computed once per category and rate, on the sum of its lines, and rounded to the cent
 * (EN 16931-1, BR-CO-17; BR-S-08, BR-S-09). Groups stand in the order in which they first appear.
 */
export function totalsOf(lines: readonly PricedLine[]): Totals {
  const groups = new Map<string, VatGroup & { netCents: number; reasons: Set<string>; codes: Set<string> }>()
  for (const line of lines) {
    const key = groupKey(line.vat)
    const known = groups.get(key) ?? {
      category: line.vat.category,
      rate: line.vat.rate,
      net: 0,
      vat: 0,
      netCents: 0,
      reasons: new Set<string>(),
      codes: new Set<string>(),
    }
    known.netCents += cents(lineNet(line))
    if (line.vat.reason) known.reasons.add(line.vat.reason)
    if (line.vat.reasonCode) known.codes.add(line.vat.reasonCode)
    groups.set(key, known)
  }
  const shown = [...groups.values()].map(({ netCents, reasons, codes, category, rate }) => ({
    category,
    rate,
    // One group says one reason; where its lines say several, all are told and no code stands for them.
    reason: reasons.size > 0 ? [...reasons].join('; ') : null,
    reasonCode: codes.size === 1 ? ([...codes][0] ?? null) : null,
    net: fromCents(netCents),
    vat: fromCents(divided(netCents * cents(rate), 10_000)),
  }))
  const sum = (of: (group: VatGroup) => number): number =>
    shown.reduce((total, group) => total + cents(of(group)), 0)
  const [net, vat] = [sum((group) => group.net), sum((group) => group.vat)]
  return { net: fromCents(net), vat: fromCents(vat), gross: fromCents(net + vat), groups: shown }
}

export const groupKey = ({ category, rate }: LineVat): string => `${category}|${cents(rate)}`

/** A share of an amount, rounded to the cent; `percent` may have two decimals. */
export const shareOf = (amount: number, percent: number): number =>
  fromCents(divided(cents(amount) * cents(percent), 10_000))

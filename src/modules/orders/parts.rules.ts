import { cents, fromCents, groupKey, shareOf, totalsOf, type PricedLine } from './totals.rules.ts'

/** What was invoiced or credited before; a credit note counts against. */
export interface Invoiced {
  kind: 'invoice' | 'credit-note'
  lines: readonly PricedLine[]
}

const counted = ({ kind, lines }: Invoiced): readonly PricedLine[] =>
  kind === 'invoice' ? lines : lines.map((line) => ({ ...line, quantity: -line.quantity }))

/**
 * What of priced lines, or of a share of them, is still to invoice, as one line per kind of tax. It is judged by net amounts: each document
 * rounds its own VAT (EN 16931-1, BR-CO-17), so that the VAT of parts may miss that of the whole by cents. Never more than is left of all
 * kinds together: what was invoiced under another tax is not invoiced again. Kinds of which nothing is left are not there.
 */
export function leftLines(
  lines: readonly PricedLine[],
  title: string,
  percent = 100,
  before: readonly Invoiced[] = [],
): PricedLine[] {
  const { groups } = totalsOf(lines)
  const gone = totalsOf(before.flatMap(counted))
  const goneOf = new Map(gone.groups.map((group) => [groupKey(group), cents(group.net)]))
  const owed = groups.map((group) => cents(shareOf(group.net, percent)))
  let all = owed.reduce((sum, one) => sum + one, 0) - cents(gone.net)
  return groups.flatMap(({ net: _net, vat: _vat, ...vat }, at) => {
    const price = Math.min(all, (owed[at] ?? 0) - (goneOf.get(groupKey(vat)) ?? 0))
    if (price <= 0) return []
    all -= price
    return [{ title, quantity: 1, price: fromCents(price), vat }]
  })
}

/**
 * A part of priced lines as one line per kind of tax: `percent` of each kind's net, at most what is left of it. The last part is what is left
 * exactly: what only the rounding of this part and of those before would leave goes with it.
 */
export function partLines(
  lines: readonly PricedLine[],
  title: string,
  percent: number,
  before: readonly Invoiced[] = [],
): PricedLine[] {
  const shares = new Map(
    totalsOf(lines).groups.map((group) => [groupKey(group), cents(shareOf(group.net, percent))]),
  )
  // Each part was rounded by half a cent at most.
  const rounding = (before.length + 1) / 2
  return leftLines(lines, title, 100, before).flatMap((line) => {
    const [left, share] = [cents(line.price), shares.get(groupKey(line.vat)) ?? 0]
    const price = left - share <= rounding ? left : share
    return price > 0 ? [{ ...line, price: fromCents(price) }] : []
  })
}

/** What is left of priced lines, or of a share of them, with VAT. */
export const costLeft = (
  lines: readonly PricedLine[],
  percent: number,
  before: readonly Invoiced[],
): number => totalsOf(leftLines(lines, '', percent, before)).gross

/** What a share of priced lines comes to with VAT, as an invoice over it would. */
export const costOf = (lines: readonly PricedLine[], percent: number): number => costLeft(lines, percent, [])

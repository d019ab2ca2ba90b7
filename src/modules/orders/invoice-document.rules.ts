import type { Day } from '#shared/dates.ts'
import { isIban } from './party.rules.ts'
import { cents, lineNet, totalsOf, type PricedLine, type Totals } from './totals.rules.ts'
import { isVatId, whyNotVat } from './vat.rules.ts'
import type { Party } from './party.rules.ts'

/** An invoice or credit note as it goes out. Amounts in whole units of the currency, two decimals. */
export interface InvoiceDocument {
  kind: 'invoice' | 'credit-note'
  number: string
  issuedOn: Day
  dueOn: Day | null
  currency: string
  seller: Party
  buyer: Party
  lines: readonly PricedLine[]
  startsOn: Day | null
  endsOn: Day | null
  reference: string | null
  paymentTerms: string | null
  note: string | null
  payment: { holder: string | null; iban: string | null; bic: string | null }
  credits: { number: string; issuedOn: Day } | null
}

/** Something without which the document would be no valid invoice: the rule of EN 16931-1 and the field to mend. */
export interface InvoiceMistake {
  rule: string
  field: string
  code: string
}

/**
 * What is missing or wrong in a document, by the business rules of EN 16931-1:2017 that concern its fields; empty for a valid one. Words
 * in `orders:missing.<code>`. Sums need no rule of their own here: they are computed from the lines (`sumMistakes` proves it).
 */
export function invoiceMistakes(document: Omit<InvoiceDocument, 'number' | 'issuedOn'>): InvoiceMistake[] {
  const { seller, buyer, lines } = document
  const codes = new Set(lines.map(({ vat }) => vat.category))
  const taxed = codes.has('S') || codes.has('Z') || codes.has('E') || codes.has('AE')
  const found: (InvoiceMistake | false)[] = [
    !seller.name && mistake('BR-06', 'seller.name', 'seller-name'),
    !buyer.name && mistake('BR-07', 'buyer.name', 'buyer-name'),
    !(seller.street || seller.town) && mistake('BR-08', 'seller.town', 'seller-address'),
    !seller.country && mistake('BR-09', 'seller.country', 'seller-country'),
    !(buyer.street || buyer.town) && mistake('BR-10', 'buyer.town', 'buyer-address'),
    !buyer.country && mistake('BR-11', 'buyer.country', 'buyer-country'),
    lines.length === 0 && mistake('BR-16', 'lines', 'lines'),
    !seller.vatId && !seller.registration && mistake('BR-CO-26', 'seller.vatId', 'seller-id'),
    taxed && !seller.vatId && !seller.taxNumber && mistake('BR-S-02', 'seller.taxNumber', 'seller-tax'),
    codes.has('AE') && !buyer.vatId && !buyer.registration && mistake('BR-AE-02', 'buyer.vatId', 'buyer-vat'),
    codes.has('O') && codes.size > 1 && mistake('BR-O-11', 'lines', 'outside-mixed'),
    // Outside the scope of VAT nobody shows a VAT number (BR-O-02), so the seller needs another one.
    codes.has('O') &&
      !seller.registration &&
      mistake('BR-CO-26', 'seller.registration', 'seller-registration'),
    seller.vatId !== null && !isVatId(seller.vatId) && mistake('BR-CO-09', 'seller.vatId', 'vat-id'),
    buyer.vatId !== null && !isVatId(buyer.vatId) && mistake('BR-CO-09', 'buyer.vatId', 'vat-id'),
    document.payment.iban !== null &&
      !isIban(document.payment.iban) &&
      mistake('BR-50', 'payment.iban', 'iban'),
    document.kind === 'invoice' &&
      document.dueOn === null &&
      !document.paymentTerms &&
      mistake('BR-CO-25', 'dueOn', 'due'),
    document.kind === 'credit-note' && !document.credits && mistake('BR-55', 'credits', 'credits'),
    document.startsOn !== null &&
      document.endsOn !== null &&
      document.endsOn < document.startsOn &&
      mistake('BR-29', 'endsOn', 'period'),
    ...lines.flatMap((line, at) => lineMistakes(line, at)),
  ]
  return found.filter((one) => one !== false)
}

function lineMistakes(line: PricedLine, at: number): (InvoiceMistake | false)[] {
  const vat = whyNotVat(line.vat)
  return [
    line.title.trim() === '' && mistake('BR-25', `lines.${at}.title`, 'line-title'),
    !(line.quantity > 0) && mistake('BR-22', `lines.${at}.quantity`, 'line-quantity'),
    !(line.price >= 0) && mistake('BR-27', `lines.${at}.price`, 'line-price'),
    vat !== null && mistake(vatRules[vat], `lines.${at}.vat`, `line-vat-${vat}`),
  ]
}

const vatRules = { 'rate-needed': 'BR-S-05', 'rate-zero': 'BR-E-05', 'reason-needed': 'BR-E-10' } as const

/** Which sums of a document do not follow from its lines (BR-CO-10, -13, -14, -15, -17, BR-*-08): none, whatever the lines. */
export function sumMistakes(lines: readonly PricedLine[], totals: Totals): string[] {
  const own = totalsOf(lines)
  const lineSum = lines.reduce((sum, line) => sum + cents(lineNet(line)), 0)
  const of = (pick: (group: Totals['groups'][number]) => number): number =>
    totals.groups.reduce((sum, group) => sum + cents(pick(group)), 0)
  return [
    ...(lineSum === cents(totals.net) ? [] : ['BR-CO-10']),
    ...(of((group) => group.net) === cents(totals.net) ? [] : ['BR-CO-13']),
    ...(of((group) => group.vat) === cents(totals.vat) ? [] : ['BR-CO-14']),
    ...(cents(totals.net) + cents(totals.vat) === cents(totals.gross) ? [] : ['BR-CO-15']),
    ...(JSON.stringify(own.groups) === JSON.stringify(totals.groups) ? [] : ['BR-CO-17']),
  ]
}

const mistake = (rule: string, field: string, code: string): InvoiceMistake => ({ rule, field, code })

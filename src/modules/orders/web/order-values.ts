import { lineNet, totalsOf, type LineVat } from '../totals.rules.ts'
import type { Counted, ServiceKey, Unit } from '../services.rules.ts'
import type { Quotation, Settings, Terms } from './order-answers.ts'

/** A line as a form holds it: numbers may be half typed. */
export interface LineValues extends Record<string, unknown> {
  /** Only here, so that rows keep their place. */
  key: string
  service: ServiceKey
  title: string
  unit: Unit
  who: Counted
  quantity: number | string
  price: number | string
  vat: LineVat
  usual: boolean
}

export const lineKey = (): string => crypto.randomUUID()
const num = (value: number | string): number => Number(value || 0)

export const lineInput = ({ service, title, unit, who, quantity, price, vat }: LineValues) => ({
  service,
  title,
  unit,
  who,
  quantity: num(quantity),
  price: num(price),
  vat: vatInput(vat),
})
export const priceInput = ({ usual, ...line }: LineValues) => {
  const { quantity: _, ...priced } = lineInput({ ...line, usual } as LineValues)
  return { ...priced, usual }
}
export const invoiceLineInput = (line: LineValues) => {
  const { title, quantity, price, vat } = lineInput(line)
  return { title, quantity, price, vat }
}
export const vatInput = ({ category, rate, reason, reasonCode }: LineVat) => ({
  category,
  rate,
  reason: reason ?? null,
  reasonCode: reasonCode ?? null,
})

export const lineOf = (
  line: Partial<Omit<LineValues, 'key'>> & { title: string; vat: LineVat },
): LineValues => ({
  key: lineKey(),
  service: 'other',
  unit: 'piece',
  who: 'participants',
  quantity: 1,
  price: 0,
  usual: false,
  ...line,
})

/** What lines come to while they are being typed. */
export const totalsOfValues = (lines: readonly LineValues[]) => totalsOf(lines.map(lineInput))
export const netOf = ({ quantity, price }: LineValues): number =>
  lineNet({ quantity: num(quantity), price: num(price) })

export const vatKey = ({ category, rate, reason }: LineVat): string => `${category}|${rate}|${reason ?? ''}`

/** What lines can be taxed as: the organisation's own regimes, and whatever stands at the lines already. */
export function vatChoices(
  settings: Pick<Settings, 'vat'> | undefined,
  lines: readonly { vat: LineVat }[],
  words: (vat: LineVat, name?: string) => string,
  otherwise: LineVat,
): { value: string; label: string; vat: LineVat }[] {
  const own = (settings?.vat ?? []).map((regime) => ({
    value: vatKey(regime),
    label: regime.name,
    vat: vatInput(regime),
  }))
  const there = lines.map(({ vat }) => ({ value: vatKey(vat), label: words(vat), vat }))
  const all = [
    ...own,
    ...there,
    ...(own.length === 0 ? [{ value: vatKey(otherwise), label: words(otherwise), vat: otherwise }] : []),
  ]
  return all.filter((one, at) => all.findIndex(({ value }) => value === one.value) === at)
}

/** Terms as a form holds them. */
export interface TermsValues extends Record<string, unknown> {
  steps: { days: number | string; percent: number | string }[]
  late: number | string
  forceMajeure: number | string
  text: string
}
export const termsValues = (terms: Terms): TermsValues => ({
  steps: terms.steps.map((step) => ({ ...step })),
  late: terms.late,
  forceMajeure: terms.forceMajeure ?? '',
  text: terms.text ?? '',
})
export const termsInput = ({ steps, late, forceMajeure, text }: TermsValues) => ({
  steps: steps.map(({ days, percent }) => ({ days: num(days), percent: num(percent) })),
  late: num(late),
  forceMajeure: forceMajeure === '' ? null : num(forceMajeure),
  text: text.trim() || null,
})

/** A quotation as its form holds it. */
export interface QuotationValues extends Record<string, unknown> {
  currency: string
  people: number | string
  accompanying: number | string
  startsOn: string
  endsOn: string
  validUntil: string
  optionUntil: string
  lines: LineValues[]
  cancellation: TermsValues
  letter: string
  note: string
}
export const quotationValues = (quotation: Quotation): QuotationValues => ({
  currency: quotation.currency,
  people: quotation.people,
  accompanying: quotation.accompanying,
  startsOn: quotation.startsOn,
  endsOn: quotation.endsOn,
  validUntil: quotation.validUntil,
  optionUntil: quotation.optionUntil ?? '',
  lines: quotation.lines.map((line) => lineOf(line)),
  cancellation: termsValues(quotation.cancellation),
  letter: quotation.letter ?? '',
  note: quotation.note ?? '',
})
export const quotationInput = (values: QuotationValues) => ({
  currency: values.currency.trim().toUpperCase(),
  people: num(values.people),
  accompanying: num(values.accompanying),
  startsOn: values.startsOn,
  endsOn: values.endsOn,
  validUntil: values.validUntil,
  optionUntil: values.optionUntil || null,
  lines: values.lines.map(lineInput),
  cancellation: termsInput(values.cancellation),
  letter: values.letter.trim() || null,
  note: values.note.trim() || null,
})

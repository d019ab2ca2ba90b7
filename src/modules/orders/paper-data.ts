import { cancellationDays, type CancellationTerms } from './cancellation.rules.ts'
import type { InvoiceDocument } from './invoice-document.rules.ts'
import type { PaperWords } from './paper-words.ts'
import type { Party } from './party.rules.ts'
import type { ServiceLine } from './services.rules.ts'
import { lineNet, totalsOf, type PricedLine } from './totals.rules.ts'

type Pair = [label: string, value: string]

/** What `paper.typ` sets: words and values, nothing else. */
export interface PaperData {
  title: string
  under: string
  foot: string
  words: { from: string; to: string; lines: string; pages: string }
  from: string[]
  to: string[]
  facts: Pair[]
  intro: string
  head: string[]
  lines: { title: string; detail: string; quantity: string; price: string; vat: string; net: string }[]
  sums: Pair[]
  total: Pair
  reasons: string[]
  parts: { title: string; rows: Pair[]; text: string }[]
}

/** Seller or buyer as lines of an address. */
function addressOf(party: Party, words: PaperWords): string[] {
  const { t } = words
  return [
    party.name,
    party.street,
    [party.postcode, party.town].filter(Boolean).join(' '),
    words.country(party.country),
    party.vatId && t('orders:paper.vatId', { number: party.vatId }),
    party.taxNumber && t('orders:paper.taxNumber', { number: party.taxNumber }),
    party.registration && t('orders:paper.registration', { number: party.registration }),
    party.email,
    party.phone,
  ].filter((line): line is string => Boolean(line))
}

/** The table of lines with its sums, and why there is no VAT where there is none. */
export function linesPart(
  lines: readonly (PricedLine | ServiceLine)[],
  currency: string,
  words: PaperWords,
): Pick<PaperData, 'head' | 'lines' | 'sums' | 'total' | 'reasons'> {
  const { t, money, number, percent } = words
  const totals = totalsOf(lines)
  const taxOf = (vat: PricedLine['vat']): string =>
    vat.category === 'S' ? percent(vat.rate) : t(`orders:vat.short.${vat.category}`)
  return {
    head: ['service', 'quantity', 'price', 'vat', 'net'].map((key) => t(`orders:paper.${key}`)),
    lines: lines.map((line) => ({
      title: line.title,
      detail: 'unit' in line ? t(`orders:unit.${line.unit}`) : '',
      quantity: number(line.quantity),
      price: money(line.price, currency),
      vat: taxOf(line.vat),
      net: money(lineNet(line), currency),
    })),
    sums: [
      [t('orders:paper.netSum'), money(totals.net, currency)],
      ...totals.groups.map((group): Pair => [
        t('orders:paper.vatOn', { rate: taxOf(group), net: money(group.net, currency) }),
        money(group.vat, currency),
      ]),
    ],
    total: [t('orders:paper.total'), money(totals.gross, currency)],
    reasons: [
      ...new Set(
        totals.groups.flatMap(({ category, reason }) => (category === 'S' || !reason ? [] : [reason])),
      ),
    ],
  }
}

export function termsPart(
  terms: CancellationTerms,
  startsOn: string,
  words: PaperWords,
): PaperData['parts'][number] {
  const { t, percent, date } = words
  const days = cancellationDays(terms, startsOn)
  return {
    title: t('orders:paper.cancellation'),
    rows: [
      ...days.map(({ until, percent: due }): Pair => [
        until ? t('orders:paper.until', { date: date(until) }) : t('orders:paper.after'),
        due === 0 ? t('orders:paper.free') : t('orders:paper.due', { percent: percent(due) }),
      ]),
      ...(terms.forceMajeure === null
        ? []
        : [
            [
              t('orders:terms.forceMajeure'),
              terms.forceMajeure === 0
                ? t('orders:paper.free')
                : t('orders:paper.due', { percent: percent(terms.forceMajeure) }),
            ] satisfies Pair,
          ]),
    ],
    text: terms.text ?? '',
  }
}

/** The head and the foot that all papers have. */
export function frameOf(
  from: Party,
  to: Party,
  words: PaperWords,
): Pick<PaperData, 'foot' | 'words' | 'from' | 'to'> {
  const { t } = words
  return {
    foot: [from.name, from.vatId ?? from.registration].filter(Boolean).join(' · '),
    words: {
      from: t('orders:paper.from'),
      to: t('orders:paper.to'),
      lines: t('orders:paper.lines'),
      pages: t('orders:paper.pages'),
    },
    from: addressOf(from, words),
    to: addressOf(to, words),
  }
}

/** An invoice or credit note on paper. */
export function invoicePaper(document: InvoiceDocument, title: string, words: PaperWords): PaperData {
  const { t, date } = words
  const pay: Pair[] = [
    [t('orders:paper.holder'), document.payment.holder ?? ''],
    ['IBAN', (document.payment.iban ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ')],
    ['BIC', document.payment.bic ?? ''],
    [t('orders:paper.reference'), document.number],
  ]
  return {
    ...frameOf(document.seller, document.buyer, words),
    title: `${t(`orders:kind.${document.kind}`)} ${document.number}`,
    under: date(document.issuedOn),
    facts: [
      [t('orders:column.issuedOn'), date(document.issuedOn)],
      ...(document.dueOn ? [[t('orders:column.dueOn'), date(document.dueOn)] satisfies Pair] : []),
      ...(document.startsOn && document.endsOn
        ? [[t('orders:paper.period'), words.range(document.startsOn, document.endsOn)] satisfies Pair]
        : []),
      ...(document.reference ? [[t('orders:paper.buyerReference'), document.reference] satisfies Pair] : []),
      ...(document.credits
        ? [
            [
              t('orders:paper.credits'),
              `${document.credits.number} (${date(document.credits.issuedOn)})`,
            ] satisfies Pair,
          ]
        : []),
      [t('orders:paper.subject'), title],
    ],
    intro: '',
    ...linesPart(document.lines, document.currency, words),
    parts: [
      ...(document.kind === 'invoice'
        ? [
            {
              title: t('orders:paper.payment'),
              rows: pay.filter(([, value]) => value !== ''),
              text: document.paymentTerms ?? '',
            },
          ]
        : []),
      ...(document.note ? [{ title: t('orders:paper.note'), rows: [], text: document.note }] : []),
    ],
  }
}

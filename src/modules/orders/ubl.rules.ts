import type { InvoiceDocument } from './invoice-document.rules.ts'
import type { Party } from './party.rules.ts'
import { lineNet, totalsOf, type LineVat, type PricedLine, type VatGroup } from './totals.rules.ts'

const namespaces = {
  invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  'credit-note': 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
} as const

/**
 * An invoice or credit note in UBL 2.1 as the European standard uses it (EN 16931-1:2017, CEN/TS 16931-3-2). The order of the elements is
 * that of the schema. What it says is judged before (`invoiceMistakes`); here it is only written.
 */
export function ublXml(document: InvoiceDocument): string {
  const credit = document.kind === 'credit-note'
  const root = credit ? 'CreditNote' : 'Invoice'
  const { currency, lines } = document
  const totals = totalsOf(lines)
  const outside = totals.groups.some(({ category }) => category === 'O')
  const parts = [
    cbc('CustomizationID', 'urn:cen.eu:en16931:2017'),
    cbc('ID', document.number),
    cbc('IssueDate', document.issuedOn),
    credit ? '' : cbc('DueDate', document.dueOn),
    credit ? cbc('CreditNoteTypeCode', '381') : cbc('InvoiceTypeCode', '380'),
    cbc('Note', document.note),
    cbc('DocumentCurrencyCode', currency),
    cbc('BuyerReference', document.reference),
    document.startsOn || document.endsOn
      ? cac('InvoicePeriod', cbc('StartDate', document.startsOn), cbc('EndDate', document.endsOn))
      : '',
    document.credits
      ? cac(
          'BillingReference',
          cac(
            'InvoiceDocumentReference',
            cbc('ID', document.credits.number),
            cbc('IssueDate', document.credits.issuedOn),
          ),
        )
      : '',
    cac('AccountingSupplierParty', party(document.seller, outside, true)),
    cac('AccountingCustomerParty', party(document.buyer, outside, false)),
    paymentMeans(document),
    document.paymentTerms ? cac('PaymentTerms', cbc('Note', document.paymentTerms)) : '',
    cac(
      'TaxTotal',
      amount('TaxAmount', totals.vat, currency),
      ...totals.groups.map((group) => taxSubtotal(group, currency)),
    ),
    cac(
      'LegalMonetaryTotal',
      amount('LineExtensionAmount', totals.net, currency),
      amount('TaxExclusiveAmount', totals.net, currency),
      amount('TaxInclusiveAmount', totals.gross, currency),
      amount('PayableAmount', totals.gross, currency),
    ),
    ...lines.map((line, at) => lineXml(line, at, currency, credit)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${namespaces[document.kind]}" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
${parts.filter(Boolean).join('\n')}
</${root}>
`
}

function party(one: Party, outside: boolean, seller: boolean): string {
  const address = cac(
    'PostalAddress',
    cbc('StreetName', one.street),
    cbc('CityName', one.town),
    cbc('PostalZone', one.postcode),
    cac('Country', cbc('IdentificationCode', isoCountry(one.country))),
  )
  // Outside the scope of VAT no VAT number may stand (BR-O-02).
  const vat = one.vatId && !outside ? taxScheme(one.vatId, 'VAT') : ''
  const tax = seller && one.taxNumber ? taxScheme(one.taxNumber, 'TAX') : ''
  const contact =
    one.contact || one.phone || one.email
      ? cac(
          'Contact',
          cbc('Name', one.contact),
          cbc('Telephone', one.phone),
          cbc('ElectronicMail', one.email),
        )
      : ''
  return cac(
    'Party',
    cac('PartyName', cbc('Name', one.name)),
    address,
    vat,
    tax,
    cac('PartyLegalEntity', cbc('RegistrationName', one.name), cbc('CompanyID', one.registration)),
    contact,
  )
}

const taxScheme = (id: string, scheme: string): string =>
  cac('PartyTaxScheme', cbc('CompanyID', id), cac('TaxScheme', cbc('ID', scheme)))

/** A credit transfer (UNCL 4461: 30) to the seller's account; a credit note has none, as money goes the other way. */
function paymentMeans({ kind, number, payment }: InvoiceDocument): string {
  if (!payment.iban || kind === 'credit-note') return ''
  return cac(
    'PaymentMeans',
    cbc('PaymentMeansCode', '30'),
    cbc('PaymentID', number),
    cac(
      'PayeeFinancialAccount',
      cbc('ID', payment.iban),
      cbc('Name', payment.holder),
      payment.bic ? cac('FinancialInstitutionBranch', cbc('ID', payment.bic)) : '',
    ),
  )
}

const taxSubtotal = (group: VatGroup, currency: string): string =>
  cac(
    'TaxSubtotal',
    amount('TaxableAmount', group.net, currency),
    amount('TaxAmount', group.vat, currency),
    taxCategory('TaxCategory', group, true),
  )

/** Outside the scope there is no rate at all (BR-O-05). The reason stands in the sums, never at a line. */
const taxCategory = (name: string, vat: LineVat, withReason: boolean): string =>
  cac(
    name,
    cbc('ID', vat.category),
    vat.category === 'O' ? '' : cbc('Percent', String(vat.rate)),
    withReason && untaxed(vat) ? cbc('TaxExemptionReasonCode', vat.reasonCode) : '',
    withReason && untaxed(vat) ? cbc('TaxExemptionReason', vat.reason) : '',
    cac('TaxScheme', cbc('ID', 'VAT')),
  )

/** Standard and zero rates say no reason (BR-S-10, BR-Z-10). */
const untaxed = ({ category }: LineVat): boolean => category !== 'S' && category !== 'Z'

function lineXml(line: PricedLine, at: number, currency: string, credit: boolean): string {
  return cac(
    credit ? 'CreditNoteLine' : 'InvoiceLine',
    cbc('ID', String(at + 1)),
    `<cbc:${credit ? 'CreditedQuantity' : 'InvoicedQuantity'} unitCode="C62">${line.quantity}</cbc:${credit ? 'CreditedQuantity' : 'InvoicedQuantity'}>`,
    amount('LineExtensionAmount', lineNet(line), currency),
    cac('Item', cbc('Name', line.title), taxCategory('ClassifiedTaxCategory', line.vat, false)),
    cac('Price', amount('PriceAmount', line.price, currency)),
  )
}

const amount = (name: string, value: number, currency: string): string =>
  `<cbc:${name} currencyID="${currency}">${value.toFixed(2)}</cbc:${name}>`

const cbc = (name: string, text: string | null | undefined): string =>
  text ? `<cbc:${name}>${escape(text)}</cbc:${name}>` : ''
const cac = (name: string, ...inside: string[]): string =>
  `<cac:${name}>${inside.filter(Boolean).join('')}</cac:${name}>`

/** The programme's own codes for two countries are not those of ISO 3166-1, which the standard asks for (BR-CL-14). */
const isoCountry = (code: string | null): string | null =>
  code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code

// oxlint-disable-next-line no-control-regex -- letters that XML 1.0 does not allow
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string =>
  text.replaceAll(notInXml, '').replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)

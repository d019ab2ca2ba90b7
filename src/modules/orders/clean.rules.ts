import { invalid, type FieldError } from '#shared/problems.ts'
import { whyNotTerms, type CancellationTerms } from './cancellation.rules.ts'
import { whyNotFormat } from './numbering.rules.ts'
import { isBic, isCurrency, isIban, plainIban, type Party } from './party.rules.ts'
import type { LineVat } from './totals.rules.ts'
import { isVatId, plainVatId, whyNotVat } from './vat.rules.ts'

/** Mistakes that a shape cannot see, gathered so that all of them are told at once. */
export class Mistakes {
  readonly errors: FieldError[] = []
  add(field: string, code: string, message: string): void {
    this.errors.push({ field, code: `orders:field.${code}`, message })
  }
  /** Throws what was found, if anything. */
  refuse(): void {
    if (this.errors.length > 0) throw invalid(this.errors)
  }
}

/** Empty texts are none, and a VAT number loses the blanks and dots that people put in. */
export function cleanParty(party: Party, mistakes: Mistakes, field: string): Party {
  const clean = Object.fromEntries(
    Object.entries(party).map(([key, value]) => [key, value === '' ? null : value]),
  ) as unknown as Party
  const vatId = clean.vatId === null ? null : plainVatId(clean.vatId)
  if (vatId !== null && !isVatId(vatId))
    mistakes.add(`${field}.vatId`, 'vat-id', 'A VAT number begins with the letters of its country.')
  return { ...clean, name: clean.name ?? '', vatId }
}

export function checkVat(vat: LineVat, mistakes: Mistakes, field: string): void {
  const why = whyNotVat(vat)
  if (why) mistakes.add(field, why, 'This cannot be taxed so.')
}

export function checkCurrency(code: string, mistakes: Mistakes): void {
  if (!isCurrency(code)) mistakes.add('currency', 'currency', 'There is no such currency.')
}

export function checkTerms(terms: CancellationTerms, mistakes: Mistakes): void {
  const why = whyNotTerms(terms)
  if (why) mistakes.add('cancellation.steps', why, 'These terms contradict themselves.')
}

export function checkPeriod(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  mistakes: Mistakes,
): void {
  if (endsOn <= startsOn) mistakes.add('endsOn', 'before-start', 'It ends before it begins.')
}

export function checkFormat(format: string, mistakes: Mistakes, field: string): void {
  const why = whyNotFormat(format)
  if (why) mistakes.add(field, why, 'Numbers could not be told apart.')
}

/** An account number as banks read it, or null when none was given. */
export function cleanAccount(
  { iban, bic }: { iban: string | null; bic: string | null },
  mistakes: Mistakes,
): { iban: string | null; bic: string | null } {
  const plain = iban ? plainIban(iban) : null
  if (plain !== null && !isIban(plain)) mistakes.add('iban', 'iban', 'This is not an IBAN.')
  const bank = bic ? bic.toUpperCase().replaceAll(/\s/g, '') : null
  if (bank !== null && !isBic(bank)) mistakes.add('bic', 'bic', 'This is not a BIC.')
  return { iban: plain, bic: bank }
}

import { daysBetween } from '#shared/dates.ts'
import { invalidField } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { Upload } from '#server/http/routes.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { readRatesFile, type CurrencyRate } from './rates-file.rules.ts'
import * as store from './rates.store.ts'

/** Older days are of no use to an expense that can still be entered (expenses.rules.ts), and a whole history has very many. */
const usefulDays = 820

/** Enters rates; what waited for one gets its euros in the same transaction. */
export async function setRates(context: Context, rates: readonly CurrencyRate[]) {
  const { organisationId } = memberOf(context.actor)
  await store.saveRates(context.db, organisationId, rates)
  const filled = await store.fillEuros(context.db, organisationId, context.now)
  await recordEvent(context, {
    type: 'expense.rates-set',
    subject: { kind: 'expense', id: organisationId },
    data: { count: rates.length },
    audience: 'organisation',
  })
  return { rates: rates.length, filled }
}

/** Brings a file of the European Central Bank; a file that is none is refused as a whole. */
export async function importRates(context: Context, upload: Upload) {
  const today = context.now.toISOString().slice(0, 10)
  const read = readRatesFile(new TextDecoder().decode(upload.bytes))
  const rates = (read ?? []).filter(({ day }) => daysBetween(day, today) <= usefulDays)
  const days = rates.map(({ day }) => day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined)
    throw invalidField(
      'file',
      read === null ? 'expenses:field.no-rates-file' : 'expenses:field.rates-too-old',
      'The file holds no euro reference rates of the last two years.',
    )
  return { ...(await setRates(context, rates)), first, last }
}

/** The latest rates, and what still waits for one. */
export async function readRates(context: Context) {
  const { organisationId } = memberOf(context.actor)
  return {
    latest: await store.latestRates(context.db, organisationId),
    waiting: await store.waitingDays(context.db, organisationId),
  }
}

import Papa from 'papaparse'
import { spokenLanguage } from '#shared/languages.ts'
import { invalidField, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { safeCell } from '#server/files/safe-cell.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { wordsIn } from '#server/words.ts'
import { readableIban } from './account.rules.ts'
import { paidDay } from './paid-day.rules.ts'
import { runNamed, settleSome } from './runs.actions.ts'
import { paymentsOfRun } from './runs.store.ts'
import { sepaXml } from './sepa.rules.ts'

/** A run as the bank reads it, or as a spreadsheet whose column "paid" can be filled in and brought back. */
export async function exportRun(context: Context, id: string, format: 'sepa' | 'csv'): Promise<FileAnswer> {
  const run = await runNamed(context, id)
  if (run.state === 'cancelled') throw notPossible('payments:whyNot.run-cancelled')
  const items = await paymentsOfRun(context.db, id)
  const name = `softmob-payments-${run.number}`
  if (format === 'csv') {
    const t = wordsIn(spokenLanguage(memberOf(context.actor).language))
    const headings = [...columns, 'paid'].map((column) =>
      column === 'id' || column === 'paid' ? column : t(`payments:file.${column}`),
    )
    const rows = items.map((item) =>
      [
        item.id,
        item.reference,
        item.participant,
        item.holder,
        readableIban(item.iban),
        item.amount.toFixed(2),
        item.paidOn ?? '',
      ].map(safeCell),
    )
    const bytes = new TextEncoder().encode(`\ufeff${Papa.unparse([headings, ...rows], { newline: '\r\n' })}`)
    return { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', bytes }
  }
  const open = items.filter(({ state }) => state === 'in-run')
  // A bank takes no file without a transfer; what is paid must not be sent again.
  if (open.length === 0) throw notPossible('payments:whyNot.run-paid')
  const xml = sepaXml({
    messageId: `SOFTMOB-${run.number}-${run.id.slice(0, 8)}`,
    createdAt: context.now,
    executionDate: run.executionDate,
    debtor: { holder: run.holder, iban: run.iban, bic: run.bic },
    transfers: open.map((item) => ({
      id: item.reference,
      holder: item.holder,
      iban: item.iban,
      bic: item.bic,
      amount: item.amount,
      text: `Erasmus+ ${item.reference} ${item.participant}`,
    })),
  })
  return {
    fileName: `${name}.xml`,
    contentType: 'application/xml; charset=utf-8',
    bytes: new TextEncoder().encode(xml),
  }
}

const columns = ['id', 'reference', 'participant', 'holder', 'iban', 'amount'] as const

/** The spreadsheet of a run comes back: rows with a day under "paid" are paid. One day that is none refuses the whole file. */
export async function importSettlement(context: Context, id: string, upload: Upload) {
  const text = new TextDecoder().decode(upload.bytes).replace(/^\ufeff/, '')
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const fields = (meta.fields ?? []).map((field) => field.trim())
  if (!fields.includes('id') || !fields.includes('paid'))
    throw invalidField(
      'file',
      'payments:field.no-columns',
      'The file needs the columns "id" and "paid", as it was exported.',
    )
  const known = new Set((await paymentsOfRun(context.db, id)).map((item) => item.id))
  const paid = new Map<string, string>()
  const unknown: string[] = []
  for (const [at, row] of data.entries()) {
    const [payment, written] = [row['id']?.trim() ?? '', row['paid']?.trim() ?? '']
    if (written === '') continue
    const day = paidDay(written)
    if (day === null)
      throw invalidField('file', 'payments:field.no-day', 'A day is none (YYYY-MM-DD).', {
        row: at + 2,
        text: written.slice(0, 40),
      })
    if (known.has(payment)) paid.set(payment, day)
    else unknown.push(payment.slice(0, 60))
  }
  const { run, paid: count } = await settleSome(context, id, paid)
  return { ...run, paid: count, unknown: unknown.slice(0, 50) }
}

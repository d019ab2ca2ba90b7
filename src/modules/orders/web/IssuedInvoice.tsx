import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, apiPath } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Invoice, Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { State } from './State.tsx'
import { useOrderActions } from './use-order-actions.ts'

interface IssuedInvoiceProps {
  organisation: string
  thread: Thread
  invoice: Invoice
  onProblem: (problem: unknown) => void
}

/** An invoice that went out: its files, what came in for it, and what can still be done about it. */
export function IssuedInvoice({ organisation, thread, invoice, onProblem }: IssuedInvoiceProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const money = (amount: number): string => format.money(amount, invoice.currency)
  const state = invoice.overdue ? 'overdue' : invoice.state
  const file = (as: 'pdf' | 'ubl'): string =>
    apiPath('GET /organisations/:organisation/invoices/:invoice/file', {
      params: { organisation, invoice: invoice.id },
      query: { format: as },
    })
  const credits = thread.invoices.find(({ id }) => id === invoice.creditsId)
  return (
    <article className={classes.old} aria-label={`${t(`orders:kind.${invoice.kind}`)} ${invoice.number}`}>
      <div className={classes.next} style={{ background: 'none', border: 0, padding: 0 }}>
        <div>
          <strong>
            {t(`orders:kind.${invoice.kind}`)} {invoice.number}
          </strong>{' '}
          <State tone={invoice.overdue ? 'harm' : invoice.state === 'paid' ? 'done' : undefined}>
            {t(`orders:invoiceState.${state}`)}
          </State>
          <p className={tables.quiet}>
            {[
              money(invoice.totals.gross),
              invoice.issuedOn && format.date(invoice.issuedOn),
              invoice.dueOn && t('orders:dueOn', { date: format.date(invoice.dueOn) }),
              credits?.number && t('orders:creditsOf', { number: credits.number }),
              invoice.open > 0 && t('orders:stillOpen', { amount: money(invoice.open) }),
              invoice.remindedAt &&
                t('orders:reminded', { date: format.date(invoice.remindedAt.slice(0, 10)) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className={classes.buttons}>
          <Button component="a" size="xs" variant="default" href={file('pdf')}>
            {t('orders:pdf')}
          </Button>
          <Button component="a" size="xs" variant="default" href={file('ubl')}>
            {t('orders:xml')}
          </Button>
          {thread.side === 'host' && (
            <Actions organisation={organisation} thread={thread} invoice={invoice} onProblem={onProblem} />
          )}
        </div>
      </div>
      {invoice.receipts.length > 0 && (
        <Receipts organisation={organisation} thread={thread} invoice={invoice} onProblem={onProblem} />
      )}
    </article>
  )
}

function Actions({ organisation, thread, invoice, onProblem }: IssuedInvoiceProps) {
  const { t } = useTranslation('orders')
  const may = useMay()
  const [receiving, setReceiving] = useState(false)
  const { busy, run } = useOrderActions(onProblem)
  if (invoice.kind === 'credit-note') return null
  const params = { organisation, invoice: invoice.id }
  const money = may('money.edit') ? null : t('orders:financeOnly')
  const draft = thread.invoices.some(({ state }) => state === 'draft')
  return (
    <>
      {invoice.state !== 'credited' && (
        <ReasonButton
          size="xs"
          variant="default"
          loading={busy === 'credit'}
          whyNot={money ?? (draft ? t('orders:whyNot.draft-invoice-there') : null)}
          onClick={() =>
            void run('credit', () =>
              api('POST /organisations/:organisation/invoices/:invoice/credit-note', { params }),
            )
          }
        >
          {t('orders:invoice.credit')}
        </ReasonButton>
      )}
      {invoice.overdue && (
        <ReasonButton
          size="xs"
          variant="default"
          loading={busy === 'remind'}
          whyNot={money}
          onClick={() =>
            void run('remind', async () => {
              await api('POST /organisations/:organisation/invoices/:invoice/reminder', { params })
              toast(t('orders:invoice.remindedNow'))
            })
          }
        >
          {t('orders:invoice.remind')}
        </ReasonButton>
      )}
      {invoice.open > 0 && (
        <ReasonButton size="xs" whyNot={money} onClick={() => setReceiving(true)}>
          {t('orders:invoice.receive')}
        </ReasonButton>
      )}
      {receiving && (
        <ReceiptDialog organisation={organisation} invoice={invoice} onClose={() => setReceiving(false)} />
      )}
    </>
  )
}

function Receipts({ organisation, thread, invoice, onProblem }: IssuedInvoiceProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const may = useMay()
  const { busy, run } = useOrderActions(onProblem)
  return (
    <ul className={classes.steps} style={{ fontSize: '0.875rem' }}>
      {invoice.receipts.map((receipt) => (
        <li key={receipt.id} className={classes.buttons}>
          {t('orders:received', {
            amount: format.money(receipt.amount, invoice.currency),
            date: format.date(receipt.paidOn),
          })}
          {receipt.note && ` · ${receipt.note}`}
          {thread.side === 'host' && may('money.edit') && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              loading={busy === receipt.id}
              onClick={() =>
                void run(receipt.id, () =>
                  api('DELETE /organisations/:organisation/invoices/:invoice/receipts/:receipt', {
                    params: { organisation, invoice: invoice.id, receipt: receipt.id },
                  }),
                )
              }
            >
              {t('orders:invoice.dropReceipt')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { InvoiceEditor } from './InvoiceEditor.tsx'
import { IssuedInvoice } from './IssuedInvoice.tsx'
import type { Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { useOrderActions } from './use-order-actions.ts'

interface InvoicesProps {
  organisation: string
  thread: Thread
  onProblem: (problem: unknown) => void
}

/** The invoices of an order: the one being written, and those that went out with what came in for them. */
export function Invoices({ organisation, thread, onProblem }: InvoicesProps) {
  const { t } = useTranslation('orders')
  const order = thread.whole
  if (!order) return null
  const draft = thread.invoices.find(({ state }) => state === 'draft')
  const issued = thread.invoices.filter(({ state }) => state !== 'draft')
  return (
    <Section
      title={t('orders:invoices')}
      actions={
        thread.side === 'host' && !draft && order.left > 0 ? (
          <Part organisation={organisation} order={order.id} onProblem={onProblem} />
        ) : undefined
      }
    >
      <div className={classes.stack}>
        {thread.invoices.length === 0 && (
          <p className={tables.quiet}>{t(`orders:invoice.none.${thread.side}`)}</p>
        )}
        {draft && (
          <InvoiceEditor
            key={`${draft.id}${draft.version}`}
            organisation={organisation}
            thread={thread}
            invoice={draft}
          />
        )}
        {issued.map((invoice) => (
          <IssuedInvoice
            key={invoice.id}
            organisation={organisation}
            thread={thread}
            invoice={invoice}
            onProblem={onProblem}
          />
        ))}
      </div>
    </Section>
  )
}

/** A part of an order is invoiced before the rest, as an advance is. */
function Part({
  organisation,
  order,
  onProblem,
}: {
  organisation: string
  order: string
  onProblem: (problem: unknown) => void
}) {
  const { t } = useTranslation('orders')
  const may = useMay()
  const [percent, setPercent] = useState<number | string>(30)
  const { busy, run } = useOrderActions(onProblem)
  return (
    <div className={classes.buttons}>
      <NumberInput
        aria-label={t('orders:invoice.percent')}
        size="xs"
        w={90}
        min={1}
        max={100}
        suffix=" %"
        value={percent}
        onChange={setPercent}
      />
      <ReasonButton
        size="xs"
        variant="default"
        loading={busy === 'part'}
        whyNot={
          !may('money.edit')
            ? t('orders:financeOnly')
            : Number(percent) >= 1
              ? null
              : t('orders:invoice.percent')
        }
        onClick={() =>
          void run('part', () =>
            api('POST /organisations/:organisation/orders/:order/invoices', {
              params: { organisation, order },
              body: { percent: Number(percent) },
            }),
          )
        }
      >
        {t('orders:invoice.part')}
      </ReasonButton>
    </div>
  )
}

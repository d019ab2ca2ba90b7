import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { CancelDialog } from './CancelDialog.tsx'
import type { Order, Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { useCostWords } from './use-cost-words.ts'

/** The order: what was agreed, how much of it has been invoiced, and what cancelling it today would cost. */
export function OrderSection({ organisation, thread }: { organisation: string; thread: Thread }) {
  const { t } = useTranslation('orders')
  const may = useMay()
  const [cancelling, setCancelling] = useState(false)
  const order = thread.whole
  if (!order) return null
  return (
    <Section
      title={t('orders:order')}
      actions={
        <div className={classes.buttons}>
          {order.state === 'confirmed' && (
            <ReasonButton
              size="xs"
              variant="default"
              whyNot={may('flows.edit') ? null : t('orders:coordinatorsOnly')}
              onClick={() => setCancelling(true)}
            >
              {t('orders:cancel.action')}
            </ReasonButton>
          )}
          <Button
            component="a"
            size="xs"
            variant="default"
            href={apiPath('GET /organisations/:organisation/orders/:order/file', {
              params: { organisation, order: order.id },
            })}
          >
            {t('orders:confirmationPdf')}
          </Button>
        </div>
      }
    >
      <Facts order={order} />
      {cancelling && (
        <CancelDialog
          organisation={organisation}
          thread={thread}
          order={order}
          onClose={() => setCancelling(false)}
        />
      )}
    </Section>
  )
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const why = useCostWords(order.currency)
  const money = (amount: number): string => format.money(amount, order.currency)
  const facts: [string, string][] = [
    [t('orders:orderedOn'), `${format.date(order.orderedOn)}, ${order.orderedBy}`],
    [t('orders:column.gross'), money(order.gross)],
    [t('orders:column.invoiced'), money(order.invoiced)],
    [t('orders:column.left'), money(order.left)],
  ]
  return (
    <>
      <dl className={tables.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {order.today && (
        <p className={classes.text} style={{ marginBlockStart: 12 }}>
          <strong>{t('orders:cancel.today', { amount: money(order.today.cost) })}</strong> {why(order.today)}
        </p>
      )}
      {order.cancellation && order.cancelledOn && (
        <p className={tables.warn} style={{ marginBlockStart: 12 }}>
          {t('orders:cancel.was', {
            date: format.date(order.cancelledOn),
            amount: money(order.cancellation.cost),
          })}{' '}
          {why(order.cancellation)}
          {order.cancellation.reason && ` ${order.cancellation.reason}`}
        </p>
      )}
    </>
  )
}

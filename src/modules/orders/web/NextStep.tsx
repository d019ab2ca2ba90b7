import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import type { Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { useOrderActions } from './use-order-actions.ts'

interface NextStepProps {
  organisation: string
  thread: Thread
  onProblem: (problem: unknown) => void
}

/** What comes next, in one sentence and with its one button. */
export function NextStep({ organisation, thread, onProblem }: NextStepProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const latest = thread.quotation
  return (
    <div className={classes.next}>
      <p>
        {t(`orders:nextText.${thread.next}`, {
          partner: thread.partner.name,
          date: latest ? format.date(latest.validUntil) : '',
          amount: latest ? format.money(latest.gross, thread.currency) : '',
        })}
      </p>
      <div className={classes.buttons}>
        <Buttons organisation={organisation} thread={thread} onProblem={onProblem} />
      </div>
    </div>
  )
}

function Buttons({ organisation, thread, onProblem }: NextStepProps) {
  const { t } = useTranslation('orders')
  const may = useMay()
  const { busy, run } = useOrderActions(onProblem)
  const [deciding, setDeciding] = useState<'accepted' | 'declined' | null>(null)
  const money = may('money.edit') ? null : t('orders:financeOnly')
  const who = may('flows.edit') ? null : t('orders:coordinatorsOnly')
  const request = thread.id
  const quote = (from: 'prices' | 'before') => (): void =>
    void run(from, () =>
      api('POST /organisations/:organisation/requests/:request/quotations', {
        params: { organisation, request },
        body: { from },
      }),
    )
  if (thread.next === 'quote')
    return (
      <ReasonButton whyNot={money} loading={busy === 'prices'} onClick={quote('prices')}>
        {t(thread.side === 'host' ? 'orders:quote.fromPrices' : 'orders:quote.byHand')}
      </ReasonButton>
    )
  if (thread.next === 'requote')
    return (
      <>
        <ReasonButton variant="default" whyNot={money} loading={busy === 'prices'} onClick={quote('prices')}>
          {t('orders:quote.anew')}
        </ReasonButton>
        <ReasonButton whyNot={money} loading={busy === 'before'} onClick={quote('before')}>
          {t('orders:quote.revise')}
        </ReasonButton>
      </>
    )
  if (thread.next === 'decide' && thread.quotation)
    return (
      <>
        <ReasonButton variant="default" whyNot={who} onClick={() => setDeciding('declined')}>
          {t('orders:decide.decline')}
        </ReasonButton>
        <ReasonButton whyNot={who} onClick={() => setDeciding('accepted')}>
          {t('orders:decide.order')}
        </ReasonButton>
        {deciding && (
          <DecideDialog
            organisation={organisation}
            thread={thread}
            to={deciding}
            onClose={() => setDeciding(null)}
          />
        )}
      </>
    )
  if (thread.next === 'invoice' && thread.whole) {
    const order = thread.whole.id
    return (
      <ReasonButton
        whyNot={money}
        loading={busy === 'invoice'}
        onClick={() =>
          void run('invoice', () =>
            api('POST /organisations/:organisation/orders/:order/invoices', {
              params: { organisation, order },
              body: {},
            }),
          )
        }
      >
        {t('orders:invoice.begin')}
      </ReasonButton>
    )
  }
  if (thread.next === 'finish-quotation' || thread.next === 'finish-invoice')
    return (
      <Button
        component="a"
        href={thread.next === 'finish-quotation' ? '#draft-quotation' : '#draft-invoice'}
        variant="default"
      >
        {t('orders:toDraft')}
      </Button>
    )
  return null
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Order } from './order-answers.ts'

type Cost = NonNullable<Order['today']> | NonNullable<Order['cancellation']>

/** Why cancelling costs so much, and from when it costs more. */
export function useCostWords(currency: string): (cost: Cost) => string {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (cost) => {
    const percent = format.percent(cost.percent / 100)
    const why =
      cost.by === 'step'
        ? t('orders:cost.step', { count: cost.daysLeft, days: cost.step ?? 0, percent })
        : cost.by === 'late'
          ? t('orders:cost.late', { percent })
          : t(`orders:cost.${cost.by}`, { percent })
    const next = cost.next
      ? t('orders:cost.next', {
          date: format.date(cost.next.from),
          percent: format.percent(cost.next.percent / 100),
          amount: format.money(cost.next.cost, currency),
        })
      : ''
    return [why, next].filter(Boolean).join(' ')
  }
}

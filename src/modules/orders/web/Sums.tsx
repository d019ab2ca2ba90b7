import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Totals } from '../totals.rules.ts'
import classes from './orders.module.css'
import { useVatWords } from './use-vat-words.ts'

interface SumsProps {
  totals: Totals
  currency: string
  /** What one participant costs; `most` if as many come as were announced at most. */
  perPerson?: number | undefined
  most?: { people: number; gross: number; perPerson: number } | null
}

/** Net, VAT by kind, and the sum. */
export function Sums({ totals, currency, perPerson, most }: SumsProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const words = useVatWords()
  // Half a currency, while it is being typed, is written without a sign.
  const money = (amount: number): string =>
    /^[A-Z]{3}$/.test(currency) ? format.money(amount, currency) : format.number(amount)
  return (
    <dl className={classes.sums}>
      <dt>{t('orders:paper.netSum')}</dt>
      <dd>{money(totals.net)}</dd>
      {totals.groups.map((group) => (
        <Group key={`${group.category}${group.rate}`} label={words(group)} value={money(group.vat)} />
      ))}
      <dt className={classes.whole}>{t('orders:paper.total')}</dt>
      <dd className={classes.whole}>{money(totals.gross)}</dd>
      {perPerson !== undefined && <Group label={t('orders:perPerson')} value={money(perPerson)} />}
      {most && (
        <Group
          label={t('orders:atMost', { people: format.number(most.people), total: money(most.gross) })}
          value={t('orders:each', { amount: money(most.perPerson) })}
        />
      )}
    </dl>
  )
}

function Group({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}

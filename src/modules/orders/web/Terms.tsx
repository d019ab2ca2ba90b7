import { Button, NumberInput, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Quotation, Terms } from './order-answers.ts'
import classes from './orders.module.css'
import type { TermsValues } from './order-values.ts'

/** The terms of cancellation as days of the calendar. */
export function TermsDays({ days, terms }: { days: Quotation['days']; terms: Terms }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const due = (percent: number): string =>
    percent === 0 ? t('orders:paper.free') : t('orders:paper.due', { percent: format.percent(percent / 100) })
  return (
    <div>
      <ul className={classes.steps}>
        {days.map(({ until, percent }) => (
          <li key={until ?? 'after'}>
            {until ? t('orders:paper.until', { date: format.date(until) }) : t('orders:paper.after')}
            {': '}
            <strong>{due(percent)}</strong>
          </li>
        ))}
        {terms.forceMajeure !== null && (
          <li>
            {t('orders:terms.forceMajeure')}
            {': '}
            <strong>{due(terms.forceMajeure)}</strong>
          </li>
        )}
      </ul>
      {terms.text && <p className={classes.text}>{terms.text}</p>}
    </div>
  )
}

interface HasTerms extends Record<string, unknown> {
  cancellation: TermsValues
}

/** Fields for the terms of cancellation: free until so many days before, then so much. */
export function TermsFields<V extends HasTerms>({ form }: { form: UseFormReturnType<V> }) {
  const { t } = useTranslation('orders')
  const { steps } = form.values.cancellation
  const at = (name: string): string => `cancellation.${name}`
  return (
    <fieldset className={classes.stack} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ fontWeight: 600 }}>{t('orders:terms.title')}</legend>
      <ul className={classes.steps}>
        {steps.map((_, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a step is its place in the order
          <li key={i} className={classes.step}>
            <NumberInput
              label={t('orders:terms.days')}
              w={190}
              min={0}
              max={730}
              allowDecimal={false}
              {...form.getInputProps(at(`steps.${i}.days`))}
            />
            <NumberInput
              label={t('orders:terms.percent')}
              w={150}
              min={0}
              max={100}
              clampBehavior="none"
              suffix=" %"
              {...form.getInputProps(at(`steps.${i}.percent`))}
            />
            <Button variant="subtle" color="gray" onClick={() => form.removeListItem(at('steps'), i)}>
              {t('orders:terms.remove')}
            </Button>
          </li>
        ))}
        <li className={classes.step}>
          <NumberInput
            label={t('orders:terms.late')}
            w={190}
            min={0}
            max={100}
            clampBehavior="none"
            suffix=" %"
            {...form.getInputProps(at('late'))}
          />
          <NumberInput
            label={t('orders:terms.forceMajeure')}
            w={190}
            min={0}
            max={100}
            clampBehavior="none"
            suffix=" %"
            {...form.getInputProps(at('forceMajeure'))}
          />
          <Button
            variant="default"
            onClick={() => form.insertListItem(at('steps'), { days: 14, percent: 80 } as never)}
          >
            {t('orders:terms.add')}
          </Button>
        </li>
      </ul>
      {typeof form.errors[at('steps')] === 'string' && (
        <p role="alert" style={{ color: 'var(--mantine-color-error)', margin: 0 }}>
          {form.errors[at('steps')]}
        </p>
      )}
      <Textarea label={t('orders:terms.text')} autosize minRows={2} {...form.getInputProps(at('text'))} />
    </fieldset>
  )
}

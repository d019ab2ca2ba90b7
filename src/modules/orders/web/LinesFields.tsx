import { ActionIcon, Button, Checkbox, NumberInput, Select, TextInput, VisuallyHidden } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { counted, quantityOf, serviceKeys, units, type Trip } from '../services.rules.ts'
import type { LineVat } from '../totals.rules.ts'
import type { Settings } from './order-answers.ts'
import classes from './orders.module.css'
import { lineOf, netOf, vatChoices, vatKey, type LineValues } from './order-values.ts'
import { useVatWords } from './use-vat-words.ts'

interface HasLines extends Record<string, unknown> {
  lines: LineValues[]
}

interface LinesFieldsProps<V extends HasLines> {
  form: UseFormReturnType<V>
  currency: string
  settings: Settings | undefined
  /** What the rows are for: prices have no quantity, invoices no unit. */
  kind: 'quotation' | 'prices' | 'invoice'
  /** For quantities of a new line. */
  trip?: Trip
}

/** Rows of services with price and tax, like a sheet: Tab goes from cell to cell, the net amounts follow. */
export function LinesFields<V extends HasLines>({
  form,
  currency,
  settings,
  kind,
  trip,
}: LinesFieldsProps<V>) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const words = useVatWords()
  const { lines } = form.values
  const otherwise: LineVat = { category: 'O', rate: 0, reason: t('orders:vat.asTold') }
  const choices = vatChoices(settings, lines, words, otherwise)
  const first = choices[0]?.vat ?? otherwise
  const cell = (i: number, name: string) => ({
    'aria-label': t('orders:cell', { field: t(`orders:line.${name}`), row: i + 1 }),
    ...form.getInputProps(`lines.${i}.${name}`),
  })
  // The error of a choice stands under `vat`, whatever of it is wrong.
  const vatError = (i: number) => form.errors[`lines.${i}.vat`]
  const recount = (i: number, change: Partial<LineValues>): void => {
    const line = lines[i]
    if (!line || !trip) return
    const now = { ...line, ...change }
    form.setFieldValue(`lines.${i}.quantity`, quantityOf(now.unit, now.who, trip) as never)
  }
  const priced = kind !== 'prices'
  const counting = kind !== 'invoice'
  return (
    <div className={classes.stack}>
      <div className={tables.scroll}>
        <table className={classes.lines}>
          <thead>
            <tr>
              {counting && <th scope="col">{t('orders:line.service')}</th>}
              <th scope="col">{t('orders:line.title')}</th>
              {counting && <th scope="col">{t('orders:line.unit')}</th>}
              {counting && <th scope="col">{t('orders:line.who')}</th>}
              {priced && <th scope="col">{t('orders:line.quantity')}</th>}
              <th scope="col">{t('orders:line.price')}</th>
              <th scope="col">{t('orders:line.vat')}</th>
              {priced ? (
                <th scope="col" className={classes.end}>
                  {t('orders:line.net')}
                </th>
              ) : (
                <th scope="col">{t('orders:line.usual')}</th>
              )}
              <th scope="col">
                <VisuallyHidden>{t('orders:line.remove')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <tr key={line.key}>
                {counting && (
                  <td>
                    <Select
                      {...cell(i, 'service')}
                      w={150}
                      allowDeselect={false}
                      data={serviceKeys.map((value) => ({ value, label: t(`orders:service.${value}`) }))}
                    />
                  </td>
                )}
                <td style={{ minWidth: 200, width: '40%' }}>
                  <TextInput {...cell(i, 'title')} />
                </td>
                {counting && (
                  <td>
                    <Select
                      {...cell(i, 'unit')}
                      w={150}
                      allowDeselect={false}
                      data={units.map((value) => ({ value, label: t(`orders:unit.${value}`) }))}
                      onChange={(unit) => {
                        if (!unit) return
                        form.setFieldValue(`lines.${i}.unit`, unit as never)
                        recount(i, { unit: unit as LineValues['unit'] })
                      }}
                    />
                  </td>
                )}
                {counting && (
                  <td>
                    <Select
                      {...cell(i, 'who')}
                      w={140}
                      allowDeselect={false}
                      data={counted.map((value) => ({ value, label: t(`orders:who.${value}`) }))}
                      onChange={(who) => {
                        if (!who) return
                        form.setFieldValue(`lines.${i}.who`, who as never)
                        recount(i, { who: who as LineValues['who'] })
                      }}
                    />
                  </td>
                )}
                {priced && (
                  <td>
                    <NumberInput {...cell(i, 'quantity')} w={90} min={0} decimalScale={2} hideControls />
                  </td>
                )}
                <td>
                  <NumberInput {...cell(i, 'price')} w={100} min={0} decimalScale={2} hideControls />
                </td>
                <td>
                  <Select
                    aria-label={t('orders:cell', { field: t('orders:line.vat'), row: i + 1 })}
                    w={160}
                    allowDeselect={false}
                    data={choices.map(({ value, label }) => ({ value, label }))}
                    value={vatKey(line.vat)}
                    error={vatError(i)}
                    onChange={(value) => {
                      const vat = choices.find((one) => one.value === value)?.vat
                      if (vat) form.setFieldValue(`lines.${i}.vat`, vat as never)
                    }}
                  />
                </td>
                {priced ? (
                  <td className={`${classes.end} ${classes.sum}`}>
                    {/^[A-Z]{3}$/.test(currency)
                      ? format.money(netOf(line), currency)
                      : format.number(netOf(line))}
                  </td>
                ) : (
                  <td className={classes.sum}>
                    <Checkbox
                      aria-label={t('orders:cell', { field: t('orders:line.usual'), row: i + 1 })}
                      {...form.getInputProps(`lines.${i}.usual`, { type: 'checkbox' })}
                    />
                  </td>
                )}
                <td className={classes.sum}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('orders:cell', { field: t('orders:line.remove'), row: i + 1 })}
                    onClick={() => form.removeListItem('lines', i)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button
          variant="default"
          onClick={() => form.insertListItem('lines', lineOf({ title: '', vat: first }) as never)}
        >
          {t('orders:line.add')}
        </Button>
      </div>
    </div>
  )
}

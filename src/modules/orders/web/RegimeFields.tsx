import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import tables from '#modules/organisations/web/organisations.module.css'
import { vatCodes, type VatCode } from '../vat.rules.ts'
import type { Settings } from './order-answers.ts'
import classes from './orders.module.css'

export interface RegimeValues extends Record<string, unknown> {
  name: string
  category: VatCode
  rate: number | string
  reason: string
  reasonCode: string
}
type Regime = Settings['vat'][number]

export const regimeValues = (regime: Regime): RegimeValues => ({
  name: regime.name,
  category: regime.category,
  rate: regime.rate,
  reason: regime.reason ?? '',
  reasonCode: regime.reasonCode ?? '',
})
export const regimeInput = (values: RegimeValues): Regime => ({
  name: values.name,
  category: values.category,
  rate: values.category === 'S' ? Number(values.rate || 0) : 0,
  reason: values.reason.trim() || null,
  reasonCode: values.reasonCode.trim().toUpperCase() || null,
})

interface HasRegimes extends Record<string, unknown> {
  vat: RegimeValues[]
}

/** How services are taxed: by the organisation's own word, as its tax adviser said. */
export function RegimeFields<V extends HasRegimes>({ form }: { form: UseFormReturnType<V> }) {
  const { t } = useTranslation('orders')
  const field = (i: number, name: string) => ({
    label: t(`orders:regime.${name}`),
    ...form.getInputProps(`vat.${i}.${name}`),
  })
  return (
    <div className={classes.stack}>
      <p className={tables.quiet}>{t('orders:regime.hint')}</p>
      <ul className={classes.steps}>
        {form.values.vat.map((regime, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- a regime is its place in the list
          <li key={i} className={classes.step}>
            <TextInput w={200} {...field(i, 'name')} />
            <Select
              w={220}
              allowDeselect={false}
              data={vatCodes.map((value) => ({ value, label: t(`orders:vat.long.${value}`) }))}
              {...field(i, 'category')}
            />
            {regime.category === 'S' && (
              <NumberInput w={110} min={0} max={100} decimalScale={2} suffix=" %" {...field(i, 'rate')} />
            )}
            {regime.category !== 'S' && regime.category !== 'Z' && (
              <>
                <TextInput
                  w={300}
                  {...field(i, 'reason')}
                  error={form.errors[`vat.${i}.reason`] ?? form.errors[`vat.${i}.rate`]}
                />
                <TextInput w={180} {...field(i, 'reasonCode')} />
              </>
            )}
            <Button variant="subtle" color="gray" onClick={() => form.removeListItem('vat', i)}>
              {t('orders:terms.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          onClick={() =>
            form.insertListItem('vat', {
              name: '',
              category: 'S',
              rate: '',
              reason: '',
              reasonCode: '',
            } as never)
          }
        >
          {t('orders:regime.add')}
        </Button>
      </div>
    </div>
  )
}

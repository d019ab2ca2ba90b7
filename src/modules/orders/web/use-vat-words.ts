import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { LineVat } from '../totals.rules.ts'

/** How a kind of tax is called: "VAT 21%", "exempt"; with the organisation's own name for it where there is one. */
export function useVatWords(): (vat: LineVat, name?: string) => string {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (vat, name) => {
    const kind =
      vat.category === 'S'
        ? t('orders:vat.at', { rate: format.percent(vat.rate / 100) })
        : t(`orders:vat.short.${vat.category}`)
    return name && name !== kind ? `${name} (${kind})` : kind
  }
}

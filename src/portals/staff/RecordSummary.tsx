import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere, When } from '#web/i18n/When.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'

/** Flow, where and when in one line below the name. */
export function RecordSummary({ record }: { record: MobilityRecord }) {
  const { t } = useTranslation(['record', 'mobilities'])
  const format = useFormat()
  const { departure, return: back } = record
  const parts = [
    `№ ${format.number(record.number, { useGrouping: false })}`,
    record.flow?.name,
    [record.town, record.country && format.country(record.country)].filter(Boolean).join(', '),
    departure && back ? format.dateRange(departure, back) : null,
    record.roles.includes('sending') ? null : record.sending.name,
  ].filter(Boolean)
  return (
    <>
      {parts.join(' · ')}
      {departure && departure >= todayHere() && (
        <>
          {' · '}
          {t('record:field.departure')} <When day={departure} />
        </>
      )}
      {record.statusReason && (
        <div>{`${t(`mobilities:status.${record.status}`)}: “${record.statusReason}”`}</div>
      )}
    </>
  )
}

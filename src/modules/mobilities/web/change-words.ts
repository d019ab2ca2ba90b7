import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'

interface JournalEvent {
  type: string
  data: Record<string, unknown> | null
}

const days = /^\d{4}-\d{2}-\d{2}$/

/** Words for events of the journal and for the values that changed in them. */
export function useChangeWords() {
  const { t } = useTranslation(['record', 'journal', 'mobilities', 'tasks'])
  const format = useFormat()
  const value = (field: string, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === '') return t('record:timeline.empty')
    if (typeof raw === 'number') return format.number(raw)
    if (typeof raw !== 'string') return JSON.stringify(raw)
    if (days.test(raw)) return format.date(raw)
    if (field === 'status') return t(`mobilities:status.${raw}`, { defaultValue: raw })
    if (field === 'country') return format.country(raw)
    if (field === 'activityType') return t(`mobilities:activityType.${raw}`, { defaultValue: raw })
    if (field === 'companyStage') return t(`record:stage.${raw}`, { defaultValue: raw })
    return raw
  }
  return {
    title: ({ type, data }: JournalEvent): string => {
      const values = Object.fromEntries(
        Object.entries(data ?? {}).map(([name, raw]) => [name, value(name, raw)]),
      )
      const shown = {
        ...values,
        ...(typeof data?.['from'] === 'string'
          ? { from: t(`mobilities:status.${data['from']}`, { defaultValue: data['from'] }) }
          : {}),
        ...(typeof data?.['to'] === 'string'
          ? { to: t(`mobilities:status.${data['to']}`, { defaultValue: data['to'] }) }
          : {}),
        ...(typeof data?.['fact'] === 'string'
          ? { fact: t(`record:fact.${data['fact']}`, { defaultValue: data['fact'] }) }
          : {}),
        ...(typeof data?.['key'] === 'string' && !data['title']
          ? { title: t(`tasks:task.${data['key']}.title`, { defaultValue: data['key'] }) }
          : {}),
      }
      return t(`journal:event.${type}`, { ...shown, defaultValue: type })
    },
    change: (field: string, before: unknown, after: unknown): string =>
      t('record:timeline.change', {
        field: t(`record:field.${field}`, { defaultValue: field }),
        before: value(field, before),
        after: value(field, after),
      }),
    /** A reason or an answer that was given, in the giver's own words; absent for readers whom it does not concern. */
    more: ({ data }: JournalEvent): string | null => {
      const words = data?.['reason'] ?? data?.['answer']
      return typeof words === 'string' ? `“${words}”` : null
    },
  }
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { LineModel, Station } from '../../line.rules.ts'

/** Departure and return are the two big stations. */
export const isBig = ({ kind }: Pick<Station, 'kind'>): boolean => kind === 'departure' || kind === 'return'

/** The words of a line and its stations, the same at every size. */
export function useStationWords(titles: ReadonlyMap<string, string>) {
  const { t } = useTranslation(['tasks', 'mobilities', 'web'])
  const format = useFormat()
  const owner = (station: Station): string =>
    station.owner ? t(`mobilities:partyRole.${station.owner}`) : ''
  const name = (station: Station): string =>
    station.kind === 'task'
      ? (titles.get(station.key) ?? owner(station))
      : t(`tasks:landmark.${station.kind}`)
  return {
    name,
    owner,
    look: (station: Station): string => t(`tasks:look.${station.look}`),
    /** All that a station says, for a tooltip and for screen readers. */
    all: (station: Station): string => {
      const whose = titles.has(station.key) ? owner(station) : ''
      const due = station.due ? format.date(station.due) : ''
      return [name(station), whose, t(`tasks:look.${station.look}`), due].filter(Boolean).join(', ')
    },
    progress: ({ progress }: LineModel): string =>
      t('web:line.progress', { done: format.number(progress.done), total: format.number(progress.total) }),
    today: (): string => t('web:line.today'),
    date: (station: Station): string => (station.due ? format.date(station.due, 'short') : ''),
  }
}

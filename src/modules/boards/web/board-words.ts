import { useTranslation } from 'react-i18next'
import type { Day } from '#shared/dates.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import type { BoardBar, BoardRow, Sender } from './board-answers.ts'

/** What a board says of its bars, free places and warnings. */
export function useBoardWords() {
  const { t } = useTranslation('boards')
  const format = useFormat()
  return {
    about: (bar: BoardBar, sender: Sender | undefined): string =>
      [
        sender?.name,
        bar.title,
        format.dateRange(bar.from, bar.to, 'short'),
        !bar.firm && t('boards:notFirm'),
        bar.problem && t(`boards:problem.${bar.problem}`),
      ]
        .filter(Boolean)
        .join(', '),
    free: (free: number | null): string => {
      if (free === null) return ''
      if (free < 0) return t('boards:over', { count: -free })
      return free === 0 ? t('boards:full') : t('boards:free', { count: free })
    },
    warning: ({ code, count, day }: BoardRow['warnings'][number]): string =>
      t(`boards:warning.${code}`, { count, day: format.date(day, 'weekday') }),
  }
}

const months = new Map<string, Intl.DateTimeFormat>()

/** The short name of a day's month: "Sep". */
export function useMonthName(): (day: Day) => string {
  const { i18n } = useTranslation()
  const { language } = i18n
  const format =
    months.get(language) ?? new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  months.set(language, format)
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}

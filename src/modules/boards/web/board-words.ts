import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { BoardBar, BoardRow, Sender } from './board-answers.ts'

/** What a board says of its bars, free places and warnings. */
export function useBoardWords() {
  const { t } = useTranslation('boards')
  const format = useFormat()
  return {
    bar: (bar: BoardBar, sender: Sender | undefined): string =>
      [
        bar.person,
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

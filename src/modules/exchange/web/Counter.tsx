import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'

const parts = ['ready', 'toCheck', 'refused', 'alreadyThere', 'imported'] as const

type Counts = Record<(typeof parts)[number] | 'total', number>

/** `1,912 ready · 61 to check · 27 refused`; the number of rows while nothing is known of them. */
export function Counter({ counts }: { counts: Counts }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const told = parts.filter((part) => counts[part] > 0)
  const words = (part: string, count: number): string =>
    t(`exchange:counter.${part}`, { count, number: format.number(count) })
  return (
    <>
      {told.length === 0
        ? words('rows', counts.total)
        : told.map((part) => words(part, counts[part])).join(' · ')}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'

interface Why {
  code: string
  values: Record<string, string | number>
}

/** Words for why a step cannot be taken. */
export function useWhyNot(): (why: Why) => string {
  const { t } = useTranslation('placements')
  return ({ code, values }) => {
    const step = typeof values['step'] === 'string' ? t(`placements:step.${values['step']}`) : ''
    return String(t(`placements:whyNot.${code}`, { ...values, step, defaultValue: code }))
  }
}

/** "4–29 May 2027", or that the days are open. */
export function usePeriod(): (one: { startsOn: string | null; endsOn: string | null }) => string {
  const { t } = useTranslation('placements')
  const format = useFormat()
  return ({ startsOn, endsOn }) =>
    startsOn && endsOn ? format.dateRange(startsOn, endsOn) : t('placements:daysOpen')
}

/** When and how an interview is. */
export function useInterviewWords() {
  const { t } = useTranslation('placements')
  const format = useFormat()
  return (one: { day: string; time: string | null; way: string; place: string | null }): string =>
    [
      format.date(one.day, 'weekday') + (one.time ? `, ${one.time}` : ''),
      t(`placements:way.${one.way}`),
      one.place,
    ]
      .filter(Boolean)
      .join(' · ')
}

/** Why it was refused or taken back: the reason from the list, and the words. */
export function useReason() {
  const { t } = useTranslation('placements')
  return (one: { reasonCode: string | null; reason: string | null }): string =>
    [
      one.reasonCode &&
        one.reasonCode !== 'other' &&
        t(`placements:reason.${one.reasonCode}`, { defaultValue: '' }),
      one.reason,
    ]
      .filter(Boolean)
      .join(': ')
}

import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { useReason } from './placement-words.ts'
import classes from './placements.module.css'

type Event = AnswerOf<'GET /organisations/:organisation/placements/:placement'>['history'][number]

/** What has happened to a placement, step by step. */
export function History({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation(['placements', 'journal'])
  const format = useFormat()
  const reason = useReason()
  if (events.length === 0) return <p className={classes.quiet}>{t('placements:historyNone')}</p>
  return (
    <ol className={classes.steps}>
      {events.map(({ type, at, by, data }) => {
        const text = (name: string): string | null => (typeof data[name] === 'string' ? data[name] : null)
        const why = reason({ reasonCode: text('code'), reason: text('reason') })
        return (
          <li key={`${type}-${at}-${by}`}>
            <div>{t(`journal:event.${type}`, { defaultValue: type, company: text('company') ?? '' })}</div>
            {why && <div className={classes.quiet}>{why}</div>}
            <div className={classes.quiet}>
              {by} · <time dateTime={at}>{format.dateTime(at)}</time>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

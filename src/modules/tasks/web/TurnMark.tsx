import { useTranslation } from 'react-i18next'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { Day } from '#shared/dates.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import classes from './TurnMark.module.css'

export interface TurnMarkProps {
  turn: PartyRole | null
  since?: Day | null
}

/** Whose turn it is and since when; nobody's when nothing is open. */
export function TurnMark({ turn, since = null }: TurnMarkProps) {
  const { t } = useTranslation('web')
  const format = useFormat()
  if (!turn) return <span className={classes.quiet}>{t('web:turn.nobody')}</span>
  return (
    <span className={classes.turn}>
      <ActorMark role={turn} />
      {since && <span className={classes.quiet}>{t('web:turn.since', { day: format.date(since) })}</span>}
    </span>
  )
}

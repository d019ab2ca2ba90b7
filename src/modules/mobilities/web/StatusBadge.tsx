import { useTranslation } from 'react-i18next'
import { phaseOf, type Status } from '../statuses.rules.ts'
import classes from './StatusBadge.module.css'

/** The status in its word: neutral, with the accent while the participant is abroad. */
export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation('mobilities')
  return (
    <span
      className={classes.badge}
      data-phase={phaseOf(status)}
      title={t(`mobilities:statusMeaning.${status}`)}
    >
      {t(`mobilities:status.${status}`)}
    </span>
  )
}

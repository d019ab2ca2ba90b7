import { useTranslation } from 'react-i18next'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import type { BoardStay } from '../stays-answers.ts'
import classes from './board.module.css'

/** Which sign is which sender, and how the steps look. */
export function Senders({ stays }: { stays: readonly BoardStay[] }) {
  const { t } = useTranslation('stays')
  const senders = [...new Map(stays.map(({ schoolId, school, mark }) => [schoolId, { school, mark }]))]
  return (
    <div className={classes.legend}>
      <ul className={classes.keys} aria-label={t('stays:board.senders')}>
        {senders
          .toSorted(([, a], [, b]) => a.school.localeCompare(b.school))
          .map(([id, { school, mark }]) => (
            <li key={id}>
              <SenderTag sender={mark} />
              {school}
            </li>
          ))}
      </ul>
      <ul className={classes.keys} aria-label={t('stays:board.steps')}>
        {(['planned', 'checked-in', 'checked-out'] as const).map((step) => (
          <li key={step}>
            <span className={classes.sample} data-step={step} aria-hidden />
            {t(`stays:step.${step}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

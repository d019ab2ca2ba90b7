import { useTranslation } from 'react-i18next'
import type { sendersOf } from '../../board.rules.ts'
import classes from './board.module.css'

/** Which colour and letter is which sender, and how the steps look. */
export function Senders({ senders }: { senders: ReturnType<typeof sendersOf> }) {
  const { t } = useTranslation('stays')
  return (
    <div className={classes.legend}>
      <ul className={classes.keys} aria-label={t('stays:board.senders')}>
        {[...senders].map(([id, { name, letter, colour }]) => (
          <li key={id}>
            <span className={classes.letter} data-colour={colour}>
              {letter}
            </span>
            {name}
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

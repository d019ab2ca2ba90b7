import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Plan } from './plan-answers.ts'
import type { Turn } from './use-turn.ts'
import classes from './matching.module.css'

/** Positions that the plan does without, each with its way back. */
export function LeftOut({ plan, turn }: { plan: Plan; turn: Turn }) {
  const { t } = useTranslation('matching')
  return (
    <div className={tables.quiet}>
      {t('matching:leftOut', { count: plan.leftOut.length })}
      <ul className={classes.reasons}>
        {plan.leftOut.map(({ id, title, company }) => (
          <li key={id}>
            {`${title} (${company})`}{' '}
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={turn.busy}
              aria-label={t('matching:takeBackInOf', { position: title, company })}
              onClick={() => turn.takeBackIn(id)}
            >
              {t('matching:takeBackIn')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

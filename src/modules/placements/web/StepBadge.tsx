import { useTranslation } from 'react-i18next'
import type { Step } from '../placement-steps.rules.ts'
import classes from './placements.module.css'

/** Where a placement stands, in its word. */
export function StepBadge({ step }: { step: Step }) {
  const { t } = useTranslation('placements')
  return (
    <span className={classes.badge} data-step={step} title={t(`placements:stepMeaning.${step}`)}>
      {t(`placements:step.${step}`)}
    </span>
  )
}

import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Plan } from './plan-answers.ts'
import classes from './matching.module.css'

/** How far the solving is: which stage, the best so far, and how much of its time is used. Only a new stage is read out. */
export function Solving({ plan, onCancel }: { plan: Plan; onCancel: () => void }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const { progress } = plan
  const stage = progress
    ? t('matching:progress.stage', {
        step: format.number(progress.step),
        steps: format.number(progress.steps),
        what: t(`matching:progress.${progress.stage}`),
      })
    : t(`matching:progress.${plan.state === 'waiting' ? 'waiting' : 'beginning'}`)
  return (
    <div className={classes.running}>
      <p role="status">
        <strong>{stage}</strong>
        {progress && progress.placed !== null && (
          <> {t('matching:progress.settled', { count: progress.placed })}</>
        )}
      </p>
      <Progress
        value={progress ? Math.min(100, (progress.seconds / progress.mostSeconds) * 100) : 0}
        animated
        aria-label={t('matching:progress.time')}
      />
      <div className={classes.clock}>
        <span className={tables.quiet}>
          {[
            progress &&
              t('matching:progress.seconds', {
                seconds: format.number(progress.seconds),
                most: format.number(progress.mostSeconds),
              }),
            progress && <Best key="best" progress={progress} />,
          ]}
        </span>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('matching:cancel')}
        </Button>
      </div>
      <p className={tables.quiet}>{t('matching:solvingText')}</p>
    </div>
  )
}

function Best({ progress: { stage, best, bound } }: { progress: NonNullable<Plan['progress']> }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  if (best === null) return null
  const unit = stage === 'wishes' ? 'points' : 'people'
  return (
    <>
      {' · '}
      {bound === null
        ? t(`matching:progress.best.${unit}`, { best: format.number(best) })
        : t(`matching:progress.bestOf.${unit}`, { best: format.number(best), bound: format.number(bound) })}
    </>
  )
}

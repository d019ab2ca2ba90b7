import { useTranslation } from 'react-i18next'
import { wishes, type Wish } from '../pair.rules.ts'
import type { Plan } from './plan-answers.ts'
import classes from './matching.module.css'

interface PointsProps {
  points: Record<string, number>
  weights: Plan['weights']
}

/** Why a pair is good: a small bar for each wish that it fulfils, as long as it counts, with its word. */
export function Points({ points, weights }: PointsProps) {
  const { t } = useTranslation('matching')
  const told = wishes.filter((wish): wish is Wish => (points[wish] ?? 0) > 0)
  if (told.length === 0) return <span className={classes.points}>{t('matching:onlyRules')}</span>
  return (
    <span className={classes.points}>
      {told.map((wish) => (
        <span
          key={wish}
          className={classes.point}
          title={t('matching:pointsOf', { points: points[wish], most: weights[wish] })}
        >
          <span
            className={classes.bar}
            style={{ inlineSize: `${Math.max(4, points[wish] ?? 0)}px` }}
            aria-hidden
          />
          {t(`matching:wish.${wish}`)} {points[wish]}
        </span>
      ))}
    </span>
  )
}

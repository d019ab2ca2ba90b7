import { useTranslation } from 'react-i18next'
import classes from './SkeletonRows.module.css'

/** Grey rows in the place of what is being loaded, so that nothing jumps when it comes. */
export function SkeletonRows({ rows = 8, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('web')
  return (
    <div role="status" className={classes.rows} aria-label={t('web:state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} style={{ height }}>
          <span style={{ width: `${30 + ((row * 37) % 55)}%` }} />
        </div>
      ))}
    </div>
  )
}

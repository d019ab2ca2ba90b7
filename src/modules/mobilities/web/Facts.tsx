import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Facts.module.css'

export interface FactLine {
  label: string
  value: ReactNode
  /** Said in place of a value that is not there. */
  missing?: string
  wide?: boolean
}

/** Fields of a record to be read; what is missing says so. */
export function Facts({ lines }: { lines: readonly FactLine[] }) {
  const { t } = useTranslation('record')
  return (
    <dl className={classes.facts}>
      {lines.map(({ label, value, missing, wide }) => (
        <div key={label} {...(wide ? { className: classes.wide } : {})}>
          <dt>{label}</dt>
          <dd>{value ?? <span className={classes.missing}>{missing ?? t('record:notYet')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

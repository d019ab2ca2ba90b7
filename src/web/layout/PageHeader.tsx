import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTitle } from './use-title.ts'
import classes from './PageHeader.module.css'

export interface PageHeaderProps {
  title: string
  description?: ReactNode
  /** Beside the title: status, whose turn. */
  status?: ReactNode
  /** At most one main button, and a few quiet ones. */
  actions?: ReactNode
  /** The pages above this one, the outermost first. */
  trail?: readonly { label: string; to: string }[]
}

/** The head of every staff page: where one is, what it is, its state, its actions. */
export function PageHeader({ title, description, status, actions, trail }: PageHeaderProps) {
  const { t } = useTranslation('web')
  useTitle(title)
  return (
    <header className={classes.header}>
      {trail && trail.length > 0 && (
        <nav className={classes.trail} aria-label={t('web:layout.trail')}>
          <ol>
            {trail.map(({ label, to }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={classes.row}>
        <h1 className={classes.title}>{title}</h1>
        {status}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {description && <div className={classes.description}>{description}</div>}
    </header>
  )
}

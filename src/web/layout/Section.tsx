import { useId, type ReactNode } from 'react'
import classes from './Section.module.css'

export interface SectionProps {
  title: string
  /** Beside the title: a count, a state. */
  aside?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** One part of a record, named by its meaning. */
export function Section({ title, aside, actions, children }: SectionProps) {
  const heading = useId()
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <div className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {aside && <span className={classes.aside}>{aside}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}

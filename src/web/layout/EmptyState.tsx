import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

export interface EmptyStateProps {
  title: string
  /** What this page is for. */
  text: string
  /** The first step, as a button or link. */
  action?: ReactNode
  /** What it will look like. */
  example?: ReactNode
}

/** An empty page teaches: what it is for, the first step, an example. */
export function EmptyState({ title, text, action, example }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {action && <div className={classes.action}>{action}</div>}
      {example && <div className={classes.example}>{example}</div>}
    </section>
  )
}

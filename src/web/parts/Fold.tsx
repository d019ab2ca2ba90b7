import type { ReactNode } from 'react'
import classes from './fold.module.css'

interface FoldProps {
  title: string
  /** In a few words what is inside, for whoever does not open it. */
  aside?: string | undefined
  /** Whether it begins open: what is due or happens soon is never behind a tap. */
  open?: boolean
  children: ReactNode
}

/** A part of a phone page behind a tap, so that what is next comes first. */
export function Fold({ title, aside, open = false, children }: FoldProps) {
  return (
    <details className={classes.fold} open={open}>
      <summary>
        <span className={classes.title}>{title}</span>
        {aside && <span className={classes.aside}>{aside}</span>}
      </summary>
      <div className={classes.body}>{children}</div>
    </details>
  )
}

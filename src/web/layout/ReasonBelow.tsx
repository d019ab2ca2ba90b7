import { Button, type ButtonProps } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './ReasonBelow.module.css'

export interface ReasonBelowProps extends ButtonProps {
  children: ReactNode
  onClick: () => void
  whyNot?: string | null | undefined
  type?: 'button' | 'submit'
}

/** The phone's form of a button with a reason: nothing to hover there, so the reason stands below. */
export function ReasonBelow({ whyNot, onClick, children, type = 'button', ...button }: ReasonBelowProps) {
  const reason = useId()
  const state = whyNot
    ? {
        'data-disabled': true,
        'aria-disabled': true as const,
        'aria-describedby': reason,
        type: 'button' as const,
      }
    : { onClick, type }
  return (
    <div className={classes.place}>
      <Button size="lg" fullWidth {...button} {...state}>
        {children}
      </Button>
      {whyNot && (
        <p className={classes.reason} id={reason}>
          {whyNot}
        </p>
      )}
    </div>
  )
}

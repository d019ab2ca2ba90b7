import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core'
import { useId, type MouseEvent, type ReactNode } from 'react'

export interface ReasonButtonProps extends ButtonProps {
  children: ReactNode
  onClick: (event: MouseEvent<HTMLButtonElement>) => void
  /** Why it is not possible, in words; absent or null when it is. */
  whyNot?: string | null | undefined
  type?: 'button' | 'submit'
}

/** A button that, when its action is not possible, stays reachable and says why. */
export function ReasonButton({ whyNot, onClick, children, type = 'button', ...button }: ReasonButtonProps) {
  const reason = useId()
  if (!whyNot) {
    return (
      <Button {...button} type={type} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <>
      <Tooltip label={whyNot} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <Button
          {...button}
          type="button"
          data-disabled
          aria-disabled="true"
          aria-describedby={reason}
          onClick={(event) => event.preventDefault()}
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={reason}>{whyNot}</VisuallyHidden>
    </>
  )
}

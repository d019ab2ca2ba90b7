import type { SenderMark } from '../../sender-marks.rules.ts'
import classes from './senders.module.css'

/** A sender's letters on its colour, with its pattern beside: told apart without colour, and on paper. */
export function SenderTag({ sender }: { sender: Omit<SenderMark, 'id'> }) {
  return (
    <span className={`${classes.tone} ${classes.tag}`} data-tone={sender.tone} aria-hidden="true">
      <span className={classes.pattern} data-pattern={sender.pattern % 4} />
      {sender.short}
    </span>
  )
}

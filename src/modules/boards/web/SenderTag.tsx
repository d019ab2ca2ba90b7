import type { Sender } from './board-answers.ts'
import classes from './senders.module.css'

/** A sender's letters on its colour, with its pattern beside: told apart without colour, and on paper. */
export function SenderTag({ sender }: { sender: Pick<Sender, 'short' | 'tone' | 'pattern'> }) {
  return (
    <span className={`${classes.tone} ${classes.tag}`} data-tone={sender.tone} aria-hidden="true">
      <span className={classes.pattern} data-pattern={sender.pattern % 4} />
      {sender.short}
    </span>
  )
}

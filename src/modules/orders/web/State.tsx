import classes from './orders.module.css'

/** A state in a word; the tone says whether it is one's turn, harm, or done. */
export function State({ tone, children }: { tone?: 'turn' | 'harm' | 'done' | undefined; children: string }) {
  return (
    <span className={classes.state} data-tone={tone}>
      {children}
    </span>
  )
}

const turns = ['quote', 'finish-quotation', 'decide', 'requote', 'invoice', 'finish-invoice', 'pay']

/** Whose turn it is, as a tone. */
export const toneOf = (next: string): 'turn' | 'done' | undefined =>
  turns.includes(next) ? 'turn' : next === 'nothing' ? 'done' : undefined

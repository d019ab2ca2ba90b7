import type { TaskLook } from '#modules/tasks/task.rules.ts'
import type { Actor } from './actors.ts'
import { shapePath } from './shapes.ts'
import classes from './Sign.module.css'

export interface SignProps {
  actor: Actor
  look: TaskLook
  x: number
  y: number
  radius: number
}

/** One station: filled when done, ringed when due, ringed and marked when late, dashed when blocked, struck off when waived. */
export function Sign({ actor, look, x, y, radius }: SignProps) {
  const ringed = look === 'due' || look === 'late'
  return (
    <g className={classes.sign} data-actor={actor} data-look={look}>
      {ringed && <path className={classes.ring} d={shapePath(actor, x, y, radius + 3)} />}
      <path className={classes.shape} d={shapePath(actor, x, y, radius)} />
      {look === 'waived' && <path className={classes.strike} d={`M${x - radius} ${y}h${radius * 2}`} />}
      {look === 'late' && <path className={classes.mark} d={exclamation(x, y, radius)} />}
    </g>
  )
}

/** A stroke and a dot inside the sign. */
function exclamation(x: number, y: number, r: number): string {
  return `M${x} ${y - r * 0.5}v${r * 0.55}M${x} ${y + r * 0.52}v0.01`
}

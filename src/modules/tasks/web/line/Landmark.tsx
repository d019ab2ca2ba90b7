import type { TaskLook } from '../../task.rules.ts'
import classes from './Landmark.module.css'

export interface LandmarkProps {
  look: TaskLook
  /** Departure and return, where lines meet in all mobilities. */
  big: boolean
  x: number
  y: number
  radius: number
}

/** A fixed station of every line; nobody owns it, so it wears no actor's colour. */
export function Landmark({ look, big, x, y, radius }: LandmarkProps) {
  return (
    <g className={classes.landmark} data-look={look}>
      <circle cx={x} cy={y} r={radius} />
      {big && look !== 'done' && <circle className={classes.core} cx={x} cy={y} r={radius * 0.4} />}
    </g>
  )
}

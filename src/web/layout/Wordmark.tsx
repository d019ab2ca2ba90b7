import classes from './Wordmark.module.css'

/** The name with its picture: a line with departure and return. */
export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <svg viewBox="0 0 36 16" width="36" height="16" aria-hidden="true">
        <path d="M4 8h28" stroke="currentColor" strokeWidth="2.5" />
        <circle cx="5" cy="8" r="3.5" fill="currentColor" />
        <circle className={classes.station} cx="31" cy="8" r="3.5" stroke="currentColor" strokeWidth="2.5" />
        <circle className={classes.station} cx="18" cy="8" r="2.5" stroke="currentColor" strokeWidth="2" />
      </svg>
      {'SoftMob'}
    </span>
  )
}

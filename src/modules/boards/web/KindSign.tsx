import { shapePath } from '#web/parts/shapes.ts'
import type { MapKind } from '../map.rules.ts'
import classes from './map.module.css'

/** Whose shape and colour a kind wears: companies a triangle, homes the host's square, people a diamond (look.md, "The line"). */
export const actorOfKind = { companies: 'company', homes: 'hosting', people: 'participant' } as const

/** The sign of one kind, beside its word. */
export function KindSign({ kind }: { kind: MapKind }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={classes.sign}
      data-kind={kind}
    >
      <path d={shapePath(actorOfKind[kind], 8, 8, 6)} />
    </svg>
  )
}

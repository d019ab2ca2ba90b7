import { actorOf } from '#web/parts/actors.ts'
import { Sign } from '#web/parts/Sign.tsx'
import type { Station } from '../../line.rules.ts'
import { Landmark } from './Landmark.tsx'
import { isBig } from './station-words.ts'

interface StationSignProps {
  station: Station
  className: string | undefined
}

/** One station as a picture of 28 × 28; the words stand beside it. */
export function StationSign({ station, className }: StationSignProps) {
  const { kind, look, owner } = station
  const big = isBig(station)
  return (
    <svg className={className} viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
      {kind === 'task' && owner ? (
        <Sign actor={actorOf(owner)} look={look} x={14} y={14} radius={6} />
      ) : (
        <Landmark look={look} big={big} x={14} y={14} radius={big ? 11 : 6} />
      )}
    </svg>
  )
}

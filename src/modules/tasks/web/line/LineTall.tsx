import { When } from '#web/i18n/When.tsx'
import type { Station } from '../../line.rules.ts'
import { isBig, useStationWords } from './station-words.ts'
import { StationSign } from './StationSign.tsx'
import type { LineProps } from './line-props.ts'
import { travelled } from './travelled.ts'
import classes from './LineTall.module.css'

/** The line on a phone, from top to bottom, each station with its words. */
export function LineTall({ line, titles }: LineProps) {
  const words = useStationWords(titles)
  const reached = travelled(line)
  return (
    <div>
      <p className={classes.quiet}>{words.progress(line)}</p>
      <ol className={classes.stations}>
        {line.stations.map((station) => (
          <TallStation key={station.key} station={station} words={words} passed={station.at < reached} />
        ))}
      </ol>
    </div>
  )
}

interface TallStationProps {
  station: Station
  words: ReturnType<typeof useStationWords>
  /** The stretch below it lies behind. */
  passed: boolean
}

function TallStation({ station, words, passed }: TallStationProps) {
  const { kind, look, due, owner } = station
  const over = look === 'done' || look === 'waived'
  return (
    <li className={classes.station} data-passed={passed || undefined} data-look={look}>
      <StationSign station={station} className={classes.sign} />
      <div>
        <div className={classes.name} data-big={isBig(station) || undefined}>
          {words.name(station)}
        </div>
        <div className={classes.quiet}>
          {[
            kind === 'task' && owner ? words.owner(station) : '',
            kind === 'task' || over ? words.look(station) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          {due && !over && (
            <>
              {kind === 'task' && ' · '}
              <When day={due} />
            </>
          )}
        </div>
      </div>
    </li>
  )
}

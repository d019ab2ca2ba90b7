import { VisuallyHidden } from '@mantine/core'
import type { Station } from '../../line.rules.ts'
import { StationSign } from './StationSign.tsx'
import { isBig, useStationWords } from './station-words.ts'
import { travelled } from './travelled.ts'
import type { LineProps } from './line-props.ts'
import classes from './LineLarge.module.css'

/** The line of a record, from left to right: departure and return at the same place on every one. */
export function LineLarge({ line, titles }: LineProps) {
  const words = useStationWords(titles)
  const { today } = line
  return (
    <figure className={classes.line}>
      <figcaption className={classes.progress}>{words.progress(line)}</figcaption>
      <div className={classes.scroll}>
        <div className={classes.map}>
          <span className={classes.track} />
          <span className={classes.travelled} style={{ width: percent(travelled(line)) }} />
          {today !== undefined && (
            <span className={classes.today} style={{ insetInlineStart: percent(today) }}>
              {words.today()}
            </span>
          )}
          <ol className={classes.stations}>
            {line.stations.map((station) => (
              <LargeStation key={station.key} station={station} words={words} />
            ))}
          </ol>
        </div>
      </div>
    </figure>
  )
}

interface LargeStationProps {
  station: Station
  words: ReturnType<typeof useStationWords>
}

function LargeStation({ station, words }: LargeStationProps) {
  const named = station.kind !== 'task'
  return (
    <li
      className={classes.station}
      style={{ insetInlineStart: percent(station.at) }}
      title={words.all(station)}
      data-end={
        station.kind === 'application' ? 'first' : station.kind === 'recognition' ? 'last' : undefined
      }
    >
      <StationSign station={station} className={classes.sign} />
      <VisuallyHidden>{words.all(station)}</VisuallyHidden>
      {named && (
        <span className={classes.name} data-big={isBig(station) || undefined} aria-hidden="true">
          {words.name(station)}
          {station.due && <span className={classes.date}>{words.date(station)}</span>}
        </span>
      )}
    </li>
  )
}

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

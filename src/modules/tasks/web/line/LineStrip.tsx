import { memo } from 'react'
import type { Status } from '#modules/mobilities/statuses.rules.ts'
import type { Day } from '#shared/dates.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { lineOf, type LineModel } from '../../line.rules.ts'
import { decodeLine } from '../../line-code.rules.ts'
import { travelled } from './travelled.ts'
import { pathsOf, stripHeight, stripWidth } from './strip-paths.ts'
import { useStationWords } from './station-words.ts'
import classes from './LineStrip.module.css'

export interface LineStripProps {
  /** The line in short form, as a row carries it (line-code.rules.ts). */
  line: string
  status: Status
  departure: Day | null
  returnDate: Day | null
  today?: Day
}

/** The line in a grid row: 120 px, a handful of paths, and the same in words. */
export const LineStrip = memo(function LineStrip({ line, today = todayHere(), ...dates }: LineStripProps) {
  const model = lineOf({ tasks: decodeLine(line), today, ...dates })
  const words = useStationWords(noTitles)
  const label = [words.progress(model), ...lateWords(model, words.look)].join(', ')
  const middle = stripHeight / 2
  return (
    <svg
      className={classes.strip}
      width={stripWidth}
      height={stripHeight}
      viewBox={`0 0 ${stripWidth} ${stripHeight}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path className={classes.track} d={`M4 ${middle}H${stripWidth - 4}`} />
      <path className={classes.travelled} d={`M4 ${middle}h${(stripWidth - 8) * travelled(model)}`} />
      {pathsOf(model).map(({ key, actor, look, path }) => (
        <path key={key} className={classes.stations} data-actor={actor} data-look={look} d={path} />
      ))}
    </svg>
  )
})

const noTitles = new Map<string, string>()

/** Late is said in words as well: the first station that is late stands for all. */
function lateWords(
  { stations }: LineModel,
  look: (station: LineModel['stations'][number]) => string,
): string[] {
  const late = stations.find((station) => station.look === 'late')
  return late ? [look(late)] : []
}

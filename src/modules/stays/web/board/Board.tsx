import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Day } from '#shared/dates.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { paths } from '#web/paths.ts'
import { daysOf } from '../../board.rules.ts'
import type { BoardHousing, Stay } from '../stays-answers.ts'
import { VettingMark } from '../VettingMark.tsx'
import { BedRow } from './BedRow.tsx'
import { useBarKeys } from './use-bar-keys.ts'
import classes from './board.module.css'

/** One bed, with the words for it and when it is free. */
export interface Bed {
  id: string
  roomId: string
  words: string
  free: { from: Day; to: Day } | null
}

export interface BoardProps {
  organisation: string
  housings: readonly BoardHousing[]
  from: Day
  count: number
  narrow: boolean
  mayAct: boolean
  onStay: (stay: Stay) => void
  onMove: (stay: Stay, bed: Bed) => void
  onGive: (bed: Bed) => void
}

/** A table: beds by room and housing, one column a day. Arrow keys walk from bar to bar, Enter opens one. */
export function Board(props: BoardProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const { housings, from, count, narrow, organisation } = props
  const days = daysOf(from, count)
  const today = todayHere()
  const walk = useBarKeys()
  return (
    <div className={classes.scroll} {...walk}>
      <table className={classes.board} data-narrow={narrow}>
        <caption className={classes.caption}>{t('stays:board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('stays:board.bed')}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                className={classes.day}
                data-today={day === today}
                data-weekend={isWeekend(day)}
              >
                <DayHead day={day} narrow={narrow} words={format.date(day, 'long')} />
              </th>
            ))}
          </tr>
        </thead>
        {housings.map((housing) => {
          const byBed = Map.groupBy(housing.stays, ({ bedId }) => bedId)
          return (
            <tbody key={housing.id}>
              <tr className={classes.house}>
                <th scope="rowgroup" colSpan={count + 1}>
                  <Link to={paths.housing(organisation, housing.id)}>{housing.name}</Link>
                  <span className={classes.where}>
                    {[t(`stays:kind.${housing.kind}`), housing.town].filter(Boolean).join(' · ')}
                  </span>
                  {(housing.vetting === 'expired' ||
                    housing.vetting === 'soon' ||
                    housing.vetting === 'missing') && <VettingMark housing={housing} />}
                </th>
              </tr>
              {housing.rooms.map((room) => (
                <Fragment key={room.id}>
                  {room.beds.map((bed) => (
                    <BedRow
                      key={bed.id}
                      {...props}
                      housing={housing}
                      room={room}
                      bed={bed}
                      today={today}
                      stays={byBed.get(bed.id) ?? []}
                    />
                  ))}
                </Fragment>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function DayHead({ day, narrow, words }: { day: Day; narrow: boolean; words: string }) {
  const format = useFormat()
  const number = String(Number(day.slice(8)))
  const [weekday = ''] = format.date(day, 'weekday').split(/[ ,.]/)
  return (
    <abbr title={words} className={classes.dayWords}>
      <span>{narrow ? weekday.slice(0, 1) : weekday}</span>
      <span>{number}</span>
    </abbr>
  )
}

import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type CSSProperties, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type Day } from '#shared/dates.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { barOf, gapsOf } from '../../board.rules.ts'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import senderClasses from '#modules/mobilities/web/senders/senders.module.css'
import type { BoardHousing, BoardStay, Stay } from '../stays-answers.ts'
import type { Bed, BoardProps } from './Board.tsx'
import classes from './board.module.css'

interface BedRowProps extends BoardProps {
  housing: BoardHousing
  room: BoardHousing['rooms'][number]
  bed: { id: string; name: string }
  today: Day
  stays: readonly BoardStay[]
}

/** The stay that is being dragged; the browser tells a drop only text. */
const dragged: { stay: Stay | null } = { stay: null }

/** One bed over the days: its people as bars, its free time as gaps. */
export function BedRow(props: BedRowProps) {
  const { housing, room, bed, stays, from, count, today, mayAct, onGive, onMove } = props
  const { t } = useTranslation('stays')
  const format = useFormat()
  const [over, setOver] = useState(false)
  const words = t('stays:board.bedIn', { bed: bed.name, room: room.name, housing: housing.name })
  const gaps = gapsOf(stays, from, count)
  const here = (free: Bed['free'] = null): Bed => ({ id: bed.id, roomId: room.id, words, free })
  const daysOfGap = (gap: { start: number; length: number }) => ({
    from: addDays(from, gap.start),
    to: addDays(from, gap.start + gap.length),
  })
  const next = gaps.find(({ start, length }) => addDays(from, start + length) > today) ?? gaps[0]
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const { stay } = dragged
    if (stay && stay.bedId !== bed.id) onMove(stay, here())
  }
  const columns = { '--days': count } as CSSProperties
  const now = barOf({ startsOn: today, endsOn: addDays(today, 1) }, from, count)
  return (
    <tr>
      <th scope="row" className={classes.bed}>
        <span className={classes.bedWords}>
          <span>{t('stays:board.roomBed', { room: room.name, bed: bed.name })}</span>
          {mayAct && next && (
            <ActionIcon
              className={classes.give}
              size={24}
              variant="subtle"
              aria-label={t('stays:board.giveBed', { bed: words })}
              onClick={() => onGive(here(daysOfGap(next)))}
            >
              <IconPlus size={14} />
            </ActionIcon>
          )}
        </span>
      </th>
      <td
        colSpan={count}
        className={classes.track}
        style={columns}
        data-over={over}
        onDragOver={(event) => {
          if (!mayAct) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={classes.lane}>
          {now.length > 0 && <span className={classes.now} style={place(now)} />}
          {mayAct &&
            gaps.map((gap) => (
              // The plus before the row does the same for keyboards and screen readers.
              <button
                key={gap.start}
                type="button"
                tabIndex={-1}
                aria-hidden
                className={classes.gap}
                style={place(gap)}
                title={t('stays:board.freeFrom', {
                  from: format.date(daysOfGap(gap).from, 'short'),
                  to: format.date(daysOfGap(gap).to, 'short'),
                })}
                onClick={() => onGive(here(daysOfGap(gap)))}
              />
            ))}
          {stays.map((stay) => (
            <Bar key={stay.id} {...props} stay={stay} />
          ))}
        </div>
      </td>
    </tr>
  )
}

const place = ({ start, length }: { start: number; length: number }): CSSProperties => ({
  gridColumn: `${start + 1} / span ${length}`,
})

function Bar({ stay, from, count, mayAct, onStay }: BedRowProps & { stay: BoardStay }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const bar = barOf(stay, from, count)
  if (bar.length === 0) return null
  const off = datesDiffer(stay)
  return (
    <button
      type="button"
      data-bar
      className={`${senderClasses.tone} ${classes.bar}`}
      style={place(bar)}
      data-tone={stay.mark.tone}
      data-step={stay.step}
      data-before={bar.before}
      data-after={bar.after}
      draggable={mayAct && (stay.step === 'planned' || stay.step === 'checked-in')}
      title={`${stay.participant} · ${format.dateRange(stay.startsOn, stay.endsOn)}`}
      onDragStart={(event) => {
        dragged.stay = stay
        event.dataTransfer.setData('text/plain', stay.participant)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragEnd={() => {
        dragged.stay = null
      }}
      onClick={() => onStay(stay)}
    >
      <SenderTag sender={stay.mark} />
      <span className={classes.name}>
        {off && <span aria-hidden>⚠ </span>}
        {stay.participant}
      </span>
      <VisuallyHidden>
        {[
          stay.school,
          format.dateRange(stay.startsOn, stay.endsOn),
          t(`stays:step.${stay.step}`),
          off && t('stays:datesDiffer'),
        ]
          .filter(Boolean)
          .join(', ')}
      </VisuallyHidden>
    </button>
  )
}

/** The bed is for other days than the journey, at the edges that nobody moved within. */
export const datesDiffer = (stay: Stay): boolean =>
  stay.departure !== null &&
  stay.returnDate !== null &&
  (stay.startsOn < stay.departure || stay.endsOn > stay.returnDate)

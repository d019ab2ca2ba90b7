import { Badge, Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { paths } from '#web/paths.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Direction } from '../travel-means.rules.ts'
import { placeName, type Arrival } from './journey-answers.ts'
import classes from './journeys.module.css'

interface ArrivalGroupProps {
  people: readonly Arrival[]
  organisation: string
  direction: Direction
  /** Absent for those who only read. */
  onMove: ((leg: Arrival) => void) | undefined
}

/** So many people are shown at once; more are opened. Printing shows all. */
const few = 12

/** Everybody who comes (or leaves) with one flight, train or coach. */
export function ArrivalGroup({ people, organisation, direction, onMove }: ArrivalGroupProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const [open, setOpen] = useState(people.length <= few)
  const [first] = people
  if (!first) return null
  const seated = people.filter(({ transfer }) => transfer).length
  const schools = [...new Set(people.map(({ school }) => school))]
  const flows = [...new Set(people.flatMap(({ flow }) => flow?.name ?? []))]
  const changedToday = first.changedAt?.slice(0, 10) === todayHere()
  return (
    <li className={classes.group}>
      <div className={classes.groupHead}>
        <span className={classes.clock}>{first.time}</span>
        <div className={classes.groupText}>
          <h3 className={classes.groupTitle}>
            {[t(`journeys:means.${first.means}`), first.carrier, first.number].filter(Boolean).join(' ')}
            <span className={classes.quiet}>
              {' '}
              {t(direction === 'out' ? 'journeys:list.fromTo' : 'journeys:list.toFrom', {
                from: first.from,
                place: placeName(first),
              })}
            </span>
          </h3>
          <p className={classes.quiet}>
            {[format.list(schools), format.list(flows)].filter(Boolean).join(' · ')}
          </p>
          <p className={classes.marks}>
            {first.late && (
              <Badge color="yellow" variant="light">
                {t('journeys:late.mark')}
              </Badge>
            )}
            {first.changedAt && first.wasTime && first.wasDay && (
              <Badge color="line" variant={changedToday ? 'filled' : 'light'}>
                {t(changedToday ? 'journeys:list.changedToday' : 'journeys:list.changed', {
                  was:
                    first.wasDay === first.day
                      ? first.wasTime
                      : `${format.date(first.wasDay, 'short')}, ${first.wasTime}`,
                })}
              </Badge>
            )}
            <span className={seated < people.length ? classes.open : classes.quiet}>
              {seated === people.length
                ? t('journeys:list.allSeated')
                : t('journeys:list.unseated', { count: people.length - seated })}
            </span>
          </p>
        </div>
        <div className={classes.groupActions}>
          <UnstyledButton className={classes.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
            {t('journeys:list.people', { count: people.length })}
            <span className={classes.hidden}> {first.time}</span>
          </UnstyledButton>
          {onMove && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${t('journeys:move.action')}: ${first.time} ${first.number ?? ''}`}
              onClick={() => onMove(first)}
            >
              {t('journeys:move.action')}
            </Button>
          )}
        </div>
      </div>
      <div className={classes.people} data-open={open}>
        <table className={tables.table}>
          <thead>
            <tr>
              {(['name', 'school', 'phone', 'seat', 'housing', 'transfer'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`journeys:column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.journeyId}>
                <td>
                  {person.mobilityId ? (
                    <Link to={paths.mobility(organisation, person.mobilityId)} className={tables.name}>
                      {person.participant}
                    </Link>
                  ) : (
                    <>
                      {person.participant} <Badge variant="light">{t('journeys:list.companion')}</Badge>
                    </>
                  )}
                </td>
                <td>{person.school}</td>
                <td>{person.phone && <PhoneLink number={person.phone} />}</td>
                <td>{person.seat}</td>
                <td>{[person.housing, person.company].filter(Boolean).join(' · ')}</td>
                <td>
                  {person.transfer
                    ? `${person.transfer.name}, ${person.transfer.atTime}`
                    : t('journeys:list.noTransfer')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </li>
  )
}

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { RoomPlan } from '../stays-answers.ts'
import { PersonMarks } from './PersonMarks.tsx'
import type { PlanPerson } from './PlanMoveDialog.tsx'
import classes from './plans.module.css'

interface PlanRoomsProps {
  organisation: string
  plan: RoomPlan
  busy: boolean
  /** Null: the plan is applied and stands. */
  turn: {
    put: (mobilityId: string, roomId: string | null, locked: boolean) => void
    move: (person: PlanPerson) => void
  } | null
}

type Given = RoomPlan['given'][number]

/** People room by room, the rooms by housing; what is free is said too. */
export function PlanRooms({ organisation, plan, busy, turn }: PlanRoomsProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const byRoom = Map.groupBy(plan.given, ({ roomId }) => roomId)
  const houses = [...Map.groupBy(plan.rooms, ({ housingId }) => housingId).values()]
  const used = houses.filter((rooms) => rooms.some(({ id }) => byRoom.has(id)))
  const untouched = houses.filter((rooms) => !used.includes(rooms))
  return (
    <Section title={t('stays:plan.rooms')} aside={format.number(plan.given.length)}>
      <ul className={classes.houses}>
        {used.map((rooms) => {
          const [first] = rooms
          const people = rooms.flatMap(({ id }) => byRoom.get(id) ?? [])
          const schools = [...new Set(people.map(({ school }) => school))]
          return (
            <li key={first?.housingId} className={classes.house}>
              <div className={classes.head}>
                <strong>
                  <Link to={paths.housing(organisation, first?.housingId ?? '')}>{first?.housing}</Link>
                </strong>
                <span className={tables.quiet}>
                  {[t(`stays:kind.${first?.kind}`), first?.town, format.list(schools)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <ul className={classes.rooms}>
                {rooms
                  .filter(({ id }) => byRoom.has(id))
                  .map((room) => (
                    <RoomOf
                      key={room.id}
                      room={room}
                      people={byRoom.get(room.id) ?? []}
                      {...{ organisation, busy, turn }}
                    />
                  ))}
              </ul>
            </li>
          )
        })}
      </ul>
      {untouched.length > 0 && plan.given.length > 0 && (
        <p className={tables.quiet}>
          {t('stays:plan.untouched', {
            list: format.list(untouched.slice(0, 8).map(([room]) => room?.housing ?? '')),
          })}
        </p>
      )}
    </Section>
  )
}

interface RoomOfProps extends Omit<PlanRoomsProps, 'plan'> {
  room: RoomPlan['rooms'][number]
  people: readonly Given[]
}

function RoomOf({ organisation, room, people, busy, turn }: RoomOfProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const names = people.map(({ participant }) => participant)
  return (
    <li className={classes.room}>
      <span className={classes.roomName}>
        {t('stays:roomName', { name: room.name })}
        <span className={tables.quiet}>
          {t('stays:plan.bedsUsed', {
            used: format.number(people.length + room.others),
            beds: format.number(room.beds),
          })}
          {room.others > 0 && ` · ${t('stays:plan.others', { count: room.others })}`}
          {room.quiet && ` · ${t('stays:feature.quiet')}`}
        </span>
      </span>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.mobilityId} className={classes.person}>
            <span className={classes.words}>
              <Link to={paths.mobility(organisation, person.mobilityId)}>{person.participant}</Link>
              <PersonMarks person={person} near={names} />
            </span>
            {turn && (
              <span className={classes.tools}>
                <Lock
                  person={person}
                  busy={busy}
                  onTurn={(locked) => turn.put(person.mobilityId, person.roomId, locked)}
                />
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('stays:plan.moveFor', { name: person.participant })}
                  onClick={() => turn.move(person)}
                >
                  {t('stays:move.action')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Lock({ person, busy, onTurn }: { person: Given; busy: boolean; onTurn: (locked: boolean) => void }) {
  const { t } = useTranslation('stays')
  const words = t(person.locked ? 'stays:plan.unlock' : 'stays:plan.lock', { name: person.participant })
  return (
    <Tooltip label={words}>
      <ActionIcon
        size={24}
        variant={person.locked ? 'filled' : 'subtle'}
        aria-label={words}
        aria-pressed={person.locked}
        disabled={busy}
        onClick={() => onTurn(!person.locked)}
      >
        {person.locked ? <IconLock size={16} /> : <IconLockOpen size={16} />}
      </ActionIcon>
    </Tooltip>
  )
}

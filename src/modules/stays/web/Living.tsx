import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import type { Housing, Stay } from './stays-answers.ts'
import classes from './stays.module.css'

/** Room by room: the beds, who lives there now, who comes next. */
export function Living({ organisation, housing }: { organisation: string; housing: Housing }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const read = useApi('GET /organisations/:organisation/housings/:housing/stays', {
    params: { organisation, housing: housing.id },
    query: {},
  })
  const byRoom = Map.groupBy(read.data?.items ?? [], ({ roomId }) => roomId)
  const beds = housing.rooms.reduce((sum, room) => sum + room.beds.length, 0)
  return (
    <Section
      title={t('stays:roomsAndPeople')}
      aside={t('stays:bedCount', { count: beds, number: format.number(beds) })}
      actions={
        <Button
          component={Link}
          size="xs"
          variant="default"
          to={`${paths.bedBoard(organisation)}?q=${encodeURIComponent(housing.name)}`}
        >
          {t('stays:toBoard')}
        </Button>
      }
    >
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {housing.rooms.length === 0 && <p className={classes.quiet}>{t('stays:noRooms')}</p>}
      <ul className={classes.rooms}>
        {housing.rooms.map((room) => (
          <li key={room.id} className={classes.room}>
            <span>
              <strong>{t('stays:roomName', { name: room.name })}</strong>{' '}
              <span className={classes.quiet}>
                {t('stays:bedCount', { count: room.beds.length, number: format.number(room.beds.length) })}
              </span>
            </span>
            <People stays={byRoom.get(room.id) ?? []} organisation={organisation} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function People({ stays, organisation }: { stays: readonly Stay[]; organisation: string }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const today = todayHere()
  if (stays.length === 0) return <span className={classes.quiet}>{t('stays:nobody')}</span>
  return (
    <ul className={classes.plain}>
      {stays.map((stay) => (
        <li key={stay.id}>
          <Link to={paths.mobility(organisation, stay.mobilityId)}>{stay.participant}</Link>{' '}
          <span className={classes.quiet}>
            {t(stay.startsOn <= today ? 'stays:livesUntil' : 'stays:comes', {
              from: format.date(stay.startsOn, 'short'),
              to: format.date(stay.endsOn, 'short'),
            })}
            {' · '}
            {stay.school}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { daysBetween, type Day } from '#shared/dates.ts'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere, When } from '#web/i18n/When.tsx'
import { paths } from '#web/paths.ts'
import { Places } from './Places.tsx'

export type FlowItem = AnswerOf<'GET /organisations/:organisation/flows'>['items'][number]

/** Flows, each with where, when and how full, and the way to its mobilities. */
export function FlowTable({ flows, organisation }: { flows: readonly FlowItem[]; organisation: string }) {
  const { t } = useTranslation(['flows', 'mobilities'])
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('flows:field.name')}</th>
            <th scope="col">{t('flows:field.where')}</th>
            <th scope="col">{t('flows:field.dates')}</th>
            <th scope="col">{t('flows:field.places')}</th>
            <th scope="col" className={classes.number}>
              {t('flows:field.accompanyingPlaces')}
            </th>
            <th scope="col">{t('flows:field.project')}</th>
            <th scope="col">{t('flows:mobilities')}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <Row key={flow.id} flow={flow} organisation={organisation} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ flow, organisation }: { flow: FlowItem; organisation: string }) {
  const { t } = useTranslation(['flows', 'mobilities'])
  const format = useFormat()
  const { startDate, endDate, project } = flow
  return (
    <tr>
      <td>
        <Link to={paths.flow(organisation, flow.id)} className={classes.name}>
          {flow.name}
        </Link>{' '}
        {flow.archived && <Badge color="gray">{t('flows:archived')}</Badge>}
        <p className={classes.quiet}>
          {t(`mobilities:activityType.${flow.activityType}`, { defaultValue: flow.activityType })}
        </p>
        {!flow.own && <p className={classes.quiet}>{t('flows:ofOther', { name: flow.organisation.name })}</p>}
      </td>
      <td>
        {[flow.town, flow.country && format.country(flow.country)].filter(Boolean).join(', ')}
        {flow.hosting && <p className={classes.quiet}>{flow.hosting.name}</p>}
      </td>
      <td>
        {startDate && endDate ? format.dateRange(startDate, endDate) : startDate && format.date(startDate)}
        {!startDate && <span className={classes.quiet}>{t('flows:datesOpen')}</span>}
        {startDate && isNear(startDate) && (
          <p className={classes.quiet}>
            <When day={startDate} />
          </p>
        )}
      </td>
      <td>
        <Places flow={flow} />
      </td>
      <td className={classes.number}>
        {flow.accompanyingPlaces > 0 && format.number(flow.accompanyingPlaces)}
      </td>
      <td>{project && <Link to={paths.project(organisation, project.id)}>{project.title}</Link>}</td>
      <td>
        <Link
          to={`${paths.mobilities(organisation)}?flow=${flow.id}`}
          aria-label={`${t('flows:openMobilities')}: ${flow.name}`}
        >
          {t('flows:openMobilities')}
        </Link>
      </td>
    </tr>
  )
}

/** Farther away, the date itself says more than the distance. */
const isNear = (day: Day): boolean => Math.abs(daysBetween(todayHere(), day)) <= 60

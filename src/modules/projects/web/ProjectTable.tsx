import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import type { AnswerOf } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'

type ProjectItem = AnswerOf<'GET /organisations/:organisation/projects'>['items'][number]

interface ProjectTableProps {
  projects: readonly ProjectItem[]
  organisation: string
}

/** Projects, each with its size and, for those who see money, its award. */
export function ProjectTable({ projects, organisation }: ProjectTableProps) {
  const { t } = useTranslation('projects')
  const money = useMay()('money.read')
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('projects:field.title')}</th>
            <th scope="col">{t('projects:field.code')}</th>
            <th scope="col">{t('projects:field.action')}</th>
            <th scope="col">{t('projects:field.dates')}</th>
            <th scope="col" className={classes.number}>
              {t('projects:field.flows')}
            </th>
            <th scope="col" className={classes.number}>
              {t('projects:field.mobilities')}
            </th>
            {money && (
              <th scope="col" className={classes.number}>
                {t('projects:field.awarded')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <Row key={project.id} project={project} organisation={organisation} money={money} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  project,
  organisation,
  money,
}: {
  project: ProjectItem
  organisation: string
  money: boolean
}) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  return (
    <tr>
      <td>
        <Link to={paths.project(organisation, project.id)} className={classes.name}>
          {project.title}
        </Link>{' '}
        {project.archived && <Badge color="gray">{t('projects:archived')}</Badge>}
      </td>
      <td>{project.code}</td>
      <td>
        {t(`projects:action.${project.action}`)}
        <p className={classes.quiet}>{t('projects:call', { year: project.callYear })}</p>
      </td>
      <td>{format.dateRange(project.startDate, project.endDate)}</td>
      <td className={classes.number}>{format.number(project.flows)}</td>
      <td className={classes.number}>{format.number(project.mobilities)}</td>
      {money && (
        <td className={classes.number}>
          {project.awardedTotal !== undefined && format.money(project.awardedTotal)}
        </td>
      )}
    </tr>
  )
}

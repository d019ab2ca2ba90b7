import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import type { ProjectAnswer } from './ProjectPage.tsx'

/** The flows that run under a project, by departure. */
export function ProjectFlows({ organisation, project }: { organisation: string; project: ProjectAnswer }) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const flows = usePages('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: { project: [project.id], archived: 'false' },
  })
  return (
    <Section
      title={t('projects:flows.title')}
      actions={
        <Link to={`${paths.flows(organisation)}?project=${project.id}`}>{t('projects:flows.open')}</Link>
      }
    >
      {flows.loading && <SkeletonRows rows={3} />}
      <ProblemNote problem={flows.problem} retry={flows.retry} />
      {!flows.loading && !flows.problem && flows.rows.length === 0 && (
        <p className={classes.quiet}>{t('projects:flows.none')}</p>
      )}
      {flows.rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('projects:flows.name')}</th>
                <th scope="col">{t('projects:flows.where')}</th>
                <th scope="col">{t('projects:field.dates')}</th>
                <th scope="col" className={classes.number}>
                  {t('projects:flows.places')}
                </th>
              </tr>
            </thead>
            <tbody>
              {flows.rows.map((flow) => (
                <tr key={flow.id}>
                  <td>
                    <Link to={paths.flow(organisation, flow.id)} className={classes.name}>
                      {flow.name}
                    </Link>
                  </td>
                  <td>
                    {[flow.town, flow.country && format.country(flow.country)].filter(Boolean).join(', ')}
                  </td>
                  <td>{flow.startDate && flow.endDate && format.dateRange(flow.startDate, flow.endDate)}</td>
                  <td className={classes.number}>
                    {flow.places === 0
                      ? format.number(flow.taken)
                      : t('projects:flows.takenOf', {
                          taken: format.number(flow.taken),
                          places: format.number(flow.places),
                        })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={flows} />
    </Section>
  )
}

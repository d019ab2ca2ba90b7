import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { toast } from '#web/layout/toast.ts'
import { costItems } from '../cost-items.rules.ts'
import { EditProjectDialog } from './EditProjectDialog.tsx'
import type { ProjectAnswer } from './ProjectPage.tsx'

interface PartProps {
  organisation: string
  project: ProjectAnswer
  whyNot: string | null
}

/** What the grant agreement says, without the money. */
export function ProjectFacts({ organisation, project, whyNot }: PartProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const [first, setFirst] = useState<ProjectAnswer | null>(null)
  const lines: Record<string, string> = {
    code: project.code,
    action: t(`projects:action.${project.action}`),
    callYear: String(project.callYear),
    dates: format.dateRange(project.startDate, project.endDate),
    field: project.field,
  }
  return (
    <Section
      title={t('projects:details')}
      actions={
        <>
          <ArchiveButton {...{ organisation, project, whyNot }} />
          <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setFirst(project)}>
            {t('projects:edit')}
          </ReasonButton>
        </>
      }
    >
      <dl className={classes.facts}>
        {Object.entries(lines).map(([field, value]) => (
          <div key={field}>
            <dt>{t(`projects:field.${field}`)}</dt>
            <dd>{value || <span className={classes.quiet}>{t('projects:notKnown')}</span>}</dd>
          </div>
        ))}
      </dl>
      {first && (
        <EditProjectDialog
          part="fields"
          present={project}
          onClose={() => setFirst(null)}
          {...{ organisation, first }}
        />
      )}
    </Section>
  )
}

/** Takes a project out of the lists, or brings it back. */
function ArchiveButton({ organisation, project, whyNot }: PartProps) {
  const { t } = useTranslation('projects')
  const { archived } = project
  const save = useApiMutation('PATCH /organisations/:organisation/projects/:project', {
    invalidates: [
      'GET /organisations/:organisation/projects/:project',
      'GET /organisations/:organisation/projects',
    ],
    onDone: () => toast(t(archived ? 'projects:nowBack' : 'projects:nowArchived')),
  })
  return (
    <>
      <ReasonButton
        size="xs"
        variant="default"
        whyNot={whyNot}
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            params: { organisation, project: project.id },
            version: project.version,
            body: { archived: !archived },
          })
        }
      >
        {t(archived ? 'projects:bringBack' : 'projects:archive')}
      </ReasonButton>
      <ProblemNote problem={save.error} />
    </>
  )
}

/** What was awarded by cost item, and the sum. */
export function Award({ organisation, project, whyNot }: PartProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const [first, setFirst] = useState<ProjectAnswer | null>(null)
  const awarded = project.awarded ?? {}
  const items = costItems.filter((item) => awarded[item] !== undefined)
  return (
    <Section
      title={t('projects:award.title')}
      actions={
        <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setFirst(project)}>
          {t('projects:award.edit')}
        </ReasonButton>
      }
    >
      {items.length === 0 && <p className={classes.quiet}>{t('projects:award.none')}</p>}
      {items.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('projects:award.item')}</th>
                <th scope="col" className={classes.number}>
                  {t('projects:award.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item}>
                  <td>{t(`projects:costItem.${item}`)}</td>
                  <td className={classes.number}>{format.money(awarded[item] ?? 0)}</td>
                </tr>
              ))}
              <tr>
                <td className={classes.name}>{t('projects:award.total')}</td>
                <td className={`${classes.number} ${classes.name}`}>
                  {format.money(project.awardedTotal ?? 0)}
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {first && (
        <EditProjectDialog
          part="award"
          present={project}
          onClose={() => setFirst(null)}
          {...{ organisation, first }}
        />
      )}
    </Section>
  )
}

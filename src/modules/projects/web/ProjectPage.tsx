import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { PackSection } from '#modules/grants/web/PackSection.tsx'
import { CopyProjectDialog } from './CopyProjectDialog.tsx'
import { Award, ProjectFacts } from './ProjectFacts.tsx'
import { ProjectFlows } from './ProjectFlows.tsx'
import { ProjectWarnings } from './ProjectWarnings.tsx'

export type ProjectAnswer = AnswerOf<'GET /organisations/:organisation/projects/:project'>

/** One project: the grant agreement, the award, its flows, and what looks odd. */
export default function ProjectPage() {
  const { organisation = '', project: id = '' } = useParams()
  const { t } = useTranslation('projects')
  const project = useApi('GET /organisations/:organisation/projects/:project', {
    params: { organisation, project: id },
  })
  const trail = [{ label: t('projects:title'), to: paths.projects(organisation) }]
  if (project.data) return <Project organisation={organisation} project={project.data} trail={trail} />
  return (
    <>
      <PageHeader title={t('projects:one')} trail={trail} />
      {project.isPending && <SkeletonRows />}
      <ProblemNote problem={project.error} retry={() => void project.refetch()} />
    </>
  )
}

interface ProjectProps {
  organisation: string
  project: ProjectAnswer
  trail: { label: string; to: string }[]
}

function Project({ organisation, project, trail }: ProjectProps) {
  const { t } = useTranslation('projects')
  const [copying, setCopying] = useState(false)
  const whyNot = useWhyNotEdit(project)
  return (
    <>
      <PageHeader
        title={project.title}
        trail={trail}
        description={project.own ? project.code : `${project.code} · ${project.organisation.name}`}
        status={project.archived && <Badge color="gray">{t('projects:archived')}</Badge>}
        actions={
          <>
            {project.awarded && (
              <>
                <Button component={Link} variant="default" to={paths.budget(organisation, project.id)}>
                  {t('projects:budget')}
                </Button>
                <Button component={Link} variant="default" to={paths.payments(organisation, project.id)}>
                  {t('projects:payments')}
                </Button>
              </>
            )}
            <Button
              component={Link}
              variant="default"
              to={`${paths.mobilities(organisation)}?project=${project.id}`}
            >
              {t('projects:mobilitiesCount', { count: project.mobilities })}
            </Button>
            <ReasonButton variant="default" whyNot={whyNot} onClick={() => setCopying(true)}>
              {t('projects:copy.action')}
            </ReasonButton>
          </>
        }
      />
      <div className={classes.sections}>
        <ProjectWarnings warnings={project.warnings} />
        <ProjectFacts organisation={organisation} project={project} whyNot={whyNot} />
        {project.awarded && <PackSection organisation={organisation} project={project.id} />}
        {project.awarded && <Award organisation={organisation} project={project} whyNot={whyNot} />}
        <ProjectFlows organisation={organisation} project={project} />
      </div>
      {copying && (
        <CopyProjectDialog organisation={organisation} project={project} onClose={() => setCopying(false)} />
      )}
    </>
  )
}

/** Why one cannot change this project, in words; null when one can. */
function useWhyNotEdit(project: ProjectAnswer): string | null {
  const { t } = useTranslation('projects')
  const may = useMay()
  if (!project.own) return t('projects:ownerOnly', { name: project.organisation.name })
  return may('projects.edit') ? null : t('projects:coordinatorsOnly')
}

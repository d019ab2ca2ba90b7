import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { AddProjectDialog } from './AddProjectDialog.tsx'
import { ProjectTable } from './ProjectTable.tsx'

/** The grant agreements that the organisation's mobilities run under. */
export default function ProjectsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('projects')
  const may = useMay()
  const [address, setAddress] = useAddress()
  const [adding, setAdding] = useState(false)
  const search = address('q').trim()
  const archived = address('archived') === 'true'
  const projects = usePages('GET /organisations/:organisation/projects', {
    params: { organisation },
    query: { limit: 100, archived: archived ? 'true' : 'false', ...(search ? { search } : {}) },
  })
  const filtered = search !== '' || archived
  const empty = !projects.loading && !projects.problem && projects.rows.length === 0
  const add = (
    <ReasonButton
      whyNot={may('projects.edit') ? null : t('projects:coordinatorsOnly')}
      onClick={() => setAdding(true)}
    >
      {t('projects:add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader title={t('projects:title')} description={t('projects:text')} actions={add} />
      <search className={classes.filters}>
        <SearchBox
          className={classes.search}
          label={t('projects:search')}
          placeholder={t('projects:searchExample')}
          asked={search}
          onAsk={(q) => setAddress({ q })}
        />
        <NativeSelect
          label={t('projects:show')}
          data={[
            { value: '', label: t('projects:atWork') },
            { value: 'true', label: t('projects:archivedOnes') },
          ]}
          value={archived ? 'true' : ''}
          onChange={(event) => setAddress({ archived: event.currentTarget.value })}
        />
      </search>
      {projects.loading && <SkeletonRows />}
      <ProblemNote problem={projects.problem} retry={projects.retry} />
      <div role="status" className={classes.quiet}>
        {empty && filtered && t('projects:nothingFound')}
      </div>
      {empty && filtered && (
        <Button variant="default" onClick={() => setAddress({ q: null, archived: null })}>
          {t('projects:clear')}
        </Button>
      )}
      {empty && !filtered && (
        <EmptyState title={t('projects:emptyTitle')} text={t('projects:emptyText')} action={add} />
      )}
      {projects.rows.length > 0 && <ProjectTable projects={projects.rows} organisation={organisation} />}
      <MoreRows pages={projects} />
      {adding && <AddProjectDialog organisation={organisation} onClose={() => setAdding(false)} />}
    </>
  )
}

import { Alert, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { NotFoundPage } from '#web/layout/NotFoundPage.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { ChecklistEditor } from './ChecklistEditor.tsx'
import { ChecklistTable } from './ChecklistTable.tsx'
import { useChecklistName, type ChecklistAnswer } from './ChecklistsPage.tsx'

/** One checklist: a shipped one to read, an own one to edit. */
export default function ChecklistPage() {
  const { organisation = '', checklist = '' } = useParams()
  const checklists = useApi('GET /organisations/:organisation/checklists', { params: { organisation } })
  if (checklists.error)
    return <ProblemNote problem={checklists.error} retry={() => void checklists.refetch()} />
  if (!checklists.data) return <SkeletonRows rows={10} height={44} />
  const found = checklists.data.items.find((one) => one.id === checklist)
  return found ? (
    <OneChecklist key={found.id} checklist={found} organisation={organisation} />
  ) : (
    <NotFoundPage />
  )
}

function OneChecklist({ checklist, organisation }: { checklist: ChecklistAnswer; organisation: string }) {
  const { t } = useTranslation('checklists')
  const may = useMay()
  const name = useChecklistName()
  const editable = !checklist.shipped && may('checklists.edit')
  return (
    <>
      <PageHeader
        title={name(checklist)}
        trail={[{ label: t('checklists:title'), to: paths.checklists(organisation) }]}
        description={t('checklists:tasks', { count: checklist.tasks.length })}
        actions={editable && <ArchiveButton checklist={checklist} organisation={organisation} />}
      />
      {checklist.shipped && (
        <Alert color="gray" mb="md">
          {t('checklists:shippedText')}
        </Alert>
      )}
      {editable ? (
        <ChecklistEditor checklist={checklist} organisation={organisation} />
      ) : (
        <ChecklistTable tasks={checklist.tasks} />
      )}
    </>
  )
}

function ArchiveButton({ checklist, organisation }: { checklist: ChecklistAnswer; organisation: string }) {
  const { t } = useTranslation('checklists')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const archive = async (): Promise<void> => {
    try {
      await api('DELETE /organisations/:organisation/checklists/:checklist', {
        params: { organisation, checklist: checklist.id },
      })
      await refresh(client, ['GET /organisations/:organisation/checklists'])
      await navigate(paths.checklists(organisation))
    } catch (error) {
      await toastProblem(error)
    }
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('checklists:archive')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('checklists:archiveTitle', { name: checklist.name })}
        confirm={t('checklists:archive')}
        onConfirm={() => void archive()}
        onClose={() => setAsking(false)}
      >
        {t('checklists:archiveText')}
      </ConfirmDialog>
    </>
  )
}

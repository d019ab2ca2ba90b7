import { Radio, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import type { Draft } from './ChecklistEditor.tsx'
import type { ChecklistAnswer } from './ChecklistsPage.tsx'

interface SaveChecklistDialogProps {
  checklist: ChecklistAnswer
  draft: Draft
  organisation: string
  onClose: () => void
}

const editKey = 'PUT /organisations/:organisation/checklists/:checklist'

/** Asks whether mobilities under way follow, and tells beforehand what that would change. */
export default function SaveChecklistDialog({
  checklist,
  draft,
  organisation,
  onClose,
}: SaveChecklistDialogProps) {
  const { t } = useTranslation('checklists')
  const client = useQueryClient()
  const { name, activityTypes, isDefault, tasks } = draft
  const sent = (follow: 'new-only' | 'open-mobilities', preview: boolean) => ({
    params: { organisation, checklist: checklist.id },
    version: checklist.version,
    body: { name, activityTypes, isDefault, tasks, follow, preview },
  })
  const preview = useQuery({
    queryKey: ['checklist-preview', checklist.id, checklist.version, draft],
    queryFn: () => api(editKey, sent('open-mobilities', true)),
    gcTime: 0,
  })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { follow: 'new-only' as 'new-only' | 'open-mobilities' },
    send: ({ follow }) => api(editKey, sent(follow, false)),
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/checklists', ...readsOfMobility])
      toast(t('checklists:saved'))
      onClose()
    },
  })
  const changed = preview.data?.changed
  return (
    <FormDialog
      title={t('checklists:saveTitle')}
      confirm={t('checklists:save')}
      {...{ onClose, submit, sending, problem }}
    >
      <Radio.Group label={t('checklists:follow.label')} {...form.getInputProps('follow')}>
        <Stack mt="xs" gap="xs">
          <Radio
            value="new-only"
            label={t('checklists:follow.new')}
            description={t('checklists:follow.newText')}
          />
          <Radio
            value="open-mobilities"
            label={t('checklists:follow.open')}
            description={t('checklists:follow.openText')}
          />
        </Stack>
      </Radio.Group>
      <ProblemNote problem={preview.error} />
      {preview.isPending && <Skeleton height={24} />}
      {changed && (
        <Text size="sm" role="status">
          {changed.mobilities === 0
            ? t('checklists:preview.none')
            : [
                t('checklists:preview.mobilities', { count: changed.mobilities }),
                t('checklists:preview.changes', {
                  added: changed.added,
                  removed: changed.removed,
                  moved: changed.moved,
                }),
              ].join(' ')}
        </Text>
      )}
    </FormDialog>
  )
}

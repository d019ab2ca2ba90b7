import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useViewActs, type View } from './use-views.ts'
import { ViewForm } from './ViewForm.tsx'

interface ViewsDialogProps {
  organisation: string
  /** The own ones. */
  views: readonly View[]
  onClose: () => void
  /** A view is found under another id now, or under none. */
  onMoved: (from: string, to: string | null) => void
}

/** The own views: other names, shared or not, which one the list opens with, away with one. */
export default function ViewsDialog({ organisation, views, onClose, onMoved }: ViewsDialogProps) {
  const { t } = useTranslation(['mobilities-list', 'web'])
  const acts = useViewActs(organisation)
  const [removed, setRemoved] = useState<View | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const trying = async (act: () => Promise<void>): Promise<void> => {
    setProblem(null)
    try {
      await act()
    } catch (error) {
      setProblem(error)
    }
  }
  const remove = (view: View) =>
    trying(async () => {
      await acts.remove(view)
      onMoved(view.id, null)
      setRemoved(view)
    })
  const putBack = (view: View) =>
    trying(async () => {
      await acts.save(view)
      setRemoved(null)
    })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('mobilities-list:view.manage')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Stack>
        <div role="status">
          {removed && (
            <Group>
              {t('mobilities-list:view.removed', { name: removed.name })}
              <Button variant="default" size="compact-sm" onClick={() => void putBack(removed)}>
                {t('mobilities-list:view.putBack')}
              </Button>
            </Group>
          )}
        </div>
        {views.map((view) => (
          <ViewForm
            key={`${view.id} ${view.isDefault}`}
            view={view}
            taken={views.filter(({ id }) => id !== view.id).map(({ name }) => name)}
            onSave={async (input) => {
              const saved = await acts.change(view, input)
              if (saved.id !== view.id) onMoved(view.id, saved.id)
            }}
            onRemove={() => void remove(view)}
          />
        ))}
        <ProblemNote problem={problem} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('web:action.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

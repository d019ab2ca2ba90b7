import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkForm } from './BulkForm.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import type { BulkKind, BulkSelection } from './bulk-kinds.ts'

interface BulkDialogProps {
  organisation: string
  kind: BulkKind
  selection: BulkSelection
  count: number
  onClose: () => void
}

/** Asks what is to be done, says what that would do, does it, and shows the answer for each row. */
export default function BulkDialog({ organisation, kind, selection, count, onClose }: BulkDialogProps) {
  const { t } = useTranslation(['bulk', 'web'])
  const [started, setStarted] = useState<string | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`bulk:kind.${kind}`)}
      size="lg"
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      {started ? (
        <BulkProgress
          key={started}
          organisation={organisation}
          bulk={started}
          onClose={onClose}
          onUndone={setStarted}
        />
      ) : (
        <BulkForm
          organisation={organisation}
          kind={kind}
          selection={selection}
          count={count}
          onClose={onClose}
          onStarted={setStarted}
        />
      )}
    </Modal>
  )
}

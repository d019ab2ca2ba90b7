import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface ConfirmDialogProps {
  opened: boolean
  /** A question: "Cancel this mobility?" */
  title: string
  /** What will happen, to how many. */
  children: ReactNode
  /** The verb on the button: "Cancel the mobility". */
  confirm: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone. Closing it, in any way, does nothing. */
export function ConfirmDialog({ confirm, danger, busy, onConfirm, children, ...dialog }: ConfirmDialogProps) {
  const { t } = useTranslation('web')
  return (
    <Modal {...dialog} centered closeButtonProps={{ 'aria-label': t('web:action.close') }}>
      {children}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={dialog.onClose} data-autofocus>
          {t('web:action.back')}
        </Button>
        <Button {...(danger ? { color: 'red' } : {})} loading={busy ?? false} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  )
}

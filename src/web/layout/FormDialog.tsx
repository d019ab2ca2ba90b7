import { Button, Group, Modal, Stack } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import type { Submit } from '#web/api/use-api-form.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

export interface FormDialogProps {
  title: string
  onClose: () => void
  /** From `useApiForm`; closing asks first where something was typed and is not saved. */
  submit: ((event?: FormEvent<HTMLFormElement>) => void) & Partial<Pick<Submit, 'isUnsaved'>>
  sending: boolean
  problem: unknown
  /** Tries again in a better way, e.g. on the newest version. */
  retry?: (() => void) | undefined
  /** The verb on the button; "Save" unless told. */
  confirm?: string
  danger?: boolean
  /** False: what is chosen cannot be done, and the form says why. */
  ready?: boolean
  size?: 'md' | 'lg' | 'xl'
  /** What is shown is an answer: its one button closes it. */
  answered?: boolean
  children: ReactNode
}

/** A form in a dialog: fields, what went wrong, and two buttons. */
export function FormDialog({
  title,
  onClose,
  submit,
  sending,
  problem,
  retry,
  confirm,
  danger,
  ready = true,
  size = 'md',
  answered = false,
  children,
}: FormDialogProps) {
  const { t } = useTranslation('web')
  const [asking, setAsking] = useState(false)
  const close = (): void => {
    if (!answered && submit.isUnsaved?.()) setAsking(true)
    else onClose()
  }
  return (
    <Modal
      opened
      onClose={close}
      // While it asks, the question has the keyboard.
      closeOnEscape={!asking}
      trapFocus={!asking}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          <ProblemNote problem={problem} retry={retry} />
          <Group justify="flex-end">
            {!answered && (
              <Button variant="default" onClick={close}>
                {t('web:action.back')}
              </Button>
            )}
            <Button type="submit" loading={sending} disabled={!ready} {...(danger ? { color: 'red' } : {})}>
              {confirm ?? t('web:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {/* There only while it asks: else the key that opens it would close it too. */}
      {asking && (
        <ConfirmDialog
          opened
          title={t('web:unsaved.title')}
          confirm={t('web:unsaved.close')}
          danger
          onConfirm={onClose}
          onClose={() => setAsking(false)}
        >
          {t('web:unsaved.text')}
        </ConfirmDialog>
      )}
    </Modal>
  )
}

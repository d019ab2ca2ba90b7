import { Button, Group, Modal, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'

export interface FormDialogProps {
  title: string
  onClose: () => void
  /** From `useApiForm`. */
  submit: (event?: FormEvent<HTMLFormElement>) => void
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
  return (
    <Modal
      opened
      onClose={onClose}
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
              <Button variant="default" onClick={onClose}>
                {t('web:action.back')}
              </Button>
            )}
            <Button type="submit" loading={sending} disabled={!ready} {...(danger ? { color: 'red' } : {})}>
              {confirm ?? t('web:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

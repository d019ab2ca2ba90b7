import {
  Anchor,
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageCodes } from '#shared/languages.ts'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { linkDays } from '../tutor-links.rules.ts'

interface LinkDialogProps {
  organisation: string
  company: { id: string; name: string }
  onClose: () => void
}

type Issued = AnswerOf<'POST /organisations/:organisation/tutor-links'>

/** Makes a personal link for a company's tutor, to be mailed, copied or shown as a QR code. */
export default function LinkDialog({ organisation, company, onClose }: LinkDialogProps) {
  const [issued, setIssued] = useState<Issued | null>(null)
  return issued ? (
    <IssuedLink issued={issued} onClose={onClose} />
  ) : (
    <LinkForm organisation={organisation} company={company} onClose={onClose} onIssued={setIssued} />
  )
}

function LinkForm({
  organisation,
  company,
  onClose,
  onIssued,
}: LinkDialogProps & { onIssued: (issued: Issued) => void }) {
  const { t } = useTranslation('tutor-links')
  const format = useFormat()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      tutorName: '',
      tutorEmail: '',
      language: 'en',
      days: linkDays.usual as number,
      send: true,
    },
    validate: {
      tutorName: (value: string) => (value.trim() ? null : t('tutor-links:issue.nameNeeded')),
      tutorEmail: (value: string, { send }) =>
        send && !value.trim() ? t('tutor-links:issue.emailNeeded') : null,
    },
    send: async ({ tutorName, tutorEmail, language, days, send }) => {
      const issued = await api('POST /organisations/:organisation/tutor-links', {
        params: { organisation },
        body: {
          companyId: company.id,
          tutorName,
          tutorEmail: tutorEmail || null,
          language: language as 'en',
          days,
          send,
        },
      })
      await refresh(client, ['GET /organisations/:organisation/tutor-links'])
      onIssued(issued)
    },
  })
  return (
    <FormDialog
      title={t('tutor-links:issue.title', { company: company.name })}
      confirm={t('tutor-links:issue.confirm')}
      {...{ onClose, submit, sending, problem }}
    >
      <Text size="sm">{t('tutor-links:issue.text')}</Text>
      <TextInput
        label={t('tutor-links:issue.name')}
        required
        data-autofocus
        {...form.getInputProps('tutorName')}
      />
      <TextInput label={t('tutor-links:issue.email')} type="email" {...form.getInputProps('tutorEmail')} />
      <Group grow>
        <Select
          label={t('tutor-links:issue.language')}
          data={languageCodes.map((code) => ({ value: code, label: format.language(code) }))}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        <NumberInput
          label={t('tutor-links:issue.days')}
          min={linkDays.least}
          max={linkDays.most}
          {...form.getInputProps('days')}
        />
      </Group>
      <Checkbox label={t('tutor-links:issue.send')} {...form.getInputProps('send', { type: 'checkbox' })} />
    </FormDialog>
  )
}

function IssuedLink({ issued, onClose }: { issued: Issued; onClose: () => void }) {
  const { t } = useTranslation(['tutor-links', 'web'])
  const format = useFormat()
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(issued.qr)}`
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('tutor-links:issued.title')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Stack align="center">
        <Text size="sm">{t('tutor-links:issued.text', { day: format.dateTime(issued.expiresAt) })}</Text>
        <img src={picture} width={220} height={220} alt={t('tutor-links:issued.qr')} />
        <Anchor href={issued.url} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
          {issued.url}
        </Anchor>
        <CopyButton value={issued.url}>
          {({ copied, copy }) => (
            <Button onClick={copy}>
              {copied ? t('tutor-links:issued.copied') : t('tutor-links:issued.copy')}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Modal>
  )
}

import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { readsOfMobility, type MobilityRecord } from './use-mobility.ts'
import type { ContactAsked } from './WhoIsWho.tsx'

interface ContactDialogProps {
  record: MobilityRecord
  organisation: string
  asked: ContactAsked
  onClose: () => void
}

/** Names the person of a duty for this mobility; an empty name takes the person away. */
export default function ContactDialog({ record, organisation, asked, onClose }: ContactDialogProps) {
  const { t } = useTranslation(['record', 'tasks', 'web'])
  const client = useQueryClient()
  const present = record.contacts.find(
    (contact) => contact.role === asked.role && contact.duty === asked.duty,
  )
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: present?.name ?? '', email: present?.email ?? '', phone: present?.phone ?? '' },
    send: ({ name, email, phone }) =>
      api('PUT /organisations/:organisation/mobilities/:mobility/contacts/:role/:duty', {
        params: { organisation, mobility: record.id, ...asked },
        body: { name, email: email || null, phone: phone || null },
      }),
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t(`tasks:dutyName.${asked.duty}`, { defaultValue: asked.duty })}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
    >
      <TextInput
        label={t('record:contact.name')}
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('record:contact.email')}
        type="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t('record:contact.phone')}
        type="tel"
        autoComplete="off"
        {...form.getInputProps('phone')}
      />
    </FormDialog>
  )
}

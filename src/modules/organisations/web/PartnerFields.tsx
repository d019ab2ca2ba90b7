import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import { changedFields } from './changed-fields.ts'
import type { PartnerAnswer } from './PartnerPage.tsx'
import { ReachFields, reachOf } from './ReachFields.tsx'
import classes from './organisations.module.css'

interface PartnerFieldsProps {
  organisation: string
  partner: PartnerAnswer
  whyNot: string | null
}

/** How to find and reach the partner. */
export function PartnerFields({ organisation, partner, whyNot }: PartnerFieldsProps) {
  const { t } = useTranslation('organisations')
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t('organisations:partners.details')}
      actions={
        <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setEditing(true)}>
          {t('organisations:partners.edit')}
        </ReasonButton>
      }
    >
      <Facts partner={partner} />
      {editing && (
        <EditDialog
          organisation={organisation}
          first={partner}
          present={partner}
          onClose={() => setEditing(false)}
        />
      )}
    </Section>
  )
}

function Facts({ partner }: { partner: PartnerAnswer }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const { website, email, phone } = partner
  const lines: Record<string, ReactNode> = {
    country: partner.country && format.country(partner.country),
    town: partner.town,
    address: partner.address,
    oid: partner.oid,
    erasmusCode: partner.erasmusCode,
    shortName: partner.shortName,
    email: email && <MailLink address={email} />,
    phone: phone && <PhoneLink number={phone.replaceAll(/[^\d+]/g, '')} />,
    website: website && (
      <a href={website} rel="noreferrer" target="_blank">
        {website}
      </a>
    ),
  }
  return (
    <dl className={classes.facts}>
      {Object.entries(lines).map(([field, value]) => (
        <div key={field}>
          <dt>{t(`organisations:field.${field}`)}</dt>
          <dd>{value || <span className={classes.quiet}>{t('organisations:partners.notKnown')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

interface EditDialogProps {
  organisation: string
  first: PartnerAnswer
  present: PartnerAnswer
  onClose: () => void
}

/** Only what was changed is sent; a change by somebody else meanwhile is told, not overwritten. */
function EditDialog({ organisation, first, present, onClose }: EditDialogProps) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const [begun, begin] = useState(first)
  const initial = { ...reachOf(begun), name: begun.name }
  const { form, submit, sending, problem } = useApiForm({
    initialValues: initial,
    validate: { name: (value: string) => (value.trim() ? null : t('organisations:list.needed')) },
    send: (values) =>
      api('PATCH /organisations/:organisation/partners/:partner', {
        params: { organisation, partner: begun.id },
        version: begun.version,
        body: changedFields(initial, values) as object,
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/partners/:partner',
        'GET /organisations/:organisation/partners',
      ])
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('organisations:partners.edit')}
      size="xl"
      retry={present.version === begun.version ? undefined : () => begin(present)}
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput
        label={t('organisations:field.name')}
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <ReachFields oid={form.values.oid} inputProps={(field) => form.getInputProps(field)} />
    </FormDialog>
  )
}

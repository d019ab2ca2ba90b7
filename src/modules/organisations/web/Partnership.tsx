import { Checkbox, Group, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { toast } from '#web/layout/toast.ts'
import { partnershipKinds } from '../partner-kinds.rules.ts'
import type { PartnerAnswer } from './PartnerPage.tsx'
import classes from './organisations.module.css'

const reads = [
  'GET /organisations/:organisation/partners/:partner',
  'GET /organisations/:organisation/partners',
] as const

/** How one works together: as what, the own note, and whether it still goes on. */
export function Partnership({ organisation, partner }: { organisation: string; partner: PartnerAnswer }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const archive = useApiMutation('PUT /organisations/:organisation/partners/:partner/partnership', {
    invalidates: reads,
    onDone: (saved) =>
      toast(t(saved.archived ? 'organisations:partners.nowArchived' : 'organisations:partners.nowBack')),
  })
  const whyNot = may('partners.manage') ? null : t('organisations:partners.coordinatorsOnly')
  const { kinds, note, archived } = partner
  return (
    <Section
      title={t('organisations:partners.together')}
      actions={
        <>
          <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setEditing(true)}>
            {t('organisations:partners.edit')}
          </ReasonButton>
          <ReasonButton
            size="xs"
            variant="default"
            whyNot={whyNot}
            loading={archive.isPending}
            onClick={() =>
              archive.mutate({
                params: { organisation, partner: partner.id },
                body: { kinds, note, archived: !archived },
              })
            }
          >
            {t(archived ? 'organisations:partners.bringBack' : 'organisations:partners.archive')}
          </ReasonButton>
        </>
      }
    >
      <ProblemNote problem={archive.error} />
      <dl className={classes.facts}>
        <div>
          <dt>{t('organisations:field.kinds')}</dt>
          <dd>{format.list(kinds.map((kind) => t(`organisations:partnerKind.${kind}`)))}</dd>
        </div>
        <div className={classes.wide}>
          <dt>{t('organisations:field.note')}</dt>
          <dd>{note ?? <span className={classes.quiet}>{t('organisations:partners.noNote')}</span>}</dd>
        </div>
      </dl>
      {editing && (
        <EditDialog organisation={organisation} partner={partner} onClose={() => setEditing(false)} />
      )}
    </Section>
  )
}

interface EditDialogProps {
  organisation: string
  partner: PartnerAnswer
  onClose: () => void
}

function EditDialog({ organisation, partner, onClose }: EditDialogProps) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { kinds: partner.kinds, note: partner.note ?? '' },
    validate: {
      kinds: (value: readonly string[]) => (value.length > 0 ? null : t('organisations:partners.kindNeeded')),
    },
    send: (body) =>
      api('PUT /organisations/:organisation/partners/:partner/partnership', {
        params: { organisation, partner: partner.id },
        body: { ...body, archived: partner.archived },
      }),
    onDone: () => {
      void refresh(client, reads)
      onClose()
    },
  })
  return (
    <FormDialog title={t('organisations:partners.together')} {...{ onClose, submit, sending, problem }}>
      <Checkbox.Group label={t('organisations:field.kinds')} required {...form.getInputProps('kinds')}>
        <Group mt="xs">
          {partnershipKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`organisations:partnerKind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t('organisations:field.note')}
        description={t('organisations:partners.noteText')}
        autosize
        minRows={3}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}

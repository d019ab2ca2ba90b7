import { NativeSelect, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { PartnerSelect } from '#modules/mobilities/web/PartnerSelect.tsx'
import { withdrawalReasons } from '../placement-steps.rules.ts'
import { Answers } from './Answers.tsx'
import { placementReads, type Outcome } from './placement-answers.ts'
import classes from './placements.module.css'

interface DropOutDialogProps {
  organisation: string
  company?: { id: string; name: string }
  onClose: () => void
}

/** A company drops out: says who is concerned, takes all its places back, and offers the repair. */
export default function DropOutDialog({ organisation, company, onClose }: DropOutDialogProps) {
  const { t } = useTranslation('placements')
  const client = useQueryClient()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { companyId: company?.id ?? null, code: 'company-left', reason: '' },
    validate: { companyId: (value) => (value ? null : t('placements:dropOut.choose')) },
    send: async ({ companyId, code, reason }) => {
      if (outcome) return onClose()
      setOutcome(
        await api('POST /organisations/:organisation/companies/:company/drop-out', {
          params: { organisation, company: companyId ?? '' },
          body: { code: code as (typeof withdrawalReasons)[number], reason: reason.trim() || null },
        }),
      )
      await refresh(client, placementReads)
    },
  })
  return (
    <FormDialog
      title={company ? `${t('placements:dropOut.this')}: ${company.name}` : t('placements:dropOut.title')}
      confirm={outcome ? t('placements:bulk.close') : t('placements:dropOut.confirm')}
      danger={!outcome}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      {outcome ? (
        <Answers organisation={organisation} act="withdraw" outcome={outcome} />
      ) : (
        <>
          <p style={{ margin: 0 }}>{t('placements:dropOut.text')}</p>
          {!company && (
            <PartnerSelect
              organisation={organisation}
              known={null}
              required
              label={t('placements:company')}
              {...form.getInputProps('companyId')}
            />
          )}
          {form.values.companyId && <Concerned organisation={organisation} company={form.values.companyId} />}
          <NativeSelect
            label={t('placements:why')}
            data={withdrawalReasons.map((value) => ({ value, label: t(`placements:reason.${value}`) }))}
            {...form.getInputProps('code')}
          />
          <Textarea autosize minRows={2} label={t('placements:inWords')} {...form.getInputProps('reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** How many places would be free again: the same that the register calls taken. */
function Concerned({ organisation, company }: { organisation: string; company: string }) {
  const { t } = useTranslation('placements')
  const counts = useApi('GET /organisations/:organisation/placements/counts', {
    params: { organisation },
    query: { company },
  }).data
  if (!counts) return null
  const firm = counts.approval + counts.confirmed
  const planned = counts['to-send'] + counts.company
  return (
    <p className={classes.note} role="status" style={{ margin: 0 }}>
      {t('placements:dropOut.concerned', { count: firm + planned, firm, planned })}
    </p>
  )
}

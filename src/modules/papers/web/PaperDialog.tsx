import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import { paperReads, type ShownPaper } from './paper-answers.ts'
import { PaperFields } from './PaperFields.tsx'
import { usePaperForm } from './use-paper-form.ts'

export interface PaperDialogProps {
  organisation: string
  mobility: string
  nationality: string | null
  shown: ShownPaper
  onClose: () => void
}

/** The sender enters a paper; whoever has it on the table checks it off at once. */
export default function PaperDialog({
  organisation,
  mobility,
  nationality,
  shown,
  onClose,
}: PaperDialogProps) {
  const { t } = useTranslation('papers')
  const client = useQueryClient()
  const [checked, setChecked] = useState(true)
  const params = { organisation, mobility, paper: shown.kind }
  const { form, submit, sending, problem } = usePaperForm(
    shown,
    nationality,
    (body) =>
      api('PUT /organisations/:organisation/mobilities/:mobility/papers/:paper', {
        params,
        body: { ...body, checked, version: shown.paper?.version ?? 0 },
      }),
    () => {
      void refresh(client, paperReads)
      onClose()
    },
  )
  return (
    <FormDialog title={t(`papers:kind.${shown.kind}`)} {...{ onClose, submit, sending, problem }}>
      <PaperFields kind={shown.kind} shown={shown} form={form} />
      <Checkbox
        label={t('papers:beforeMe')}
        description={t('papers:beforeMeHint')}
        checked={checked}
        onChange={(event) => setChecked(event.currentTarget.checked)}
      />
      {shown.paper && (
        <EvidenceInput
          label={t('papers:scan.add')}
          description={t('papers:scan.hint')}
          send={async (body) => {
            const kept = await api(
              'POST /organisations/:organisation/mobilities/:mobility/papers/:paper/scan',
              { params, body } as never,
            )
            return { id: 'scan', ...(kept as { name: string }) }
          }}
          onKept={() => void refresh(client, paperReads)}
        />
      )}
    </FormDialog>
  )
}

import { NativeSelect, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { withdrawalReasons } from '../placement-steps.rules.ts'
import { Answers } from './Answers.tsx'
import { placementReads, type Outcome } from './placement-answers.ts'

export type BulkDo = 'send' | 'approve' | 'confirm' | 'withdraw'

interface BulkDialogProps {
  organisation: string
  act: BulkDo
  count: number
  /** `{ ids }` or `{ all: filters }`. */
  which: object
  onClose: () => void
  /** Closed before anything was done. */
  onBack: () => void
}

/** Says what will happen to how many, does it, and shows the answer for each. */
export function BulkDialog({ organisation, act, count, which, onClose, onBack }: BulkDialogProps) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const client = useQueryClient()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { code: 'company-left', reason: '' },
    send: async ({ code, reason }) => {
      if (outcome) return onClose()
      const words = reason.trim() || null
      setOutcome(
        await api('POST /organisations/:organisation/placements/steps', {
          params: { organisation },
          body: {
            act:
              act === 'withdraw'
                ? { do: act, code: code as (typeof withdrawalReasons)[number], reason: words }
                : act === 'confirm'
                  ? { do: act, reason: words }
                  : { do: act },
            ...which,
          },
        }),
      )
      await refresh(client, placementReads)
    },
  })
  return (
    <FormDialog
      title={t(`placements:bulk.${act}`)}
      confirm={
        outcome
          ? t('placements:bulk.close')
          : t(`placements:bulkConfirm.${act}`, { count, number: format.number(count) })
      }
      danger={act === 'withdraw' && !outcome}
      size="lg"
      onClose={outcome ? onClose : onBack}
      {...{ submit, sending, problem }}
    >
      {outcome ? (
        <Answers organisation={organisation} act={act} outcome={outcome} />
      ) : (
        <>
          <p style={{ margin: 0 }}>{t(`placements:bulkText.${act}`)}</p>
          {act === 'withdraw' && (
            <NativeSelect
              label={t('placements:why')}
              data={withdrawalReasons.map((value) => ({ value, label: t(`placements:reason.${value}`) }))}
              {...form.getInputProps('code')}
            />
          )}
          {(act === 'withdraw' || act === 'confirm') && (
            <Textarea
              autosize
              minRows={2}
              label={t('placements:inWords')}
              {...form.getInputProps('reason')}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

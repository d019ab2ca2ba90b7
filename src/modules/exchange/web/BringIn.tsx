import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { importReads, type ImportRecord } from './use-import.ts'

/** The one button: brings in what is ready, after a question. */
export function BringIn({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const [asking, setAsking] = useState(false)
  const start = useApiMutation('POST /organisations/:organisation/imports/:import/start', {
    invalidates: importReads,
    onDone: () => setAsking(false),
  })
  const count = record.ready
  const number = useFormat().number(count)
  return (
    <>
      <ReasonButton
        whyNot={count === 0 ? t('exchange:rows.nothingReady') : null}
        onClick={() => setAsking(true)}
      >
        {t('exchange:rows.import', { count, number })}
      </ReasonButton>
      <ConfirmDialog
        opened={asking}
        title={t('exchange:rows.confirmTitle', { count, number })}
        confirm={t('exchange:rows.import', { count, number })}
        busy={start.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => start.mutate({ params: { organisation, import: record.id } })}
      >
        {t('exchange:rows.confirmText')}
        <ProblemNote problem={start.error} />
      </ConfirmDialog>
    </>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useApiMutation } from '#web/api/use-api.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import type { ImportRecord } from './use-import.ts'

/** Forgets an import from which nothing was brought in. */
export function GiveUp({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const remove = useApiMutation('DELETE /organisations/:organisation/imports/:import', {
    invalidates: ['GET /organisations/:organisation/imports'],
    onDone: () => {
      toast(t('exchange:removed'))
      void navigate(paths.imports(organisation))
    },
  })
  const whyNot =
    record.imported > 0
      ? t('exchange:whyNot.has-imported')
      : record.state === 'importing'
        ? t('exchange:whyNot.running')
        : null
  return (
    <>
      <ReasonButton variant="default" whyNot={whyNot} onClick={() => setAsking(true)}>
        {t('exchange:remove')}
      </ReasonButton>
      <ConfirmDialog
        opened={asking}
        title={t('exchange:removeTitle')}
        confirm={t('exchange:remove')}
        danger
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remove.mutate(
            { params: { organisation, import: record.id } },
            { onError: (error) => void toastProblem(error) },
          )
        }
      >
        {t('exchange:removeText')}
      </ConfirmDialog>
    </>
  )
}

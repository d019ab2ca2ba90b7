import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { useBulkWords } from './bulk-words.ts'
import classes from './bulk.module.css'

interface BulkPreviewProps {
  preview: AnswerOf<'POST /organisations/:organisation/mobilities/bulk/preview'> | undefined
  loading: boolean
  problem: unknown
  count: number
  /** Why there is no undo afterwards; null where there is one. */
  final: 'status' | 'message' | null
}

/** What would happen to how many, and why not to the others; by the real action, taken back. */
export function BulkPreview({ preview, loading, problem, count, final }: BulkPreviewProps) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const why = useBulkWords()
  if (problem) return <ProblemNote problem={problem} />
  return (
    <div className={classes.preview} role="status" aria-busy={loading}>
      {preview ? (
        <>
          <p>
            {t('bulk:preview.done', {
              count: preview.done,
              number: format.number(preview.done),
              total: format.number(preview.total),
            })}
          </p>
          {preview.skipped > 0 && (
            <p>
              {t('bulk:preview.skipped', { count: preview.skipped, number: format.number(preview.skipped) })}
            </p>
          )}
          {preview.refused.map((refused) => (
            <p key={JSON.stringify(refused)}>
              {t('bulk:preview.refused', {
                count: refused.count,
                number: format.number(refused.count),
                example: refused.example,
              })}{' '}
              {why(refused)}
            </p>
          ))}
          {final && preview.done > 0 && <p>{t(`bulk:preview.final.${final}`)}</p>}
        </>
      ) : (
        <p>
          {t(loading ? 'bulk:preview.loading' : 'bulk:preview.fill', { count, number: format.number(count) })}
        </p>
      )}
    </div>
  )
}

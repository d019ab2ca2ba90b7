import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { ApplyPreview } from './ApplyPreview.tsx'
import { planReads, type Plan } from './plan-answers.ts'
import classes from './matching.module.css'

type Answer = AnswerOf<'POST /organisations/:organisation/match-plans/:plan/application'>

/** Says what will happen, does it, and shows the answer for each. */
export function ApplyDialog({
  organisation,
  plan,
  onClose,
}: {
  organisation: string
  plan: Plan
  onClose: () => void
}) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const client = useQueryClient()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const preview = useApi(
    'GET /organisations/:organisation/match-plans/:plan/application',
    { params: { organisation, plan: plan.id } },
    { staleTime: 0, enabled: answer === null },
  )
  const count = preview.data ? preview.data.fresh + preview.data.moved.length : plan.pairs.length
  const { submit, sending, problem } = useApiForm({
    initialValues: {},
    send: async () => {
      if (answer) return onClose()
      setAnswer(
        await api('POST /organisations/:organisation/match-plans/:plan/application', {
          params: { organisation, plan: plan.id },
          body: { version: plan.version },
        }),
      )
      await refresh(client, [...planReads, 'GET /organisations/:organisation/mobilities'])
    },
  })
  return (
    <FormDialog
      title={t('matching:apply.action')}
      confirm={
        answer
          ? t('matching:apply.close')
          : count > 0
            ? t('matching:apply.confirm', { count })
            : t('matching:apply.action')
      }
      {...{ onClose, submit, sending, problem }}
    >
      {answer === null ? (
        <>
          {count > 0 && <p>{t('matching:apply.text', { count, number: format.number(count) })}</p>}
          {preview.error && <ProblemNote problem={preview.error} retry={() => void preview.refetch()} />}
          {preview.isPending && <SkeletonRows rows={2} />}
          {preview.data && <ApplyPreview preview={preview.data} />}
        </>
      ) : (
        <div role="status">
          <p>
            {t('matching:apply.done', {
              done: format.number(answer.done),
              same: format.number(answer.same),
              refused: format.number(answer.refused.length),
            })}
          </p>
          <p>
            <Link to={`${paths.placements(organisation)}?group=to-send&plan=${plan.id}&do=send`}>
              {t('matching:apply.toCompanies')}
            </Link>
          </p>
          <ul className={classes.reasons}>
            {answer.refused.map(({ participant, code }) => (
              <li key={participant}>
                {participant}: {t(`matching:applyWhyNot.${code}`, t('matching:applyWhyNot.other'))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  )
}

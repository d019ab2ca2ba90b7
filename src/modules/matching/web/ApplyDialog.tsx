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
import tables from '#modules/organisations/web/organisations.module.css'
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
      confirm={answer ? t('matching:apply.close') : t('matching:apply.confirm', { count: plan.pairs.length })}
      {...{ onClose, submit, sending, problem }}
    >
      {answer === null ? (
        <>
          <p>
            {t('matching:apply.text', {
              count: plan.pairs.length,
              number: format.number(plan.pairs.length),
            })}
          </p>
          <Preview organisation={organisation} plan={plan} />
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

/** What the button would change: who is new, who moves, who loses a proposal. */
function Preview({ organisation, plan }: { organisation: string; plan: Plan }) {
  const { t } = useTranslation('matching')
  const preview = useApi(
    'GET /organisations/:organisation/match-plans/:plan/application',
    { params: { organisation, plan: plan.id } },
    { staleTime: 0 },
  )
  if (preview.error) return <ProblemNote problem={preview.error} retry={() => void preview.refetch()} />
  if (!preview.data) return <SkeletonRows rows={2} />
  const { fresh, same, moved, lost } = preview.data
  if (same === 0 && moved.length === 0 && lost.length === 0) return null
  return (
    <div role="status">
      <p>
        {[
          fresh > 0 && t('matching:apply.fresh', { count: fresh }),
          same > 0 && t('matching:apply.same', { count: same }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {moved.length > 0 && (
        <>
          <p>{t('matching:apply.moved', { count: moved.length })}</p>
          <Changes
            changes={moved.map(({ participant, from, to, asked }) => ({
              words: t('matching:apply.change', { name: participant, from, to }),
              asked,
            }))}
          />
        </>
      )}
      {lost.length > 0 && (
        <>
          <p>{t('matching:apply.lost', { count: lost.length })}</p>
          <Changes
            changes={lost.map(({ participant, from, asked }) => ({
              words: t('matching:apply.loss', { name: participant, from }),
              asked,
            }))}
          />
        </>
      )}
    </div>
  )
}

function Changes({ changes }: { changes: readonly { words: string; asked: boolean }[] }) {
  const { t } = useTranslation('matching')
  return (
    <ul className={classes.changes}>
      {changes.map(({ words, asked }) => (
        <li key={words}>
          {words}
          {asked && <span className={tables.quiet}> ({t('matching:apply.asked')})</span>}
        </li>
      ))}
    </ul>
  )
}

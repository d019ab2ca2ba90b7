import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { planReads, stayReads, type RoomPlan } from '../stays-answers.ts'
import classes from './plans.module.css'

type Answer = AnswerOf<'POST /organisations/:organisation/room-plans/:roomPlan/application'>

/** Says what giving the beds will do, does it, and shows the answer for each who was refused. */
export function ApplyRoomPlanDialog({
  organisation,
  plan,
  onClose,
}: {
  organisation: string
  plan: RoomPlan
  onClose: () => void
}) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const client = useQueryClient()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const wordsOf = ({ done, refused }: Answer): string =>
    t('stays:plan.applied', { done: format.number(done), refused: format.number(refused.length) })
  const { submit, sending, problem } = useApiForm({
    initialValues: {},
    send: async () => {
      if (answer) return onClose()
      const given = await api('POST /organisations/:organisation/room-plans/:roomPlan/application', {
        params: { organisation, roomPlan: plan.id },
        body: { version: plan.version },
      })
      // Nobody was refused: there is nothing to read and to close.
      if (given.refused.length === 0) {
        toast(wordsOf(given))
        onClose()
      } else setAnswer(given)
      await refresh(client, [...planReads, ...stayReads])
    },
  })
  const count = plan.given.length
  return (
    <FormDialog
      title={t('stays:plan.apply')}
      confirm={
        answer ? t('stays:close') : t('stays:plan.applyConfirm', { count, number: format.number(count) })
      }
      answered={answer !== null}
      {...{ onClose, submit, sending, problem }}
    >
      {answer === null ? (
        <p>{t('stays:plan.applyText', { count, number: format.number(count) })}</p>
      ) : (
        <div role="status">
          <p>{wordsOf(answer)}</p>
          <ul className={classes.reasons}>
            {answer.refused.map(({ participant, code }) => (
              <li key={participant}>
                {participant}: {t(`stays:refused.${code}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  )
}

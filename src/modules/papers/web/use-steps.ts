import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { toast, toastProblem } from '#web/layout/toast.ts'
import type { PaperKind } from '../kinds.rules.ts'
import { paperReads } from './paper-answers.ts'

type Step = 'checked' | 'sent-back' | 'not-needed' | 'handed-in'
export type StepAnswers = AnswerOf<'POST /organisations/:organisation/papers/steps'>['items']

/** Gives papers a step, tells how many, and offers to take it back. */
export function useSteps(organisation: string) {
  const { t } = useTranslation(['papers', 'web'])
  const client = useQueryClient()
  const give = async (
    items: readonly { mobilityId: string; kind: PaperKind }[],
    step: Step,
    reason?: string,
  ): Promise<StepAnswers> => {
    const answer = await api('POST /organisations/:organisation/papers/steps', {
      params: { organisation },
      body: { items: [...items], step, ...(reason ? { reason } : {}) },
    })
    await refresh(client, paperReads)
    return answer.items
  }
  return async (
    items: readonly { mobilityId: string; kind: PaperKind }[],
    step: Step,
    reason?: string,
  ): Promise<StepAnswers> => {
    try {
      const answers = await give(items, step, reason)
      const done = answers.flatMap((one) =>
        one.outcome === 'done' && one.kind ? [{ mobilityId: one.mobilityId, kind: one.kind }] : [],
      )
      const undo = {
        label: t('papers:undo'),
        run: () => void give(done, 'handed-in').catch(toastProblem),
      }
      toast(
        t(`papers:stepDone.${step}`, { count: done.length }),
        step === 'handed-in' || done.length === 0 ? undefined : undo,
      )
      return answers
    } catch (error) {
      void toastProblem(error)
      throw error
    }
  }
}

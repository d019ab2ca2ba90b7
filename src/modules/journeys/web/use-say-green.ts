import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refresh, useApiMutation } from '#web/api/use-api.ts'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { journeyReads } from './journey-answers.ts'

const reads = [...journeyReads, 'GET /organisations/:organisation/mobilities/:mobility/grant'] as const

/** Says in the grants of these mobilities that they travel green, with a way back. */
export function useSayGreen(organisation: string): {
  sayGreen: (ids: readonly string[]) => void
  sending: boolean
} {
  const { t } = useTranslation('journeys')
  const client = useQueryClient()
  const undo = useApiMutation('POST /organisations/:organisation/mobilities/bulk/:bulk/undo', {
    invalidates: reads,
  })
  const start = useApiMutation('POST /organisations/:organisation/mobilities/bulk', {
    onDone: (answer) => {
      void refresh(client, reads)
      toast(t('journeys:green.said', { count: answer.done }), {
        label: t('journeys:undo'),
        run: () => undo.mutate({ params: { organisation, bulk: answer.id } }),
      })
    },
  })
  return {
    sending: start.isPending,
    sayGreen: (ids) =>
      start.mutate(
        {
          params: { organisation },
          body: { selection: { ids: [...ids] }, action: { kind: 'set-grant', green: true } },
        },
        { onError: (error) => void toastProblem(error) },
      ),
  }
}

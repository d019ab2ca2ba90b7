import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { useTaskTitle } from './task-words.ts'

interface ActedOn {
  id: string
  key: string
  title: string | null
  fact: string | null
  mobilityId?: string
}

/** What one can do to a task from its row; done things can be undone from the corner. */
export function useTaskActs(organisation: string, task: ActedOn) {
  const { t } = useTranslation('record')
  const title = useTaskTitle()
  const client = useQueryClient()
  const mobility = useParams()['mobility'] ?? task.mobilityId ?? ''
  const params = { organisation, task: task.id }
  const factParams = { organisation, mobility, fact: task.fact ?? '' }
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => refresh(client, [...readsOfMobility, 'GET /organisations/:organisation/tasks']),
    onError: (error) => void toastProblem(error),
  })
  const run = (work: () => Promise<unknown>, after?: () => void) => (): void =>
    act.mutate(work, after ? { onSuccess: after } : {})
  const reopen = run(() => api('DELETE /organisations/:organisation/tasks/:task/completion', { params }))
  const withdrawFact = run(() =>
    api('DELETE /organisations/:organisation/mobilities/:mobility/facts/:fact', { params: factParams }),
  )
  const said = (undo: () => void) => (): void =>
    toast(t('record:tasks.ticked', { task: title(task) }), { label: t('record:undo'), run: undo })
  return {
    busy: act.isPending,
    complete: run(
      () =>
        api('POST /organisations/:organisation/tasks/completions', {
          params: { organisation },
          body: { tasks: [task.id] },
        }).then(({ items }) => items),
      said(reopen),
    ),
    recordFact: run(
      () =>
        api('PUT /organisations/:organisation/mobilities/:mobility/facts/:fact', {
          params: factParams,
          body: {},
        }),
      said(withdrawFact),
    ),
    reopen,
    withdrawFact,
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { viewNames } from './list-state.ts'

export type View = AnswerOf<'GET /organisations/:organisation/views'>['items'][number]
export type ViewInput = Pick<View, 'name' | 'state' | 'shared' | 'isDefault'>

/** The saved views of the list; undefined while they are read. */
export function useViews(organisation: string): readonly View[] | undefined {
  return useApi('GET /organisations/:organisation/views', {
    params: { organisation },
    query: { list: 'mobilities' },
  }).data?.items
}

/** What can be done to the own views; the menu reads them anew after each. */
export function useViewActs(organisation: string) {
  const client = useQueryClient()
  const params = { organisation }
  const save = async ({ name, state, shared, isDefault }: ViewInput): Promise<View> => {
    const saved = await api('POST /organisations/:organisation/views', {
      params,
      body: { list: 'mobilities', name, state, shared, isDefault },
    })
    void refresh(client, ['GET /organisations/:organisation/views'])
    return saved
  }
  const remove = async (view: View): Promise<void> => {
    await api('DELETE /organisations/:organisation/views/:view', { params: { organisation, view: view.id } })
    void refresh(client, ['GET /organisations/:organisation/views'])
  }
  // A view is known by its name: under another one it is saved anew, then the old one goes.
  const change = async (view: View, input: ViewInput): Promise<View> => {
    const saved = await save(input)
    if (saved.id !== view.id) await remove(view)
    return saved
  }
  return { save, remove, change }
}

/** Shows the own default view to whoever opens the list without asking for anything; once. */
export function useDefaultView(
  views: readonly View[] | undefined,
  get: (name: string) => string,
  show: (view: View) => void,
): void {
  const isBare = (): boolean => [...viewNames, 'view', 'open'].every((name) => !get(name))
  const [openedBare] = useState(isBare)
  const done = useRef(false)
  useEffect(() => {
    if (!views || done.current) return
    done.current = true
    const usual = views.find((view) => view.own && view.isDefault)
    // Somebody may have begun to search while the views were on their way.
    if (usual && openedBare && isBare()) show(usual)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only the arrival of the views shows one
  }, [views])
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type AnswerOf, type ApiProblem } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'

export type ImportRecord = AnswerOf<'GET /organisations/:organisation/imports/:import'>
export type ImportItem = AnswerOf<'GET /organisations/:organisation/imports'>['items'][number]
export type ImportRow = AnswerOf<'GET /organisations/:organisation/imports/:import/rows'>['items'][number]
export type FieldKey = ImportRecord['missing'][number]

/** How often a running job is asked how far it is. */
const lookEvery = 700

/** One import; while a job works on it, looked at again and again. */
export function useImport(organisation: string, id: string) {
  const running = useRunning(organisation, id)
  return useApi(
    'GET /organisations/:organisation/imports/:import',
    { params: { organisation, import: id } },
    running ? { refetchInterval: lookEvery } : {},
  )
}

function useRunning(organisation: string, id: string): boolean {
  const { data } = useApi('GET /organisations/:organisation/imports/:import', {
    params: { organisation, import: id },
  })
  return data !== undefined && isRunning(data.state)
}

export const isRunning = (state: ImportRecord['state']): boolean =>
  state === 'checking' || state === 'importing'

/** Sends a file, or pasted text where `name` is null. */
export function useBringFile(organisation: string, onDone: (id: string) => void) {
  const client = useQueryClient()
  return useMutation<ImportRecord, ApiProblem, { file: Blob; name: string | null }>({
    mutationFn: ({ file, name }) => {
      const form = new FormData()
      if (name === null) form.append('pasted', 'yes')
      form.append('file', file, name ?? 'pasted.txt')
      const sent = { params: { organisation }, body: form }
      return api(
        'POST /organisations/:organisation/imports',
        sent as unknown as { params: { organisation: string } },
      )
    },
    onSuccess: async ({ id }) => {
      await refresh(client, ['GET /organisations/:organisation/imports'])
      onDone(id)
    },
  })
}

/** The reads that are old after anything has changed in an import. */
export const importReads = [
  'GET /organisations/:organisation/imports/:import',
  'GET /organisations/:organisation/imports/:import/rows',
  'GET /organisations/:organisation/imports',
] as const

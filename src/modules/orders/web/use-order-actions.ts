import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refresh } from '#web/api/use-api.ts'
import { threadReads } from './order-answers.ts'

/** Runs one change of a request at a time and reads it again; what went wrong is told where the page says. */
export function useOrderActions(onProblem: (problem: unknown) => void) {
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const run = async (name: string, change: () => Promise<unknown>): Promise<void> => {
    setBusy(name)
    onProblem(null)
    try {
      await change()
    } catch (error) {
      onProblem(error)
    } finally {
      await refresh(client, threadReads)
      setBusy(null)
    }
  }
  return { busy, run }
}

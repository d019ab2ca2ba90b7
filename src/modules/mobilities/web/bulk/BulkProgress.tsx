import { Button, Group, Progress, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { readsOfMobility } from '../use-mobility.ts'
import { BulkResults } from './BulkResults.tsx'
import classes from './bulk.module.css'

type BulkState = AnswerOf<'GET /organisations/:organisation/mobilities/bulk/:bulk'>

const isOver = (state: BulkState | undefined): boolean =>
  state !== undefined && !['waiting', 'running'].includes(state.state)

interface BulkProgressProps {
  organisation: string
  bulk: string
  onClose: () => void
  /** Another action began: the one that takes this one back. */
  onUndone: (bulk: string) => void
}

/** How far an action is, then the answer for each row, with undo where there is a way back. */
export function BulkProgress({ organisation, bulk, onClose, onUndone }: BulkProgressProps) {
  const { t } = useTranslation(['bulk', 'web'])
  const format = useFormat()
  const client = useQueryClient()
  const [problem, setProblem] = useState<unknown>(null)
  const read = useApi(
    'GET /organisations/:organisation/mobilities/bulk/:bulk',
    { params: { organisation, bulk } },
    { refetchInterval: (query) => (isOver(query.state.data as BulkState | undefined) ? false : 700) },
  )
  const state = read.data
  const over = isOver(state)
  useEffect(() => {
    if (over) void refresh(client, readsOfMobility)
  }, [over, client])
  const undo = async (): Promise<void> => {
    try {
      const undone = await api('POST /organisations/:organisation/mobilities/bulk/:bulk/undo', {
        params: { organisation, bulk },
      })
      onUndone(undone.id)
    } catch (error) {
      setProblem(error)
    }
  }
  if (!state) return <ProblemNote problem={read.error} retry={() => void read.refetch()} />
  const finished = state.done + state.skipped + state.refused
  return (
    <Stack>
      {!over && (
        <div>
          <p role="status" className={classes.outcome}>
            {t('bulk:progress.running')} {format.number(finished)}/{format.number(state.total)}
          </p>
          <Progress
            value={(finished / Math.max(1, state.total)) * 100}
            aria-label={t('bulk:progress.running')}
          />
        </div>
      )}
      {over && (
        <p role="status" className={classes.outcome}>
          {t(
            state.state === 'failed'
              ? 'bulk:progress.failed'
              : state.undoOf
                ? 'bulk:progress.undone'
                : 'bulk:progress.done',
            { count: state.done, number: format.number(state.done) },
          )}
          {state.skipped > 0 &&
            ` ${t('bulk:progress.skipped', { count: state.skipped, number: format.number(state.skipped) })}`}
          {state.refused > 0 &&
            ` ${t('bulk:progress.refused', { count: state.refused, number: format.number(state.refused) })}`}
        </p>
      )}
      {over && state.refused > 0 && <BulkResults organisation={organisation} bulk={bulk} />}
      <ProblemNote problem={problem} />
      <Group justify="flex-end">
        {state.canUndo && (
          <Button variant="default" onClick={() => void undo()}>
            {t('bulk:undo')}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {t(over ? 'web:action.close' : 'bulk:progress.leave')}
        </Button>
      </Group>
    </Stack>
  )
}

import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useTasks, type RecordTask } from './use-tasks.ts'
import classes from './TaskList.module.css'

const AddTaskDialog = lazy(() => import('./AddTaskDialog.tsx'))

export interface TaskListProps {
  organisation: string
  mobility: string
  /** Facts that the asking party may record by hand. */
  recordable: readonly string[]
  mayAdd: boolean
  roles: readonly PartyRole[]
}

/** The tasks of a mobility by actor, the open ones first; done ones are folded away. */
export function TaskList({ mayAdd, ...asked }: TaskListProps) {
  const { t } = useTranslation('record')
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const tasks = useTasks(asked.organisation, asked.mobility)
  const items = tasks.data?.items ?? []
  const finished = items.filter((task) => task.state !== 'open').length
  const shown = all ? items : items.filter((task) => task.state === 'open')
  const groups = Map.groupBy(shown, (task) => task.owner)
  return (
    <Section
      title={t('record:tasks.title')}
      aside={items.length > 0 && t('record:tasks.progress', { done: finished, total: items.length })}
      actions={
        <>
          {finished > 0 && (
            <Button variant="subtle" size="compact-sm" aria-pressed={all} onClick={() => setAll(!all)}>
              {all ? t('record:tasks.hideDone') : t('record:tasks.showDone', { count: finished })}
            </Button>
          )}
          {mayAdd && (
            <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
              {t('record:tasks.add')}
            </Button>
          )}
        </>
      }
    >
      <ProblemNote problem={tasks.error} retry={() => void tasks.refetch()} />
      {tasks.isPending && <SkeletonRows rows={5} height={36} />}
      {tasks.data && shown.length === 0 && (
        <p className={classes.none}>
          {items.length > 0 ? t('record:tasks.allDone') : t('record:tasks.none')}
        </p>
      )}
      <div className={classes.groups}>
        {[...groups]
          .toSorted(([, a], [, b]) => Number(isMine(b)) - Number(isMine(a)))
          .map(([owner, group]) => (
            <div key={owner}>
              <h3 className={classes.owner}>
                <ActorMark role={owner} />
              </h3>
              <ul className={classes.list}>
                {group.map((task) => (
                  <TaskRow key={task.id} task={task} {...asked} />
                ))}
              </ul>
            </div>
          ))}
      </div>
      {adding && (
        <Suspense>
          <AddTaskDialog {...asked} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Section>
  )
}

const isMine = (tasks: readonly RecordTask[]): boolean => tasks.some((task) => task.mine)

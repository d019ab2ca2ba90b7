import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { useDueWords, useTaskTitle } from './task-words.ts'
import type { ChecklistAnswer } from './ChecklistsPage.tsx'
import classes from './ChecklistsPage.module.css'

export type EditedTask = ChecklistAnswer['tasks'][number]

interface ChecklistTableProps {
  tasks: readonly EditedTask[]
  onEdit?: (task: EditedTask) => void
}

/** The tasks of a checklist in the order of their days: what, who, when, after what. */
export function ChecklistTable({ tasks, onEdit }: ChecklistTableProps) {
  const { t } = useTranslation(['checklists', 'tasks', 'record'])
  const title = useTaskTitle()
  const due = useDueWords()
  const format = useFormat()
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  const nameOf = (key: string): string => title({ key, title: byKey.get(key)?.title ?? null })
  return (
    <div className={classes.scroll} role="region" aria-label={t('checklists:column.what')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('checklists:column.what')}</th>
            <th scope="col">{t('checklists:column.who')}</th>
            <th scope="col">{t('checklists:column.when')}</th>
            <th scope="col">{t('checklists:column.after')}</th>
            {onEdit && <th scope="col">{t('checklists:column.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {inTime(tasks).map((task) => (
            <tr key={task.key}>
              <td>
                {nameOf(task.key)}
                <span className={classes.marks}>{marksOf(task, t)}</span>
              </td>
              <td>
                <ActorMark role={task.owner} />
                {task.duty && <span className={classes.marks}>{t(`tasks:dutyName.${task.duty}`)}</span>}
              </td>
              <td>{due(task.anchor, task.offsetDays)}</td>
              <td>{format.list(task.needs.map(nameOf))}</td>
              {onEdit && (
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => onEdit(task)}
                    aria-label={`${t('checklists:change')}: ${nameOf(task.key)}`}
                  >
                    {t('checklists:change')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** By day, tasks around the return after those around the departure. */
export const inTime = (tasks: readonly EditedTask[]): EditedTask[] =>
  tasks.toSorted(
    (a, b) => Number(a.anchor === 'return') - Number(b.anchor === 'return') || a.offsetDays - b.offsetDays,
  )

function marksOf(task: EditedTask, t: (key: string) => string): string {
  return [
    task.when && t(`tasks:when.${task.when}`),
    task.blocks && t(`checklists:blocks.${task.blocks}`),
    task.fact && t('checklists:byFact'),
    task.visibility === 'own' && t('tasks:visibility.own'),
  ]
    .filter(Boolean)
    .join(' · ')
}

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { When } from '#web/i18n/When.tsx'
import { TaskSign } from './TaskSign.tsx'
import { useTaskActs } from './use-task-acts.ts'
import { useTaskTitle } from './task-words.ts'
import type { TaskListProps } from './TaskList.tsx'
import type { RecordTask } from './use-tasks.ts'
import classes from './TaskList.module.css'

const WaiveDialog = lazy(() => import('./WaiveDialog.tsx'))
const MoveDialog = lazy(() => import('./MoveDialog.tsx'))

type TaskRowProps = Omit<TaskListProps, 'mayAdd'> & { task: RecordTask }

/** One task: whose, what, what is in the way, until when, and the one button it needs. */
export function TaskRow({ task, ...asked }: TaskRowProps) {
  const { t } = useTranslation(['record', 'tasks', 'mobilities'])
  const format = useFormat()
  const title = useTaskTitle()
  const done = task.state !== 'open'
  const blockers = task.inTheWay.map((one) => `${title(one)} (${t(`mobilities:partyRole.${one.owner}`)})`)
  return (
    <li className={classes.task}>
      <TaskSign owner={task.owner} look={task.look} />
      <div className={classes.title} {...(done ? { 'data-done': true } : {})}>
        {title(task)}
        {task.look === 'blocked' && blockers.length > 0 && (
          <span className={classes.why}>{t('record:tasks.waitsFor', { tasks: format.list(blockers) })}</span>
        )}
        {done && task.doneBy && task.doneAt && (
          <span
            className={classes.why}
          >{`${t(`tasks:look.${task.look}`)} · ${task.doneBy} · ${format.dateTime(task.doneAt)}`}</span>
        )}
      </div>
      <span className={classes.due} data-look={task.look}>
        {!done && task.due && (
          <>
            {task.look === 'late' && `${t('tasks:look.late')} · `}
            <When day={task.due} />
          </>
        )}
      </span>
      <TaskActs task={task} {...asked} />
    </li>
  )
}

function TaskActs({ task, organisation, recordable }: TaskRowProps) {
  const { t } = useTranslation('record')
  const may = useMay()
  const acts = useTaskActs(organisation, task)
  const [dialog, setDialog] = useState<'waive' | 'move' | null>(null)
  const title = useTaskTitle()
  const open = task.state === 'open'
  const byFact = task.fact !== null
  const records = byFact && recordable.includes(task.fact ?? '')
  const mayTick = may('tasks.complete') && ((task.mine && !byFact) || records)
  const edits = may('mobilities.edit')
  const menu = [
    ...(open && edits && task.due
      ? [{ key: 'move', label: t('record:tasks.move'), run: () => setDialog('move') }]
      : []),
    ...(open && edits
      ? [{ key: 'waive', label: t('record:tasks.waive'), run: () => setDialog('waive') }]
      : []),
    ...(!open && (!byFact || task.state === 'waived') && (edits || task.mine)
      ? [{ key: 'reopen', label: t('record:tasks.reopen'), run: acts.reopen }]
      : []),
    ...(!open && task.state === 'done' && records
      ? [{ key: 'withdraw', label: t('record:tasks.reopen'), run: acts.withdrawFact }]
      : []),
  ]
  return (
    <div className={classes.act}>
      {open && mayTick && task.look !== 'blocked' && (
        <Button
          size="compact-sm"
          variant="default"
          loading={acts.busy}
          onClick={byFact ? acts.recordFact : acts.complete}
          aria-label={`${t('record:tasks.done')}: ${title(task)}`}
        >
          {t('record:tasks.done')}
        </Button>
      )}
      {menu.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('record:tasks.more', { task: title(task) })}
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map(({ key, label, run }) => (
              <Menu.Item key={key} onClick={run}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Suspense>
        {dialog === 'waive' && (
          <WaiveDialog organisation={organisation} task={task} onClose={() => setDialog(null)} />
        )}
        {dialog === 'move' && (
          <MoveDialog organisation={organisation} task={task} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </div>
  )
}

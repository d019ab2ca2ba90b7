import { useTranslation } from 'react-i18next'
import { Section } from '#web/layout/Section.tsx'
import { changeKey } from '#modules/mobilities/web/StatusChange.tsx'
import { useReasonWords } from '#modules/mobilities/web/reason-words.ts'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { TaskSign } from '#modules/tasks/web/TaskSign.tsx'
import { useTasks, type RecordTask } from '#modules/tasks/web/use-tasks.ts'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import { When } from '#web/i18n/When.tsx'
import classes from './Blockers.module.css'

/** Why the next step is not possible yet: the reason, the tasks in the way and the people who have them. */
export function Blockers({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation(['record', 'mobilities'])
  const why = useReasonWords('mobilities:whyNot')
  const tasks = useTasks(organisation, record.id).data?.items ?? []
  const next = record.changes.find((change) => change.kind === 'forward')
  if (!next || next.allowed || !next.reason) return null
  const inTheWay = tasksInTheWay(tasks, next.to)
  return (
    <Section
      title={t('record:blocked.title')}
      aside={t('record:blocked.next', { change: t(changeKey(next)) })}
    >
      <p className={classes.reason}>{why(next.reason)}</p>
      {inTheWay.length > 0 && (
        <ul className={classes.tasks}>
          {inTheWay.map((task) => (
            <BlockingTask key={task.id} task={task} record={record} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function BlockingTask({ task, record }: { task: RecordTask; record: MobilityRecord }) {
  const { t } = useTranslation('mobilities')
  const title = useTaskTitle()
  return (
    <li className={classes.task}>
      <TaskSign owner={task.owner} look={task.look} />
      <span>
        {title(task)}
        <span
          className={classes.who}
        >{` · ${whoHas(record, task) ?? t(`mobilities:partyRole.${task.owner}`)}`}</span>
      </span>
      {task.due && (
        <span className={classes.due}>
          <When day={task.due} />
        </span>
      )}
    </li>
  )
}

/** The facts that stand before a status; the task that records one is what is in the way (conditions.rules.ts). */
const factsBefore: Record<string, readonly string[]> = {
  accepted: ['participant.accepted', 'guardian.consented'],
  placed: ['company.confirmed', 'hosting.confirmed', 'company.proposed'],
}

function tasksInTheWay(tasks: readonly RecordTask[], to: string): RecordTask[] {
  const facts = factsBefore[to] ?? []
  return tasks.filter(
    (task) =>
      task.state === 'open' && (task.blocks === to || (task.fact !== null && facts.includes(task.fact))),
  )
}

/** The name behind a task: the person, the named contact of the party, or the organisation. */
function whoHas(record: MobilityRecord, task: RecordTask): string | null {
  const contact = record.contacts.find(
    (one) => one.role === task.owner && (!task.duty || one.duty === task.duty),
  )
  const party = record.parties.find((one) => one.role === task.owner)
  const organisation = party?.organisation?.name
  if (contact) return organisation ? `${contact.name}, ${organisation}` : contact.name
  return party?.person?.name ?? organisation ?? null
}

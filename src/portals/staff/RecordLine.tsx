import { todayHere } from '#web/i18n/When.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { lineOf } from '#modules/tasks/line.rules.ts'
import { decodeLine } from '#modules/tasks/line-code.rules.ts'
import { LineLarge } from '#modules/tasks/web/line/LineLarge.tsx'
import { useTasks } from '#modules/tasks/web/use-tasks.ts'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'

/** The line of the record; drawn from its short form until the tasks with their names are there. */
export function RecordLine({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const tasks = useTasks(organisation, record.id).data?.items
  const title = useTaskTitle()
  const stations =
    tasks?.map((task) => ({ ...task, blocked: task.look === 'blocked' })) ?? decodeLine(record.line)
  const line = lineOf({
    tasks: stations,
    status: record.status,
    departure: record.departure,
    returnDate: record.return,
    endDay: record.statusDay,
    today: todayHere(),
  })
  const titles = new Map((tasks ?? []).map((task) => [task.key, title(task)]))
  return <LineLarge line={line} titles={titles} />
}

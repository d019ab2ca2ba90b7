import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { askedBy, replaceAsked, type AskedTask } from './asked-tasks.store.ts'

/**
 * Says which tasks a source (a module above) asks of each mobility beside its checklist: they appear, move with the dates, are completed
 * by their fact, and vanish while open when they are asked no more. Only mobilities whose tasks change are touched.
 */
export async function askTasks(
  context: Context,
  source: string,
  wanted: ReadonlyMap<string, readonly AskedTask[]>,
): Promise<void> {
  const before = Map.groupBy(await askedBy(context.db, source, [...wanted.keys()]), (row) => row.mobilityId)
  const changed = [...wanted].filter(([id, tasks]) => saying(before.get(id) ?? []) !== saying(tasks))
  if (changed.length === 0) return
  await replaceAsked(
    context.db,
    source,
    changed.map(([id]) => id),
    changed.flatMap(([mobilityId, tasks]) => tasks.map((task) => ({ ...task, mobilityId }))),
  )
  await recordEvents(
    context,
    changed.map(([mobilityId, tasks]) => ({
      type: 'task.asked',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      data: { source, count: tasks.length },
    })),
  )
}

const saying = (tasks: readonly AskedTask[]): string =>
  tasks
    .map((task) => [task.key, task.owner, task.anchor, task.offsetDays, task.fact, task.blocks].join(' '))
    .toSorted()
    .join('\n')

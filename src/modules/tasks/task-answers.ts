import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { taskOf } from './sync-tasks.actions.ts'
import type { TaskRow } from './task-rows.store.ts'
import { taskLook } from './task.rules.ts'
import type { ListedTask } from './tasks.store.ts'
import type { taskShape, tasksContract } from './tasks.contract.ts'
import { whyBlocked } from './turn.rules.ts'

export type TaskAnswer = z.input<typeof taskShape>
type ListedAnswer = z.input<typeof tasksContract.list.answer>['items'][number]

/** A mobility's tasks as its parties see them, each with what stands in its way. */
export function taskAnswers(rows: readonly TaskRow[], roles: readonly PartyRole[], today: Day): TaskAnswer[] {
  const tasks = rows.map(taskOf)
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  return rows.map((row, index) => {
    const task = tasks[index] ?? taskOf(row)
    return {
      id: row.id,
      version: row.version,
      key: task.key,
      title: task.title,
      owner: task.owner,
      duty: task.duty,
      due: task.due,
      anchor: task.anchor,
      offsetDays: task.offsetDays,
      state: task.state,
      look: taskLook(task, today),
      blocks: task.blocks,
      fact: task.fact,
      inTheWay: whyBlocked(task, tasks).map(({ key, owner }) => ({
        key,
        owner,
        title: byKey.get(key)?.title ?? null,
      })),
      doneAt: row.done_at?.toISOString() ?? null,
      doneBy: row.done_by,
      mine: roles.includes(task.owner),
    }
  })
}

/** A task in a list over many mobilities. */
export function listedAnswer(row: ListedTask, today: Day): ListedAnswer {
  const task = taskOf(row)
  return {
    id: row.id,
    version: row.version,
    key: task.key,
    title: task.title,
    owner: task.owner,
    duty: task.duty,
    due: task.due,
    look: taskLook(task, today),
    fact: task.fact,
    mobility: {
      id: row.mobility_id,
      number: row.number,
      participant: row.participant,
      flow: row.flow,
      country: row.country,
      departure: row.departure,
      return: row.return_date,
      status: row.status,
    },
  }
}

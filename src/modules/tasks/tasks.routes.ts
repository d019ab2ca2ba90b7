import { cutPage, placeIn } from '#shared/cursor.ts'
import { addDays } from '#shared/dates.ts'
import { routes } from '#server/http/routes.ts'
import * as actions from './tasks.actions.ts'
import { listedAnswer } from './task-answers.ts'
import { tasksContract } from './tasks.contract.ts'
import { standingOf } from './standing.store.ts'
import * as store from './tasks.store.ts'
import { answerProblem, todayOfOrganisation } from './today.actions.ts'

export const tasksRoutes = routes(tasksContract, {
  list: async (context, { query }) => {
    const today = actions.todayOf(context)
    const before = { late: today, week: addDays(today, 8), all: null }[query.due]
    const blocked = query.blocked === undefined ? null : query.blocked === 'yes'
    const rows = await store.openTasksOf(context.db, standingOf(context.actor), {
      before,
      blocked,
      after: afterOf(query.cursor),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, today)
  },
  ofMobility: async (context, { params }) => ({ items: await actions.tasksOf(context, params.mobility) }),
  add: (context, { params, body }) => actions.addTask(context, params.mobility, body),
  complete: async (context, { body }) => ({ items: await actions.completeTasks(context, body.tasks) }),
  reopen: (context, { params }) => actions.reopenTask(context, params.task),
  waive: (context, { params, body }) => actions.waiveTask(context, params.task, body.reason),
  move: (context, { params, body }) => actions.moveTask(context, params.task, body.due),
  today: (context) => todayOfOrganisation(context),
  answerProblem: (context, { params, body }) => answerProblem(context, params.problem, body.answer),
  mine: async (context, { query }) => {
    const { personIds } = standingOf(context.actor)
    const rows = await store.openTasksOfPeople(context.db, personIds, {
      after: afterOf(query.cursor),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, actions.todayOf(context))
  },
  mineOf: async (context, { params }) => ({ items: await actions.tasksOf(context, params.mobility) }),
  completeMine: (context, { params }) => actions.completeTask(context, params.task),
})

function afterOf(cursor: string | undefined): { due: string; id: string } | null {
  const place = placeIn(cursor, 'day', 'id')
  return place && { due: place[0], id: place[1] }
}

function pageFrom(rows: readonly store.ListedTask[], limit: number, today: string) {
  const { items, next } = cutPage(rows, limit, (last) => [last.due, last.id])
  return { items: items.map((row) => listedAnswer(row, today)), next }
}

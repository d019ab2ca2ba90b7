import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'

const organisation = z.object({ organisation: z.uuid() })
const mobilityParams = organisation.extend({ mobility: z.uuid() })
const taskParams = organisation.extend({ task: z.uuid() })

const owner = z.enum(['sending', 'hosting', 'company', 'participant', 'guardian', 'accompanying'])

/** A task as every actor sees it. `look` is computed for today; `inTheWay` names what blocks it. */
export const taskShape = z.object({
  id: z.string(),
  version: z.number().int(),
  key: z.string(),
  title: z
    .string()
    .nullable()
    .describe('Own words of a task that is not a shipped one; else the key has its words'),
  owner,
  duty: z.string().nullable(),
  due: z.string().nullable(),
  anchor: z.enum(['departure', 'return']),
  offsetDays: z.number().int(),
  state: z.enum(['open', 'done', 'waived']),
  look: z.enum(['done', 'waived', 'due', 'late', 'blocked', 'later']),
  blocks: z.string().nullable(),
  fact: z.string().nullable().describe('The fact that completes it; without one it is ticked by hand'),
  inTheWay: z.array(z.object({ key: z.string(), title: z.string().nullable(), owner })),
  doneAt: z.iso.datetime().nullable(),
  doneBy: z.string().nullable(),
  mine: z.boolean().describe('Whether the asking party owns it'),
})

const mobilityBrief = z.object({
  id: z.string(),
  number: z.number().int(),
  participant: z.string(),
  flow: z.string().nullable(),
  country: z.string().nullable(),
  departure: z.string().nullable(),
  return: z.string().nullable(),
  status: z.string(),
})

const listed = taskShape
  .pick({
    id: true,
    version: true,
    key: true,
    title: true,
    owner: true,
    duty: true,
    due: true,
    look: true,
    fact: true,
  })
  .extend({ mobility: mobilityBrief })

export const tasksContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/tasks',
    summary: "The organisation's own open tasks over all mobilities, by due day",
    tag: 'tasks',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    query: pageQuery.extend({
      due: z.enum(['late', 'week', 'all']).default('all'),
      blocked: z.enum(['yes', 'no']).optional(),
    }),
    answer: pageOf(listed),
  },
  ofMobility: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/tasks',
    summary: 'All tasks of one mobility that the organisation may see, along the line',
    tag: 'tasks',
    audience: { permission: 'mobilities.read' },
    params: mobilityParams,
    answer: z.object({ items: z.array(taskShape) }),
  },
  add: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/tasks',
    summary: 'Adds a task of its own to one mobility',
    tag: 'tasks',
    audience: { permission: 'mobilities.edit' },
    params: mobilityParams,
    body: z.object({ title: z.string().trim().min(1).max(200), owner, due: z.iso.date() }),
    answer: taskShape,
    status: 201,
  },
  complete: {
    method: 'POST',
    path: '/organisations/:organisation/tasks/completions',
    summary: 'Ticks tasks by hand; answers task by task',
    tag: 'tasks',
    audience: { permission: 'tasks.complete' },
    params: organisation,
    body: z.object({ tasks: z.array(z.uuid()).min(1).max(500) }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          outcome: z.enum(['done', 'skipped', 'refused']),
          reason: z.string().nullable(),
        }),
      ),
    }),
  },
  reopen: {
    method: 'DELETE',
    path: '/organisations/:organisation/tasks/:task/completion',
    summary: 'Opens a task again that was ticked or waived',
    tag: 'tasks',
    audience: { permission: 'tasks.complete' },
    params: taskParams,
  },
  waive: {
    method: 'POST',
    path: '/organisations/:organisation/tasks/:task/waiver',
    summary: 'Says that a task is not needed here, and why',
    tag: 'tasks',
    audience: { permission: 'mobilities.edit' },
    params: taskParams,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
  },
  move: {
    method: 'PATCH',
    path: '/organisations/:organisation/tasks/:task',
    summary: "Moves one task's due day, as a new distance from departure or return",
    tag: 'tasks',
    audience: { permission: 'mobilities.edit' },
    params: taskParams,
    body: z.object({ due: z.iso.date() }),
  },
  today: {
    method: 'GET',
    path: '/organisations/:organisation/today',
    summary: 'What needs the organisation now, worst first, and what this week brings',
    tag: 'tasks',
    audience: { permission: 'mobilities.read' },
    params: organisation,
    answer: z.object({
      now: z.array(
        z.object({
          key: z.string(),
          title: z.string().nullable(),
          duty: z.string().nullable(),
          fact: z.string().nullable(),
          flow: z.object({ id: z.string(), name: z.string() }).nullable(),
          due: z.string(),
          count: z.number().int(),
          taskIds: z.array(z.string()),
          departure: z.string().nullable(),
          example: z.string(),
          mobilityId: z.string(),
        }),
      ),
      week: z.object({
        departures: z.array(z.object({ day: z.string(), count: z.number().int() })),
        returns: z.array(z.object({ day: z.string(), count: z.number().int() })),
        due: z.number().int(),
        late: z.number().int(),
      }),
      problems: z.array(
        z.object({
          id: z.string(),
          mobilityId: z.string(),
          participant: z.string(),
          kind: z.string(),
          text: z.string(),
          by: z.string(),
          at: z.iso.datetime(),
        }),
      ),
    }),
  },
  answerProblem: {
    method: 'POST',
    path: '/organisations/:organisation/problems/:problem/answer',
    summary: 'Answers a reported problem; whoever reported it sees the answer',
    tag: 'tasks',
    audience: { permission: 'tasks.complete' },
    params: organisation.extend({ problem: z.uuid() }),
    body: z.object({ answer: z.string().trim().min(1).max(2000) }),
  },
  mine: {
    method: 'GET',
    path: '/me/tasks',
    summary: 'The own tasks as participant, guardian or accompanying person',
    tag: 'tasks',
    audience: 'person',
    query: pageQuery,
    answer: pageOf(listed),
  },
  mineOf: {
    method: 'GET',
    path: '/me/mobilities/:mobility/tasks',
    summary: 'All tasks of one own mobility along the line',
    tag: 'tasks',
    audience: 'person',
    params: z.object({ mobility: z.uuid() }),
    answer: z.object({ items: z.array(taskShape) }),
  },
  completeMine: {
    method: 'POST',
    path: '/me/tasks/:task/completion',
    summary: 'Ticks one of the own tasks',
    tag: 'tasks',
    audience: 'person',
    params: z.object({ task: z.uuid() }),
  },
})

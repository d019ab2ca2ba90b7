import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { Task } from './task.rules.ts'

/** What the line needs to know of a task; a decoded line has numbered keys. */
export type LineTask = Pick<Task, 'key' | 'owner' | 'anchor' | 'offsetDays' | 'state' | 'blocked'>

// The order of these lists is the stored format: add at the end only, and count `version` up for anything else.
const version = '1'
const owners: readonly PartyRole[] = [
  'sending',
  'hosting',
  'company',
  'participant',
  'guardian',
  'accompanying',
]
const states = ['open', 'blocked', 'done', 'waived'] as const
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const furthest = 2047

/**
 * A mobility's tasks as a short text for its row: three signs a task (owner, state, anchor; days from the anchor), 73 for 24 tasks.
 * It does not depend on today or on the dates, so it is right until a task changes. Tasks that one party keeps to itself stay out.
 * Days beyond 2047 are written as 2047.
 */
export function encodeLine(tasks: readonly (LineTask & { visibility?: Task['visibility'] })[]): string {
  const shared = tasks.filter((task) => task.visibility !== 'own')
  return shared.length === 0 ? '' : version + shared.map(signsOf).join('')
}

/** The tasks of an encoded line, in their order; empty for a text that is none. */
export function decodeLine(line: string): LineTask[] {
  if (line[0] !== version || (line.length - 1) % 3 !== 0) return []
  const tasks: LineTask[] = []
  for (let at = 1; at < line.length; at += 3) {
    const task = taskOf(line.slice(at, at + 3), tasks.length)
    if (!task) return []
    tasks.push(task)
  }
  return tasks
}

function signsOf(task: LineTask): string {
  const state = task.state === 'open' && task.blocked ? 'blocked' : task.state
  const kind =
    (owners.indexOf(task.owner) * states.length + states.indexOf(state)) * 2 +
    (task.anchor === 'return' ? 1 : 0)
  const days = Math.min(furthest, Math.max(-furthest, task.offsetDays)) + furthest
  return [kind, days >> 6, days & 63].map((number) => signs[number] ?? '').join('')
}

function taskOf(text: string, index: number): LineTask | null {
  const [kind = -1, high = -1, low = -1] = Array.from(text, (sign) => signs.indexOf(sign))
  const owner = owners[Math.floor(kind / 2 / states.length)]
  const state = states[(kind >> 1) % states.length]
  if (!owner || !state || high < 0 || low < 0) return null
  return {
    key: `task-${index + 1}`,
    owner,
    anchor: kind % 2 === 1 ? 'return' : 'departure',
    offsetDays: high * 64 + low - furthest,
    state: state === 'blocked' ? 'open' : state,
    blocked: state === 'blocked',
  }
}

import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { isStatus, type Status } from '#modules/mobilities/statuses.rules.ts'
import { ageOn, type Day } from '#shared/dates.ts'
import type { ChecklistTask } from './checklist.rules.ts'
import { mergePlan, planTasks, type PlannedMobility } from './plan-tasks.rules.ts'
import { settle } from './progress.rules.ts'
import { isStillAsked, type Task } from './task.rules.ts'
import { dueOf } from './turn.rules.ts'

/** What one mobility's tasks follow from. */
export interface TaskSource {
  activityType: string
  status: string
  departure: Day | null
  returnDate: Day | null
  birthDate: Day | null
  statusDay: Day | null
  parties: readonly { role: string; organisationId: string | null; personId: string | null }[]
  facts: readonly string[]
}

/** A task of a mobility with whose list it stands in. */
export interface SyncedTask extends Task {
  id?: string
  waivedReason: string | null
  organisationId: string | null
  personId: string | null
  /** Its day was chosen by hand. */
  moved?: boolean
}

/** Why SoftMob itself waived a task: the mobility ended before it was needed. Taken back when the mobility goes on. */
export const endedReason = 'mobility-ended'

/** Tasks as they must be now, from the checklist and from what there is; `dropped` are asked no more. */
export function syncTasks(
  existing: readonly SyncedTask[],
  checklist: readonly ChecklistTask[],
  source: TaskSource,
  today: Day,
): { tasks: SyncedTask[]; dropped: string[] } {
  // A stay that was already over when it came in is history, not work.
  if (existing.length === 0 && source.status === 'closed') return { tasks: [], dropped: [] }
  const moved = new Map(existing.filter((task) => task.moved).map((task) => [task.key, task]))
  const planned = planTasks(checklist, plannedFrom(source, today), new Set(source.facts), today).map((task) =>
    keepDay(task, moved.get(task.key), source),
  )
  const merged = mergePlan<SyncedTask>(existing, planned, today)
  const status: Status = isStatus(source.status) ? source.status : 'draft'
  const asked = merged.tasks.map((task) => follow(owned(task, source), source, status))
  return { tasks: settle(asked, today), dropped: merged.dropped }
}

/** What the plan needs to know, from the record. */
export function plannedFrom(source: TaskSource, today: Day): PlannedMobility {
  return {
    departure: source.departure,
    returnDate: source.returnDate,
    participantIsMinor: source.birthDate !== null && ageOn(source.birthDate, source.departure ?? today) < 18,
    activityType: source.activityType,
    partyRoles: source.parties.map((party) => party.role as PartyRole),
  }
}

function keepDay(task: Task, moved: SyncedTask | undefined, { departure, returnDate }: TaskSource): Task {
  if (!moved) return task
  const { anchor, offsetDays } = moved
  return { ...task, anchor, offsetDays, due: dueOf({ anchor, offsetDays }, departure, returnDate) }
}

function follow(given: SyncedTask, source: TaskSource, status: Status): SyncedTask {
  const due = dueOf(given, source.departure, source.returnDate)
  const task = due === given.due ? given : { ...given, due }
  const asked = isStillAsked(task, status, source.departure, source.statusDay)
  if (!asked && task.state === 'open') return { ...task, state: 'waived', waivedReason: endedReason }
  if (asked && task.state === 'waived' && task.waivedReason === endedReason)
    return { ...task, state: 'open', waivedReason: null }
  return task
}

function owned(task: Task | SyncedTask, source: TaskSource): SyncedTask {
  const own = source.parties.find((party) => party.role === task.owner)
  // Whoever has no seat yet is looked after by the sender, who answers for the mobility.
  const sender = source.parties.find((party) => party.role === 'sending')
  const organisationId = own ? own.organisationId : (sender?.organisationId ?? null)
  const personId = own?.personId ?? null
  const waivedReason = 'waivedReason' in task ? task.waivedReason : null
  if ('waivedReason' in task && task.organisationId === organisationId && task.personId === personId)
    return task
  return { ...task, waivedReason, organisationId, personId }
}

import type { Day } from '#shared/dates.ts'
import { activityType } from './activity-types.rules.ts'
import type { Status } from './statuses.rules.ts'
import type { ConditionName, LifecycleRole } from './transitions.rules.ts'

/** Why not: a code with its words in `mobilities:whyNot.<code>`. Values named `day` are ISO days, to be formatted before they are shown. */
export interface Reason {
  code: string
  values: Record<string, string | number>
}

/** What the lifecycle needs to know of a mobility. */
export interface LifecycleMobility {
  status: Status
  departure: Day | null
  returnDate: Day | null
  activityType: string
  /** Under 18 on the day of departure (today where no departure is known). */
  participantIsMinor: boolean
  hasCompany: boolean
  facts: ReadonlySet<string>
  /** How many open tasks stand before `ready` and before `closed`. */
  openTasks: { ready: number; closed: number }
}

/** Who asks: the roles held in this mobility, and the permissions of the membership if it is one. */
export interface LifecycleActor {
  roles: readonly LifecycleRole[]
  permissions: ReadonlySet<string>
}

type Condition = (mobility: LifecycleMobility, actor: LifecycleActor, today: Day) => Reason | null

/** Conditions that the sending coordinator may set aside by naming a reason. */
export const overridable: ReadonlySet<string> = new Set([
  'tasks-open',
  'return-ahead',
  'no-company',
  'company-not-confirmed',
  'hosting-not-confirmed',
])

const conditions: Record<ConditionName, Condition> = {
  accepted(mobility, actor) {
    const fact = mobility.participantIsMinor ? 'guardian.consented' : 'participant.accepted'
    if (mobility.facts.has(fact)) return null
    if (onlyAs(actor, 'system')) return because('not-accepted')
    return minorAlone(mobility, actor)
  },
  'of-age': minorAlone,
  'placement-confirmed'({ facts, hasCompany, activityType: type }) {
    if (facts.has('company.confirmed') || facts.has('placement.confirmed')) return null
    if (hasCompany) return because('company-not-confirmed')
    if (activityType(type)?.workPlacement) return because('no-company')
    return facts.has('hosting.confirmed') ? null : because('hosting-not-confirmed')
  },
  'dates-known': ({ departure, returnDate }) => (departure && returnDate ? null : because('no-dates')),
  'ready-tasks-done': ({ openTasks }) =>
    openTasks.ready > 0 ? because('tasks-open', { count: openTasks.ready }) : null,
  'closing-tasks-done': ({ openTasks }) =>
    openTasks.closed > 0 ? because('tasks-open', { count: openTasks.closed }) : null,
  'departure-reached'({ departure }, _actor, today) {
    if (departure === null) return because('no-dates')
    return today < departure ? because('departure-ahead', { day: departure }) : null
  },
  'return-reached'({ departure, returnDate }, _actor, today) {
    if (departure !== null && today < departure) return because('departure-ahead', { day: departure })
    return returnDate !== null && today < returnDate ? because('return-ahead', { day: returnDate }) : null
  },
}

/** The first of the named conditions that does not hold, as a reason; null when all hold. */
export function whatStandsInTheWay(
  names: readonly ConditionName[],
  mobility: LifecycleMobility,
  actor: LifecycleActor,
  today: Day,
): Reason | null {
  for (const name of names) {
    const reason = conditions[name](mobility, actor, today)
    if (reason) return reason
  }
  return null
}

/** A reason in the shape that all rules of this module answer with. */
export const because = (code: string, values: Reason['values'] = {}): Reason => ({ code, values })

/** A minor does not bind themselves: the guardian decides, or the school records the guardian's word. */
function minorAlone(mobility: LifecycleMobility, actor: LifecycleActor): Reason | null {
  return mobility.participantIsMinor && onlyAs(actor, 'participant') ? because('guardian-decides') : null
}

function onlyAs(actor: LifecycleActor, role: LifecycleRole): boolean {
  return actor.roles.length > 0 && actor.roles.every((held) => held === role)
}

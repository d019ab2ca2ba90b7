import { isDay, type Day } from '#shared/dates.ts'
import {
  because,
  overridable,
  whatStandsInTheWay,
  type LifecycleActor,
  type LifecycleMobility,
  type Reason,
} from './conditions.rules.ts'
import type { Status } from './statuses.rules.ts'
import { transitionsFrom, type Transition } from './transitions.rules.ts'

/** What is given with the change when it is really made. */
export interface Given {
  reason?: string
  /** The day it took effect; today unless told. */
  day?: Day
  /** The sending coordinator sets an overridable condition aside; needs a reason. */
  override?: boolean
}

/** One change that leads out of the present status, possible or not. */
export interface PossibleChange {
  to: Status
  kind: Transition['kind']
  allowed: boolean
  /** Why not, when it is not allowed. */
  reason?: Reason
  /** The actor has to say why. */
  needsReason: boolean
  /** Not allowed as it stands, but this actor may set the condition aside with a reason. */
  canOverride: boolean
}

const memberRoles: readonly string[] = ['sending', 'hosting', 'company']

/**
 * Why the mobility cannot go to a status, or null when it can.
 * Without `given` it answers whether the change is possible at all; with it, reason and day are checked too.
 */
export function whyNotChange(
  mobility: LifecycleMobility,
  to: Status,
  actor: LifecycleActor,
  today: Day,
  given?: Given,
): Reason | null {
  const transition = transitionsFrom(mobility.status).find((change) => change.to === to)
  if (!transition) return because(mobility.status === to ? 'already-there' : 'no-such-step')
  const notTheirs = whyNotThem(transition, actor)
  if (notTheirs) return notTheirs
  const inTheWay = whatStandsInTheWay(transition.conditions, mobility, actingAs(transition, actor), today)
  const setAside = inTheWay !== null && given?.override === true && mayOverride(inTheWay, actor)
  if (inTheWay && !setAside) return inTheWay
  return given ? whyNotGiven(transition, mobility, today, given, setAside) : null
}

/** All changes out of the present status, forward ones first, each with why not. */
export function possibleChanges(
  mobility: LifecycleMobility,
  actor: LifecycleActor,
  today: Day,
): PossibleChange[] {
  return transitionsFrom(mobility.status).map((transition) => {
    const { to, kind, needsReason } = transition
    const reason = whyNotChange(mobility, to, actor, today)
    if (!reason) return { to, kind, allowed: true, needsReason, canOverride: false }
    return { to, kind, allowed: false, reason, needsReason, canOverride: mayOverride(reason, actor) }
  })
}

/** The step that follows by itself from the recorded facts, or null. Ask again after each step. */
export function automaticChange(mobility: LifecycleMobility, today: Day): Status | null {
  const system: LifecycleActor = { roles: ['system'], permissions: new Set() }
  const next = transitionsFrom(mobility.status).find(
    (transition) =>
      transition.by.includes('system') &&
      (transition.systemFact === undefined || mobility.facts.has(transition.systemFact)) &&
      whyNotChange(mobility, transition.to, system, today) === null,
  )
  return next?.to ?? null
}

/** The code that says whose step this is, e.g. `only-sending-hosting`. */
export function onlyCode(transition: Transition): string {
  return ['only', ...transition.by.filter((role) => role !== 'system')].join('-')
}

function whyNotThem(transition: Transition, actor: LifecycleActor): Reason | null {
  const theirs = actor.roles.filter((role) => transition.by.includes(role))
  if (theirs.length === 0) return because(onlyCode(transition))
  const mayEdit = actor.permissions.has('mobilities.edit')
  return mayEdit || theirs.some((role) => !memberRoles.includes(role)) ? null : because('no-permission')
}

/** The actor in the roles that count for this step, so that a viewer who is also the guardian acts as guardian. */
function actingAs(transition: Transition, actor: LifecycleActor): LifecycleActor {
  const mayEdit = actor.permissions.has('mobilities.edit')
  const counts = actor.roles.filter(
    (role) => transition.by.includes(role) && (mayEdit || !memberRoles.includes(role)),
  )
  return { ...actor, roles: counts }
}

function mayOverride(reason: Reason, actor: LifecycleActor): boolean {
  return (
    overridable.has(reason.code) &&
    actor.roles.includes('sending') &&
    actor.permissions.has('mobilities.edit')
  )
}

function whyNotGiven(
  transition: Transition,
  { departure }: LifecycleMobility,
  today: Day,
  given: Given,
  setAside: boolean,
): Reason | null {
  if ((transition.needsReason || setAside) && !given.reason?.trim()) return because('reason-needed')
  if (given.day === undefined) return null
  if (!isDay(given.day)) return because('no-day')
  if (given.day > today) return because('day-ahead')
  const fromAbroad = transition.from === 'abroad' || transition.from === 'interrupted'
  const tooEarly = fromAbroad && departure !== null && given.day < departure
  return tooEarly ? because('day-before-departure', { day: departure }) : null
}

import type { PartyRole } from './party-roles.rules.ts'
import type { Status } from './statuses.rules.ts'

export type LifecycleRole = PartyRole | 'system'

/** What must hold before a change; each is decided in conditions.rules.ts. */
export type ConditionName =
  | 'accepted'
  | 'placement-confirmed'
  | 'dates-known'
  | 'ready-tasks-done'
  | 'departure-reached'
  | 'return-reached'
  | 'closing-tasks-done'
  | 'of-age'

export interface Transition {
  from: Status
  to: Status
  /** `forward` along the main path, `end` off it, `resume` back onto it, `back` one step as a correction. */
  kind: 'forward' | 'end' | 'resume' | 'back'
  /** Who may. Members of sending, hosting and company need the permission `mobilities.edit` as well. */
  by: readonly LifecycleRole[]
  conditions: readonly ConditionName[]
  needsReason: boolean
  /** The fact that moves it on without anybody asking, once the conditions hold too. */
  systemFact?: string
}

const sending = ['sending'] as const
const staff = ['sending', 'hosting'] as const
const participantSide = ['sending', 'participant', 'guardian'] as const
const beforeDeparture = ['draft', 'selected', 'accepted', 'placed', 'ready'] as const

const forward: readonly Transition[] = [
  step('draft', 'selected', sending, []),
  // The participant says yes, or the guardian for a minor, or the coordinator records what was said (workflow B.2 row 7, B.5 row 2).
  step('selected', 'accepted', [...participantSide, 'system'], ['accepted']),
  step('accepted', 'placed', [...staff, 'system'], ['placement-confirmed']),
  step('placed', 'ready', [...sending, 'system'], ['dates-known', 'ready-tasks-done']),
  step('ready', 'abroad', [...staff, 'system'], ['dates-known', 'departure-reached'], 'participant.arrived'),
  step('abroad', 'returned', [...staff, 'system'], ['return-reached'], 'mobility.returned'),
  step('returned', 'assessed', [...staff, 'system'], [], 'mobility.assessed'),
  step('assessed', 'closed', sending, ['closing-tasks-done']),
]

const ends: readonly Transition[] = [
  ...beforeDeparture.map((from) => end(from, 'withdrawn', participantSide, ['of-age'])),
  ...beforeDeparture.map((from) => end(from, 'cancelled', sending, [])),
  end('abroad', 'interrupted', staff, []),
  end('abroad', 'ended-early', sending, []),
  end('interrupted', 'ended-early', sending, []),
  // The agency decides on the costs of a stay that outside events ended (workflow B.8); the record says so apart.
  ...(['selected', 'accepted', 'placed', 'ready', 'abroad', 'interrupted'] as const).map((from) =>
    end(from, 'force-majeure', sending, []),
  ),
]

const resumed: readonly Transition[] = [
  {
    from: 'interrupted',
    to: 'abroad',
    kind: 'resume',
    by: staff,
    conditions: ['departure-reached'],
    needsReason: false,
  },
]

const corrections: readonly Transition[] = [
  back('selected', 'draft', sending),
  back('accepted', 'selected', sending),
  // A company can take its word back, and the host is the first to know.
  back('placed', 'accepted', staff),
  back('ready', 'placed', sending),
  back('abroad', 'ready', sending),
  back('returned', 'abroad', sending),
  back('assessed', 'returned', sending),
  back('closed', 'assessed', sending),
  // An end set by mistake is taken up again where the recorded facts can carry it on.
  back('withdrawn', 'selected', sending),
  back('cancelled', 'selected', sending),
  back('ended-early', 'abroad', sending, ['departure-reached']),
  back('force-majeure', 'selected', sending),
  back('force-majeure', 'abroad', sending, ['departure-reached']),
]

/** Every change of status that exists. docs/lifecycles.md draws it; a test holds the two together. */
export const transitions: readonly Transition[] = [...forward, ...ends, ...resumed, ...corrections]

/** The changes that lead out of a status. */
export const transitionsFrom = (status: Status): readonly Transition[] =>
  transitions.filter((transition) => transition.from === status)

function step(
  from: Status,
  to: Status,
  by: readonly LifecycleRole[],
  conditions: readonly ConditionName[],
  systemFact?: string,
): Transition {
  const transition: Transition = { from, to, kind: 'forward', by, conditions, needsReason: false }
  return systemFact === undefined ? transition : { ...transition, systemFact }
}

function end(
  from: Status,
  to: Status,
  by: readonly LifecycleRole[],
  conditions: readonly ConditionName[],
): Transition {
  return { from, to, kind: 'end', by, conditions, needsReason: true }
}

function back(
  from: Status,
  to: Status,
  by: readonly LifecycleRole[],
  conditions: readonly ConditionName[] = [],
): Transition {
  return { from, to, kind: 'back', by, conditions, needsReason: true }
}

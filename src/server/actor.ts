import { Problem } from '#shared/problems.ts'

/** Who asks. Everything an action may decide by is here; it never looks at a request. */
export type Actor = MemberActor | PersonActor | TutorActor | SystemActor | AnonymousActor

interface SignedIn {
  userId: string
  name: string
  email: string
  language: string
  /** The person rows that are this user (participant, guardian). */
  personIds: readonly string[]
}

/** A signed-in person acting for the organisation in the address. */
export interface MemberActor extends SignedIn {
  kind: 'member'
  organisationId: string
  membershipId: string
  roles: readonly string[]
  permissions: ReadonlySet<string>
  /** Sees only mobilities in which the membership itself is named (accompanying person, company tutor). */
  namedMobilitiesOnly: boolean
}

/** A signed-in person acting for themselves: participant or guardian, or anyone looking at their own account. */
export interface PersonActor extends SignedIn {
  kind: 'person'
}

/** The bearer of a company's personal link. */
export interface TutorActor {
  kind: 'tutor-link'
  linkId: string
  organisationId: string
  name: string
  email: string | null
  language: string
}

/** A job that nobody asked for: reminders, sweeps. */
export interface SystemActor {
  kind: 'system'
  name: string
}

export interface AnonymousActor {
  kind: 'anonymous'
}

/** The organisation an actor acts for, if any. */
export function organisationOf(actor: Actor): string | undefined {
  return actor.kind === 'member' || actor.kind === 'tutor-link' ? actor.organisationId : undefined
}

/** The member behind an endpoint of an organisation; the server has checked the membership before. */
export function memberOf(actor: Actor): MemberActor {
  if (actor.kind === 'member') return actor
  throw new Problem('not-signed-in')
}

/** How an actor is called in the journal. */
export function labelOf(actor: Actor): string {
  if (actor.kind === 'anonymous') return 'anonymous'
  return actor.name
}

import type { LifecycleActor, LifecycleMobility } from './conditions.rules.ts'

/** An adult's work placement abroad, four weeks in May 2027, with everything in order; `changes` break what a test is about. */
export function mobilityLike(changes: Partial<LifecycleMobility> = {}): LifecycleMobility {
  return {
    status: 'draft',
    departure: '2027-05-04',
    returnDate: '2027-05-29',
    activityType: 'LM-SHORT-VET',
    participantIsMinor: false,
    hasCompany: true,
    facts: new Set(['participant.accepted', 'hosting.confirmed', 'company.confirmed']),
    openTasks: { ready: 0, closed: 0 },
    ...changes,
  }
}

const edit = new Set(['mobilities.edit'])

export const coordinator: LifecycleActor = { roles: ['sending'], permissions: edit }
export const host: LifecycleActor = { roles: ['hosting'], permissions: edit }
export const viewer: LifecycleActor = { roles: ['sending'], permissions: new Set() }
export const participant: LifecycleActor = { roles: ['participant'], permissions: new Set() }
export const guardian: LifecycleActor = { roles: ['guardian'], permissions: new Set() }

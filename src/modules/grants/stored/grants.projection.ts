import type { NewEvent } from '#modules/journal/journal.store.ts'
import type { Projection } from '#modules/journal/projections.ts'
import { openGrantsOf } from './grants.store.ts'
import { refreshGrants } from './refresh-grants.actions.ts'

const followed = new Set([
  'mobility.created',
  'mobility.edited',
  'mobility.status-changed',
  'grant.changed',
  'organisation.changed',
])

/** Amounts follow dates, place, project, status and flags of their mobility, and the sender's town, in the same transaction. */
export const grantsProjection: Projection = {
  follows: (type) => followed.has(type),
  apply: async (context, events) => {
    const ids = events.flatMap((event) => event.mobilityId ?? [])
    const senders = events.filter(hasMoved).map((event) => event.subject.id)
    if (senders.length > 0) ids.push(...(await openGrantsOf(context.db, senders)))
    if (ids.length > 0) await refreshGrants(context, ids)
  },
}

const hasMoved = ({ type, changes = {} }: NewEvent): boolean =>
  type === 'organisation.changed' && ('town' in changes || 'country' in changes)

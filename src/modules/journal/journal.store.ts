import type { Insertable } from 'kysely'
import type { Context } from '#server/context.ts'
import { labelOf, organisationOf } from '#server/actor.ts'
import type { Event } from '#server/database/schema.ts'

/** `{field: [before, after]}` */
export type Changes = Record<string, [before: unknown, after: unknown]>

/** One change, as an action tells it; who and when are added here. */
export interface NewEvent {
  /** `noun.verb` in the past, e.g. `mobility.accepted`; its words are `journal:event.<type>`. */
  type: string
  subject: { kind: string; id: string }
  mobilityId?: string
  /** Whose journal it belongs to. Unless told: the actor's own, or that of the mobility's parties where it is about one. */
  organisationId?: string
  changes?: Changes
  data?: Record<string, unknown>
  audience?: 'parties' | 'organisation'
}

/** Records events in the action's transaction, one per change, many at once for bulk work, and applies the projections that follow them. */
export async function recordEvents(context: Context, events: readonly NewEvent[]): Promise<void> {
  const size = 2000
  for (let start = 0; start < events.length; start += size) {
    const rows = events.slice(start, start + size).map((event) => rowOf(context, event))
    await context.db.insertInto('event').values(rows).execute()
  }
  for (const projection of context.services.projections) {
    const followed = events.filter((event) => projection.follows(event.type))
    if (followed.length > 0) await projection.apply(context, followed)
  }
}

/** Records one event. */
export const recordEvent = (context: Context, event: NewEvent): Promise<void> =>
  recordEvents(context, [event])

function rowOf(context: Context, event: NewEvent): Insertable<Event> {
  const { actor } = context
  return {
    at: context.now,
    type: event.type,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    mobility_id: event.mobilityId ?? null,
    organisation_id: event.organisationId ?? (event.mobilityId ? null : (organisationOf(actor) ?? null)),
    actor_user: 'userId' in actor ? actor.userId : null,
    actor_label: labelOf(actor),
    actor_role: actor.kind,
    actor_organisation: organisationOf(actor) ?? null,
    changes: event.changes ? JSON.stringify(event.changes) : null,
    data: event.data ? JSON.stringify(event.data) : null,
    audience: event.audience ?? 'parties',
  }
}

/** The fields that differ between two rows, as the journal keeps them; undefined in `after` means untouched. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {}
  for (const [field, value] of Object.entries(after)) {
    if (value !== undefined && JSON.stringify(before[field] ?? null) !== JSON.stringify(value))
      changes[field] = [before[field] ?? null, value]
  }
  return changes
}

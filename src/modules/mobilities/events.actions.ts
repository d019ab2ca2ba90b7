import type { Context } from '#server/context.ts'
import { seesSendersOwn } from './mobilities.access.ts'
import { eventsOfMobility } from './events.store.ts'
import { memberIn } from './mobility-scope.ts'
import { holdingIn } from './record.actions.ts'

const sendersOwn = ['note', 'externalId', 'notedGrant']

/**
 * A mobility's journal as the asking organisation may read it: the sender's own notes stay with the sender, and a company
 * does not read why somebody fell ill or went home.
 */
export async function readEvents(
  context: Context,
  mobilityId: string,
  page: { limit: number; cursor?: string | undefined; field?: string | undefined },
) {
  const holding = await holdingIn(context, mobilityId)
  const hidden = seesSendersOwn(holding) ? [] : sendersOwn
  if (page.field && hidden.includes(page.field)) return { items: [], next: null }
  const found = await eventsOfMobility(context.db, memberIn(context).organisationId, mobilityId, page)
  const companyOnly = holding.roles.every((role) => role === 'company')
  return {
    next: found.next,
    items: found.items.map((event) => ({
      ...event,
      changes: event.changes && without(event.changes, hidden),
      data: event.data && companyOnly ? without(event.data, ['reason', 'text', 'company']) : event.data,
    })),
  }
}

function without<T>(values: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}

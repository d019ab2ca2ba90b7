import type { Context } from '#server/context.ts'
import { seesCare, seesSendersOwn } from './mobilities.access.ts'
import { eventsOfMobility } from './events.store.ts'
import { memberIn } from './mobility-scope.ts'
import { holdingIn } from './record.actions.ts'

const sendersOwn = ['note', 'externalId', 'notedGrant']
/** What people wrote in their own words about somebody, and what kind of problem it was. */
const aboutCare = ['reason', 'text', 'answer', 'kind']
/** The journal of money: its reasons are about amounts. */
const aboutMoney = /^(?:grant|payment|payment-run|expense|support-split)\./

/**
 * A mobility's journal as the asking member may read it: the sender's own notes stay with the sender; a company, and
 * whoever only keeps the money, does not read why somebody fell ill or went home.
 */
export async function readEvents(
  context: Context,
  mobilityId: string,
  page: { limit: number; cursor?: string | undefined; field?: string | undefined },
) {
  const holding = await holdingIn(context, mobilityId)
  const hidden = seesSendersOwn(holding) ? [] : sendersOwn
  if (page.field && hidden.includes(page.field)) return { items: [], next: null }
  const found = await eventsOfMobility(context.db, memberIn(context).organisationId, mobilityId, {
    ...page,
    papers: holding.permissions.has('papers.read'),
  })
  const companyOnly = holding.roles.every((role) => role === 'company')
  const untold = (type: string): string[] => [
    ...(companyOnly ? [...aboutCare, 'company'] : []),
    ...(seesCare(holding) || aboutMoney.test(type) ? [] : aboutCare),
  ]
  return {
    next: found.next,
    items: found.items.map((event) => ({
      ...event,
      changes: event.changes && without(event.changes, hidden),
      data: event.data && without(event.data, untold(event.type)),
    })),
  }
}

function without<T>(values: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}

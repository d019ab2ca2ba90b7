import type { Context } from '#server/context.ts'
import { recordEvents, type NewEvent } from '#modules/journal/journal.store.ts'
import type { Projection } from '#modules/journal/projections.ts'
import { syncParties } from '#modules/mobilities/parties.store.ts'
import * as store from './record-leads.store.ts'

/**
 * What is written into a record past the placements – a company named in a list, in a form, by an old integration, or a day that is
 * moved – is followed by them, so that there is one truth (docs/decisions/0023). What placements themselves have written is
 * already as they are, and nothing happens.
 */
export const placementsProjection: Projection = {
  follows: (type) => type in leads || type === 'fact.recorded',
  apply: async (context, events) => {
    for (const [type, some] of Map.groupBy(events, leadOf)) await leads[type]?.(context, some)
  },
}

/** A fact that is said by hand counts like the act that usually makes it. */
function leadOf({ type, data }: NewEvent): string {
  if (type !== 'fact.recorded') return type
  if (data?.['fact'] === 'company.confirmed') return 'mobility.company-confirmed'
  return data?.['fact'] === 'placement.confirmed' ? 'fact.placement-confirmed' : type
}

const leads: Record<string, (context: Context, events: readonly NewEvent[]) => Promise<void>> = {
  'mobility.created': (context, events) => store.placeNamed(context.db, idsOf(events), context.now),
  'mobility.company-proposed': (context, events) => renamed(context, idsOf(events)),
  'mobility.edited': async (context, events) => {
    await renamed(context, idsOf(events.filter(({ changes }) => changes && 'company' in changes)))
    for (const { mobilityId, changes } of events)
      if (mobilityId && changes && ('departure' in changes || 'return' in changes))
        await store.moveDays(
          context.db,
          mobilityId,
          dayChange(changes['departure']),
          dayChange(changes['return']),
        )
  },
  'mobility.company-confirmed': async (context, events) => {
    const changed = await store.acceptNamed(context.db, idsOf(events), context.now)
    if (changed.length === 0) return
    await syncParties(
      context.db,
      changed.map(({ mobilityId }) => mobilityId),
    )
    await tell(context, 'placement.accepted', changed)
  },
  'mobility.company-declined': async (context, events) => {
    for (const { mobilityId, data } of events) {
      if (!mobilityId) continue
      const reason = typeof data?.['reason'] === 'string' ? data['reason'] : null
      await tell(
        context,
        'placement.refused',
        await store.refuseNamed(context.db, [mobilityId], reason, context.now),
      )
    }
  },
  'fact.placement-confirmed': async (context, events) => {
    await tell(
      context,
      'placement.confirmed',
      await store.confirmNamed(context.db, idsOf(events), context.now),
    )
  },
  'mobility.status-changed': async (context, events) => {
    const to = (...statuses: string[]) =>
      idsOf(events.filter(({ data }) => statuses.includes(String(data?.['to']))))
    await tell(
      context,
      'placement.withdrawn',
      await store.withdrawOf(context.db, to('withdrawn', 'cancelled'), context.now),
    )
    const over = await store.endOf(
      context.db,
      to('returned', 'assessed', 'closed', 'ended-early', 'force-majeure'),
      context.now,
    )
    await tell(
      context,
      'placement.ended',
      over.filter(({ code }) => code === null),
    )
    await tell(
      context,
      'placement.withdrawn',
      over.filter(({ code }) => code !== null),
    )
  },
}

async function renamed(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tell(context, 'placement.withdrawn', await store.withdrawOthers(context.db, ids, context.now))
  await store.placeNamed(context.db, ids, context.now)
  await syncParties(context.db, ids)
}

const idsOf = (events: readonly NewEvent[]): string[] => [
  ...new Set(events.flatMap(({ mobilityId }) => mobilityId ?? [])),
]

const dayChange = (change: [unknown, unknown] | undefined): [string | null, string | null] | null =>
  change ? [asDay(change[0]), asDay(change[1])] : null
const asDay = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function tell(context: Context, type: string, rows: readonly store.Changed[]): Promise<void> {
  return recordEvents(
    context,
    rows.map(({ id, mobilityId, company, code }) => ({
      type,
      subject: { kind: 'placement', id },
      mobilityId,
      data: { company, ...(code ? { code } : {}) },
    })),
  )
}

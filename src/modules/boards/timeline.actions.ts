import type { z } from 'zod'
import type { Context } from '#server/context.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import type { boardsContract } from './boards.contract.ts'
import { groupsBetween } from './boards.store.ts'
import { capacityOf } from './capacity.rules.ts'
import { countBeds, positionsOf } from './capacity.store.ts'
import { monthsOf, periodOf } from './days.rules.ts'
import { keptOptions } from './options.actions.ts'
import * as store from './timeline.store.ts'

type Query = z.output<(typeof boardsContract)['timeline']['query']>
type Answer = z.input<(typeof boardsContract)['timeline']['answer']>

const mostFlows = 400

/** Flows over months, by sender for whoever hosts and by destination for whoever sends; below, what is needed and what there is. */
export async function readTimeline(context: Context, query: Query): Promise<Answer> {
  const { db } = context
  const scope = scopeOf(context)
  const months = monthsOf(query.from ?? todayOf(context), query.zoom)
  const period = periodOf(months)
  const found = await store.flowsBetween(db, scope, period, mostFlows + 1)
  const flows = found.slice(0, mostFlows)
  const standing = new Map(
    (
      await store.standingOf(
        db,
        scope,
        flows.map(({ id }) => id),
      )
    ).map((one) => [one.flowId, one]),
  )
  // An organisation that sends most of these flows looks at where they go; one that takes them in, at who sends them.
  const own = flows.filter(({ senderId }) => senderId === scope.organisationId).length
  const by = own * 2 > flows.length ? 'destination' : 'sender'
  const shown = flows.map((flow) => showFlow(flow, standing.get(flow.id), by))
  const register = scope.namedIn === null
  const positions = register ? await positionsOf(db, scope.organisationId) : []
  const beds = register ? await countBeds(db, scope.organisationId) : 0
  const kept = (await keptOptions(context, period)).map(({ from, to, until, people, flowId }) => ({
    from,
    to,
    until,
    count: beyond(people, flowId, shown),
  }))
  const open = positions.filter(({ archived }) => !archived)
  return {
    months,
    by,
    groups: [...Map.groupBy(shown, ({ group }) => group.key).values()].map((some) => ({
      key: some[0]?.group.key ?? '',
      name: some[0]?.group.name ?? null,
      country: some[0]?.group.country ?? null,
      flows: some.map(({ flow }) => flow),
    })),
    more: found.length > flows.length,
    weeks: capacityOf(
      period,
      await groupsBetween(db, scope, period),
      [
        ...shown.map(({ flow }) => ({ ...flow, taken: flow.people })),
        // What was ordered is needed, though the sender has planned no flow for it.
        ...kept.filter(({ until }) => until === null).map((one) => ({ ...one, places: one.count, taken: 0 })),
      ],
      beds > 0 ? beds : null,
      open.length > 0 ? open : null,
      kept.filter(({ until }) => until !== null),
    ),
  }
}

/** The people of an option or order beyond the places that its own flow counts already. */
function beyond(
  people: number,
  flowId: string | null,
  shown: readonly { flow: Answer['groups'][number]['flows'][number] }[],
): number {
  const own = shown.find(({ flow }) => flow.id === flowId)?.flow
  return own ? Math.max(0, people - Math.max(0, own.places - own.people)) : people
}

function showFlow(
  flow: store.FlowRow,
  standing: store.FlowStandingRow | undefined,
  by: Answer['by'],
): {
  group: { key: string; name: string | null; country: string | null }
  flow: Answer['groups'][number]['flows'][number]
} {
  const line =
    standing?.mobilityId && standing.status !== null
      ? {
          mobilityId: standing.mobilityId,
          code: standing.code ?? '',
          status: standing.status,
          departure: standing.departure,
          return: standing.returnDate,
        }
      : null
  const { senderId, sender, host, country, town, ...rest } = flow
  return {
    group:
      by === 'sender'
        ? { key: senderId, name: sender, country: null }
        : { key: `${country ?? ''} ${town ?? ''}`, name: town, country },
    flow: { ...rest, people: standing?.taken ?? 0, other: by === 'sender' ? town : host, line },
  }
}

import type { z } from 'zod'
import type { Context } from '#server/context.ts'
import type { mobilitiesContract } from './mobilities.contract.ts'
import * as store from './mobilities.store.ts'
import type { MobilityFilters } from './mobility-filter.store.ts'
import { scopeOf, todayOf } from './mobility-scope.ts'
import { showRow } from './mobility-rows.store.ts'

type ListQuery = z.output<(typeof mobilitiesContract)['list']['query']>
type CountsQuery = z.output<(typeof mobilitiesContract)['counts']['query']>

/** One page of the grid. */
export async function listMobilities(context: Context, query: ListQuery) {
  const scope = scopeOf(context)
  const today = todayOf(context)
  const page = await store.listMobilities(context.db, scope, query, query, today)
  const total = query.count ? { total: await store.countMobilities(context.db, scope, query, today) } : {}
  return { items: page.items.map((row) => showRow(row, today)), next: page.next, ...total }
}

const all = ['status', 'country', 'flow', 'turn', 'partner'] as const

/** How many there are in all, and by each dimension asked for. */
export async function countMobilities(context: Context, query: CountsQuery) {
  const { by, ...filters } = query
  const scope = scopeOf(context)
  const today = todayOf(context)
  const wanted = new Set<string>(by?.length ? by : all)
  const counted = await Promise.all(
    all.map((dimension) =>
      wanted.has(dimension) ? countOne(context, filters, dimension) : Promise.resolve([]),
    ),
  )
  const [status = [], country = [], flow = [], turn = [], partner = []] = counted
  // Every mobility has a status, so their sum is the total unless that filter was set aside.
  const statusSet = filters.status?.length
  const total =
    wanted.has('status') && !statusSet
      ? status.reduce((sum, { count }) => sum + count, 0)
      : await store.countMobilities(context.db, scope, filters, today)
  return { total, status, country, flow, turn, partner }
}

function countOne(
  context: Context,
  filters: MobilityFilters,
  dimension: (typeof all)[number],
): Promise<store.Counted[]> {
  const scope = scopeOf(context)
  const today = todayOf(context)
  if (dimension === 'partner') return store.countPartners(context.db, scope, filters, today)
  return store.countBy(context.db, scope, filters, dimension, today)
}

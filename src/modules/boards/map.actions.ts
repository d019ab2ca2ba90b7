import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import { addDays } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import { findTown } from '#modules/places/gazetteer.ts'
import type { Point } from '#modules/places/distance.rules.ts'
import type { boardsContract } from './boards.contract.ts'
import { peopleBetween } from './boards.store.ts'
import { mondayOf } from './days.rules.ts'
import { mapKinds, townKey } from './map.rules.ts'
import * as store from './map.store.ts'

type Contract = typeof boardsContract
type Answer = z.input<Contract['map']['answer']>

/** Towns with what is in them, and those that the gazetteer cannot tell for sure. */
export async function readMap(context: Context, query: z.output<Contract['map']['query']>): Promise<Answer> {
  const asked = askedOf(context, query)
  const people = await peopleBetween(context.db, asked.scope, asked.week)
  const senders = new Map(people.map(({ senderId, sender }) => [senderId, { id: senderId, name: sender }]))
  const kinds = query.kind?.length ? query.kind : mapKinds
  const counted = await store.countTowns(context.db, kinds, asked)
  const towns = [...Map.groupBy(counted, ({ town, country }) => townKey(country, town)).values()].map(
    (some) => {
      const of = (kind: string): number => some.find((one) => one.kind === kind)?.count ?? 0
      const { town = '', country = null } = some[0] ?? {}
      return { town, country, companies: of('companies'), homes: of('homes'), people: of('people') }
    },
  )
  const placed = towns.map((one) => ({ ...one, point: pointOf(one.town, one.country) }))
  return {
    week: asked.week,
    senders: [...senders.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    towns: placed.flatMap(({ point, ...one }) => (point ? [{ ...one, ...point }] : [])),
    unknown: placed.flatMap(({ point, ...one }) => (point ? [] : [one])),
  }
}

/** One page of what is in a town. */
export async function readTown(context: Context, query: z.output<Contract['town']['query']>) {
  const after = placeIn(query.cursor, 'text', 'id')
  const rows = await store.thingsIn(context.db, query.kind, askedOf(context, query), query, {
    after,
    limit: query.limit + 1,
  })
  const { items, next } = cutPage(rows, query.limit, (last) => [last.sortName, last.id])
  return { items: items.map(({ sortName: _name, ...item }) => item), next }
}

function askedOf(
  context: Context,
  { from, sender }: { from?: string | undefined; sender?: string[] | undefined },
) {
  const monday = mondayOf(from ?? todayOf(context))
  return {
    scope: scopeOf(context),
    week: { from: monday, to: addDays(monday, 6) },
    senders: sender ?? [],
  }
}

const points = new Map<string, Point | null>()
const mostPoints = 5000

/** Where a town is; null for one that is not known or could be several. The same few towns are asked for again and again. */
function pointOf(town: string, country: string | null): Point | null {
  const key = townKey(country, town)
  const known = points.get(key)
  if (known !== undefined) return known
  const found = town === '' ? null : findTown(town, country)
  const point =
    found && 'town' in found ? { latitude: found.town.latitude, longitude: found.town.longitude } : null
  if (points.size >= mostPoints) points.clear()
  points.set(key, point)
  return point
}

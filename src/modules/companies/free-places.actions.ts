import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { freePlacesOf, type LaterPlaces, type Places } from './free-places.rules.ts'
import { openingsOf, workingOf } from './free-places.store.ts'

export interface FreePlaces {
  /** Positions that are open today or later. */
  positions: number
  today: Places | null
  later: LaterPlaces | null
}

export const noPlaces: FreePlaces = { positions: 0, today: null, later: null }

/** What is free today or, where something begins only later, then: by this a register is filtered and sorted. */
export const freeOf = ({ today, later }: FreePlaces): number => Math.max(today?.free ?? 0, later?.free ?? 0)

/** What is free at each company of the register that has positions, or at one of them. */
export async function freePlacesBy(context: Context, companyId?: string): Promise<Map<string, FreePlaces>> {
  const { organisationId } = memberOf(context.actor)
  const today = todayOf(context)
  const openings = await openingsOf(context.db, organisationId, today, companyId)
  const working = Map.groupBy(
    openings.length > 0 ? await workingOf(context.db, today) : [],
    (one) => one.companyId,
  )
  return new Map(
    [...Map.groupBy(openings, (one) => one.companyId)].map(([id, positions]) => [
      id,
      { positions: positions.length, ...freePlacesOf(positions, working.get(id) ?? [], today) },
    ]),
  )
}

import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { stillComing } from './give-beds.actions.ts'
import { guestFrom, roomsFrom } from './guest-rows.ts'
import { guestsByIds, guestsOf, roomsFor, type GuestRow, type RoomRow } from './guests.store.ts'
import type { Guest, Place, Room } from './room-rules.rules.ts'
import type { PlanRow } from './room-plans.store.ts'

export interface PlanInput {
  guests: Guest[]
  guestRows: GuestRow[]
  rooms: Room[]
  roomRows: RoomRow[]
  locks: Map<string, Place>
  /** People without days: nobody can say when they need a bed. */
  undated: string[]
}

const isDated = ({ departure, returnDate }: GuestRow): boolean =>
  departure !== null && returnDate !== null && departure < returnDate

/** Gathers what a plan is made from, as it is now: people of its flows without a bed, and rooms with what is left of them. */
export async function inputOf(context: Context, plan: PlanRow): Promise<PlanInput> {
  const { organisationId } = memberOf(context.actor)
  const all = await guestsOf(context.db, organisationId, plan.flowIds, stillComing)
  const guestRows = all.filter(isDated)
  const guests = guestRows.map((row) =>
    guestFrom(row, { from: row.departure ?? '', to: row.returnDate ?? '' }),
  )
  const from = guests.reduce((first, one) => (one.from < first ? one.from : first), guests[0]?.from ?? '')
  const to = guests.reduce((last, one) => (one.to > last ? one.to : last), '')
  const roomRows = guests.length > 0 ? await roomsFor(context.db, organisationId, { from, to }) : []
  const people = new Set(guests.map(({ id }) => id))
  return {
    guests,
    guestRows,
    rooms: roomsFrom(roomRows, { guests: guestRows, kilometres: plan.mostKilometres }),
    roomRows,
    locks: new Map(
      (plan.result?.given ?? [])
        .filter(({ mobilityId, locked }) => locked && people.has(mobilityId))
        .map(({ mobilityId, roomId, bedId }) => [mobilityId, { roomId, bedId }]),
    ),
    undated: all.filter((row) => !isDated(row)).map(({ mobilityId }) => mobilityId),
  }
}

/** Everybody of a plan's result, whether they need a bed still or not. */
export function peopleOf(context: Context, { result }: PlanRow): Promise<GuestRow[]> {
  const ids = [...(result?.given ?? []), ...(result?.without ?? [])].map(({ mobilityId }) => mobilityId)
  return guestsByIds(context.db, memberOf(context.actor).organisationId, ids)
}

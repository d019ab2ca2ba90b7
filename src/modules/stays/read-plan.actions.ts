import type { z } from 'zod'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { roomsFor, type GuestRow } from './guests.store.ts'
import { peopleOf } from './plan-input.ts'
import { itemOf, ownPlan } from './room-plans.actions.ts'
import type { roomPlansContract } from './room-plans.contract.ts'
import { isMinorAt } from './shown-stay.ts'

type Shown = z.input<(typeof roomPlansContract)['readRoomPlan']['answer']>

/** A plan as it was kept, with the names of today. */
export async function readPlan(context: Context, id: string): Promise<Shown> {
  const row = await ownPlan(context, id)
  const people = await peopleOf(context, row)
  const byId = new Map(people.map((one) => [one.mobilityId, one]))
  const given = new Map((row.result?.given ?? []).map((one) => [one.mobilityId, one]))
  const without = new Map((row.result?.without ?? []).map((one) => [one.mobilityId, one]))
  const name = (mobilityId: string): string => byId.get(mobilityId)?.participant ?? ''
  const shown = (one: GuestRow) => ({
    mobilityId: one.mobilityId,
    participant: one.participant,
    schoolId: one.schoolId,
    school: one.school,
    flow: one.flow,
    minor: isMinorAt(one.birthDate, one.departure),
    departure: one.departure,
    returnDate: one.returnDate,
    leader: one.leader,
    accessNeeds: one.accessNeeds,
    allergies: one.petAllergy || one.smokeAllergy || one.dietKitchen,
    quiet: one.quiet,
    friends: one.friends.map(name).filter(Boolean),
  })
  return {
    ...itemOf(row),
    flowIds: row.flowIds,
    mostKilometres: row.mostKilometres,
    given: people.flatMap((one) => {
      const place = given.get(one.mobilityId)
      return place ? [{ ...shown(one), roomId: place.roomId, bedId: place.bedId, locked: place.locked }] : []
    }),
    without: people.flatMap((one) => {
      const found = without.get(one.mobilityId)
      return found ? [{ ...shown(one), reasons: found.reasons }] : []
    }),
    rooms: await roomsOf(context, people, new Set(given.keys())),
  }
}

/** The rooms in which somebody of the plan sleeps or could; `others` are there without it. */
async function roomsOf(context: Context, people: readonly GuestRow[], ofPlan: ReadonlySet<string>) {
  const days = people.flatMap(({ departure, returnDate }) =>
    departure && returnDate ? [departure, returnDate] : [],
  )
  if (days.length === 0) return []
  const sorted = days.toSorted()
  const period = { from: sorted[0] ?? '', to: sorted.at(-1) ?? '' }
  const rows = await roomsFor(context.db, memberOf(context.actor).organisationId, period)
  return rows.map((room) => ({
    id: room.id,
    name: room.room,
    housingId: room.housingId,
    housing: room.housing,
    kind: room.kind,
    town: room.town,
    beds: room.beds.length,
    quiet: room.quiet,
    others: room.occupants.filter(({ id }) => !ofPlan.has(id)).length,
  }))
}

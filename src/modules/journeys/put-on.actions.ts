import type { z } from 'zod'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import type { Context } from '#server/context.ts'
import type { BookingRow } from './bookings.store.ts'
import { travellersOf } from './bookings.store.ts'
import type { travellerInput, travellerOutcomes } from './journeys.shapes.contract.ts'
import { settleWays } from './settle.actions.ts'
import type { Direction } from './travel-means.rules.ts'
import * as ways from './ways.store.ts'

export type TravellerInput = z.output<typeof travellerInput>
type Outcome = z.input<typeof travellerOutcomes>[number]

/** A leg of the booking, in the order in which travellers name them. */
export interface BookedLeg {
  id: string
  direction: Direction
}

interface Placing {
  way: ways.NewWay
  /** The way that the person has already, whose legs are replaced. */
  present: string | null
  legs: { legId: string; seat: string | null }[]
}

/**
 * Puts people on a booking, each judged for itself: somebody who has a way in that direction keeps it unless `replace`, and nobody is put
 * where the booking has no place left. Throws nothing; call it with the booking locked.
 */
export async function putPeopleOn(
  context: Context,
  booking: BookingRow,
  legs: readonly BookedLeg[],
  asked: readonly TravellerInput[],
  options: { organisationId: string; replace: boolean },
): Promise<Outcome[]> {
  const ids = asked.flatMap(({ mobilityId }) => mobilityId ?? [])
  const people = new Map(
    (await ways.peopleByIds(context.db, options.organisationId, ids)).map((one) => [one.mobilityId, one]),
  )
  const known = Map.groupBy(await ways.lockWays(context.db, ids), (way) => way.mobilityId ?? '')
  const there = await travellersOf(context.db, [booking.id])
  const aboard = new Set(there.map((one) => one.mobilityId ?? one.name))
  const outcomes: Outcome[] = []
  const placings: Placing[] = []
  const answer = (one: TravellerInput, name: string, code: Outcome['code']): void => {
    const outcome = code === null ? 'done' : code === 'already-on' ? 'skipped' : 'refused'
    outcomes.push({ name, mobilityId: one.mobilityId ?? null, outcome, code })
  }
  for (const one of asked) {
    const person = one.mobilityId ? people.get(one.mobilityId) : undefined
    const name = person?.participant ?? one.name ?? ''
    const key = one.mobilityId ?? name
    if ((one.mobilityId && !person) || key === '') answer(one, name, 'not-there')
    else if (person && !isOpen(person.status as Status)) answer(one, name, 'over')
    else if (aboard.has(key)) answer(one, name, 'already-on')
    else if (booking.seats !== null && aboard.size >= booking.seats) answer(one, name, 'full')
    else {
      const own = placingsOf(booking, legs, one, person, known.get(key) ?? [], options.replace)
      if (own.length > 0) aboard.add(key)
      placings.push(...own)
      answer(one, name, own.length > 0 ? null : 'has-journey')
    }
  }
  await place(context, placings)
  return outcomes
}

function placingsOf(
  booking: BookingRow,
  legs: readonly BookedLeg[],
  one: TravellerInput,
  person: ways.PersonRow | undefined,
  known: readonly ways.WayRow[],
  replace: boolean,
): Placing[] {
  const seats = new Map(one.legs?.map(({ leg, seat }) => [leg, seat || null]))
  const wanted = legs
    .map(({ id, direction }, at) => ({ legId: id, direction, at, seat: seats.get(at) ?? null }))
    .filter(({ at }) => !one.legs || seats.has(at))
  return [...Map.groupBy(wanted, ({ direction }) => direction)].flatMap(([direction, some]): Placing[] => {
    const present = known.find((way) => way.direction === direction)
    if (present && !replace) return []
    return [
      {
        present: present?.id ?? null,
        legs: some.map(({ legId, seat }) => ({ legId, seat })),
        way: {
          sendingId: person?.sendingId ?? booking.organisationId,
          hostingId: person ? person.hostingId : booking.hostingId,
          flowId: person ? person.flowId : booking.flowId,
          mobilityId: person?.mobilityId ?? null,
          name: person ? null : (one.name ?? null),
          phone: person ? null : one.phone || null,
          direction,
        },
      },
    ]
  })
}

async function place(context: Context, placings: readonly Placing[]): Promise<void> {
  const fresh = placings.filter(({ present }) => present === null)
  const made = await ways.insertWays(
    context.db,
    fresh.map(({ way }) => way),
  )
  const idOf = new Map(fresh.map((placing, at) => [placing, made[at] ?? '']))
  const replaced = placings.flatMap(({ present }) => present ?? [])
  await ways.takeOffLegs(context.db, replaced)
  const journeyOf = (placing: Placing): string => placing.present ?? idOf.get(placing) ?? ''
  await ways.putOnLegs(
    context.db,
    placings.flatMap((placing) => placing.legs.map((leg) => ({ journeyId: journeyOf(placing), ...leg }))),
  )
  await settleWays(context, placings.map(journeyOf))
}

import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { notFound, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { scopeOf } from '#modules/mobilities/mobility-scope.ts'
import { phaseOf, statuses } from '#modules/mobilities/statuses.rules.ts'
import * as store from './bookings.store.ts'
import { greenWith } from './green-declaration.rules.ts'
import { greenShare } from './green-share.rules.ts'
import { rulesOf } from './journey-rules.store.ts'
import type { journeysContract } from './journeys.contract.ts'
import { judgeLegs } from './judge-legs.ts'
import * as legs from './legs.store.ts'
import { namesAmong } from './names-in-text.rules.ts'
import { putPeopleOn, type TravellerInput } from './put-on.actions.ts'
import { readBooking } from './read-booking.ts'
import type { ReadingAround } from './read-legs.ts'
import { whoIs } from './same-name.rules.ts'
import { settleWays } from './settle.actions.ts'
import * as ways from './ways.store.ts'

type Contract = typeof journeysContract
type Shown = z.input<Contract['takeOff']['answer']>
type Input = z.output<Contract['saveBooking']['body']>
type Reading = z.input<Contract['readBooking']['answer']>

/** Who still travels, or has travelled: nobody who stepped back. */
export const travelling = statuses.filter((status) => phaseOf(status) !== 'over' || status === 'closed')

/** How a flow travels. */
export async function listBookings(
  context: Context,
  flowId: string,
): Promise<z.input<Contract['listBookings']['answer']>> {
  const member = memberOf(context.actor)
  const flow = await flowOf(context, flowId)
  const people = await ways.peopleOfFlow(context.db, scopeOf(context), flowId, travelling)
  const bookings = await store.bookingsOfFlow(context.db, flowId)
  const rules = (await rulesOf(context.db, [flow.organisationId]))(flow.organisationId)
  const { organisationId, hostingId: _hosting, ...around } = flow
  return {
    flow: { ...around, own: organisationId === member.organisationId },
    bookings: await show(context, bookings),
    people: people.map((one) => {
      const legsSay = greenShare(one.legs, { means: rules.greenMeans, from: rules.greenFrom })
      const { share, green } = greenWith(legsSay, one.declared)
      const { mobilityId, participant, directions, saysGreen, declared } = one
      return { mobilityId, participant, directions, share, green, declared, saysGreen }
    }),
    mayEdit: member.permissions.has('mobilities.edit'),
  }
}

/** What a pasted text says; names are looked for among the people of the flow. Nothing is saved. */
export async function readPasted(context: Context, flowId: string, text: string): Promise<Reading> {
  return readFor(context, flowId, (around) => readBooking(text, around))
}

/** As `readPasted`, for a reading of any source. Also for tables that another module has read from a file. */
export async function readFor(
  context: Context,
  flowId: string,
  read: (around: ReadingAround) => ReturnType<typeof readBooking>,
): Promise<Reading> {
  const flow = await flowOf(context, flowId)
  const today = context.now.toISOString().slice(0, 10)
  const starts = flow.startDate ?? today
  const found = read({
    country: flow.country,
    homeCountry: flow.homeCountry,
    starts,
    ends: flow.endDate ?? addDays(starts, 28),
  })
  const rows = await ways.peopleOfFlow(context.db, scopeOf(context), flowId, travelling)
  const people = rows.map(({ mobilityId, participant, directions }) => ({
    id: mobilityId,
    name: participant,
    directions,
  }))
  const travellers = found.travellers.map((traveller) => {
    const answer = whoIs(traveller.name, people)
    return {
      ...traveller,
      match: answer.kind,
      mobilityId: answer.kind === 'found' ? answer.id : null,
      candidates: answer.kind === 'unclear' ? answer.candidates.map(({ id, name }) => ({ id, name })) : [],
    }
  })
  return {
    ...found,
    people,
    travellers:
      found.kind === 'list' ? travellers : namesAmong(travellers, ({ match }) => match !== 'unknown'),
  }
}

/** Enters a booking and puts people on it. */
export async function addBooking(
  context: Context,
  flowId: string,
  input: z.output<Contract['addBooking']['body']>,
): Promise<z.input<Contract['addBooking']['answer']>> {
  const flow = await flowOf(context, flowId)
  const judged = judgeLegs(input.legs)
  const key = { organisationId: flow.organisationId, hostingId: flow.hostingId, flowId, mobilityId: null }
  const id = await store.insertBooking(context.db, { ...key, by: labelOf(context.actor) }, valuesOf(input))
  const ids = await legs.insertLegs(context.db, { ...key, id }, judged)
  await tell(context, 'booking.entered', id, input.reference ?? '')
  const booked = judged.map(({ direction }, at) => ({ id: ids[at] ?? '', direction }))
  return putOnBooking(context, id, booked, input.travellers, input.replace)
}

/** Puts people on a booking that is there. */
export async function putOn(
  context: Context,
  id: string,
  input: z.output<Contract['putOn']['body']>,
): Promise<z.input<Contract['putOn']['answer']>> {
  await bookingOf(context, id)
  const booked = await legs.legsOfBookings(context.db, [id])
  return putOnBooking(context, id, booked, input.travellers, input.replace)
}

async function putOnBooking(
  context: Context,
  id: string,
  booked: Parameters<typeof putPeopleOn>[2],
  travellers: readonly TravellerInput[],
  replace: boolean,
) {
  const booking = await bookingOf(context, id)
  const { organisationId } = memberOf(context.actor)
  const rows = await putPeopleOn(context, booking, booked, travellers, { organisationId, replace })
  return { booking: await showOne(context, booking), rows }
}

/** Takes people off; whoever travels on nothing else has no way any more. */
export async function takeOff(
  context: Context,
  id: string,
  { mobilityIds, names }: z.output<Contract['takeOff']['body']>,
): Promise<Shown> {
  const booking = await bookingOf(context, id)
  const gone = (await store.travellersOf(context.db, [id]))
    .filter((one) => (one.mobilityId ? mobilityIds.includes(one.mobilityId) : names.includes(one.name)))
    .map(({ journeyId }) => journeyId)
  await ways.takeOffLegs(context.db, gone)
  await settleWays(context, gone)
  return showOne(context, booking)
}

/** Saves a booking. Legs keep who travels on them; a new leg takes all who travel in its direction. */
export async function saveBooking(context: Context, id: string, input: Input): Promise<Shown> {
  const booking = await bookingOf(context, id)
  if (booking.version !== input.version)
    throw new Problem('conflict', {
      changed: { version: booking.version, fields: ['legs'], by: null, at: null },
    })
  const judged = judgeLegs(input.legs)
  await store.updateBooking(context.db, id, valuesOf(input), context.now)
  const present = await legs.legsOfBookings(context.db, [id])
  const travellers = await store.travellersOf(context.db, [id])
  const kept = new Set(
    judged.flatMap((leg) => (present.some((one) => one.id === leg.id) ? (leg.id ?? []) : [])),
  )
  for (const leg of judged) if (leg.id && kept.has(leg.id)) await legs.updateLeg(context.db, leg.id, leg)
  const fresh = judged.filter((leg) => !leg.id || !kept.has(leg.id))
  const made = await legs.insertLegs(context.db, booking, fresh)
  await ways.putOnLegs(
    context.db,
    fresh.flatMap((leg, at) =>
      travellers
        .filter(({ direction }) => direction === leg.direction)
        .map(({ journeyId }) => ({ journeyId, legId: made[at] ?? '', seat: null })),
    ),
  )
  await legs.deleteLegs(
    context.db,
    present.filter((leg) => !kept.has(leg.id)).map((leg) => leg.id),
  )
  await tell(context, 'booking.saved', id, input.reference ?? '')
  await settleWays(
    context,
    travellers.map(({ journeyId }) => journeyId),
  )
  return showOne(context, await bookingOf(context, id))
}

export async function removeBooking(context: Context, id: string): Promise<void> {
  const booking = await bookingOf(context, id)
  const travellers = (await store.travellersOf(context.db, [id])).map(({ journeyId }) => journeyId)
  await store.deleteBookings(context.db, [id])
  await tell(context, 'booking.removed', id, booking.reference ?? '')
  await settleWays(context, travellers)
}

async function flowOf(context: Context, id: string): Promise<store.FlowAround> {
  const flow = await store.findFlow(context.db, memberOf(context.actor).organisationId, id)
  if (!flow) throw notFound()
  return flow
}

async function bookingOf(context: Context, id: string): Promise<store.BookingRow> {
  const row = await store.lockBooking(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return row
}

const valuesOf = ({
  carrier,
  reference,
  seats,
  note,
}: Pick<Input, 'carrier' | 'reference' | 'seats' | 'note'>) => ({
  carrier: carrier || null,
  reference: reference || null,
  seats: seats ?? null,
  note: note || null,
})

async function show(context: Context, bookings: readonly store.BookingRow[]): Promise<Shown[]> {
  const ids = bookings.map(({ id }) => id)
  const legRows = Map.groupBy(await legs.legsOfBookings(context.db, ids), ({ bookingId }) => bookingId)
  const people = Map.groupBy(await store.travellersOf(context.db, ids), ({ bookingId }) => bookingId)
  return bookings.map(({ id, carrier, reference, seats, note, enteredBy, version }) => {
    const travellers = Map.groupBy(people.get(id) ?? [], (one) => one.mobilityId ?? one.name)
    return {
      id,
      carrier,
      reference,
      seats,
      note,
      enteredBy,
      version,
      people: travellers.size,
      legs: legRows.get(id) ?? [],
      travellers: [...travellers.values()].map((some) => ({
        mobilityId: some[0]?.mobilityId ?? null,
        name: some[0]?.name ?? '',
        phone: some[0]?.phone ?? null,
        directions: some.map(({ direction }) => direction),
      })),
    }
  })
}

async function showOne(context: Context, booking: store.BookingRow): Promise<Shown> {
  const [shown] = await show(context, [booking])
  if (!shown) throw notFound()
  return shown
}

const tell = (context: Context, type: string, id: string, reference: string): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'booking', id }, data: { reference } })

import type { z } from 'zod'
import { notAllowed, notFound } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { deleteBookings, insertBooking, ownBookings } from './bookings.store.ts'
import { greenWith, whyNotDeclare } from './green-declaration.rules.ts'
import { declarationOf } from './green-declaration.store.ts'
import { greenShare } from './green-share.rules.ts'
import { rulesOf } from './journey-rules.store.ts'
import { mayPlan, seesJourney } from './journeys.access.ts'
import type { journeysContract } from './journeys.contract.ts'
import type { ShownJourney } from './journeys.shapes.contract.ts'
import { judgeLegs } from './judge-legs.ts'
import { isLate } from './late-arrival.rules.ts'
import { insertLegs } from './legs.store.ts'
import * as store from './one-journey.store.ts'
import { newsOf } from './pick-ups.rules.ts'
import { proofsOf, type ProofRow } from './proofs.store.ts'
import { settleWays } from './settle.actions.ts'
import type { Direction } from './travel-means.rules.ts'
import * as ways from './ways.store.ts'

type Contract = typeof journeysContract
type OneWay = z.output<Contract['saveWay']['body']>

/** Somebody's journey, for the sender and the host. */
export async function readJourney(context: Context, mobilityId: string): Promise<ShownJourney> {
  const roles = await rolesHeld(context, mobilityId)
  if (!seesJourney(roles)) throw notFound()
  const { permissions } = memberOf(context.actor)
  return show(context, mobilityId, {
    mayEdit: mayPlan(roles, permissions),
    money: roles.includes('sending') && permissions.has('money.read'),
    proofs: roles.includes('sending') ? () => true : null,
  })
}

/** Types one person's way in one direction; no legs take it back. Whoever was on a booking for the group leaves it in that direction. */
export async function saveWay(
  context: Context,
  mobilityId: string,
  direction: Direction,
  input: OneWay,
): Promise<ShownJourney> {
  await planning(context, mobilityId)
  await layWay(context, mobilityId, direction, input)
  return readJourney(context, mobilityId)
}

/** One's own journey, or that of a minor in one's care. */
export async function readOwn(context: Context, mobilityId: string): Promise<ShownJourney> {
  await ownStay(context, mobilityId)
  const { actor } = context
  const mine = ({ userId }: ProofRow): boolean => 'userId' in actor && userId === actor.userId
  return show(context, mobilityId, { mayEdit: true, money: false, proofs: mine })
}

export async function saveOwnWay(
  context: Context,
  mobilityId: string,
  direction: Direction,
  input: OneWay,
): Promise<ShownJourney> {
  await ownStay(context, mobilityId)
  const present = (await store.waysOf(context.db, mobilityId)).find((way) => way.direction === direction)
  if (present && !present.alone) throw notAllowed('journeys:whyNot.booked-for-the-group')
  await layWay(context, mobilityId, direction, input)
  return readOwn(context, mobilityId)
}

async function layWay(
  context: Context,
  mobilityId: string,
  direction: Direction,
  input: OneWay,
): Promise<void> {
  const stay = await store.findStay(context.db, mobilityId)
  if (!stay) throw notFound()
  const judged = judgeLegs(input.legs.map((leg) => ({ ...leg, direction })))
  const known = (await ways.lockWays(context.db, [mobilityId])).find((way) => way.direction === direction)
  await deleteBookings(context.db, await ownBookings(context.db, mobilityId, direction))
  if (known) await ways.takeOffLegs(context.db, [known.id])
  if (judged.length === 0) return settleWays(context, known ? [known.id] : [])
  const { sendingId, hostingId, flowId } = stay
  const key = { organisationId: sendingId, hostingId, flowId, mobilityId }
  const values = { carrier: null, reference: null, seats: null, note: null }
  const id = await insertBooking(context.db, { ...key, by: labelOf(context.actor) }, values)
  const legIds = await insertLegs(context.db, { ...key, id }, judged)
  const way = { sendingId, hostingId, flowId, mobilityId, name: null, phone: null, direction }
  const [journeyId = ''] = known ? [known.id] : await ways.insertWays(context.db, [way])
  await ways.putOnLegs(
    context.db,
    legIds.map((legId) => ({ journeyId, legId, seat: null })),
  )
  return settleWays(context, [journeyId])
}

async function planning(context: Context, mobilityId: string): Promise<void> {
  const roles = await rolesHeld(context, mobilityId)
  if (!seesJourney(roles)) throw notFound()
}

/** A mobility of one's own, or of a minor in one's care. Throws `not-found`. */
export async function ownStay(context: Context, mobilityId: string) {
  const { actor } = context
  const stay = await findOwnStay(context.db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  if (!stay) throw notFound()
  return stay
}

async function show(
  context: Context,
  mobilityId: string,
  sees: { mayEdit: boolean; money: boolean; proofs: ((proof: ProofRow) => boolean) | null },
): Promise<ShownJourney> {
  const stay = await store.findStay(context.db, mobilityId)
  if (!stay) throw notFound()
  const rows = await store.waysOf(context.db, mobilityId)
  const legs = await store.legsOfWays(
    context.db,
    rows.map(({ journeyId }) => journeyId),
  )
  const rules = await rulesOf(context.db, [stay.sendingId, ...(stay.hostingId ? [stay.hostingId] : [])])
  const { lateFrom, lateUntil, lateText } = rules(stay.hostingId)
  const { greenMeans, greenFrom } = rules(stay.sendingId)
  const hours = { from: lateFrom, until: lateUntil }
  const way = (direction: Direction): ShownJourney['out'] => {
    const row = rows.find((one) => one.direction === direction)
    if (!row) return null
    const { direction: _direction, atTime, rideWas, rideChangedAt, ...shown } = row
    const changed = rideChangedAt !== null && rideWas !== null && newsOf(rideWas, row.transfer) !== null
    return {
      ...shown,
      pickUpBefore: changed ? { ...rideWas, changedAt: rideChangedAt } : null,
      late: direction === 'out' && atTime !== null && isLate(atTime, hours),
      legs: legs
        .filter(({ journeyId }) => journeyId === row.journeyId)
        .map(({ journeyId: _id, ...leg }) => leg),
    }
  }
  const share = greenShare(legs, { means: greenMeans, from: greenFrom })
  const declaration = await declarationOf(context.db, mobilityId)
  const proofs = sees.proofs ? await proofsOf(context.db, mobilityId) : []
  const place = (town: string | null, country: string | null) =>
    town && country ? { town, country, stop: null } : null
  return {
    mobilityId,
    participant: stay.participant,
    departure: stay.departure,
    returnDate: stay.returnDate,
    home: place(stay.homeTown, stay.homeCountry),
    place: place(stay.town, stay.country),
    out: way('out'),
    back: way('back'),
    late: { ...hours, text: lateText },
    arrivalContact: stay.contact ? { name: stay.contact, phone: stay.contactPhone } : null,
    green: greenWith(share, declaration !== null),
    greenMeans,
    declaration: declaration && { ...declaration, at: declaration.at.toISOString() },
    whyNotDeclare: whyNotDeclare(share),
    saysGreen: sees.money ? stay.saysGreen : null,
    proofs: proofs.map(({ userId, ...proof }) => ({
      ...proof,
      mayRemove: sees.mayEdit && (sees.proofs?.({ userId, ...proof }) ?? false),
    })),
    mayEdit: sees.mayEdit,
  }
}

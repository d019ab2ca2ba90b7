import type { z } from 'zod'
import { notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { readJourney, readOwn } from '#modules/journeys/one-journey.actions.ts'
import type { ShownJourney } from '#modules/journeys/journeys.shapes.contract.ts'
import { helpersOf } from '#modules/mobilities/own-mobilities.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { insurerOf } from '#modules/papers/insurer.rules.ts'
import { loadPapers } from '#modules/papers/load-papers.store.ts'
import { addressesOf } from '#modules/stays/stays.store.ts'
import type { departurePacksContract } from './departure-packs.contract.ts'
import * as store from './departure-packs.store.ts'

type Shown = z.input<(typeof departurePacksContract)['read']['answer']>
type Home = Shown['homes'][number]

/** One's own pack, or that of a minor in one's care. */
export async function readOwnPack(context: Context, mobilityId: string): Promise<Shown> {
  await reachOwn(context, mobilityId)
  return show(context, mobilityId, await readOwn(context, mobilityId))
}

/** The phone keeps the pack from now on: the school sees that it has arrived. */
export async function receivePack(context: Context, mobilityId: string): Promise<Shown> {
  await reachOwn(context, mobilityId)
  await recordFacts(context, [{ mobilityId, name: 'departure-pack.received' }])
  return show(context, mobilityId, await readOwn(context, mobilityId))
}

/** The pack as its participant has it, for those who send and host; a company has its trainee's page instead. */
export async function readPack(context: Context, mobilityId: string): Promise<Shown> {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.some((role) => ['sending', 'hosting', 'accompanying'].includes(role))) throw notFound()
  return show(context, mobilityId, await readJourney(context, mobilityId))
}

async function reachOwn({ actor, db }: Context, mobilityId: string): Promise<void> {
  const own = await findOwnStay(db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  if (!own) throw notFound()
}

async function show(context: Context, mobilityId: string, journey: ShownJourney): Promise<Shown> {
  const { db } = context
  const row = await store.findPack(db, mobilityId)
  if (!row) throw notFound()
  const homes = await addressesOf(db, mobilityId)
  const helpers = await helpersOf(db, [mobilityId])
  const missing = await store.missingFor(db, [mobilityId])
  const { out, back, late, arrivalContact } = journey
  return {
    mobilityId,
    participant: row.participant,
    flow: row.flow,
    sender: row.sender,
    host: row.host,
    country: row.country,
    town: row.town,
    departure: row.departure,
    return: row.returnDate,
    work: await store.workOf(db, mobilityId),
    ways: { out, back, late, arrivalContact },
    insurance: await insuranceOf(context, mobilityId),
    homes: homes.map(
      ({ startsOn, endsOn, housing, kind, room, address, town, contact, phone, email, rules }) => ({
        startsOn,
        endsOn,
        housing,
        kind: kind as Home['kind'],
        room,
        address,
        town,
        contact,
        phone,
        email,
        rules,
      }),
    ),
    helpers: helpers.map(({ mobilityId: _id, ...helper }) => helper),
    missing: missing.map(({ key, title, owner }) => ({ key, title, owner })),
    givenAt: row.givenAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  }
}

/** Whom to call when ill, as the emergency card says it (papers/insurer.rules.ts). */
async function insuranceOf(context: Context, mobilityId: string): Promise<Shown['insurance']> {
  const [held] = await loadPapers(context.db, [mobilityId])
  const found = held && insurerOf(held, todayOf(context))
  return found ? { insurer: found.insurer, emergencyPhone: found.emergencyPhone } : null
}

import type { z } from 'zod'
import { notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { helpersOf } from '#modules/mobilities/own-mobilities.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { addressesOf } from '#modules/stays/stays.store.ts'
import type { departurePacksContract } from './departure-packs.contract.ts'
import * as store from './departure-packs.store.ts'

type Shown = z.input<(typeof departurePacksContract)['read']['answer']>
type Home = Shown['homes'][number]

/** One's own pack, or that of a minor in one's care. */
export async function readOwnPack(context: Context, mobilityId: string): Promise<Shown> {
  await reachOwn(context, mobilityId)
  return show(context, mobilityId)
}

/** The phone keeps the pack from now on: the school sees that it has arrived. */
export async function receivePack(context: Context, mobilityId: string): Promise<Shown> {
  await reachOwn(context, mobilityId)
  await recordFacts(context, [{ mobilityId, name: 'departure-pack.received' }])
  return show(context, mobilityId)
}

/** The pack as its participant has it, for those who send and host; a company has its trainee's page instead. */
export async function readPack(context: Context, mobilityId: string): Promise<Shown> {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.some((role) => ['sending', 'hosting', 'accompanying'].includes(role))) throw notFound()
  return show(context, mobilityId)
}

async function reachOwn({ actor, db }: Context, mobilityId: string): Promise<void> {
  const own = await findOwnStay(db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  if (!own) throw notFound()
}

async function show({ db }: Context, mobilityId: string): Promise<Shown> {
  const row = await store.findPack(db, mobilityId)
  if (!row) throw notFound()
  const [homes, helpers, missing] = [
    await addressesOf(db, mobilityId),
    await helpersOf(db, [mobilityId]),
    await store.missingFor(db, [mobilityId]),
  ]
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
    work: workOf(row),
    homes: homes.map(({ startsOn, endsOn, housing, kind, room, address, town, contact, rules }) => ({
      startsOn,
      endsOn,
      housing,
      kind: kind as Home['kind'],
      room,
      address,
      town,
      contact,
      rules,
    })),
    helpers: helpers.map(({ mobilityId: _id, ...helper }) => helper),
    missing: missing.map(({ key, title, owner }) => ({ key, title, owner })),
    givenAt: row.givenAt?.toISOString() ?? null,
    receivedAt: row.receivedAt?.toISOString() ?? null,
  }
}

const workOf = (row: store.PackRow): Shown['work'] =>
  row.company === null || row.companyStage === 'declined'
    ? null
    : {
        company: row.company,
        confirmed: row.companyStage === 'confirmed',
        address: row.address,
        hours: row.hours,
      }

import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import { memberActor } from '#server/auth/member-actor.ts'
import { runAs, type Context, type Services } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { allocateInWorker } from './allocate-in-worker.ts'
import { reasonsOf, type Allocation } from './allocate-rooms.ts'
import { choicesFor, giveBeds } from './give-beds.actions.ts'
import { flowsReached } from './guests.store.ts'
import { keeperOf } from './keeper.ts'
import { inputOf, peopleOf, type PlanInput } from './plan-input.ts'
import { freeBed, whyNotRoom, withPeople } from './room-rules.rules.ts'
import type { roomPlansContract } from './room-plans.contract.ts'
import * as store from './room-plans.store.ts'

type Contract = typeof roomPlansContract
type Item = z.input<Contract['makeRoomPlan']['answer']>

/** Up to so many people a plan is solved while one waits: it takes a second or two. */
const atOnce = 150
/** Seconds for the best that can be found. */
const longest = 8

export async function listPlans(context: Context, page: z.output<Contract['listRoomPlans']['query']>) {
  const found = await store.listPlans(context.db, keeperOf(context).organisationId, page)
  return { ...found, items: found.items.map(itemOf) }
}

export async function makePlan(
  context: Context,
  asked: z.output<Contract['makeRoomPlan']['body']>,
): Promise<Item> {
  const { organisationId } = keeperOf(context)
  if ((await flowsReached(context.db, organisationId, asked.flowIds)) < new Set(asked.flowIds).size)
    throw invalidField('flowIds', 'stays:field.no-flow', 'There is no such flow.')
  const id = await store.insertPlan(context.db, organisationId, asked, labelOf(context.actor), context.now)
  await tell(context, 'room-plan.made', id, asked.name)
  return begin(context, id)
}

/** Looks for beds anew; whoever is locked stays. */
export async function solveAgain(context: Context, id: string, version: number): Promise<Item> {
  const row = await openPlan(context, id, version)
  await tell(context, 'room-plan.solved', id, row.name)
  return begin(context, id)
}

/** Every room for one person with all others where the plan has them. */
export async function roomsOfPlan(context: Context, id: string, mobilityId: string) {
  const row = await ownPlan(context, id)
  const input = await inputOf(context, row)
  const guest = input.guests.find((one) => one.id === mobilityId)
  if (!guest) throw notFound()
  return { items: choicesFor(guest, input.roomRows, around(input, row, mobilityId)) }
}

/** Moves, locks or takes out one person by hand, judged against everybody else of the plan. */
export async function turnPlan(
  context: Context,
  id: string,
  { mobilityId, roomId, locked, version }: z.output<Contract['turnRoomPlan']['body']>,
): Promise<Item> {
  const row = await openPlan(context, id, version)
  const { result } = row
  if (!result) throw notPossible('stays:whyNot.not-solved')
  const input = await inputOf(context, row)
  const guest = input.guests.find((one) => one.id === mobilityId)
  if (!guest) throw invalidField('mobilityId', 'not-there', 'This person needs no bed in this plan.')
  const given = result.given.filter((one) => one.mobilityId !== mobilityId)
  const without = result.without.filter((one) => one.mobilityId !== mobilityId)
  const rooms = around(input, row, mobilityId)
  if (roomId === null) without.push({ mobilityId, reasons: reasonsOf(guest, rooms) })
  else {
    const before = result.given.find((one) => one.mobilityId === mobilityId)
    const room = rooms.find((one) => one.id === roomId)
    if (!room) throw invalidField('roomId', 'not-there', 'There is no such room.')
    const [why] = whyNotRoom(guest, room)
    const kept = before?.roomId === roomId ? before.bedId : undefined
    const bedId = kept ?? freeBed(room, guest)?.id
    if (why || !bedId)
      throw invalidField('roomId', `stays:refused.${why ?? 'full'}`, 'The room is not possible.')
    given.push({ mobilityId, roomId, bedId, locked })
  }
  await store.saveState(context.db, id, 'solved', context.now, {
    ...result,
    given,
    without,
    proven: given.length >= result.bound,
  })
  await tell(context, 'room-plan.changed', id, row.name)
  return itemOf(await ownPlan(context, id))
}

/** Gives the beds of a plan; whoever cannot have theirs any more is refused with the reason, and the others go on. */
export async function applyPlan(context: Context, id: string, version: number) {
  const row = await openPlan(context, id, version)
  const { result } = row
  if (!result || row.state !== 'solved') throw notPossible('stays:whyNot.not-solved')
  const people = new Map((await peopleOf(context, row)).map((one) => [one.mobilityId, one]))
  const refused: { participant: string; code: string }[] = []
  const asked = result.given.flatMap(({ mobilityId, roomId, bedId }) => {
    const one = people.get(mobilityId)
    if (one?.departure && one.returnDate && one.departure < one.returnDate)
      return [{ mobilityId, roomId, bedId, startsOn: one.departure, endsOn: one.returnDate }]
    if (one) refused.push({ participant: one.participant, code: 'dates' })
    return []
  })
  const rooms = new Set((await inputOf(context, row)).roomRows.map((one) => one.id))
  const there = asked.filter(({ roomId }) => rooms.has(roomId))
  for (const { mobilityId } of asked.filter(({ roomId }) => !rooms.has(roomId)))
    refused.push({ participant: people.get(mobilityId)?.participant ?? '', code: 'room-gone' })
  const answer = there.length > 0 ? await giveBeds(context, there) : { done: [], refused: [] }
  await store.saveState(context.db, id, 'applied', context.now)
  await tell(context, 'room-plan.applied', id, row.name)
  return { done: answer.done.length, refused: [...refused, ...answer.refused] }
}

/** Solves a plan: at once where it is small, else as a job. */
async function begin(context: Context, id: string): Promise<Item> {
  const row = await ownPlan(context, id)
  const input = await inputOf(context, row)
  await store.saveState(context.db, id, 'waiting', context.now)
  if (input.guests.length > atOnce) {
    const { userId } = memberOf(context.actor)
    await context.enqueue('rooms.allocate', { planId: id, organisationId: row.organisationId, userId })
    return itemOf(await ownPlan(context, id))
  }
  const found = await allocateInWorker({ ...input, seconds: longest })
  if (found) await store.saveState(context.db, id, 'solved', context.now, resultOf(input, found))
  return itemOf(await ownPlan(context, id))
}

/** Solves a large plan beside everything else; throws where the server stops before it is solved, so that it is tried again. */
export async function runPlan(
  services: Services,
  job: { planId: string; organisationId: string; userId: string },
  stopping: AbortSignal,
): Promise<void> {
  const actor = await memberActor(services.database, job.userId, job.organisationId)
  const open = async ({ db }: Context): Promise<store.PlanRow | null> => {
    const row = await store.findPlan(db, job.organisationId, job.planId, { lock: true })
    return row && (row.state === 'waiting' || row.state === 'solving') ? row : null
  }
  // Whoever asked for it is no member any more: nobody else can look for it in their name.
  if (!actor)
    return runAs(services, { kind: 'system', name: 'rooms' }, async (context) => {
      if (await open(context)) await store.saveState(context.db, job.planId, 'failed', context.now)
    })
  const begun = await runAs(services, actor, async (context) => {
    const row = await open(context)
    if (!row) return null
    await store.saveState(context.db, job.planId, 'solving', context.now)
    return { input: await inputOf(context, row), version: row.version }
  })
  if (!begun) return
  const { input, version } = begun
  // What was asked for anew meanwhile is not answered with what held before.
  const save = (state: store.PlanRow['state'], result?: store.PlanResult): Promise<void> =>
    runAs(services, actor, async (context) => {
      const row = await open(context)
      if (row?.state === 'solving' && row.version === version)
        await store.saveState(context.db, job.planId, state, context.now, result)
    })
  try {
    const found = await allocateInWorker({ ...input, seconds: longest }, stopping)
    // The server stops: another one takes the job up again.
    if (!found) throw new Error('Looking for rooms was interrupted.')
    await save('solved', resultOf(input, found))
  } catch (error) {
    if (stopping.aborted) throw error
    services.log.error({ error, planId: job.planId }, 'a room plan could not be solved')
    await save('failed')
  }
}

/** What an allocation found, as a plan keeps it. */
export const resultOf = (input: PlanInput, found: Allocation): store.PlanResult => ({
  proven: found.proven,
  bound: found.bound,
  given: [...found.placed].map(([mobilityId, place]) => ({
    mobilityId,
    ...place,
    locked: input.locks.has(mobilityId),
  })),
  without: [
    ...found.without.map(({ id, reasons }) => ({ mobilityId: id, reasons })),
    ...input.undated.map((mobilityId) => ({ mobilityId, reasons: [{ code: 'dates' as const, rooms: 0 }] })),
  ],
})

/** The rooms with everybody of the plan in them but one. */
function around(input: PlanInput, row: store.PlanRow, but: string) {
  const placed = (row.result?.given ?? [])
    .filter(({ mobilityId }) => mobilityId !== but)
    .map(({ mobilityId, ...place }) => [mobilityId, place] as const)
  return withPeople(input.rooms, input.guests, new Map(placed))
}

async function openPlan(context: Context, id: string, version: number): Promise<store.PlanRow> {
  const row = await ownPlan(context, id, { lock: true })
  if (row.version !== version)
    throw new Problem('conflict', { changed: { version: row.version, fields: ['plan'], by: null, at: null } })
  if (row.state === 'applied') throw notPossible('stays:whyNot.applied')
  return row
}

/** A plan of the organisation that asks; nobody else's exists. */
export async function ownPlan(
  context: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<store.PlanRow> {
  const row = await store.findPlan(context.db, keeperOf(context).organisationId, id, options)
  if (!row) throw notFound()
  return row
}

/** A plan as lists show it. */
export const itemOf = (row: store.PlanRow): Item => ({
  id: row.id,
  name: row.name,
  state: row.state,
  people: row.people,
  placed: row.placed,
  bound: row.result?.bound ?? 0,
  proven: row.result?.proven ?? false,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  solvedAt: row.solvedAt?.toISOString() ?? null,
  appliedAt: row.appliedAt?.toISOString() ?? null,
  version: row.version,
})

const tell = (context: Context, type: string, id: string, name: string): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'room-plan', id },
    data: { name },
    audience: 'organisation',
  })

import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import type { arrivalsContract } from './arrivals.contract.ts'
import { listArrivals, type ArrivalRow } from './arrivals.store.ts'
import { fillTransfers } from './fill-transfers.rules.ts'
import { pickUpsChange } from './pick-ups.actions.ts'
import { sameRide } from './pick-ups.rules.ts'
import { passengersOf } from './pick-ups.store.ts'
import * as store from './transfers.store.ts'

type Contract = typeof arrivalsContract
type Shown = z.input<Contract['saveTransfer']['answer']>
type Refused = z.input<Contract['seat']['answer']>['refused'][number]

/** So many people travel with one organisation in the days of one proposal, at most. */
const most = 5000

/** Vehicles with who is in them. */
export async function listTransfers(
  context: Context,
  { limit, cursor, direction, ...period }: z.output<Contract['listTransfers']['query']>,
): Promise<z.input<Contract['listTransfers']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const from = period.from ?? todayOf(context)
  const to = period.to ?? addDays(from, 28)
  const page = await store.listTransfers(
    context.db,
    organisationId,
    { direction, from, to },
    { limit, cursor },
  )
  return { next: page.next, items: await withPeople(context, page.items) }
}

export async function addTransfer(
  context: Context,
  input: z.output<Contract['addTransfer']['body']>,
): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const id = await store.insertTransfer(context.db, organisationId, input)
  await tell(context, 'transfer.planned', id, input.name)
  return showOne(context, id)
}

export async function saveTransfer(
  context: Context,
  id: string,
  input: z.output<Contract['saveTransfer']['body']>,
): Promise<Shown> {
  const present = await transferOf(context, id)
  if (present.version !== input.version)
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['transfer'], by: null, at: null },
    })
  if (input.seats < present.taken)
    throw invalidField('seats', 'journeys:field.seats-taken', `${present.taken} people are in it.`, {
      count: present.taken,
    })
  if (input.direction !== present.direction && present.taken > 0)
    throw invalidField('direction', 'journeys:field.people-in-it', 'People are in it.')
  const aboard = sameRide(present, input) ? [] : await passengersOf(context.db, id)
  await pickUpsChange(
    context,
    aboard.map(({ journeyId }) => journeyId),
  )
  await store.updateTransfer(context.db, id, input, context.now)
  await tell(context, 'transfer.changed', id, input.name)
  const { name, onDay: day, atTime: time } = input
  await tellTimelines(context, 'transfer.moved', aboard, { name, day, time })
  return showOne(context, id)
}

export async function removeTransfer(context: Context, id: string): Promise<void> {
  const { name } = await transferOf(context, id)
  const aboard = await passengersOf(context.db, id)
  await pickUpsChange(
    context,
    aboard.map(({ journeyId }) => journeyId),
  )
  await store.deleteTransfer(context.db, id)
  await tell(context, 'transfer.removed', id, name)
  await tellTimelines(context, 'transfer.seat-taken-back', aboard, {})
}

/** Who could sit where, in order of time. Nothing is saved. */
export async function proposeSeats(
  context: Context,
  period: z.output<Contract['propose']['body']>,
): Promise<z.input<Contract['propose']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const [people, transfers] = await Promise.all([
    listArrivals(context.db, scopeOf(context), { ...period, waiting: true }, { limit: most }),
    store.listTransfers(
      context.db,
      organisationId,
      { ...period, to: addDays(period.to, 1), from: addDays(period.from, -1) },
      { limit: most },
    ),
  ])
  const filled = fillTransfers(
    people.items.map((one) => ({ id: one.journeyId, day: one.day, time: one.time, group: one.legId })),
    transfers.items.map(({ id, onDay, atTime, seats, taken }) => ({
      id,
      day: onDay,
      time: atTime,
      free: seats - taken,
    })),
    period.direction,
  )
  const names = new Map(people.items.map((one) => [one.journeyId, one.participant]))
  return {
    seats: filled.seats,
    without: filled.without.map((one) => ({ ...one, participant: names.get(one.journeyId) ?? '' })),
  }
}

/**
 * Puts people into vehicles or takes them out; each is answered. Vehicles are locked, so of two who give the last seat away at once one is
 * told that it is taken.
 */
export async function seatPeople(
  context: Context,
  asked: z.output<Contract['seat']['body']>['seats'],
): Promise<z.input<Contract['seat']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const wanted = new Map(asked.map(({ journeyId, transferId }) => [journeyId, transferId]))
  const people = new Map(
    (await store.lockPassengers(context.db, organisationId, [...wanted.keys()])).map((one) => [
      one.journeyId,
      one,
    ]),
  )
  const present = [...people.values()].map(({ transferId }) => transferId)
  const ids = [...new Set([...wanted.values(), ...present].filter((id) => id !== null))]
  const transfers = new Map(
    (await store.lockTransfers(context.db, organisationId, ids)).map((one) => [one.id, one]),
  )
  const free = new Map([...transfers.values()].map(({ id, seats, taken }) => [id, seats - taken]))
  const give = (id: string, count: number) => free.set(id, (free.get(id) ?? 0) + count)
  for (const [journeyId, transferId] of wanted) {
    const now = people.get(journeyId)?.transferId
    if (now && now !== transferId && free.has(now)) give(now, 1)
  }
  const refused: Refused[] = []
  const done: { journeyId: string; transferId: string | null }[] = []
  for (const [journeyId, transferId] of wanted) {
    const person = people.get(journeyId)
    const transfer = transferId === null ? null : transfers.get(transferId)
    const refuse = (code: Refused['code']) =>
      refused.push({ journeyId, participant: person?.participant ?? '', code })
    if (!person || transfer === undefined) refuse('not-there')
    else if (transfer && transfer.direction !== person.direction) refuse('other-way')
    else if (person.transferId !== null && !transfers.has(person.transferId)) refuse('others-vehicle')
    else if (person.transferId === transferId) done.push({ journeyId, transferId })
    else if (transfer && (free.get(transfer.id) ?? 0) < 1) refuse('full')
    else {
      if (transfer) give(transfer.id, -1)
      done.push({ journeyId, transferId })
    }
  }
  const changed = done.filter(({ journeyId, transferId }) => people.get(journeyId)?.transferId !== transferId)
  await pickUpsChange(
    context,
    changed.map(({ journeyId }) => journeyId),
  )
  await store.seatPeople(context.db, changed)
  await recordEvents(
    context,
    changed.flatMap(({ journeyId, transferId }) => {
      const mobilityId = people.get(journeyId)?.mobilityId
      const transfer = transferId === null ? undefined : transfers.get(transferId)
      if (!mobilityId) return []
      const data = transfer ? { name: transfer.name, day: transfer.onDay, time: transfer.atTime } : {}
      return [
        {
          type: transfer ? 'transfer.seat-given' : 'transfer.seat-taken-back',
          subject: { kind: 'journey', id: mobilityId },
          mobilityId,
          data,
        },
      ]
    }),
  )
  return { done: done.length, refused }
}

async function transferOf(context: Context, id: string): Promise<store.TransferRow> {
  const [row] = await store.lockTransfers(context.db, memberOf(context.actor).organisationId, [id])
  if (!row) throw notFound()
  return row
}

async function showOne(context: Context, id: string): Promise<Shown> {
  const [shown] = await withPeople(context, [await transferOf(context, id)])
  if (!shown) throw notFound()
  return shown
}

async function withPeople(context: Context, transfers: readonly store.TransferRow[]): Promise<Shown[]> {
  if (transfers.length === 0) return []
  const byTransfer = new Map<string, ArrivalRow[]>()
  for (const direction of new Set(transfers.map((one) => one.direction))) {
    const transferIds = transfers.filter((one) => one.direction === direction).map(({ id }) => id)
    const always = { from: '2000-01-01', to: '2100-01-01' }
    const scope = scopeOf(context)
    const { items } = await listArrivals(
      context.db,
      scope,
      { direction, transferIds, ...always },
      { limit: most },
    )
    for (const one of items)
      byTransfer.set(one.transfer?.id ?? '', [...(byTransfer.get(one.transfer?.id ?? '') ?? []), one])
  }
  return transfers.map((transfer) => ({
    ...transfer,
    people: (byTransfer.get(transfer.id) ?? []).toSorted((a, b) =>
      a.participant.localeCompare(b.participant),
    ),
  }))
}

/** What happens to a vehicle happens to each mobility that sits in it. */
const tellTimelines = (
  context: Context,
  type: string,
  aboard: readonly { mobilityId: string | null }[],
  data: Record<string, string>,
): Promise<void> =>
  recordEvents(
    context,
    aboard.flatMap(({ mobilityId }) =>
      mobilityId === null ? [] : [{ type, subject: { kind: 'journey', id: mobilityId }, mobilityId, data }],
    ),
  )

const tell = (context: Context, type: string, id: string, name: string): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'transfer', id }, data: { name }, audience: 'organisation' })

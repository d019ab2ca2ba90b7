import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import { recordFacts, withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { bedIn } from './give-beds.actions.ts'
import { guestFrom, roomsFrom } from './guest-rows.ts'
import { guestsByIds, lockRooms, roomsFor } from './guests.store.ts'
import { keeperOf } from './keeper.ts'
import { photosOfStay } from './photos.store.ts'
import { whyNotRoom, type Nights } from './room-rules.rules.ts'
import { shownOf } from './shown-stay.ts'
import { endsOnAfter, mayFollow } from './stay-steps.rules.ts'
import type { staysContract } from './stays.contract.ts'
import * as store from './stays.store.ts'

type Contract = typeof staysContract
type Shown = z.input<Contract['saveStay']['answer']>

export async function findOwn(
  context: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<store.StayRow> {
  const row = await store.findStay(context.db, keeperOf(context).organisationId, id, options)
  if (!row) throw notFound()
  return row
}

export async function readStay(context: Context, id: string) {
  return { ...shownOf(await findOwn(context, id)), photos: await photosOfStay(context.db, id) }
}

/** Checks in or out, changes the days, takes a bed back or gives it again. Other days are judged like a new stay. */
export async function saveStay(
  context: Context,
  id: string,
  input: z.output<Contract['saveStay']['body']>,
): Promise<Shown> {
  const row = await findOwn(context, id, { lock: true })
  refuseStale(row, input.version)
  if (!mayFollow(row.step, input.step)) throw notPossible('stays:whyNot.step')
  if (input.endsOn <= input.startsOn)
    throw invalidField('endsOn', 'stays:field.ends-first', 'The end is not after the beginning.')
  const leftOn = input.step === 'checked-out' ? (input.leftOn ?? null) : null
  const endsOn = endsOnAfter(input.endsOn, leftOn, addDays(input.startsOn, 1))
  const nights = { from: input.startsOn, to: endsOn }
  const otherNights = input.startsOn !== row.startsOn || endsOn > row.endsOn
  if (input.step !== 'cancelled' && (otherNights || row.step === 'cancelled'))
    await refuseUnlawful(context, row, nights)
  await written(
    store.updateStays(
      context.db,
      [id],
      {
        starts_on: input.startsOn,
        ends_on: endsOn,
        step: input.step,
        arrived_on:
          input.step === 'planned' || input.step === 'cancelled' ? null : (input.arrivedOn ?? row.arrivedOn),
        left_on: leftOn,
        keys: input.keys || null,
        keys_back: input.keysBack,
        deposit: input.deposit ?? null,
        deposit_back: input.depositBack ?? null,
        condition: input.condition || null,
        condition_after: input.conditionAfter || null,
      },
      context.now,
    ),
  )
  await tell(context, input.step === row.step ? 'stay.changed' : `stay.${input.step}`, row)
  if (input.step !== row.step) await keepFact(context, row.mobilityId)
  return shownOf(await findOwn(context, id))
}

/** Moves somebody: for the whole time, or from a day on, which parts the stay in two. Moving back makes it one again. */
export async function moveStay(
  context: Context,
  id: string,
  input: z.output<Contract['moveStay']['body']>,
): Promise<Shown> {
  const row = await findOwn(context, id, { lock: true })
  refuseStale(row, input.version)
  if (row.step !== 'planned' && row.step !== 'checked-in') throw notPossible('stays:whyNot.over')
  if (input.from >= row.endsOn)
    throw invalidField('from', 'stays:field.after-end', 'The stay ends before that day.')
  const whole = input.from <= row.startsOn
  const nights = { from: whole ? row.startsOn : input.from, to: row.endsOn }
  const bedId = await refuseUnlawful(context, row, nights, { roomId: input.roomId, bedId: input.bedId })
  if (whole) {
    await written(store.updateStays(context.db, [id], { bed_id: bedId }, context.now))
    await tell(context, 'stay.moved', row)
    return shownOf(await findOwn(context, await growTogether(context, id)))
  }
  await store.updateStays(context.db, [id], { ends_on: input.from }, context.now)
  const half = { bedId, startsOn: input.from, endsOn: row.endsOn }
  const second = await written(store.insertSecondHalf(context.db, id, half))
  await tell(context, 'stay.moved', row)
  return shownOf(await findOwn(context, second))
}

/** Checks many in or out; each is judged for itself. A bed that was taken back is not given again this way. */
export async function stepMany(
  context: Context,
  { ids, step, day }: z.output<Contract['stepMany']['body']>,
): Promise<z.input<Contract['stepMany']['answer']>> {
  const { organisationId } = keeperOf(context)
  const rows = await store.findStays(context.db, organisationId, ids, { lock: true })
  if (rows.length < new Set(ids).size) throw invalidField('ids', 'not-there', 'Some stay is not there.')
  const why = (row: store.StayRow): string | null => {
    // Whether the bed is still free and the room still lawful is judged for each, where the bed is given again.
    if (row.step === 'cancelled') return 'cancelled'
    if (row.step === step || !mayFollow(row.step, step)) return 'step'
    return step === 'checked-out' && day < row.endsOn ? 'too-early' : null
  }
  const done = rows.filter((row) => why(row) === null)
  if (done.length > 0)
    await store.updateStays(
      context.db,
      done.map(({ id }) => id),
      {
        step,
        ...(step === 'planned' ? { arrived_on: null } : {}),
        ...(step === 'checked-out' ? { left_on: day } : { left_on: null }),
      },
      context.now,
    )
  const arriving = done.filter(({ step: before }) => step === 'checked-in' && before === 'planned')
  if (arriving.length > 0)
    await store.updateStays(
      context.db,
      arriving.map(({ id }) => id),
      { arrived_on: day },
      context.now,
    )
  await recordEvents(
    context,
    done.map(({ id, mobilityId }) => ({ type: `stay.${step}`, subject: { kind: 'stay', id }, mobilityId })),
  )
  return {
    done: done.map(({ id }) => id),
    refused: rows.flatMap((row) => {
      const code = why(row)
      return code ? [{ participant: row.participant, code }] : []
    }),
  }
}

export async function readDoor(context: Context, { day, q }: z.output<Contract['door']['query']>) {
  const lists = await store.doorStays(context.db, keeperOf(context).organisationId, day, q)
  return {
    coming: lists.coming.map(shownOf),
    going: lists.going.map(shownOf),
    here: lists.here.map(shownOf),
  }
}

/** Judges nights in a room, the present one unless told, and answers a free bed. The room is held until the end. */
async function refuseUnlawful(
  context: Context,
  row: store.StayRow,
  nights: Nights,
  to: { roomId: string; bedId?: string | null | undefined } = row,
): Promise<string> {
  const { organisationId } = keeperOf(context)
  const field = to === row ? 'endsOn' : 'roomId'
  const [person] = await guestsByIds(context.db, organisationId, [row.mobilityId])
  if (!person) throw notFound()
  await lockRooms(context.db, organisationId, [to.roomId])
  const rows = await roomsFor(context.db, organisationId, nights, { roomIds: [to.roomId], but: [row.id] })
  const [room] = roomsFrom(rows)
  if (!room) throw invalidField(field, 'not-there', 'There is no such room.')
  const guest = guestFrom(person, nights)
  const [why] = whyNotRoom(guest, room)
  const bed = bedIn(room, guest, to.bedId)
  // Whoever stays in the same room keeps the same bed.
  const found = to === row && bed?.id !== row.bedId ? undefined : bed
  if (why || !found) throw invalidField(field, `stays:refused.${why ?? 'full'}`, 'The room is not possible.')
  return found.id
}

/** Two stays in one bed, one right after the other, are one, unless something was written down at the door of the second. */
async function growTogether(context: Context, id: string): Promise<string> {
  const row = await findOwn(context, id)
  const all = await store.staysOfMobility(context.db, keeperOf(context).organisationId, row.mobilityId)
  const before = all.find(
    (one) => one.bedId === row.bedId && one.endsOn === row.startsOn && one.step === row.step,
  )
  const bare = row.keys === null && row.deposit === null && row.condition === null
  if (!before || !bare || (await photosOfStay(context.db, id)).length > 0) return id
  await store.removeStay(context.db, id)
  await store.updateStays(context.db, [before.id], { ends_on: row.endsOn }, context.now)
  return before.id
}

/** The fact that somebody has a bed holds as long as they have any. */
async function keepFact(context: Context, mobilityId: string): Promise<void> {
  const there = await store.withBed(context.db, [mobilityId])
  if (there.size > 0) await recordFacts(context, [{ mobilityId, name: 'stay.given' }])
  else await withdrawFacts(context, [mobilityId], ['stay.given'])
}

/** The constraints are the last word on who has a bed (23P01: exclusion violation). */
async function written<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if ((error as { code?: string }).code === '23P01')
      throw invalidField('endsOn', 'stays:field.taken', 'Somebody has this bed in that time.')
    throw error
  }
}

function refuseStale(row: store.StayRow, version: number): void {
  if (row.version !== version)
    throw new Problem('conflict', { changed: { version: row.version, fields: ['stay'], by: null, at: null } })
}

const tell = (context: Context, type: string, { id, mobilityId }: store.StayRow): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'stay', id }, mobilityId })

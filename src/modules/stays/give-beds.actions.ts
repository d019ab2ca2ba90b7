import type { z } from 'zod'
import { invalidField, notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { phaseOf, statuses } from '#modules/mobilities/statuses.rules.ts'
import { guestFrom, roomsFrom } from './guest-rows.ts'
import * as guests from './guests.store.ts'
import { keeperOf } from './keeper.ts'
import { freeBed, isFree, whyNotRoom, withPeople, type Nights, type Room } from './room-rules.rules.ts'
import { isMinorAt } from './shown-stay.ts'
import type { staysContract } from './stays.contract.ts'
import * as store from './stays.store.ts'

type Contract = typeof staysContract
export type Asked = z.output<Contract['give']['body']>['stays'][number]

/** Only these still need a bed. */
export const stillComing = statuses.filter(
  (status) => phaseOf(status) === 'preparation' || phaseOf(status) === 'implementation',
)

/**
 * Gives beds. Each is judged by the same rules as the allocation against what is there now, with the rooms held until the end; the database itself
 * refuses two people in one bed. Of two hosts who take the last one at once, one is told.
 */
export async function giveBeds(
  context: Context,
  asked: readonly Asked[],
): Promise<z.output<Contract['give']['answer']>> {
  const { organisationId } = keeperOf(context)
  if (asked.some(({ startsOn, endsOn }) => endsOn <= startsOn))
    throw invalidField('stays', 'stays:field.ends-first', 'The end is not after the beginning.')
  const ids = asked.map(({ mobilityId }) => mobilityId)
  const people = new Map(
    (await guests.guestsByIds(context.db, organisationId, ids)).map((one) => [one.mobilityId, one]),
  )
  const roomIds = [...new Set(asked.map(({ roomId }) => roomId))]
  await guests.lockRooms(context.db, organisationId, roomIds)
  const rows = await guests.roomsFor(context.db, organisationId, spanOf(asked), { roomIds })
  const rooms = new Map(roomsFrom(rows).map((room) => [room.id, room]))
  const refused: { participant: string; code: string }[] = []
  const wanted: store.NewStay[] = []
  for (const one of asked) {
    const [person, room] = [people.get(one.mobilityId), rooms.get(one.roomId)]
    if (!person || !room) throw invalidField('stays', 'not-there', 'Somebody or some room is not there.')
    const guest = guestFrom(person, { from: one.startsOn, to: one.endsOn })
    const [why] = whyNotRoom(guest, room)
    const bed = bedIn(room, guest, one.bedId)
    if (why || !bed) {
      refused.push({ participant: person.participant, code: why ?? 'full' })
      continue
    }
    const [filled] = withPeople([room], [guest], new Map([[guest.id, { roomId: room.id, bedId: bed.id }]]))
    if (filled) rooms.set(room.id, filled)
    wanted.push({ mobilityId: guest.id, bedId: bed.id, startsOn: one.startsOn, endsOn: one.endsOn })
  }
  const made = await store.insertStays(context.db, organisationId, wanted)
  const written = new Set(made.map(({ mobilityId, startsOn }) => `${mobilityId} ${startsOn}`))
  for (const { mobilityId, startsOn } of wanted)
    if (!written.has(`${mobilityId} ${startsOn}`))
      refused.push({ participant: people.get(mobilityId)?.participant ?? '', code: 'taken' })
  await recordEvents(
    context,
    made.map(({ id, mobilityId }) => ({
      type: 'stay.given',
      subject: { kind: 'stay', id },
      mobilityId,
    })),
  )
  await recordFacts(
    context,
    [...new Set(made.map(({ mobilityId }) => mobilityId))].map((mobilityId) => ({
      mobilityId,
      name: 'stay.given',
    })),
  )
  return { done: made.map(({ id }) => id), refused }
}

/** The bed that is asked for if it is free, else any other in the room. */
export function bedIn(room: Room, nights: Nights, bedId: string | null | undefined) {
  const asked = room.beds.find(({ id }) => id === bedId)
  return asked && isFree(asked, nights) ? asked : freeBed(room, nights)
}

function spanOf(asked: readonly Asked[]): Nights {
  const [first] = asked
  return asked.reduce(
    ({ from, to }, { startsOn, endsOn }) => ({
      from: startsOn < from ? startsOn : from,
      to: endsOn > to ? endsOn : to,
    }),
    { from: first?.startsOn ?? '', to: first?.endsOn ?? '' },
  )
}

/** People who come in a period and have no bed yet. */
export async function bedless(context: Context, query: z.output<Contract['bedless']['query']>) {
  if (query.to <= query.from)
    throw invalidField('to', 'stays:field.ends-first', 'The end is not after the beginning.')
  const { organisationId } = keeperOf(context)
  const found = await store.bedlessIn(context.db, organisationId, query, stillComing)
  return {
    total: found.total,
    items: found.items.map(({ birthDate, ...one }) => ({
      ...one,
      minor: isMinorAt(birthDate, one.departure),
    })),
  }
}

/** Every room for one person in a time, as if they had no bed yet in it. */
export async function roomChoices(
  context: Context,
  { mobility, from, to }: z.output<Contract['choices']['query']>,
) {
  if (to <= from) throw invalidField('to', 'stays:field.ends-first', 'The end is not after the beginning.')
  const { organisationId } = keeperOf(context)
  const [person] = await guests.guestsByIds(context.db, organisationId, [mobility])
  if (!person) throw notFound()
  const own = await store.staysOfMobility(context.db, organisationId, mobility)
  const rows = await guests.roomsFor(
    context.db,
    organisationId,
    { from, to },
    { but: own.map(({ id }) => id) },
  )
  return { items: choicesFor(guestFrom(person, { from, to }), rows, roomsFrom(rows)) }
}

/** Rooms for one person: those that are possible first. */
export function choicesFor(
  guest: ReturnType<typeof guestFrom>,
  rows: readonly guests.RoomRow[],
  rooms: readonly Room[],
) {
  const byId = new Map(rooms.map((room) => [room.id, room]))
  return rows
    .map((row) => {
      const room = byId.get(row.id)
      const free = room?.beds.filter((bed) => isFree(bed, guest)).length ?? 0
      const against = room ? whyNotRoom(guest, room) : []
      return {
        id: row.id,
        name: row.room,
        housingId: row.housingId,
        housing: row.housing,
        town: row.town,
        free,
        whyNot: [...against, ...(against.length === 0 && free === 0 ? ['full'] : [])] as string[],
      }
    })
    .toSorted((a, b) => Number(a.whyNot.length > 0) - Number(b.whyNot.length > 0))
}

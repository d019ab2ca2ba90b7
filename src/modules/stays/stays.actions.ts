import type { z } from 'zod'
import { ageOn, type Day } from '#shared/dates.ts'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { phaseOf, statuses } from '#modules/mobilities/statuses.rules.ts'
import { allocateRooms } from './allocate-rooms.ts'
import { kindOf, whyNotRoom, type FreeRoom, type Guest } from './room-rules.rules.ts'
import type { staysContract } from './stays.contract.ts'
import * as store from './stays.store.ts'

type Contract = typeof staysContract
type Given = z.output<Contract['give']['body']>['stays'][number]

const stillComing = statuses.filter(
  (status) => phaseOf(status) === 'preparation' || phaseOf(status) === 'implementation',
)
/** The age of majority in nearly all programme countries; a host of another one splits the flow. */
const adultAge = 18

/** Finds beds for the people of flows. Each country and period is a problem of its own, and nothing is saved. */
export async function allocate(
  context: Context,
  flowIds: readonly string[],
): Promise<z.input<Contract['allocate']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const people = await store.guestsOf(context.db, organisationId, flowIds, stillComing)
  const answer: z.input<Contract['allocate']['answer']> = {
    proven: true,
    people: people.length,
    given: [],
    without: [],
    rooms: [],
  }
  const shown = ({ mobilityId, participant, school }: store.GuestRow) => ({ mobilityId, participant, school })
  const dated = people.filter((one) => one.departure && one.returnDate && one.departure < one.returnDate)
  for (const one of people.filter((guest) => !dated.includes(guest)))
    answer.without.push({ ...shown(one), reasons: ['dates'] })
  const rooms = new Map<string, { id: string; room: string; housing: string; beds: number }>()
  // Whoever is there longest chooses from all rooms; those who come and go within that time are judged by the same nights.
  for (const group of Map.groupBy(dated, ({ country }) => country).values()) {
    const from = group.map(({ departure }) => departure ?? '').toSorted()[0] ?? ''
    const to =
      group
        .map(({ returnDate }) => returnDate ?? '')
        .toSorted()
        .at(-1) ?? ''
    const free = (await store.roomsFor(context.db, organisationId, { from, to })).filter(
      (room) => room.country === null || group[0]?.country === null || room.country === group[0]?.country,
    )
    const found = await allocateRooms(group.map(guestOf), free.map(freeRoomOf), to)
    if (!found.proven) answer.proven = false
    const byId = new Map(group.map((one) => [one.mobilityId, one]))
    for (const [id, roomId] of found.allocated) {
      const one = byId.get(id)
      if (one)
        answer.given.push({
          ...shown(one),
          roomId,
          startsOn: one.departure ?? '',
          endsOn: one.returnDate ?? '',
        })
    }
    for (const { id, reasons } of found.without) {
      const one = byId.get(id)
      if (one) answer.without.push({ ...shown(one), reasons })
    }
    for (const { id, room, housing, freeBeds } of free)
      rooms.set(id, { id, room, housing, beds: freeBeds.length })
  }
  return { ...answer, rooms: [...rooms.values()] }
}

/**
 * Gives beds. Each is judged by the same rules as the allocation against what is there now; the database itself refuses two people in one bed, so
 * of two hosts who take the last one at once, one is told.
 */
export async function giveBeds(
  context: Context,
  asked: readonly Given[],
): Promise<z.input<Contract['give']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const people = new Map(
    (
      await store.guestsByIds(
        context.db,
        organisationId,
        asked.map(({ mobilityId }) => mobilityId),
      )
    ).map((one) => [one.mobilityId, one]),
  )
  const refused: { participant: string; code: string }[] = []
  const done: string[] = []
  for (const [key, group] of Map.groupBy(asked, ({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)) {
    const [from = '', to = ''] = key.split(' ')
    if (to <= from) throw invalidField('stays', 'stays:field.ends-first', 'The end is before the beginning.')
    const rows = await store.roomsFor(
      context.db,
      organisationId,
      { from, to },
      group.map(({ roomId }) => roomId),
    )
    const rooms = new Map(
      rows.map((row) => [row.id, { row, room: freeRoomOf(row), beds: [...row.freeBeds] }]),
    )
    for (const { mobilityId, roomId, startsOn, endsOn } of group) {
      const person = people.get(mobilityId)
      const place = rooms.get(roomId)
      if (!person || !place) throw invalidField('stays', 'not-there', 'Somebody or some room is not there.')
      const guest = guestOf(person)
      const [why] = whyNotRoom(guest, place.room, to)
      const bedId = place.beds.shift()
      const code = why ?? (bedId === undefined ? 'full' : null)
      const stay = code === null && bedId ? { mobilityId, bedId, startsOn, endsOn } : null
      if (stay && (await store.insertStay(context.db, organisationId, stay))) {
        done.push(mobilityId)
        place.room.kind = kindOf(guest)
      } else refused.push({ participant: person.participant, code: code ?? 'taken' })
    }
  }
  await recordEvents(
    context,
    done.map((mobilityId) => ({
      type: 'stay.given',
      subject: { kind: 'stay', id: mobilityId },
      mobilityId,
      data: {},
    })),
  )
  return { done: done.length, refused }
}

export async function saveStay(
  context: Context,
  id: string,
  input: z.output<Contract['saveStay']['body']>,
): Promise<z.input<Contract['saveStay']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const row = await store.findStay(context.db, organisationId, id)
  if (!row) throw notFound()
  if (row.version !== input.version)
    throw new Problem('conflict', { changed: { version: row.version, fields: ['stay'], by: null, at: null } })
  if (input.endsOn <= input.startsOn)
    throw invalidField('endsOn', 'stays:field.ends-first', 'The end is before the beginning.')
  try {
    await store.updateStay(context.db, id, input, context.now)
  } catch (error) {
    if ((error as { code?: string }).code === '23P01')
      throw invalidField('endsOn', 'stays:field.taken', 'Somebody else has this bed in that time.')
    throw error
  }
  await recordEvent(context, {
    type: input.step === row.step ? 'stay.changed' : `stay.${input.step}`,
    subject: { kind: 'stay', id },
    mobilityId: row.mobilityId,
    data: {},
  })
  return (await store.findStay(context.db, organisationId, id)) ?? row
}

/** Where somebody lives, for the sender and the host. */
export async function staysOfMobility(context: Context, mobilityId: string) {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.some((role) => role === 'sending' || role === 'hosting')) throw notFound()
  return { items: await store.addressesOf(context.db, mobilityId) }
}

export async function ownStays(context: Context, mobilityId: string) {
  const { actor } = context
  const own = await findOwnStay(context.db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  if (!own) throw notFound()
  return { items: await store.addressesOf(context.db, mobilityId) }
}

const isMinor = (birthDate: Day | null, day: Day | null): boolean =>
  birthDate !== null && day !== null && ageOn(birthDate, day) < adultAge

const guestOf = (row: store.GuestRow): Guest => ({
  id: row.mobilityId,
  name: row.participant,
  gender: row.gender,
  minor: isMinor(row.birthDate, row.departure),
  accessNeeds: row.accessNeeds,
  petAllergy: row.petAllergy,
  smokeAllergy: row.smokeAllergy,
  quiet: row.quiet,
  group: row.flowId ?? row.schoolId,
  friends: row.friends,
})

/** A room as the rules see it. Where two kinds share it already, nobody else comes in. */
function freeRoomOf(row: store.RoomRow): FreeRoom {
  const kinds = new Set(
    row.occupants.map(({ id, gender, birthDate, startsOn }) =>
      kindOf({ id, gender, minor: isMinor(birthDate, startsOn) }),
    ),
  )
  const [kind = null] = kinds
  return {
    id: row.id,
    housingId: row.housingId,
    beds: row.freeBeds.length,
    kind: kinds.size > 1 ? 'mixed' : kind,
    accessible: row.accessible,
    pets: row.pets,
    smoking: row.smoking,
    quiet: row.quiet,
    family: row.family,
    vettedUntil: row.vettedUntil,
  }
}

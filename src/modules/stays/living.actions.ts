import type { z } from 'zod'
import { ageOn } from '#shared/dates.ts'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import * as guests from './guests.store.ts'
import * as photos from './photos.store.ts'
import { findOwn } from './stays.actions.ts'
import type { staysContract } from './stays.contract.ts'
import { findHousing } from './housings.store.ts'
import { addressesOf } from './stays.store.ts'

type Contract = typeof staysContract

/** Where somebody lives, for the sender and the host. `own`: in a bed of the organisation that asks. */
export async function staysOfMobility(context: Context, mobilityId: string) {
  await refuseOthers(context, mobilityId)
  const { organisationId } = memberOf(context.actor)
  return {
    items: (await living(context, mobilityId)).map(({ organisationId: of, ...one }) => ({
      ...one,
      own: of === organisationId,
    })),
  }
}

export async function ownStays(context: Context, mobilityId: string) {
  await refuseStrangers(context, mobilityId)
  return {
    items: (await living(context, mobilityId)).map(({ organisationId: _, ...one }) => one),
  }
}

async function living(context: Context, mobilityId: string) {
  const rows = await addressesOf(context.db, mobilityId)
  const all = rows.length > 0 ? await photos.photosOfMobility(context.db, mobilityId) : []
  const byStay = Map.groupBy(all, ({ stayId }) => stayId)
  return rows.map(({ mobilityId: _, ...row }) => ({
    ...row,
    photos: (byStay.get(row.id) ?? []).map(({ stayId: _stay, ...one }) => one),
  }))
}

export async function showMobilityPhoto(
  context: Context,
  mobilityId: string,
  id: string,
): Promise<FileAnswer> {
  await refuseOthers(context, mobilityId)
  return photoOf(context, mobilityId, id)
}

export async function showOwnPhoto(context: Context, mobilityId: string, id: string): Promise<FileAnswer> {
  await refuseStrangers(context, mobilityId)
  return photoOf(context, mobilityId, id)
}

async function photoOf(context: Context, mobilityId: string, id: string): Promise<FileAnswer> {
  const found = await photos.photoOfMobility(context.db, mobilityId, id)
  if (!found) throw notFound()
  return { fileName: found.name, contentType: found.contentType, bytes: found.bytes }
}

export async function readNeeds(context: Context, mobilityId: string) {
  await refuseOthers(context, mobilityId)
  const row = await guests.findNeeds(context.db, mobilityId)
  if (!row) throw notFound()
  return row
}

/** Saves what matters for a room. Friends are people of the same flow. */
export async function saveNeeds(
  context: Context,
  mobilityId: string,
  input: z.output<Contract['saveNeeds']['body']>,
) {
  await guests.lockNeeds(context.db, mobilityId)
  const present = await readNeeds(context, mobilityId)
  if (present.version !== input.version) throw conflict(present.version, 'room-needs')
  const known = new Set((await companions(context, mobilityId)).items.map(({ id }) => id))
  if (input.friends.some((id) => !known.has(id)))
    throw invalidField('friends', 'stays:field.no-companion', 'Somebody does not travel with them.')
  await guests.saveNeeds(context.db, mobilityId, input, context.now)
  await recordEvent(context, {
    type: 'stay.needs-saved',
    subject: { kind: 'placement-profile', id: mobilityId },
    mobilityId,
  })
  return readNeeds(context, mobilityId)
}

export async function companions(context: Context, mobilityId: string) {
  await refuseOthers(context, mobilityId)
  return { items: await guests.companionsOf(context.db, memberOf(context.actor).organisationId, mobilityId) }
}

export async function readOwnProfile(context: Context, mobilityId: string) {
  await refuseStrangers(context, mobilityId)
  return guests.findProfile(context.db, mobilityId)
}

export async function saveOwnProfile(
  context: Context,
  mobilityId: string,
  input: z.output<Contract['saveOwnProfile']['body']>,
) {
  const present = await readOwnProfile(context, mobilityId)
  if (
    present.version !== input.version ||
    !(await guests.saveProfile(context.db, mobilityId, input, context.now))
  )
    throw conflict(present.version, 'stay-profile')
  await recordEvent(context, {
    type: 'stay.profile-saved',
    subject: { kind: 'stay-profile', id: mobilityId },
    mobilityId,
  })
  return readOwnProfile(context, mobilityId)
}

/** What a family is told of its guest: first name, age, home country, and what the guest chose to say. No surname, no contact, no needs. */
export async function guestOfStay(context: Context, id: string) {
  const stay = await findOwn(context, id)
  const person = await guests.guestOf(context.db, stay.mobilityId)
  const housing = await findHousing(context.db, memberOf(context.actor).organisationId, stay.housingId)
  if (!person || !housing) throw notFound()
  const { version: _, ...profile } = await guests.findProfile(context.db, stay.mobilityId)
  return {
    givenName: person.givenName,
    age: person.birthDate === null ? null : ageOn(person.birthDate, stay.startsOn),
    country: person.country,
    language: person.language,
    school: stay.school,
    startsOn: stay.startsOn,
    endsOn: stay.endsOn,
    housingId: stay.housingId,
    housing: stay.housing,
    email: housing.email,
    profile,
  }
}

async function refuseOthers(context: Context, mobilityId: string): Promise<void> {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.some((role) => role === 'sending' || role === 'hosting' || role === 'accompanying'))
    throw notFound()
}

async function refuseStrangers({ actor, db }: Context, mobilityId: string): Promise<void> {
  const own = await findOwnStay(db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  if (!own) throw notFound()
}

const conflict = (version: number, field: string): Problem =>
  new Problem('conflict', { changed: { version, fields: [field], by: null, at: null } })

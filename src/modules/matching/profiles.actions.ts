import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import { ownRole } from '#modules/placements/own.actions.ts'
import type { ownWishesContract, profilesContract } from './profiles.contract.ts'
import * as store from './profiles.store.ts'

type Contract = typeof profilesContract
type OwnContract = typeof ownWishesContract
type Shown = z.input<Contract['readProfile']['answer']>
type OwnShown = z.input<OwnContract['read']['answer']>
type Profile = Omit<store.ProfileRow, 'version'>

export async function readProfile(context: Context, mobilityId: string): Promise<Shown> {
  await refuseStrangers(context, mobilityId)
  const row = await store.findProfile(context.db, mobilityId)
  if (!row) throw notFound()
  return { ...row, languages: [...row.languages], ...(await namesOf(context, mobilityId, row)) }
}

export async function saveProfile(
  context: Context,
  mobilityId: string,
  { version, ...input }: z.output<Contract['saveProfile']['body']>,
): Promise<Shown> {
  await refuseStrangers(context, mobilityId)
  const { field = null, mostKilometres = null, ...rest } = input
  // The record's field that was shown is not written down: the record may be corrected later.
  await save(context, mobilityId, version, (present, recordField) => ({
    field: present.field === null && field === recordField ? null : field,
    mostKilometres,
    ...rest,
  }))
  return readProfile(context, mobilityId)
}

/** What a participant or guardian says of the same; field, languages and skills are written elsewhere. */
export async function readOwnWishes(context: Context, mobilityId: string): Promise<OwnShown> {
  await ownRole(context, mobilityId)
  const row = await store.findProfile(context.db, mobilityId)
  if (!row) throw notFound()
  const { wishes, friends, accessNeeds, mostKilometres, version } = row
  const names = await namesOf(context, mobilityId, { wishes, friends, wantedBy: [] })
  return { wishes, friends, accessNeeds, mostKilometres, version, ...names }
}

export async function saveOwnWishes(
  context: Context,
  mobilityId: string,
  { version, ...input }: z.output<OwnContract['save']['body']>,
): Promise<OwnShown> {
  await ownRole(context, mobilityId)
  const { mostKilometres = null, ...rest } = input
  await save(context, mobilityId, version, (present) => ({ ...present, ...rest, mostKilometres }))
  return readOwnWishes(context, mobilityId)
}

/** What somebody can wish for, by words. */
export async function wishable(context: Context, mobilityId: string, words: string) {
  await refuseStrangers(context, mobilityId)
  return { items: await store.wishablePositions(context.db, mobilityId, { words }) }
}

export async function ownWishable(context: Context, mobilityId: string, words: string) {
  await ownRole(context, mobilityId)
  return { items: await store.wishablePositions(context.db, mobilityId, { words }) }
}

/** A participant finds classmates by name, and does not read the list of the class. */
const shortest = 2

export async function ownCompanions(context: Context, mobilityId: string, words: string) {
  await ownRole(context, mobilityId)
  if (words.length < shortest) return { items: [] }
  return { items: await store.companionsOf(context.db, mobilityId, { words }) }
}

/** Sender and host; for everybody else there is no such mobility. */
export async function refuseStrangers(context: Context, mobilityId: string): Promise<void> {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.some((role) => role === 'sending' || role === 'hosting')) throw notFound()
}

async function save(
  context: Context,
  mobilityId: string,
  version: number,
  change: (present: Profile, recordField: string | null) => Profile,
): Promise<void> {
  const [row] = await store.lockProfiles(context.db, [mobilityId])
  if (!row) throw notFound()
  const { mobilityId: _id, status, recordField, version: known, ...present } = row
  if (known !== version)
    throw new Problem('conflict', { changed: { version: known, fields: ['profile'], by: null, at: null } })
  if (!isOpen(status as Status)) throw notPossible('mobilities:whyNot.over')
  const profile = change(present, recordField)
  await refuseUnknown(context, mobilityId, profile, present)
  await store.saveProfiles(context.db, [{ mobilityId, ...profile }], context.now)
  await recordEvent(context, {
    type: 'mobility.placement-profile-saved',
    subject: { kind: 'placement-profile', id: mobilityId },
    mobilityId,
  })
}

/** Only what can be wished for; what was said before and is not offered any more may stay. */
async function refuseUnknown(
  context: Context,
  mobilityId: string,
  { languages, wishes, wantedBy, friends }: Profile,
  present: Profile,
): Promise<void> {
  if (new Set(languages.map(({ code }) => code)).size < languages.length)
    throw invalidField('languages', 'matching:field.language-twice', 'A language is there twice.')
  const fresh = (now: readonly string[], before: readonly string[]) =>
    now.filter((id) => !before.includes(id))
  for (const [field, ids] of [
    ['wishes', fresh(wishes, present.wishes)],
    ['wantedBy', fresh(wantedBy, present.wantedBy)],
  ] as const) {
    const known = await store.wishablePositions(context.db, mobilityId, { ids })
    if (known.length < new Set(ids).size)
      throw invalidField(field, 'matching:field.no-position', 'There is no such position for this stay.')
  }
  const people = fresh(friends, present.friends)
  const known = await store.companionsOf(context.db, mobilityId, { ids: people })
  if (known.length < new Set(people).size)
    throw invalidField('friends', 'matching:field.no-companion', 'Somebody does not travel with them.')
}

async function namesOf(
  context: Context,
  mobilityId: string,
  { wishes, wantedBy, friends }: Pick<Profile, 'wishes' | 'wantedBy' | 'friends'>,
) {
  const ids = [...new Set([...wishes, ...wantedBy])]
  return {
    positions: await store.wishablePositions(context.db, mobilityId, { ids }),
    people: await store.companionsOf(context.db, mobilityId, { ids: friends }),
  }
}

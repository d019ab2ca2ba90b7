import type { z } from 'zod'
import { invalidField, notAllowed, notFound, Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { keepCv } from '#modules/files/files.actions.ts'
import { readFile } from '#modules/files/files.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { companyView } from './company-view.rules.ts'
import { ownRole } from './own.actions.ts'
import type { profileInput, profileShape } from './placements.shapes.contract.ts'
import * as store from './profiles.store.ts'

type Shown = z.input<typeof profileShape>
type Input = z.output<typeof profileInput>

/** What companies get to see, as the participant or guardian reads it. */
export async function readOwnProfile(context: Context, mobilityId: string): Promise<Shown> {
  await ownRole(context, mobilityId)
  return show(context, mobilityId)
}

export async function saveOwnProfile(context: Context, mobilityId: string, input: Input): Promise<Shown> {
  await ownRole(context, mobilityId)
  return save(context, mobilityId, input)
}

/** The same for staff of the sender and the host. */
export async function readProfile(context: Context, mobilityId: string): Promise<Shown> {
  await refuseStrangers(context, mobilityId)
  return show(context, mobilityId)
}

/** The sender writes for a participant who does not; a host reads. */
export async function saveProfile(context: Context, mobilityId: string, input: Input): Promise<Shown> {
  const roles = await refuseStrangers(context, mobilityId)
  if (!roles.includes('sending')) throw notAllowed('mobilities:whyNot.only-sending')
  return save(context, mobilityId, input)
}

/** The sender brings a CV for a participant; it is the participant's from then on. */
export async function bringCv(context: Context, mobilityId: string, upload: Upload) {
  const roles = await refuseStrangers(context, mobilityId)
  if (!roles.includes('sending')) throw notAllowed('mobilities:whyNot.only-sending')
  const { id, name } = await keepCv(context, upload, mobilityId)
  return { id, name }
}

export async function readCv(context: Context, mobilityId: string): Promise<FileAnswer> {
  await refuseStrangers(context, mobilityId)
  const [profile] = await store.profilesOf(context.db, [mobilityId])
  const file = profile?.cvFileId ? await readFile(context.db, profile.cvFileId) : undefined
  if (!file) throw notFound()
  return { fileName: file.name, contentType: file.content_type, bytes: file.bytes }
}

async function refuseStrangers(context: Context, mobilityId: string) {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.some((role) => role === 'sending' || role === 'hosting')) throw notFound()
  return roles
}

async function save(context: Context, mobilityId: string, input: Input): Promise<Shown> {
  const version = await store.profileVersion(context.db, mobilityId)
  if (version !== input.version)
    throw new Problem('conflict', { changed: { version, fields: ['profile'], by: null, at: null } })
  if (input.cvFileId && !(await store.cvOf(context.db, mobilityId, input.cvFileId)))
    throw invalidField('cvFileId', 'placements:field.no-cv', 'There is no such file.')
  await store.saveWords(
    context.db,
    mobilityId,
    {
      about: input.about || null,
      hopes: input.hopes || null,
      languages: input.languages,
      skills: input.skills,
      cvFileId: input.cvFileId ?? null,
    },
    context.now,
  )
  await store.dropOtherCvs(context.db, mobilityId, input.cvFileId ?? null)
  await recordEvent(context, {
    type: 'mobility.placement-profile-saved',
    subject: { kind: 'placement-profile', id: mobilityId },
    mobilityId,
  })
  return show(context, mobilityId)
}

async function show(context: Context, mobilityId: string): Promise<Shown> {
  const [profile] = await store.profilesOf(context.db, [mobilityId])
  if (!profile) throw notFound()
  const { mobilityId: _id, ...known } = profile
  return {
    view: companyView(known, null),
    about: profile.about,
    hopes: profile.hopes,
    languages: profile.languages as Shown['languages'],
    skills: profile.skills,
    cv: profile.cvFileId ? { id: profile.cvFileId, name: profile.cvName ?? '' } : null,
    version: await store.readVersion(context.db, mobilityId),
  }
}

import type { z } from 'zod'
import { notFound, Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import type { matchingContract } from './plans.contract.ts'
import { findProfile, saveProfiles } from './plans.store.ts'

type Contract = typeof matchingContract
type Shown = z.input<Contract['readProfile']['answer']>

export async function readProfile(context: Context, mobilityId: string): Promise<Shown> {
  const roles = await rolesHeld(context, mobilityId)
  const row = roles.some((role) => role === 'sending' || role === 'hosting')
    ? await findProfile(context.db, mobilityId)
    : undefined
  if (!row) throw notFound()
  return { ...row, languages: [...row.languages] }
}

export async function saveProfile(
  context: Context,
  mobilityId: string,
  { version, ...input }: z.output<Contract['saveProfile']['body']>,
): Promise<Shown> {
  const present = await readProfile(context, mobilityId)
  if (present.version !== version)
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['profile'], by: null, at: null },
    })
  const { field = null, mostKilometres = null, ...rest } = input
  await saveProfiles(context.db, [{ mobilityId, field, mostKilometres, ...rest }], context.now)
  await recordEvent(context, {
    type: 'mobility.placement-profile-saved',
    subject: { kind: 'placement-profile', id: mobilityId },
    mobilityId,
  })
  return readProfile(context, mobilityId)
}

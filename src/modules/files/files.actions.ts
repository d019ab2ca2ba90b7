import { v7 as newId } from 'uuid'
import { invalidField, notFound } from '#shared/problems.ts'
import { labelOf, memberOf, type Actor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { evidenceIn } from '#server/files/evidence.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { findOwnStay } from './own-stay.store.ts'
import { insertFile, readFile, type StoredFile } from './files.store.ts'

const purposes = [
  'pack-evidence',
  'distance-evidence',
  'receipt',
  'payment-proof',
  'company-check',
  'ticket',
  'green-declaration',
] as const
/** What participants bring themselves; a CV has its own way for staff (`keepCv`), so that it goes when another one comes. */
const ownPurposes = ['receipt', 'cv', 'ticket', 'green-declaration'] as const

/** Keeps evidence that somebody of the organisation brings. */
export function bringFile(context: Context, upload: Upload): Promise<StoredFile> {
  const purpose = purposes.find((one) => one === upload.fields['purpose'])
  if (!purpose)
    throw invalidField('purpose', 'unknown', `The purpose must be one of: ${purposes.join(', ')}.`)
  return keep(context, upload, { organisation_id: memberOf(context.actor).organisationId, purpose })
}

/** Keeps what a participant or guardian brings for a stay: a receipt unless the field `purpose` says otherwise. */
export async function bringOwnFile(
  context: Context,
  mobilityId: string,
  upload: Upload,
): Promise<StoredFile> {
  const stay = await findOwnStay(context.db, peopleOf(context.actor), mobilityId)
  if (!stay) throw notFound()
  return keep(context, upload, {
    organisation_id: stay.sending_id,
    mobility_id: mobilityId,
    purpose: ownPurposes.find((one) => one === upload.fields['purpose']) ?? 'receipt',
  })
}

/** Evidence of the organisation: what one brought oneself, and everything for those who see money. */
export async function showFile(context: Context, id: string): Promise<FileAnswer> {
  const member = memberOf(context.actor)
  const file = await readFile(context.db, id)
  if (!file || file.organisation_id !== member.organisationId) throw notFound()
  if (file.user_id !== member.userId && !member.permissions.has('money.read')) throw notFound()
  return { fileName: file.name, contentType: file.content_type, bytes: file.bytes }
}

/** A file of a stay that is one's own. */
export async function showOwnFile(context: Context, id: string): Promise<FileAnswer> {
  const file = await readFile(context.db, id)
  const own = file?.mobility_id
    ? await findOwnStay(context.db, peopleOf(context.actor), file.mobility_id)
    : undefined
  if (!file || !own) throw notFound()
  return { fileName: file.name, contentType: file.content_type, bytes: file.bytes }
}

const peopleOf = (actor: Actor): readonly string[] => (actor.kind === 'person' ? actor.personIds : [])

/** Keeps a photo for another module, which says who may see it. */
export const keepPhoto = (
  context: Context,
  upload: Upload,
  keeping: { organisation_id: string; purpose: 'housing-photo' | 'stay-photo' },
): Promise<StoredFile> => keep(context, upload, keeping)

/** Keeps a CV that the sender brings for a participant; the placements say who may. */
export const keepCv = (context: Context, upload: Upload, mobilityId: string): Promise<StoredFile> =>
  keep(context, upload, {
    organisation_id: memberOf(context.actor).organisationId,
    mobility_id: mobilityId,
    purpose: 'cv',
  })

interface Keeping {
  organisation_id: string
  mobility_id?: string
  purpose: (typeof purposes)[number] | 'cv' | 'housing-photo' | 'stay-photo'
}

function keep(context: Context, upload: Upload, keeping: Keeping): Promise<StoredFile> {
  const { name, contentType, size, bytes } = evidenceIn(upload)
  const { actor } = context
  return insertFile(
    context.db,
    {
      id: newId(),
      ...keeping,
      name,
      content_type: contentType,
      size,
      uploaded_by: labelOf(actor),
      user_id: 'userId' in actor ? actor.userId : null,
    },
    bytes,
  )
}

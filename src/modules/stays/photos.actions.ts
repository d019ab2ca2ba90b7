import { invalidField, notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { keepPhoto } from '#modules/files/files.actions.ts'
import { readHousing } from './housings.actions.ts'
import { keeperOf } from './keeper.ts'
import * as store from './photos.store.ts'
import { findOwn } from './stays.actions.ts'

/** As many as one looks at. */
const most = 20

export async function addHousingPhoto(context: Context, housingId: string, upload: Upload) {
  const housing = await readHousing(context, housingId)
  if (housing.photos.length >= most)
    throw invalidField('file', 'stays:field.photos-full', 'There are enough photos.', { count: most })
  const { organisationId } = keeperOf(context)
  const kept = await keepPhoto(context, upload, { organisation_id: organisationId, purpose: 'housing-photo' })
  await store.addToHousing(context.db, organisationId, housingId, kept.id)
  return { id: kept.id, name: kept.name }
}

export async function showHousingPhoto(context: Context, housingId: string, id: string): Promise<FileAnswer> {
  const { organisationId } = keeperOf(context)
  return answer(await store.photoOf(context.db, organisationId, { housingId }, id))
}

export async function removeHousingPhoto(context: Context, housingId: string, id: string): Promise<void> {
  const { organisationId } = keeperOf(context)
  if (!(await store.removeFromHousing(context.db, organisationId, housingId, id))) throw notFound()
}

/** A photo made at the door: what it looked like when somebody came (`in`) or went (`out`). */
export async function addStayPhoto(context: Context, stayId: string, upload: Upload) {
  await findOwn(context, stayId)
  const moment = upload.fields['moment']
  if (moment !== 'in' && moment !== 'out')
    throw invalidField('moment', 'unknown', 'The moment must be `in` or `out`.')
  if ((await store.photosOfStay(context.db, stayId)).length >= most)
    throw invalidField('file', 'stays:field.photos-full', 'There are enough photos.', { count: most })
  const { organisationId } = keeperOf(context)
  const kept = await keepPhoto(context, upload, { organisation_id: organisationId, purpose: 'stay-photo' })
  await store.addToStay(context.db, organisationId, { id: stayId, moment }, kept.id)
  return { id: kept.id, name: kept.name }
}

export async function showStayPhoto(context: Context, stayId: string, id: string): Promise<FileAnswer> {
  const { organisationId } = keeperOf(context)
  return answer(await store.photoOf(context.db, organisationId, { stayId }, id))
}

function answer(found: store.PhotoBytes | undefined): FileAnswer {
  if (!found) throw notFound()
  return { fileName: found.name, contentType: found.contentType, bytes: found.bytes }
}

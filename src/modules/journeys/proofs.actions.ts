import type { z } from 'zod'
import { invalidField, notAllowed, notFound } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { filesNamed, readFile } from '#modules/files/files.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { seesJourney } from './journeys.access.ts'
import type { proofInput, ShownJourney } from './journeys.shapes.contract.ts'
import { ownStay, readJourney, readOwn } from './one-journey.actions.ts'
import * as store from './proofs.store.ts'
import { factsFollow } from './settle.actions.ts'

type Input = z.output<typeof proofInput>

/** The sender keeps a ticket or a signed declaration, in the place of another one where `replaces` names it. */
export async function keepProof(context: Context, mobilityId: string, proof: Input): Promise<ShownJourney> {
  await sending(context, mobilityId)
  await keepAsProof(context, mobilityId, memberOf(context.actor).organisationId, proof)
  if (proof.replaces) await remove(context, mobilityId, proof.replaces, () => true)
  return readJourney(context, mobilityId)
}

export async function removeProof(context: Context, mobilityId: string, id: string): Promise<void> {
  await sending(context, mobilityId)
  await remove(context, mobilityId, id, () => true)
}

export async function keepOwnProof(
  context: Context,
  mobilityId: string,
  proof: Input,
): Promise<ShownJourney> {
  const stay = await ownStay(context, mobilityId)
  await keepAsProof(context, mobilityId, stay.sending_id, proof)
  if (proof.replaces) await remove(context, mobilityId, proof.replaces, broughtBy(context))
  return readOwn(context, mobilityId)
}

/** Takes a proof back that one has brought oneself; what the school keeps stays. */
export async function removeOwnProof(context: Context, mobilityId: string, id: string): Promise<void> {
  await ownStay(context, mobilityId)
  await remove(context, mobilityId, id, broughtBy(context))
}

/** The file of a proof, for whoever of the sender reads the journey. */
export async function showProof(context: Context, mobilityId: string, id: string): Promise<FileAnswer> {
  const roles = await rolesHeld(context, mobilityId)
  if (!roles.includes('sending')) throw notFound()
  return open(context, mobilityId, id)
}

/** The file of a proof of one's own journey, or of that of a minor in one's care. */
export async function showOwnProof(context: Context, mobilityId: string, id: string): Promise<FileAnswer> {
  await ownStay(context, mobilityId)
  return open(context, mobilityId, id)
}

async function open({ db }: Context, mobilityId: string, id: string): Promise<FileAnswer> {
  const proof = (await store.proofsOf(db, mobilityId)).find((one) => one.id === id)
  const file = proof && (await readFile(db, proof.fileId))
  if (!file) throw notFound()
  return { fileName: file.name, contentType: file.content_type, bytes: file.bytes }
}

/** Keeps a file of this organisation as proof. */
export async function keepAsProof(
  context: Context,
  mobilityId: string,
  organisationId: string,
  { fileId, kind }: Pick<Input, 'fileId' | 'kind'>,
): Promise<void> {
  const files = await filesNamed(context.db, organisationId, [fileId])
  if (!files.has(fileId)) throw invalidField('fileId', 'not-there', 'There is no such file.')
  await store.insertProof(context.db, { mobilityId, fileId, kind, by: labelOf(context.actor) })
  await tell(context, 'journey.proof-kept', mobilityId, kind)
}

async function remove(
  context: Context,
  mobilityId: string,
  id: string,
  may: (proof: store.ProofRow) => boolean,
): Promise<void> {
  const proof = (await store.proofsOf(context.db, mobilityId)).find((one) => one.id === id)
  if (!proof) throw notFound()
  if (!may(proof)) throw notAllowed('journeys:whyNot.proof-of-another')
  await store.deleteProof(context.db, proof)
  await tell(context, 'journey.proof-removed', mobilityId, proof.kind)
}

async function tell(context: Context, type: string, mobilityId: string, kind: string): Promise<void> {
  await recordEvent(context, {
    type,
    subject: { kind: 'journey', id: mobilityId },
    mobilityId,
    data: { kind },
  })
  await factsFollow(context, [mobilityId])
}

/** Whoever uploaded a file may take it away again. */
const broughtBy =
  ({ actor }: Context) =>
  ({ userId }: store.ProofRow): boolean =>
    'userId' in actor && userId === actor.userId

async function sending(context: Context, mobilityId: string): Promise<void> {
  const roles = await rolesHeld(context, mobilityId)
  if (!seesJourney(roles)) throw notFound()
  if (!roles.includes('sending')) throw notAllowed('journeys:whyNot.sender-keeps-proofs')
}

import type { z } from 'zod'
import { invalidField, notAllowed, notFound } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { someGreen, whyNotDeclare } from './green-declaration.rules.ts'
import * as store from './green-declaration.store.ts'
import { greenShare } from './green-share.rules.ts'
import { rulesOf } from './journey-rules.store.ts'
import { seesJourney } from './journeys.access.ts'
import type { declarationInput, paperDeclaration, ShownJourney } from './journeys.shapes.contract.ts'
import { ownStay, readJourney, readOwn } from './one-journey.actions.ts'
import { keepAsProof } from './proofs.actions.ts'
import { factsFollow } from './settle.actions.ts'
import { legsOfMobilities } from './ways.store.ts'

/** A participant, or the guardian, states on honour that the way is green. Throws `not-allowed` where the legs say otherwise. */
export async function declareOwn(
  context: Context,
  mobilityId: string,
  input: z.output<typeof declarationInput>,
): Promise<ShownJourney> {
  await ownStay(context, mobilityId)
  const present = await store.declarationOf(context.db, mobilityId)
  if (present?.onPaper) throw notAllowed('journeys:whyNot.declared-on-paper')
  await declare(context, mobilityId, input, false)
  return readOwn(context, mobilityId)
}

export async function takeBackOwn(context: Context, mobilityId: string): Promise<void> {
  await ownStay(context, mobilityId)
  const present = await store.declarationOf(context.db, mobilityId)
  if (!present) throw notFound()
  if (present.onPaper) throw notAllowed('journeys:whyNot.declared-on-paper')
  await takeBack(context, mobilityId)
}

/** The sender writes down what somebody has signed on paper, and keeps the paper as proof. */
export async function declareOnPaper(
  context: Context,
  mobilityId: string,
  { fileId, ...input }: z.output<typeof paperDeclaration>,
): Promise<ShownJourney> {
  await sending(context, mobilityId)
  const { organisationId } = memberOf(context.actor)
  await keepAsProof(context, mobilityId, organisationId, { fileId, kind: 'green-declaration' })
  await declare(context, mobilityId, input, true)
  return readJourney(context, mobilityId)
}

/** Takes back what the sender wrote down; what somebody has stated themselves is theirs. */
export async function takeBackPaper(context: Context, mobilityId: string): Promise<void> {
  await sending(context, mobilityId)
  const present = await store.declarationOf(context.db, mobilityId)
  if (!present) throw notFound()
  if (!present.onPaper) throw notAllowed('journeys:whyNot.declared-by-participant')
  await takeBack(context, mobilityId)
}

async function declare(
  context: Context,
  mobilityId: string,
  { means, note }: Omit<z.output<typeof declarationInput>, 'honour'>,
  onPaper: boolean,
): Promise<void> {
  const [row] = await legsOfMobilities(context.db, [mobilityId])
  if (!row) throw notFound()
  const { greenMeans, greenFrom } = (await rulesOf(context.db, [row.sendingId]))(row.sendingId)
  const rules = { means: greenMeans, from: greenFrom }
  const whyNot = whyNotDeclare(greenShare(row.legs, rules))
  if (whyNot) throw notAllowed(`journeys:whyNot.${whyNot}`)
  if (!someGreen(means, rules))
    throw invalidField('means', 'journeys:field.not-green', 'None of these means counts as green.')
  const by = labelOf(context.actor)
  await store.saveDeclaration(context.db, mobilityId, {
    means,
    note: note || null,
    onPaper,
    by,
    at: context.now,
  })
  await follow(context, mobilityId, 'journey.green-declared', { onPaper })
}

async function takeBack(context: Context, mobilityId: string): Promise<void> {
  await store.deleteDeclaration(context.db, mobilityId)
  await follow(context, mobilityId, 'journey.green-taken-back', {})
}

async function follow(
  context: Context,
  mobilityId: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  await recordEvent(context, { type, subject: { kind: 'journey', id: mobilityId }, mobilityId, data })
  await factsFollow(context, [mobilityId])
}

async function sending(context: Context, mobilityId: string): Promise<void> {
  const roles = await rolesHeld(context, mobilityId)
  if (!seesJourney(roles)) throw notFound()
  if (!roles.includes('sending')) throw notAllowed('journeys:whyNot.sender-keeps-proofs')
}

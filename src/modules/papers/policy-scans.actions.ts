import { notFound, notPossible } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { evidenceIn } from '#server/files/evidence.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { sealOf } from '#server/secrets/seal.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { findPolicy } from './policies.store.ts'
import * as store from './policy-scans.store.ts'

/** Keeps the policy of a group as a picture or PDF, sealed; a newer one takes the place of the one before. */
export async function bringPolicyScan(
  context: Context,
  policyId: string,
  upload: Upload,
): Promise<{ name: string; size: number }> {
  const place = await placeOf(context, policyId)
  const { bytes, ...kept } = evidenceIn(upload)
  const seal = await sealOf(context.services.config)
  const scan = { ...kept, sealed: seal.close(bytes, policyId) }
  await store.savePolicyScan(context.db, place, scan, labelOf(context.actor), context.now)
  await tell(context, 'policy.scan-added', place)
  return { name: scan.name, size: scan.size }
}

export async function showPolicyScan(context: Context, policyId: string): Promise<FileAnswer> {
  const { organisationId } = await placeOf(context, policyId)
  const scan = await store.readPolicyScan(context.db, organisationId, policyId)
  if (!scan) throw notFound()
  const bytes = (await sealOf(context.services.config)).open(scan.sealed, policyId)
  if (!bytes) throw notPossible('papers:whyNot.sealed')
  return { fileName: scan.name, contentType: scan.contentType, bytes }
}

export async function removePolicyScan(context: Context, policyId: string): Promise<void> {
  const place = await placeOf(context, policyId)
  if (!(await store.deletePolicyScan(context.db, place.organisationId, policyId))) throw notFound()
  await tell(context, 'policy.scan-removed', place)
}

interface Place {
  organisationId: string
  policyId: string
  insurer: string
}

/** A policy in force of the organisation that asks. */
async function placeOf(context: Context, policyId: string): Promise<Place> {
  const { organisationId } = memberOf(context.actor)
  const policy = await findPolicy(context.db, organisationId, policyId)
  if (!policy) throw notFound()
  return { organisationId, policyId, insurer: policy.insurer }
}

const tell = (context: Context, type: string, { policyId, insurer }: Place): Promise<void> =>
  recordEvent(context, {
    type,
    subject: { kind: 'policy', id: policyId },
    data: { insurer },
    audience: 'organisation',
  })

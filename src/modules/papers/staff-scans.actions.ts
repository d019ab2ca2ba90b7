import { notFound } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import type { PaperKind } from './kinds.rules.ts'
import { ownPlace, tell } from './papers.actions.ts'
import { lockPaper } from './papers.store.ts'
import { forgetScan, keepScan, openScan } from './scans.actions.ts'

export async function bringScan(context: Context, mobilityId: string, kind: PaperKind, upload: Upload) {
  const kept = await keepScan(context, await ownPlace(context, mobilityId, kind), upload)
  await tell(context, 'paper.scan-added', mobilityId, kind)
  return kept
}

/** The picture; who asked for it is written down, as for a number. */
export async function showScan(context: Context, mobilityId: string, kind: PaperKind): Promise<FileAnswer> {
  const paper = await lockPaper(context.db, await ownPlace(context, mobilityId, kind))
  if (!paper) throw notFound()
  const answer = await openScan(context, paper.id)
  await tell(context, 'paper.scan-shown', mobilityId, kind)
  return answer
}

export async function removeScan(context: Context, mobilityId: string, kind: PaperKind): Promise<void> {
  await forgetScan(context, await ownPlace(context, mobilityId, kind))
  await tell(context, 'paper.scan-removed', mobilityId, kind)
}

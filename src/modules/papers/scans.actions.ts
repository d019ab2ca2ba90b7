import { notFound, notPossible } from '#shared/problems.ts'
import { labelOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { evidenceIn } from '#server/files/evidence.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { sealOf } from '#server/secrets/seal.ts'
import type { PaperPlace } from './papers.store.ts'
import { lockPaper } from './papers.store.ts'
import * as store from './scans.store.ts'

/** Keeps a picture or PDF of a paper that was entered before, sealed. Throws `invalid` at `file`. */
export async function keepScan(
  context: Context,
  place: PaperPlace,
  upload: Upload,
): Promise<{ name: string; size: number }> {
  const { bytes, ...kept } = evidenceIn(upload)
  const paper = await lockPaper(context.db, place)
  if (!paper) throw notPossible('papers:whyNot.enter-first')
  const seal = await sealOf(context.services.config)
  const scan = { ...kept, sealed: seal.close(bytes, paper.id) }
  await store.saveScan(context.db, paper.id, scan, labelOf(context.actor), context.now)
  return { name: scan.name, size: scan.size }
}

export async function openScan(context: Context, paperId: string): Promise<FileAnswer> {
  const scan = await store.readScan(context.db, paperId)
  if (!scan) throw notFound()
  const seal = await sealOf(context.services.config)
  const bytes = seal.open(scan.sealed, paperId)
  if (!bytes) throw notPossible('papers:whyNot.sealed')
  return { fileName: scan.name, contentType: scan.contentType, bytes }
}

export async function forgetScan(context: Context, place: PaperPlace): Promise<void> {
  const paper = await lockPaper(context.db, place)
  if (!paper || !(await store.deleteScan(context.db, paper.id))) throw notFound()
}

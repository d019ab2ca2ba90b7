import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { labelOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { kindOfFile } from '#server/files/file-kind.ts'
import type { FileAnswer, Upload } from '#server/http/routes.ts'
import { sealOf } from '#server/secrets/seal.ts'
import type { PaperPlace } from './papers.store.ts'
import { lockPaper } from './papers.store.ts'
import * as store from './scans.store.ts'

/** A photo of a phone has 3 to 8 MB. */
const largestScan = 10_000_000

/** Keeps a picture or PDF of a paper that was entered before, sealed. Throws `invalid` at `file`. */
export async function keepScan(
  context: Context,
  place: PaperPlace,
  upload: Upload,
): Promise<{ name: string; size: number }> {
  const { bytes, ...kept } = scanIn(upload)
  const paper = await lockPaper(context.db, place)
  if (!paper) throw notPossible('papers:whyNot.enter-first')
  const seal = await sealOf(context.services.config)
  const scan = { ...kept, sealed: seal.close(bytes, paper.id) }
  await store.saveScan(context.db, paper.id, scan, labelOf(context.actor), context.now)
  return { name: scan.name, size: scan.size }
}

/** What an upload is, judged by its content. Throws `invalid` at `file` for anything but a picture or a PDF of a sensible size. */
export function scanIn({ bytes, fileName }: Upload): Omit<store.Scan, 'sealed'> & { bytes: Uint8Array } {
  if (bytes.length === 0) throw invalidField('file', 'file-empty', 'The file is empty.')
  if (bytes.length > largestScan)
    throw invalidField('file', 'file-too-large', 'The file is larger than 10 MB.', { limit: 10 })
  const contentType = typeOf(bytes)
  if (!contentType)
    throw invalidField('file', 'not-evidence', 'Bring a picture (JPEG, PNG, HEIC, WebP) or a PDF.')
  return { name: nameOf(fileName), contentType, size: bytes.length, bytes }
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

/** By content; what name and sender say is not believed. */
function typeOf(bytes: Uint8Array): string | null {
  const kind = kindOfFile(bytes)
  if (kind === 'pdf') return 'application/pdf'
  if (kind !== 'image') return null
  if (bytes[0] === 0x89) return 'image/png'
  if (bytes[0] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x47) return 'image/gif'
  return bytes[0] === 0x52 ? 'image/webp' : 'image/heic'
}

const nameOf = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '')
    .trim()
    .slice(0, 200) || 'paper'

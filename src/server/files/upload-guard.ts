import { kindOfFile, type FileKind } from './file-kind.ts'
import { FileProblem, type FileProblemCode } from './file-problems.ts'
import { openZip, proveSizes, zipLimits, type ZipArchive, type ZipLimits } from './zip-archive.ts'

/** The largest file that we take, in bytes. */
export const uploadLimit = 25_000_000

/** What an upload turned out to be; `archive` is there for everything that is a zip inside. */
export type UploadKind = 'xlsx' | 'xlsb' | 'docx' | 'open-document' | FileKind
export interface InspectedUpload {
  kind: UploadKind
  archive?: ZipArchive
}

/** How to inspect: the kinds that the caller can use, and other limits than the usual ones. */
export interface InspectOptions {
  accept: readonly UploadKind[]
  limit?: number
  zip?: ZipLimits
}

/**
 * Looks at an upload before any parser does: size, kind by content, and for archives the directory and the true unpacked
 * sizes. Throws FileProblem with a code that names what the file is instead, when it is not of an accepted kind.
 */
export async function inspectUpload(bytes: Uint8Array, options: InspectOptions): Promise<InspectedUpload> {
  const limit = options.limit ?? uploadLimit
  if (bytes.length === 0) throw new FileProblem('file-empty')
  if (bytes.length > limit) {
    throw new FileProblem('file-too-large', { megabytes: Math.ceil(bytes.length / 1e6), limit: limit / 1e6 })
  }
  const kind = kindOfFile(bytes)
  if (kind !== 'zip') return accepted({ kind }, options.accept)
  const archive = await openZip(bytes, options.zip ?? zipLimits)
  const upload = accepted({ kind: kindOfArchive(archive), archive }, options.accept)
  await proveSizes(archive)
  return upload
}

function accepted(upload: InspectedUpload, kinds: readonly UploadKind[]): InspectedUpload {
  if (kinds.includes(upload.kind)) return upload
  throw new FileProblem(refusals[upload.kind])
}

const refusals: Record<UploadKind, FileProblemCode> = {
  empty: 'file-empty',
  pdf: 'file-is-pdf',
  image: 'file-is-image',
  zip: 'file-is-zip',
  docx: 'file-is-word',
  xlsx: 'file-unreadable',
  xlsb: 'file-is-binary-excel',
  'open-document': 'file-is-open-document',
  'old-office': 'file-is-old-excel',
  'encrypted-office': 'file-encrypted',
  'web-page': 'file-is-web-page',
  text: 'file-unreadable',
  unknown: 'file-unreadable',
}

/** Office documents are told apart by the parts they hold (ECMA-376 part 2; OpenDocument 1.3 part 2, `mimetype`). */
function kindOfArchive(archive: ZipArchive): UploadKind {
  if (archive.has('xl/workbook.bin')) return 'xlsb'
  if (archive.names.some((name) => /^xl\/(?:workbook|worksheets\/[^/]+)\.xml$/.test(name))) return 'xlsx'
  if (archive.has('word/document.xml')) return 'docx'
  if (archive.has('mimetype') && archive.has('content.xml')) return 'open-document'
  return 'zip'
}

import { invalidField } from '#shared/problems.ts'
import type { Upload } from '../http/routes.ts'
import { kindOfFile } from './file-kind.ts'

/** A photo of a phone has 3 to 8 MB. */
const largest = 10_000_000

export interface Evidence {
  name: string
  contentType: string
  /** In bytes. */
  size: number
  bytes: Uint8Array
}

/** What an upload is, judged by its content. Throws `invalid` at `file` for anything but a picture or a PDF of a sensible size. */
export function evidenceIn({ bytes, fileName }: Upload): Evidence {
  if (bytes.length === 0) throw invalidField('file', 'file-empty', 'The file is empty.')
  if (bytes.length > largest)
    throw invalidField('file', 'file-too-large', 'The file is larger than 10 MB.', { limit: 10 })
  const contentType = typeOf(bytes)
  if (!contentType)
    throw invalidField('file', 'not-evidence', 'Bring a picture (JPEG, PNG, HEIC, WebP) or a PDF.')
  return { name: nameOf(fileName), contentType, size: bytes.length, bytes }
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
    .slice(0, 200) || 'file'

/** What a file is by its content; its name and declared type are never believed. */
export type FileKind =
  | 'empty'
  | 'pdf'
  | 'image'
  | 'zip'
  | 'old-office'
  | 'encrypted-office'
  | 'web-page'
  | 'text'
  | 'unknown'

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
]

/** ISO base media brands that are pictures of phones (HEIC, AVIF); the brand follows `ftyp` at byte 4. */
const imageBrands = ['heic', 'heix', 'mif1', 'avif']

/** How much of the file is looked at to tell text from bytes. */
const sampleSize = 65_536

/** Tells a file's kind from its bytes. A zip is only told from other files here; what it holds is the archive's matter. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const found = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (found?.[0] === 'old-office')
    return holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted-office' : 'old-office'
  if (found) return found[0]
  if (ascii(bytes, 4, 8) === 'ftyp') return imageBrands.includes(ascii(bytes, 8, 12)) ? 'image' : 'unknown'
  const sample = bytes.subarray(0, sampleSize)
  if (!looksLikeText(sample)) return 'unknown'
  return /^\s*<(?:!doctype html|html|head|body|table|meta)\b/i.test(beginning(sample)) ? 'web-page' : 'text'
}

/** Office keeps a password-protected .xlsx in the old container, in a stream of this name (MS-OFFCRYPTO 1.3.3). */
function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'))
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function beginning(bytes: Uint8Array): string {
  return ascii(bytes, 0, 512)
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
}

/**
 * Text has hardly any control characters. Null bytes count only when they are neither the other half of UTF-16 letters
 * (all on odd, or all on even places) nor a few strays.
 */
function looksLikeText(bytes: Uint8Array): boolean {
  let control = 0
  const nulls: [number, number] = [0, 0]
  bytes.forEach((byte, at) => {
    if (byte === 0) nulls[at % 2 ? 1 : 0] += 1
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control += 1
  })
  const strayNulls = Math.min(...nulls)
  return (control + strayNulls) / bytes.length < 0.05
}

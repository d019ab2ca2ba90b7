/** What a text file's bytes say, and how they were understood. */
export interface DecodedText {
  text: string
  encoding: string
  /** The bytes bore no mark and were not UTF-8: the encoding is our best guess. */
  guessed: boolean
  /** 1-based lines of a UTF-8 file that were not UTF-8 and were read as Windows-1252. */
  oddLines: number[]
}

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

/** How much of the file is looked at to tell UTF-16 without a mark. */
const sampleSize = 16_384

/**
 * Turns bytes into text: by byte order mark, else UTF-16 by its zero bytes, else UTF-8 if it is valid, else Windows-1252 (what
 * Excel on Windows writes as "CSV" in western Europe). `encoding` overrides the guess. No letter ever becomes a question mark.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  if (encoding) return plain(new TextDecoder(encoding).decode(bytes), encoding)
  const mark = marks.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (mark?.[0] === 'utf-8') return decodeUtf8(bytes.subarray(3))
  const wide = mark?.[0] ?? wideWithoutMark(bytes)
  if (wide) return plain(new TextDecoder(wide).decode(bytes), wide)
  return decodeUtf8(bytes)
}

const plain = (text: string, encoding: string): DecodedText => ({
  text,
  encoding,
  guessed: false,
  oddLines: [],
})

function decodeUtf8(bytes: Uint8Array): DecodedText {
  const whole = strictUtf8(bytes)
  return whole === null ? decodeByLine(bytes) : plain(whole, 'utf-8')
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * A file glued together from two programs holds lines of both encodings. Where some lines with accents are UTF-8, the file is,
 * and the others are the exception; where none are, the whole file is Windows-1252.
 */
function decodeByLine(bytes: Uint8Array): DecodedText {
  const latin = new TextDecoder('windows-1252')
  const parts: string[] = []
  const oddLines: number[] = []
  let accented = 0
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    const until = end === -1 ? bytes.length : end + 1
    const part = bytes.subarray(from, until)
    const text = strictUtf8(part)
    if (text === null) oddLines.push(line)
    else if (text.length < part.length) accented += 1
    parts.push(text ?? latin.decode(part))
    from = until
  }
  if (accented === 0)
    return { text: latin.decode(bytes), encoding: 'windows-1252', guessed: true, oddLines: [] }
  return { text: parts.join(''), encoding: 'utf-8', guessed: false, oddLines }
}

/** In UTF-16 every delimiter, digit and line end has a zero byte, always on the same side; a stray zero byte has no such habit. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null
  const sample = bytes.subarray(0, sampleSize)
  let high = 0
  let low = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) high += 1
    else low += 1
  })
  if (high + low < sample.length / 20) return null
  const wide = low > high * 20 ? 'utf-16le' : high > low * 20 ? 'utf-16be' : null
  return wide && lineEndsAreWide(sample, wide) && isValid(bytes, wide) ? wide : null
}

function lineEndsAreWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const other = encoding === 'utf-16le' ? 1 : -1
  let narrow = 0
  let wide = 0
  bytes.forEach((byte, at) => {
    if (byte !== 0x0a && byte !== 0x0d) return
    if (bytes[at + other] === 0) wide += 1
    else narrow += 1
  })
  return wide >= narrow * 10
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

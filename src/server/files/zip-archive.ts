import { Buffer } from 'node:buffer'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { FileProblem } from './file-problems.ts'

/** How much an archive may hold. Sizes in bytes. */
export interface ZipLimits {
  entries: number
  /** The most that one entry, and all entries together, may unpack to. */
  unpacked: number
  /** The most an entry may grow by unpacking; asked of entries larger than `ratioFrom` only, as small ones cannot harm. */
  ratio: number
  ratioFrom: number
}

export const zipLimits: ZipLimits = {
  entries: 2000,
  unpacked: 200_000_000,
  ratio: 100,
  ratioFrom: 10_000_000,
}

/** An archive whose directory has been checked; what is read from it never exceeds the sizes it declared. */
export interface ZipArchive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The unpacked size of an entry in bytes; 0 when there is none. */
  size(name: string): number
  /** Unpacks one entry, chunk by chunk. */
  chunks(name: string): AsyncIterable<Buffer>
  /** Unpacks one entry whole. */
  read(name: string): Promise<Buffer>
  /** The entry as it lies in the archive, still packed. */
  packed(name: string): Promise<{ bytes: Buffer; method: number; crc32: number; size: number }>
}

/**
 * Opens an archive after checking its directory: number of entries, sizes, ratio, encryption, unsafe or repeated names.
 * Throws FileProblem: `file-is-zip-bomb`, `file-encrypted` or `file-unreadable`.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): Promise<ZipArchive> {
  try {
    const zip = await fromBufferPromise(asBuffer(bytes), { validateEntrySizes: true })
    return archiveOf(zip, await checkedEntries(zip, limits))
  } catch (error) {
    throw asProblem(error)
  }
}

/** Unpacks everything once, keeping nothing: declared sizes can lie, and other readers of the same bytes believe them. */
export async function proveSizes(archive: ZipArchive): Promise<void> {
  for (const name of archive.names) {
    const chunks = archive.chunks(name)[Symbol.asyncIterator]()
    while (!(await chunks.next()).done);
  }
}

async function checkedEntries(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new FileProblem('file-is-zip-bomb', { entries: zip.entryCount })
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FileProblem('file-encrypted')
    // Two entries of one name are read differently by different programs.
    if (entries.has(entry.fileName) || !entry.canDecodeFileData()) throw new FileProblem('file-unreadable')
    entries.set(entry.fileName, entry)
    if (entries.size > limits.entries) throw new FileProblem('file-is-zip-bomb', { entries: entries.size })
    total += entry.uncompressedSize
    const grows = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (total > limits.unpacked || (entry.uncompressedSize > limits.ratioFrom && grows > limits.ratio))
      throw new FileProblem('file-is-zip-bomb', { megabytes: Math.round(total / 1e6) })
  }
  return entries
}

function archiveOf(zip: ZipFile, entries: Map<string, Entry>): ZipArchive {
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name)
    if (!entry) throw new FileProblem('file-unreadable', { missing: name })
    return entry
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    chunks: (name) => unpack(zip, entryOf(name)),
    read: (name) => whole(unpack(zip, entryOf(name))),
    packed: async (name) => {
      const entry = entryOf(name)
      const bytes = await whole(unpack(zip, entry, { decodeFileData: false }))
      return { bytes, method: entry.compressionMethod, crc32: entry.crc32, size: entry.uncompressedSize }
    },
  }
}

/** yauzl stops with an error as soon as more comes out than was declared, so the declared limits hold. */
async function* unpack(zip: ZipFile, entry: Entry, options = {}): AsyncGenerator<Buffer> {
  try {
    const stream = await zip.openReadStreamPromise(entry, options)
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('too many bytes')) {
      throw new FileProblem('file-is-zip-bomb', { entry: entry.fileName }, { cause: error })
    }
    throw asProblem(error)
  }
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/** The same bytes as a Buffer, without copying them. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const asProblem = (error: unknown): FileProblem =>
  error instanceof FileProblem ? error : new FileProblem('file-unreadable', {}, { cause: error })

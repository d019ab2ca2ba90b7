import { Buffer } from 'node:buffer'
import type { ZipArchive } from '#server/files/zip-archive.ts'

const isXml = /\.(?:xml|rels)$/
/** Other sheets and what hangs on them; strings and styles can lie anywhere else. */
const notNeeded =
  /^xl\/(?:worksheets|chartsheets|charts|comments|drawings|externalLinks|media|pivotCache|pivotTables|tables|theme)\//

/**
 * A new archive with only what is needed to read one sheet, its parts still packed as they were. The parser then loads no other
 * sheet, no picture and no macro, and sees exactly the parts that the guard has seen.
 */
export async function singleSheet(archive: ZipArchive, sheetPath: string): Promise<Buffer> {
  const wanted = archive.names.filter(
    (name) => name === sheetPath || (isXml.test(name) && !notNeeded.test(name)),
  )
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const name of wanted) {
    const entry = await archive.packed(name)
    const path = Buffer.from(name)
    const common = commonFields(entry, path.length)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path])
    parts.push(local, entry.bytes)
    directory.push(directoryEntry(common, path, offset))
    offset += local.length + entry.bytes.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...parts, index, endOfDirectory(wanted.length, index.length, offset)])
}

/** The fields that stand alike in a local header and in the directory (APPNOTE 4.3.7, 4.3.12). */
function commonFields(
  entry: { bytes: Buffer; method: number; crc32: number; size: number },
  nameLength: number,
): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2) // names in UTF-8
  fields.writeUInt16LE(entry.method, 4)
  fields.writeUInt32LE(entry.crc32, 10)
  fields.writeUInt32LE(entry.bytes.length, 14)
  fields.writeUInt32LE(entry.size, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

function directoryEntry(common: Buffer, path: Buffer, offset: number): Buffer {
  const head = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([head, common, tail, path])
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

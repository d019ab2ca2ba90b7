import type { Insertable } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { File } from '#server/database/schema.ts'

export interface StoredFile {
  id: string
  name: string
  contentType: string
  size: number
}

/** Keeps a file with its bytes. */
export async function insertFile(
  db: Db,
  file: Insertable<File> & { id: string },
  bytes: Uint8Array,
): Promise<StoredFile> {
  await db.insertInto('file').values(file).execute()
  await db
    .insertInto('file_content')
    .values({ file_id: file.id, bytes: Buffer.from(bytes) })
    .execute()
  return { id: file.id, name: file.name, contentType: file.content_type, size: file.size }
}

/** A file with its bytes; row-level security keeps it from those who may not see it. */
export const readFile = (db: Db, id: string) =>
  db
    .selectFrom('file as f')
    .innerJoin('file_content as c', 'c.file_id', 'f.id')
    .selectAll('f')
    .select('c.bytes')
    .where('f.id', '=', id)
    .executeTakeFirst()

/** The files of an organisation among these ids, by id. */
export async function filesNamed(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('file')
    .select(['id', 'name', 'content_type', 'size'])
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, name: row.name, contentType: row.content_type, size: row.size },
    ]),
  )
}

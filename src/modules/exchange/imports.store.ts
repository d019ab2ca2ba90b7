import { sql, type Selectable, type Updateable } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { Import } from '#server/database/schema.ts'
import type { ColumnGuess } from './reading/column-guess.rules.ts'
import type { TableRead } from './reading/table-read.rules.ts'
import type { ColumnStyles, Mapping } from './rows/column-styles.rules.ts'

/** What is kept of a file beside its rows. */
export type ImportSource = Omit<TableRead, 'rows'> & {
  /** Brought as text from the clipboard. */
  pasted: boolean
  guess: ColumnGuess[]
  /** The mapping was used before for a file with these columns. */
  remembered: boolean
  styles: ColumnStyles | null
}

/** The choices that go with a mapping. */
export interface ImportOptions {
  /** A key of activity-types.rules.ts, or `by-length`. */
  activity: string
  projectId: string | null
  /** Rows of a file without names make persons called by their row. */
  nameless: boolean
  /** Rows without a flow go into flows by country and month. */
  flows: boolean
  /** Overrides what the dates of the file seem to say. */
  dateOrder: 'day-first' | 'month-first' | null
}

export const usualOptions: ImportOptions = {
  activity: 'by-length',
  projectId: null,
  nameless: false,
  flows: true,
  dateOrder: null,
}

type Kept = 'source' | 'mapping' | 'options' | 'state' | 'failure'
export type ImportRecord = Omit<Selectable<Import>, Kept> & {
  source: ImportSource
  mapping: Mapping
  options: ImportOptions
  state: ImportState
  failure: { code: string } | null
}
export type ImportState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'imported'
  | 'failed'
  | 'cancelled'

/** Writes a new import down; answers its id. */
export async function insertImport(
  db: Db,
  values: {
    organisationId: string
    userId: string
    fileName: string
    bytes: Uint8Array
    hash: string
    source: ImportSource
    mapping: Mapping
    options: ImportOptions
    total: number
    at: Date
  },
): Promise<string> {
  const { id } = await db
    .insertInto('import')
    .values({
      organisation_id: values.organisationId,
      user_id: values.userId,
      file_name: values.fileName,
      file_bytes: values.bytes.length,
      file_hash: values.hash,
      source: JSON.stringify(values.source),
      mapping: JSON.stringify(values.mapping),
      options: JSON.stringify(values.options),
      total: values.total,
      created_at: values.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('import_file')
    .values({ import_id: id, bytes: Buffer.from(values.bytes) })
    .execute()
  return id
}

/** One import of the organisation; `lock` makes others wait who would change it too. */
export async function findImport(
  db: Db,
  organisationId: string,
  id: string,
  lock = false,
): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  return row as ImportRecord | undefined
}

/** For a job, which knows only the id. */
export const importOfJob = async (db: Db, id: string): Promise<ImportRecord | undefined> =>
  (await db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst()) as
    | ImportRecord
    | undefined

/** One page of imports, the newest first. */
export async function listImports(
  db: Db,
  organisationId: string,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = placeIn(page.cursor, 'moment', 'id')
  const rows = await db
    .selectFrom('import as i')
    .leftJoin('identity.user as u', 'u.id', 'i.user_id')
    .select([
      'i.id',
      'i.file_name',
      'i.state',
      'i.total',
      'i.ready',
      'i.to_check',
      'i.refused',
      'i.already_there',
    ])
    .select(['i.imported', 'i.created_at', 'i.finished_at', 'u.name as by'])
    .where('i.organisation_id', '=', organisationId)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(i.created_at, i.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (last) => [last.created_at.toISOString(), last.id])
}

/** Changes an import; JSON columns are given as values. */
export async function updateImport(
  db: Db,
  id: string,
  values: Partial<{
    state: ImportState
    source: ImportSource
    mapping: Mapping
    options: ImportOptions
    failure: { code: string } | null
  }> &
    Pick<Updateable<Import>, 'total' | 'checked' | 'finished_at'>,
): Promise<void> {
  const { source, mapping, options, failure, ...plain } = values
  const json = { source, mapping, options, failure }
  await db
    .updateTable('import')
    .set({
      ...plain,
      ...Object.fromEntries(
        Object.entries(json)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => [key, value === null ? null : JSON.stringify(value)]),
      ),
    })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The file as it was brought. */
export async function fileOf(db: Db, id: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('import_file')
    .select('bytes')
    .where('import_id', '=', id)
    .executeTakeFirst()
  return row?.bytes
}

export const deleteImport = (db: Db, id: string) => db.deleteFrom('import').where('id', '=', id).execute()

/** How far a running import is, for whoever looks on. */
export const setChecked = (db: Db, id: string, checked: number) =>
  db.updateTable('import').set({ checked }).where('id', '=', id).execute()

/** The mapping that the organisation used last for a file with these columns. */
export async function rememberedMapping(
  db: Db,
  organisationId: string,
  headerHash: string,
): Promise<{ mapping: Mapping; options: ImportOptions } | undefined> {
  const row = await db
    .selectFrom('import_mapping')
    .select(['mapping', 'options'])
    .where('organisation_id', '=', organisationId)
    .where('header_hash', '=', headerHash)
    .executeTakeFirst()
  return row as { mapping: Mapping; options: ImportOptions } | undefined
}

export async function rememberMapping(
  db: Db,
  values: { organisationId: string; headerHash: string; mapping: Mapping; options: ImportOptions; at: Date },
): Promise<void> {
  const kept = {
    mapping: JSON.stringify(values.mapping),
    options: JSON.stringify(values.options),
    used_at: values.at,
  }
  await db
    .insertInto('import_mapping')
    .values({ organisation_id: values.organisationId, header_hash: values.headerHash, ...kept })
    .onConflict((c) => c.columns(['organisation_id', 'header_hash']).doUpdateSet(kept))
    .execute()
}

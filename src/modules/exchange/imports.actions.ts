import { createHash } from 'node:crypto'
import { invalidField, notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { FileProblem } from '#server/files/file-problems.ts'
import { activityType } from '#modules/mobilities/activity-types.rules.ts'
import { problemCounts, replaceRows } from './import-rows.store.ts'
import * as store from './imports.store.ts'
import { ownProject } from './known-mobilities.store.ts'
import { guessColumns } from './reading/column-guess.rules.ts'
import { readTable } from './reading/read-file.ts'
import type { ReadOptions, TableRead } from './reading/table-read.rules.ts'
import type { Mapping } from './rows/column-styles.rules.ts'
import { fingerprintsOf, headerHash } from './rows/fingerprint.ts'
import { missingFor } from './shown-import.rules.ts'
import { shownImport, shownItem } from './shown-import.ts'

/** Brings a file, or the text of pasted cells: read, stored, its columns guessed; checked at once where nothing is missing. */
export async function uploadImport(
  context: Context,
  file: { fileName: string; bytes: Uint8Array; pasted: boolean },
) {
  const { organisationId, userId } = memberOf(context.actor)
  const table = await tableOf(file.bytes, file.pasted ? { encoding: 'utf-8' } : {})
  const proposed = await proposalFor(context, table)
  const id = await store.insertImport(context.db, {
    organisationId,
    userId,
    fileName: file.pasted ? '' : file.fileName.slice(0, 200),
    bytes: file.bytes,
    hash: createHash('sha256').update(file.bytes).digest('hex'),
    source: sourceOf(table, file.pasted, proposed.remembered),
    mapping: proposed.mapping,
    options: proposed.options,
    total: table.rows.length,
    at: context.now,
  })
  await storeRows(context, id, table)
  await checkIfComplete(context, id)
  return readImport(context, id)
}

/** Reads the stored file again in another way; what was typed over its cells is gone. */
export async function readImportAgain(context: Context, id: string, asked: ReadOptions) {
  const record = await lockedImport(context, id)
  refuseWhile(record, ['checking', 'importing'])
  if (record.imported > 0) throw notPossible('exchange:whyNot.has-imported')
  const bytes = await store.fileOf(context.db, id)
  if (!bytes) throw notFound()
  const { sheet, headerRow, encoding, delimiter } = record.source
  // Another sheet has another header; what was chosen before stays otherwise.
  const before: ReadOptions = asked.sheet === undefined ? { sheet, headerRow } : {}
  const kept: ReadOptions = { ...before, ...(encoding && { encoding }), ...(delimiter && { delimiter }) }
  if (asked.delimiter !== undefined || asked.encoding !== undefined) delete kept.headerRow
  const table = await tableOf(bytes, { ...kept, ...asked })
  const proposed = await proposalFor(context, table)
  await store.updateImport(context.db, id, {
    source: sourceOf(table, record.source.pasted, proposed.remembered),
    mapping: proposed.mapping,
    options: proposed.options,
    total: table.rows.length,
    state: 'uploaded',
    checked: 0,
    failure: null,
  })
  await storeRows(context, id, table)
  await checkIfComplete(context, id)
  return readImport(context, id)
}

/** Says which column is what, remembers it for the next file of this shape and starts the dry run. */
export async function setColumns(
  context: Context,
  id: string,
  asked: { mapping: Mapping; options: Partial<store.ImportOptions> },
) {
  const { organisationId } = memberOf(context.actor)
  const record = await lockedImport(context, id)
  refuseWhile(record, ['importing'])
  const options = { ...record.options, ...asked.options }
  await refuseMistakes(context, record, asked.mapping, options)
  await store.updateImport(context.db, id, { mapping: asked.mapping, options })
  const hash = headerHash(record.source.columns)
  await store.rememberMapping(context.db, {
    organisationId,
    headerHash: hash,
    mapping: asked.mapping,
    options,
    at: context.now,
  })
  await startCheck(context, id)
  return readImport(context, id)
}

export async function readImport(context: Context, id: string) {
  const record = await store.findImport(context.db, memberOf(context.actor).organisationId, id)
  if (!record) throw notFound()
  // While a job runs, the remarks are those of before and nobody sees them; progress is asked often.
  const running = record.state === 'checking' || record.state === 'importing'
  return shownImport(record, running ? [] : await problemCounts(context.db, id))
}

export async function listImports(context: Context, page: { limit: number; cursor?: string | undefined }) {
  const { items, next } = await store.listImports(context.db, memberOf(context.actor).organisationId, page)
  return { items: items.map(shownItem), next }
}

/** Gives an import up: file and rows are forgotten. */
export async function removeImport(context: Context, id: string): Promise<void> {
  const record = await lockedImport(context, id)
  refuseWhile(record, ['importing'])
  if (record.imported > 0) throw notPossible('exchange:whyNot.has-imported')
  await store.deleteImport(context.db, id)
}

/** An import of the asker's organisation, locked until the transaction ends. */
export async function lockedImport(context: Context, id: string): Promise<store.ImportRecord> {
  const record = await store.findImport(context.db, memberOf(context.actor).organisationId, id, true)
  if (!record) throw notFound()
  return record
}

export function refuseWhile(record: store.ImportRecord, states: readonly store.ImportState[]): void {
  if (states.includes(record.state)) throw notPossible('exchange:whyNot.running')
}

async function tableOf(bytes: Uint8Array, options: ReadOptions): Promise<TableRead> {
  try {
    return await readTable(bytes, options)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    throw invalidField(
      'file',
      `exchange:file.${error.code}`,
      `The file cannot be taken: ${error.code}.`,
      error.values,
    )
  }
}

const sourceOf = (
  { rows: _, ...table }: TableRead,
  pasted: boolean,
  remembered: boolean,
): store.ImportSource => ({
  ...table,
  pasted,
  guess: guessColumns(table.columns),
  remembered,
  styles: null,
})

async function proposalFor({ db, actor }: Context, table: TableRead) {
  const known = await store.rememberedMapping(db, memberOf(actor).organisationId, headerHash(table.columns))
  if (known) return { ...known, options: { ...store.usualOptions, ...known.options }, remembered: true }
  const mapping: Mapping = {}
  for (const { field, column } of guessColumns(table.columns)) if (field) mapping[field] = column
  return { mapping, options: store.usualOptions, remembered: false }
}

async function storeRows({ db }: Context, id: string, { columns, rows }: TableRead): Promise<void> {
  const prints = fingerprintsOf(columns, rows)
  await replaceRows(
    db,
    id,
    rows.map((row, at) => ({ ...row, ...(prints[at] ?? { fingerprint: String(row.number), twinOf: null }) })),
  )
}

async function checkIfComplete(context: Context, id: string): Promise<void> {
  const record = await lockedImport(context, id)
  if (missingFor(record.mapping, record.options.nameless).length === 0) await startCheck(context, id)
}

async function startCheck(context: Context, id: string): Promise<void> {
  await store.updateImport(context.db, id, { state: 'checking', checked: 0, failure: null })
  const { version } = await lockedImport(context, id)
  await context.enqueue('import.check', { importId: id, version })
}

async function refuseMistakes(
  { db, actor }: Context,
  record: store.ImportRecord,
  mapping: Mapping,
  options: store.ImportOptions,
): Promise<void> {
  const columns = record.source.columns.length
  for (const [field, column] of Object.entries(mapping))
    if (column >= columns)
      throw invalidField(`mapping.${field}`, 'exchange:field.no-column', 'There is no such column.')
  const [missing] = missingFor(mapping, options.nameless)
  if (missing)
    throw invalidField(`mapping.${missing}`, 'exchange:field.column-needed', 'No column is given for this.')
  if (options.activity !== 'by-length' && !activityType(options.activity))
    throw invalidField('options.activity', 'exchange:field.no-activity', 'There is no such activity type.')
  if (options.projectId && !(await ownProject(db, memberOf(actor).organisationId, options.projectId)))
    throw invalidField('options.projectId', 'exchange:field.no-project', 'There is no such project.')
}

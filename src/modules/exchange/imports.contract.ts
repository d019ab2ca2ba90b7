import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { importFieldKeys } from './reading/import-fields.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const oneImport = organisation.extend({ import: z.uuid() })
const count = z.number().int()
const fieldKey = z.enum(importFieldKeys)
const values = z.record(z.string(), z.union([z.string(), z.number()]))

const mapping = z
  .partialRecord(fieldKey, z.number().int().min(0).max(299))
  .describe('Which column, by its `index`, holds a field')
const options = z.object({
  activity: z
    .string()
    .max(40)
    .describe('The activity type of rows that name none; `by-length` tells short from long stays'),
  projectId: z.uuid().nullable().describe('The project of rows that name none'),
  nameless: z.boolean().describe('Rows of a file without names make persons called by their row'),
  flows: z.boolean().describe('Rows without a flow go into flows by country and month'),
  dateOrder: z.enum(['day-first', 'month-first']).nullable().describe('Overrides what the dates seem to say'),
})

const counts = {
  total: count,
  ready: count,
  toCheck: count,
  refused: count,
  alreadyThere: count,
  imported: count,
}
const state = z.enum(['uploaded', 'checking', 'checked', 'importing', 'imported', 'failed', 'cancelled'])

const importItem = z.object({
  id: z.string(),
  fileName: z.string().describe('Empty for text that was pasted'),
  state,
  ...counts,
  by: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})

const note = z.object({
  code: z.string(),
  row: count.optional(),
  column: count.optional(),
  values: values.optional(),
})

const importRecord = importItem.omit({ by: true }).extend({
  version: count,
  checked: count.describe('Rows done of a check or an import that runs'),
  failure: z.object({ code: z.string() }).nullable(),
  sheets: z.array(z.object({ name: z.string(), rows: count })),
  sheet: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  headerRow: count,
  columns: z.array(
    z.object({
      index: count,
      column: count,
      name: z.string(),
      samples: z.array(z.string()),
      filled: count,
      distinct: count,
    }),
  ),
  guess: z.array(
    z.object({
      column: count,
      field: fieldKey.nullable(),
      confidence: z.number(),
      reason: z.enum(['name', 'name-part', 'content']).nullable(),
    }),
  ),
  remembered: z.boolean().describe('The mapping was used before for a file with these columns'),
  notes: z.array(note),
  mapping,
  options,
  missing: z
    .array(fieldKey)
    .describe('Fields that no column covers and without which no row can be brought in'),
  derived: z.array(z.enum(['departure-first-of-month', 'return-from-length', 'departure-from-length'])),
  dates: z.array(
    z.object({
      field: fieldKey,
      order: z.enum(['day-first', 'month-first']),
      certainty: z.enum(['proven', 'usual', 'ambiguous', 'mixed']),
      ambiguous: count,
    }),
  ),
  problems: z.array(z.object({ code: z.string(), level: z.enum(['error', 'warning', 'note']), count })),
})

const decisions = z.object({
  accepted: z
    .array(z.string().max(60))
    .max(30)
    .optional()
    .describe('Codes of warnings that are right as they are'),
  person: z
    .union([z.uuid(), z.literal('new')])
    .optional()
    .describe('The file that is this person, or `new`'),
  skip: z.boolean().optional().describe('Leaves the row out'),
})
const rowState = z.enum(['waiting', 'ready', 'to-check', 'refused', 'already-there', 'skipped', 'imported'])

const importRow = z.object({
  number: count.describe('The row in the file, as a spreadsheet shows it'),
  state: rowState,
  cells: z.array(z.string()),
  corrections: z.partialRecord(fieldKey, z.string()),
  decisions,
  problems: z.array(
    z.object({
      field: fieldKey.nullable(),
      code: z.string(),
      level: z.enum(['error', 'warning', 'note']),
      values: values.optional(),
      candidates: z
        .array(
          z.object({ id: z.string(), name: z.string(), birthDate: z.string().nullable(), by: z.string() }),
        )
        .optional(),
    }),
  ),
  read: z
    .object({
      name: z.string(),
      departure: z.string().nullable(),
      return: z.string().nullable(),
      derived: z.array(z.string()),
      country: z.string().nullable(),
      town: z.string().nullable(),
      hosting: z.string().nullable(),
      company: z.string().nullable(),
      activityType: z.string(),
      status: z.string(),
      grant: z.number().nullable(),
    })
    .describe('What the row is understood as'),
  mobilityId: z.string().nullable(),
})

const use = { permission: 'imports.use' } as const
const path = '/organisations/:organisation/imports' as const

export const importsContract = endpoints({
  list: {
    method: 'GET',
    path,
    summary: 'The imports of the organisation, the newest first',
    tag: 'imports',
    audience: use,
    params: organisation,
    query: pageQuery,
    answer: pageOf(importItem),
  },
  upload: {
    method: 'POST',
    path,
    summary:
      'Brings a CSV, TSV, text or XLSX file (or pasted cells with the form field `pasted`) and proposes what its columns are',
    tag: 'imports',
    audience: use,
    params: organisation,
    carries: 'upload',
    answer: importRecord,
    status: 201,
  },
  read: {
    method: 'GET',
    path: `${path}/:import`,
    summary:
      'One import: what was read, its columns, how many rows are ready, to check or refused, and how far it is',
    tag: 'imports',
    audience: use,
    params: oneImport,
    answer: importRecord,
  },
  readAgain: {
    method: 'PUT',
    path: `${path}/:import/source`,
    summary:
      'Reads the file again with another sheet, header row, delimiter or encoding; corrections of its rows are lost',
    tag: 'imports',
    audience: use,
    params: oneImport,
    body: z.object({
      sheet: z.string().max(200).optional(),
      headerRow: z
        .number()
        .int()
        .min(0)
        .max(1_048_576)
        .optional()
        .describe('0 for a table without names of columns'),
      delimiter: z.enum([',', ';', '\t', '|']).optional(),
      encoding: z
        .enum(['utf-8', 'windows-1252', 'iso-8859-2', 'windows-1250', 'utf-16le', 'utf-16be'])
        .optional(),
    }),
    answer: importRecord,
  },
  setColumns: {
    method: 'PUT',
    path: `${path}/:import/columns`,
    summary: 'Says which column is what and starts the dry run, which is the real import taken back',
    tag: 'imports',
    audience: use,
    params: oneImport,
    body: z.object({ mapping, options: options.partial() }),
    answer: importRecord,
    status: 202,
  },
  rows: {
    method: 'GET',
    path: `${path}/:import/rows`,
    summary:
      'The rows with what they are understood as, errors and warnings; those that need somebody come first',
    tag: 'imports',
    audience: use,
    params: oneImport,
    query: pageQuery.extend({
      state: z
        .enum(['all', 'refused', 'to-check', 'ready', 'already-there', 'skipped', 'imported'])
        .default('all'),
      problem: z.string().max(60).optional().describe('Only rows with this remark'),
    }),
    answer: pageOf(importRow),
  },
  mend: {
    method: 'PATCH',
    path: `${path}/:import/rows/:row`,
    summary: 'Types something over cells of a row or decides about it, and checks the row again',
    tag: 'imports',
    audience: use,
    params: oneImport.extend({ row: z.coerce.number().int().min(1).max(2_000_000) }),
    body: z.object({
      corrections: z
        .partialRecord(fieldKey, z.string().max(5000).nullable())
        .optional()
        .describe('New texts by field; null gives the cell of the file back'),
      decisions: decisions.optional(),
    }),
    answer: z.object({ row: importRow, counts: z.object(counts) }),
  },
  accept: {
    method: 'POST',
    path: `${path}/:import/accept`,
    summary: 'Says yes to one kind of warning in all rows that wait for it',
    tag: 'imports',
    audience: use,
    params: oneImport,
    body: z.object({ code: z.string().max(60) }),
    answer: importRecord,
  },
  start: {
    method: 'POST',
    path: `${path}/:import/start`,
    summary: 'Brings the rows in that are ready: all of them or, should anything go wrong, none',
    tag: 'imports',
    audience: use,
    params: oneImport,
    answer: importRecord,
    status: 202,
  },
  left: {
    method: 'GET',
    path: `${path}/:import/left`,
    summary:
      'The rows that were not brought in, as a CSV file with the reasons, to be mended and brought again',
    tag: 'imports',
    audience: use,
    params: oneImport,
    carries: 'bytes',
  },
  remove: {
    method: 'DELETE',
    path: `${path}/:import`,
    summary: 'Gives an import up and forgets its file; one that has brought rows in stays',
    tag: 'imports',
    audience: use,
    params: oneImport,
  },
})

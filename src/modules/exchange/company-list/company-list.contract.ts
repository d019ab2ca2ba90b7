import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { listFields } from './list-fields.rules.ts'

const organisation = z.object({ organisation: z.uuid() })
const editing = { permission: 'partners.manage' } as const
const tag = 'companies'
const count = z.number().int()
const field = z.enum(listFields)
const row = z.object({
  number: count.describe('Row in the file, as a spreadsheet shows it'),
  cells: z.array(z.string().max(40_000)).max(300),
})
/** Rows of one list: it stays with the caller until it is brought in. */
export const mostRows = 2000
const list = z.object({
  columns: z.array(field.nullable()).min(1).max(300).describe('What each column means; null: it is left out'),
  rows: z.array(row).min(1).max(mostRows),
})

export const companyListContract = endpoints({
  readFile: {
    method: 'POST',
    path: '/organisations/:organisation/company-list-file',
    summary: 'Reads a spreadsheet or pasted cells with companies and positions; nothing is kept',
    tag,
    audience: editing,
    params: organisation,
    carries: 'upload',
    answer: z.object({
      columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()), guess: field.nullable() })),
      rows: z.array(row),
    }),
  },
  check: {
    method: 'POST',
    path: '/organisations/:organisation/company-list-check',
    summary: 'What bringing a list in would do, row by row; changes nothing',
    tag,
    audience: editing,
    params: organisation,
    body: list,
    answer: z.object({
      rows: z.array(
        z.object({
          number: count,
          company: z.enum(['new', 'known']),
          position: z.enum(['new', 'known']).nullable(),
          problems: z.array(z.object({ field, code: z.string() })),
        }),
      ),
    }),
  },
  bringIn: {
    method: 'POST',
    path: '/organisations/:organisation/company-list',
    summary:
      'Brings a list of companies and positions in, all of it or nothing; what is there already is not doubled',
    tag,
    audience: editing,
    params: organisation,
    body: list,
    answer: z.object({
      companies: count.describe('New ones'),
      known: count,
      positions: count.describe('New ones'),
      same: count.describe('Positions that were there already'),
    }),
    status: 201,
  },
})

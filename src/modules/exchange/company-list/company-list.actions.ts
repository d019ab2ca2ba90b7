import type { z } from 'zod'
import { invalidField } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { FileProblem } from '#server/files/file-problems.ts'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { findOrCreatePartners } from '#modules/organisations/find-or-create-partners.actions.ts'
import { knownPartners, plainTexts } from '#modules/organisations/known-partners.store.ts'
import { matchPartners } from '#modules/organisations/match-partners.rules.ts'
import { readTable } from '../reading/read-file.ts'
import { mostRows, type companyListContract } from './company-list.contract.ts'
import { fillCards, knownPositions } from './company-list.store.ts'
import { guessListColumns } from './list-fields.rules.ts'
import { positionKey, readList, type ListedCompany, type ReadRow } from './read-list.rules.ts'

type Contract = typeof companyListContract
type List = z.output<Contract['check']['body']>

/** Reads a file into columns and rows, with a guess of what each column means; nothing is kept. */
export async function readListFile(
  bytes: Uint8Array,
  pasted: boolean,
): Promise<z.input<Contract['readFile']['answer']>> {
  const table = await tableOf(bytes, pasted)
  if (table.rows.length > mostRows)
    throw invalidField('file', 'company-list:too-many-rows', 'The list is too long.', { most: mostRows })
  const guesses = guessListColumns(table.columns)
  return {
    columns: table.columns.map(({ name, samples }, at) => ({ name, samples, guess: guesses[at] ?? null })),
    rows: table.rows,
  }
}

async function tableOf(bytes: Uint8Array, pasted: boolean) {
  try {
    return await readTable(bytes, pasted ? { encoding: 'utf-8' } : {})
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    const words = `The file cannot be taken: ${error.code}.`
    throw invalidField('file', `exchange:file.${error.code}`, words, error.values)
  }
}

/** What bringing the list in would do, row by row. */
export async function checkList(context: Context, list: List): Promise<z.input<Contract['check']['answer']>> {
  const rows = readRows(context, list)
  const { organisationId } = memberOf(context.actor)
  const plain = await plainTexts(
    context.db,
    rows.flatMap(({ company }) => [company.name, company.town ?? '']),
  )
  const places = matchPartners(
    rows.map(({ company }, i) => ({
      plainName: plain[2 * i] ?? '',
      plainTown: plain[2 * i + 1] || null,
      country: company.country,
      oid: null,
      erasmusCode: null,
    })),
    await knownPartners(context.db, organisationId),
  )
  const known = places.flatMap((place) => ('known' in place ? [place.known] : []))
  const there = await knownPositions(context.db, organisationId, known)
  return {
    rows: rows.map(({ number, position, problems }, i) => {
      const place = places[i]
      const id = place && 'known' in place ? place.known : `fresh ${place?.fresh}`
      const key = position && positionKey(id, position)
      const double = key !== null && there.has(key)
      if (key !== null) there.add(key)
      return {
        number,
        company: place && 'known' in place ? 'known' : 'new',
        position: key === null ? null : double ? 'known' : 'new',
        problems,
      }
    }),
  }
}

/** Brings the list in, in one transaction; a list with a mistake is refused as a whole, with its rows. */
export async function bringListIn(
  context: Context,
  list: List,
): Promise<z.input<Contract['bringIn']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const rows = readRows(context, list)
  const wrong = rows.find(({ problems }) => problems.length > 0)
  if (wrong)
    throw invalidField('rows', 'company-list:row-wrong', `Row ${wrong.number} has a mistake.`, {
      row: wrong.number,
    })
  const partners = await findOrCreatePartners(
    context,
    rows.map(({ company }) => ({ ...company, kind: 'company' as const })),
  )
  const companies = new Map<string, ListedCompany & { id: string }>()
  for (const [i, { company }] of rows.entries()) {
    const id = partners[i]?.id ?? ''
    companies.set(id, joined(companies.get(id), { ...company, id }))
  }
  await fillCards(context.db, organisationId, [...companies.values()], context.now)
  const there = await knownPositions(context.db, organisationId, [...companies.keys()])
  const fresh = rows.flatMap(({ company, position }, i) => {
    const companyId = partners[i]?.id ?? ''
    if (!position || there.has(positionKey(companyId, position))) return []
    there.add(positionKey(companyId, position))
    return [{ ...positionInput.parse({ ...position, field: company.field }), companyId }]
  })
  await insertPositions(context.db, organisationId, fresh)
  const made = new Set(partners.filter(({ created }) => created).map(({ id }) => id)).size
  await recordEvent(context, {
    type: 'company.list-brought-in',
    subject: { kind: 'organisation', id: organisationId },
    data: { companies: companies.size, positions: fresh.length },
    audience: 'organisation',
  })
  return {
    companies: made,
    known: companies.size - made,
    positions: fresh.length,
    same: rows.filter(({ position }) => position !== null).length - fresh.length,
  }
}

const readRows = (context: Context, { columns, rows }: List): ReadRow[] => {
  const twice = columns.find((field, at) => field !== null && columns.indexOf(field) !== at)
  if (twice) throw invalidField('columns', 'company-list:column-twice', 'Two columns mean the same.')
  return readList(columns, rows, todayOf(context))
}

/** What several rows tell of one company, put together; the first word counts. */
function joined<T extends object>(first: T | undefined, more: T): T {
  if (!first) return more
  const told = Object.entries(first).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return { ...more, ...Object.fromEntries(told) }
}

import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Db } from '#server/database/database.ts'
import type { RawRow } from './rows/cell-reader.ts'
import type { Decisions, RowProblem, RowState } from './rows/row-problem.rules.ts'

/** A row of a file as it is stored. */
export interface StoredRow extends RawRow {
  cells: string[]
  decisions: Decisions
  fingerprint: string
  twinOf: number | null
  state: RowState
  problems: RowProblem[]
  mobilityId: string | null
}

/** What became of a row. */
export interface RowAnswer {
  number: number
  state: RowState
  problems: RowProblem[]
  mobilityId: string | null
}

const portion = 2000

/** Writes the rows of a file down, in place of those that were there. */
export async function replaceRows(
  db: Db,
  importId: string,
  rows: readonly { number: number; cells: readonly string[]; fingerprint: string; twinOf: number | null }[],
): Promise<void> {
  await db.deleteFrom('import_row').where('import_id', '=', importId).execute()
  for (let from = 0; from < rows.length; from += portion) {
    const some = rows
      .slice(from, from + portion)
      .map((row) => ({ ...row, cells: row.cells.map((cell) => cell.toWellFormed()) }))
    await sql`
      insert into import_row (import_id, number, cells, fingerprint, twin_of)
      select ${importId}::uuid, n.number, array(select jsonb_array_elements_text(n.cells)), n.fingerprint, n."twinOf"
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as n (number integer, cells jsonb, fingerprint text, "twinOf" integer)`.execute(
      db,
    )
  }
}

const selectRows = (db: Db, importId: string) =>
  db
    .selectFrom('import_row')
    .select(['number', 'cells', 'corrections', 'decisions', 'fingerprint', 'twin_of as twinOf'])
    .select(['state', 'problems', 'mobility_id as mobilityId'])
    .where('import_id', '=', importId)

/** The rows that are not brought in yet, in the order of the file; only `numbers` where they are told. */
export async function openRows(db: Db, importId: string, numbers?: readonly number[]): Promise<StoredRow[]> {
  const rows = await selectRows(db, importId)
    .where('state', '<>', 'imported')
    .$if(numbers !== undefined, (q) => q.where('number', 'in', [...(numbers ?? [])]))
    .orderBy('number')
    .execute()
  return rows as unknown as StoredRow[]
}

/** One row, locked for a change. */
export async function lockRow(db: Db, importId: string, number: number): Promise<StoredRow | undefined> {
  const row = await selectRows(db, importId).where('number', '=', number).forUpdate().executeTakeFirst()
  return row as unknown as StoredRow | undefined
}

/** What a list of rows is narrowed to. `open` is whatever is not brought in and not there already. */
export type RowFilter = 'all' | 'refused' | 'to-check' | 'ready' | 'already-there' | 'skipped' | 'imported'

// Errors first: what needs a person stands above what does not.
const rank = sql<number>`array_position(array['refused', 'to-check', 'waiting', 'ready', 'skipped', 'already-there', 'imported'], state)`

/** One page of rows, those that need somebody first, then in the order of the file. */
export async function listRows(
  db: Db,
  importId: string,
  filter: { state: RowFilter; problem?: string | undefined },
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: StoredRow[]; next: string | null }> {
  const after = placeIn(page.cursor, 'whole', 'whole')
  const rows = (await selectRows(db, importId)
    .select(rank.as('rank'))
    .$if(filter.state !== 'all', (q) => q.where('state', '=', filter.state))
    .$if(filter.problem !== undefined, (q) =>
      q.where(sql<boolean>`problems @> ${JSON.stringify([{ code: filter.problem }])}::jsonb`),
    )
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(${rank}, number) > (${after?.[0]}::integer, ${after?.[1]}::integer)`),
    )
    .orderBy(rank)
    .orderBy('number')
    .limit(page.limit + 1)
    .execute()) as unknown as (StoredRow & { rank: number })[]
  return cutPage(rows, page.limit, (last) => [last.rank, last.number])
}

/** How many rows have which remark, the heaviest and commonest first. */
export async function problemCounts(
  db: Db,
  importId: string,
): Promise<{ code: string; level: string; count: number }[]> {
  const { rows } = await sql<{ code: string; level: string; count: number }>`
    select p->>'code' as code, p->>'level' as level, count(distinct r.number)::integer as count
    from import_row r, jsonb_array_elements(r.problems) p
    where r.import_id = ${importId} and r.state in ('refused', 'to-check', 'ready', 'imported')
    group by 1, 2 order by array_position(array['error', 'warning', 'note'], p->>'level'), 3 desc, 1`.execute(
    db,
  )
  return rows
}

/** What a person typed over cells and decided about a row. */
export async function saveMended(
  db: Db,
  importId: string,
  row: Pick<StoredRow, 'number' | 'corrections' | 'decisions'>,
): Promise<void> {
  await db
    .updateTable('import_row')
    .set({ corrections: JSON.stringify(row.corrections), decisions: JSON.stringify(row.decisions) })
    .where('import_id', '=', importId)
    .where('number', '=', row.number)
    .execute()
}

/** Says yes to one kind of warning in all rows that wait for it; answers their numbers. */
export async function acceptProblem(db: Db, importId: string, code: string): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    update import_row set decisions = jsonb_set(decisions, '{accepted}', coalesce(decisions->'accepted', '[]') || to_jsonb(${code}::text))
    where import_id = ${importId} and state = 'to-check'
      and problems @> ${JSON.stringify([{ code, level: 'warning' }])}::jsonb
      and not coalesce(decisions->'accepted', '[]') ? ${code}
    returning number`.execute(db)
  return rows.map(({ number }) => number)
}

/** Writes the answers down. */
export async function saveAnswers(db: Db, importId: string, answers: readonly RowAnswer[]): Promise<void> {
  for (let from = 0; from < answers.length; from += portion) {
    await sql`
      update import_row r set state = n.state, problems = n.problems, mobility_id = n."mobilityId"
      from jsonb_to_recordset(${JSON.stringify(answers.slice(from, from + portion))}::jsonb)
        as n (number integer, state text, problems jsonb, "mobilityId" uuid)
      where r.import_id = ${importId} and r.number = n.number`.execute(db)
  }
}

/** Counts the rows of an import anew. */
export async function recount(db: Db, importId: string): Promise<void> {
  await sql`
    update import i set ready = n.ready, to_check = n.to_check, refused = n.refused, already_there = n.already_there, imported = n.imported,
      version = version + 1
    from (
      select count(*) filter (where state = 'ready') as ready, count(*) filter (where state = 'to-check') as to_check,
        count(*) filter (where state = 'refused') as refused, count(*) filter (where state = 'already-there') as already_there,
        count(*) filter (where state = 'imported') as imported
      from import_row where import_id = ${importId}
    ) n where i.id = ${importId}`.execute(db)
}

import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { plainNames } from '#modules/people/known-people.store.ts'
import { findKnownPeople } from '#modules/people/people-in-bulk.actions.ts'
import type { Match } from '#modules/people/known-people.rules.ts'
import type { StoredRow } from './import-rows.store.ts'
import { codeKey, mobilitiesByKey, ownPeople, projectsByCode, staysOf } from './known-mobilities.store.ts'
import type { ImportOptions } from './imports.store.ts'
import { peopleInFile } from './rows/people-in-file.rules.ts'
import { readRow, type ReadingOf, type RowDraft } from './rows/read-row.ts'
import { stateOf, type RowProblem, type RowState } from './rows/row-problem.rules.ts'

/** A row that has been read and compared with what is there. */
export interface JudgedRow {
  row: StoredRow
  draft: RowDraft
  problems: RowProblem[]
  state: RowState
  /** What makes it the same row when it comes again; kept with the mobility. */
  key: string
  /** The file of the person, where it is here. */
  personId: string | null
  /** Rows with the same text mean the same new person. */
  samePerson: string | null
  projectId: string | null
  /** The mobility that the row made before. */
  mobilityId: string | null
}

/** Reads rows and compares them with what the organisation has. A fixed number of queries for any number of rows. */
export async function judgeRows(
  context: Context,
  rows: readonly StoredRow[],
  reading: ReadingOf,
  options: ImportOptions,
): Promise<JudgedRow[]> {
  const judged = await readAll(rows, reading)
  await findBroughtBefore(context, judged)
  const open = judged.filter((one) => one.mobilityId === null && one.state !== 'skipped')
  await findPeople(context, open)
  await findProjects(context, open, options.projectId)
  for (const one of open) one.state = stateOf(one.problems, one.row.decisions)
  return judged
}

/** Reads in portions: others are served in between. */
async function readAll(rows: readonly StoredRow[], reading: ReadingOf): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  const keys = new Map<string, { first: number; count: number }>()
  for (const [at, row] of rows.entries()) {
    if (at % 500 === 499) await new Promise((resolve) => setImmediate(resolve))
    const { draft, problems } = readRow(row, reading)
    const { key, twinOf } = keyOf(row, draft.externalId, keys)
    if (twinOf !== null)
      problems.push({ field: null, code: 'same-as-row', level: 'warning', values: { row: twinOf } })
    judged.push({
      row,
      draft,
      problems,
      state: row.decisions.skip ? 'skipped' : 'ready',
      key,
      personId: null,
      samePerson: null,
      projectId: null,
      mobilityId: null,
    })
  }
  return judged
}

/** A number that the file gives its rows is theirs for good; else the content is. */
function keyOf(
  row: StoredRow,
  externalId: string | null,
  seen: Map<string, { first: number; count: number }>,
): { key: string; twinOf: number | null } {
  if (externalId === null) return { key: `row:${row.fingerprint}`, twinOf: row.twinOf }
  const key = `id:${externalId}`
  const before = seen.get(key)
  if (!before) {
    seen.set(key, { first: row.number, count: 1 })
    return { key, twinOf: null }
  }
  before.count += 1
  return { key: `${key}#${before.count}`, twinOf: before.first }
}

async function findBroughtBefore({ db, actor }: Context, judged: readonly JudgedRow[]): Promise<void> {
  const known = await mobilitiesByKey(
    db,
    memberOf(actor).organisationId,
    judged.map(({ key }) => key),
  )
  for (const one of judged) {
    one.mobilityId = known.get(one.key) ?? null
    if (one.mobilityId === null) continue
    one.state = 'already-there'
    one.problems = []
  }
}

async function findPeople(context: Context, open: readonly JudgedRow[]): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  const named = open.filter(({ draft }) => !draft.person.nameless && draft.person.givenName !== '')
  const chosen = await ownPeople(
    context.db,
    organisationId,
    named.flatMap(({ row }) => idOf(row) ?? []),
  )
  const matches = await findKnownPeople(
    context,
    named.map(({ draft }) => draft.person),
  )
  for (const [at, one] of named.entries()) takePerson(one, matches[at], chosen)
  await findSamePeople(context, named)
  const stays = await staysOf(
    context.db,
    organisationId,
    named.flatMap(({ personId }) => personId ?? []),
  )
  for (const one of named) {
    const number = stays.get(`${one.personId} ${one.draft.departure}`)
    if (number !== undefined)
      one.problems.push({ field: 'departure', code: 'same-stay', level: 'warning', values: { number } })
  }
}

const idOf = ({ decisions: { person } }: StoredRow): string | null =>
  person === undefined || person === 'new' ? null : person

/** The person that somebody chose, the one that is certain, or the question which of the likely ones it is. */
function takePerson(one: JudgedRow, match: Match | undefined, chosen: ReadonlySet<string>): void {
  const wanted = idOf(one.row)
  if (wanted !== null && chosen.has(wanted)) {
    one.personId = wanted
    return
  }
  if (one.row.decisions.person === 'new' || !match) return
  const field = one.draft.person.givenName ? 'participant.givenName' : 'participant.fullName'
  if (match.exact) {
    const { person } = match.exact
    one.personId = person.id
    const name = `${person.givenName} ${person.familyName}`.trim()
    one.problems.push({ field, code: 'person-known', level: 'note', values: { name } })
    return
  }
  if (match.likely.length === 0) return
  const candidates = match.likely.slice(0, 3).map(({ person, by }) => ({
    id: person.id,
    name: `${person.givenName} ${person.familyName}`.trim(),
    birthDate: person.birthDate,
    by,
  }))
  const [first] = candidates
  one.problems.push({
    field,
    code: 'person-likely',
    level: 'warning',
    values: { name: first?.name ?? '' },
    candidates,
  })
}

async function findSamePeople({ db }: Context, named: readonly JudgedRow[]): Promise<void> {
  const plain = await plainNames(
    db,
    named.map(({ draft: { person } }) => `${person.familyName} ${person.givenName}`),
  )
  const people = peopleInFile(
    named.map(({ row, draft }, at) => ({
      number: row.number,
      person: draft.person,
      plainName: plain[at] ?? '',
    })),
  )
  for (const [at, one] of named.entries()) {
    const { same, namesake } = people[at] ?? { same: null, namesake: null }
    one.samePerson = same
    if (
      namesake !== null &&
      one.personId === null &&
      one.row.decisions.person !== 'new' &&
      one.row.twinOf === null
    )
      one.problems.push({
        field: null,
        code: 'same-name-as-row',
        level: 'warning',
        values: { row: namesake },
      })
  }
}

async function findProjects(
  { db, actor }: Context,
  open: readonly JudgedRow[],
  usual: string | null,
): Promise<void> {
  const projects = await projectsByCode(db, memberOf(actor).organisationId)
  for (const one of open) {
    const code = one.draft.projectCode
    one.projectId = code === null ? usual : (projects.get(codeKey(code)) ?? usual)
    if (code !== null && !projects.has(codeKey(code)))
      one.problems.push({
        field: 'project.code',
        code: 'project-unknown',
        level: 'warning',
        values: { text: code },
      })
  }
}

import type { GrantInputsEdit } from '#modules/grants/stored/grant-inputs.rules.ts'
import { activityType, durationProblem } from '#modules/mobilities/activity-types.rules.ts'
import { isStatus, statusOfPastStay, type Status } from '#modules/mobilities/statuses.rules.ts'
import { readPhone } from '../reading/contacts-in-cells.rules.ts'
import type { Derivation } from '../reading/derive-dates.rules.ts'
import { readNumber } from '../reading/numbers-in-cells.rules.ts'
import { readActivity } from './activity-in-cells.rules.ts'
import { CellReader, type RawRow } from './cell-reader.ts'
import type { ColumnStyles, Mapping } from './column-styles.rules.ts'
import { moneyInRow } from './money-in-row.ts'
import { emailIn, guardianInRow, personInRow, type GuardianInRow, type PersonInRow } from './person-in-row.ts'
import { placesInRow, type PlacesInRow } from './places-in-row.ts'
import type { RowProblem } from './row-problem.rules.ts'
import { timesInRow } from './times-in-row.ts'

/** What is the same for all rows of an import. */
export interface ReadingOf {
  mapping: Mapping
  styles: ColumnStyles
  today: string
  /** A key of activity-types.rules.ts, or `by-length` for short and long stays of learners. */
  activity: string
  /** The name of the person of a row in a file without names; null where names are asked for. */
  placeholder: ((row: number) => string) | null
  /** Words for a sending school that is not the organisation itself, kept in the note. */
  schoolNote: (school: string) => string
}

/** A mobility as a row tells it, before anybody is looked up. */
export interface RowDraft extends PlacesInRow {
  number: number
  person: PersonInRow
  guardian: GuardianInRow | null
  tutor: { name: string; email: string | null; phone: string | null } | null
  projectCode: string | null
  flowName: string | null
  activityType: string
  departure: string | null
  return: string | null
  derived: Derivation[]
  status: Status
  field: string | null
  grant: number | null
  /** What the grant is computed from beside the record; null when the row says nothing. */
  money: GrantInputsEdit | null
  externalId: string | null
  note: string | null
}

/** Reads one row: what it says, and what is wrong or worth telling. */
export function readRow(row: RawRow, given: ReadingOf): { draft: RowDraft; problems: RowProblem[] } {
  const cells = new CellReader(row, given)
  const person = personInRow(cells, given.placeholder?.(row.number) ?? null)
  const { days, ...times } = timesInRow(cells)
  const draft: RowDraft = {
    number: row.number,
    person,
    guardian: guardianInRow(cells),
    tutor: tutorIn(cells),
    ...placesInRow(cells),
    projectCode: cells.text('project.code') || null,
    flowName: cells.short('flow.name', 200),
    activityType: activityIn(cells, given.activity, person, days),
    ...times,
    status: statusIn(cells, times),
    field: cells.short('field', 200),
    grant: grantIn(cells),
    money: moneyInRow(cells),
    externalId: cells.short('externalId', 100),
    note: noteIn(cells, given.schoolNote),
  }
  return { draft, problems: cells.problems }
}

/** National agencies count a stay from 90 days on as a long one (activity-types.rules.ts). */
const longFrom = 90

function activityIn(cells: CellReader, usual: string, person: PersonInRow, days: number | null): string {
  const stated = cells.read('activityType', readActivity, 'activity-unknown', 'note')
  const byLength =
    person.kind === 'learner' ? ((days ?? 0) >= longFrom ? 'LM-LONG-VET' : 'LM-SHORT-VET') : null
  const key = stated ?? (usual === 'by-length' ? byLength : usual)
  if (key === null) {
    cells.add('activityType', 'activity-needed', 'error')
    return ''
  }
  const wrong = days === null ? null : durationProblem(key, days)
  if (wrong) cells.add('return', `stay-${wrong.code}`, 'note', wrong.values)
  if (activityType(key)?.category === 'learner' && person.kind === 'staff')
    cells.add('activityType', 'activity-of-learners', 'note')
  return key
}

function statusIn(
  cells: CellReader,
  { departure, return: end }: { departure: string | null; return: string | null },
): Status {
  const stated = cells.read('status', (text) => readStatus(text), 'status-unknown', 'note')
  return stated ?? statusOfPastStay(departure, end, cells.today) ?? 'draft'
}

function readStatus(text: string): Status | null {
  const key = text.trim().toLowerCase().replaceAll(/\s+/g, '-')
  return isStatus(key) ? key : null
}

/** The column holds at most ten digits before its decimals. */
const largestGrant = 9_999_999_999

function grantIn(cells: CellReader): number | null {
  const text = cells.text('grant')
  if (!text) return null
  const read = readNumber(text, cells.styles.numbers.grant?.decimal)
  const value = 'value' in read ? Number(read.value) : Number.NaN
  const code =
    'problem' in read
      ? read.problem
      : value < 0
        ? 'grant-negative'
        : value > largestGrant
          ? 'number-out-of-range'
          : null
  if (code === null) return value
  cells.add('grant', code, 'warning', { text: text.slice(0, 80) })
  return null
}

function tutorIn(cells: CellReader): RowDraft['tutor'] {
  const name = cells.short('company.tutorName', 200)
  const email = emailIn(cells, 'company.tutorEmail')
  const phone = cells.read('company.tutorPhone', readPhone, 'phone-unreadable')
  return name || email ? { name: name ?? email ?? '', email, phone } : null
}

function noteIn(cells: CellReader, schoolNote: ReadingOf['schoolNote']): string | null {
  const school = [cells.short('school.name', 300), cells.short('school.code', 100)].filter(Boolean).join(', ')
  return [cells.short('note', 4000), school && schoolNote(school)].filter(Boolean).join('\n') || null
}

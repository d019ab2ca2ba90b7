import { whyNotBirthDate, type PersonKind } from '#modules/people/people.rules.ts'
import { readEmail, readPhone } from '../reading/contacts-in-cells.rules.ts'
import { readCountry } from '../reading/countries-in-cells.rules.ts'
import { readDate } from '../reading/dates-in-cells.rules.ts'
import { readGender, readParticipantKind } from '../reading/words-in-cells.rules.ts'
import type { CellReader } from './cell-reader.ts'
import { splitName } from './split-name.rules.ts'

const nameLimit = 200

export interface PersonInRow {
  kind: PersonKind
  givenName: string
  familyName: string
  /** The file has no names: the person is called by the row. */
  nameless: boolean
  birthDate: string | null
  gender: string | null
  nationality: string | null
  email: string | null
  phone: string | null
  studentNumber: string | null
}

export interface GuardianInRow {
  givenName: string
  familyName: string
  email: string | null
  phone: string | null
}

/** The participant of a row. `placeholder` is the name for a row of a file without names. */
export function personInRow(cells: CellReader, placeholder: string | null): PersonInRow {
  const kind = cells.read('participant.kind', readParticipantKind, 'kind-unknown', 'note') ?? 'learner'
  const name = nameIn(cells, 'participant')
  const nameless = !name && placeholder !== null
  if (!name && !nameless) cells.add('participant.givenName', 'name-missing', 'error')
  return {
    kind,
    givenName: name?.givenName ?? placeholder ?? '',
    familyName: name?.familyName ?? '',
    nameless,
    birthDate: birthDateIn(cells),
    gender: genderIn(cells),
    nationality: cells.read('participant.nationality', readCountry, 'country-unreadable', 'note'),
    email: emailIn(cells, 'participant.email'),
    phone: cells.read('participant.phone', readPhone, 'phone-unreadable'),
    studentNumber: cells.short('participant.studentNumber', 100),
  }
}

/** The guardian of a row, where it names one. */
export function guardianInRow(cells: CellReader): GuardianInRow | null {
  const name = nameIn(cells, 'guardian')
  if (!name) return null
  return {
    ...name,
    email: emailIn(cells, 'guardian.email'),
    phone: cells.read('guardian.phone', readPhone, 'phone-unreadable'),
  }
}

export const emailIn = (
  cells: CellReader,
  field: 'participant.email' | 'guardian.email' | 'hosting.email' | 'company.email' | 'company.tutorEmail',
): string | null => cells.read(field, (text) => shortEmail(readEmail(text)), 'email-unreadable')

const shortEmail = (email: string | null): string | null => (email && email.length <= 254 ? email : null)

function nameIn(
  cells: CellReader,
  of: 'participant' | 'guardian',
): { givenName: string; familyName: string } | null {
  const givenName = cells.short(`${of}.givenName`, nameLimit)
  const familyName = cells.short(`${of}.familyName`, nameLimit)
  if (givenName) return { givenName, familyName: familyName ?? '' }
  const fullName = cells.short(`${of}.fullName`, nameLimit)
  if (!fullName) return familyName ? { givenName: familyName, familyName: '' } : null
  const split = splitName(fullName)
  if (split.guessed)
    cells.add(`${of}.fullName`, 'name-split', 'note', { given: split.givenName, family: split.familyName })
  return split
}

/** The words of the reader of cells are older than those of people's files. */
const genders: Record<string, string> = {
  female: 'woman',
  male: 'man',
  other: 'other',
  undisclosed: 'undisclosed',
}

function genderIn(cells: CellReader): string | null {
  const gender = cells.read(
    'participant.gender',
    (text) => readGender(text, cells.styles.genders),
    'gender-unreadable',
    'note',
  )
  return gender === null ? null : (genders[gender] ?? null)
}

function birthDateIn(cells: CellReader): string | null {
  const field = 'participant.birthDate'
  const text = cells.text(field)
  if (!text) return null
  const read = readDate(text, cells.styles.dates[field]?.order ?? 'day-first', cells.today)
  if ('problem' in read) cells.add(field, read.problem, 'warning', { text })
  if ('month' in read) cells.add(field, 'date-day-missing', 'warning', { text })
  if (!('date' in read)) return null
  // A birthday written with two digits of the year lies in the past.
  const date =
    read.date > cells.today && /\D\d{2}$/.test(text)
      ? `${Number(read.date.slice(0, 4)) - 100}${read.date.slice(4)}`
      : read.date
  const why = whyNotBirthDate(date, cells.today)
  if (why === null) return date
  cells.add(field, `birth-date-${why}`, 'warning', { text })
  return null
}

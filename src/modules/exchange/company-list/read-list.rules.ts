import type { Day } from '#shared/dates.ts'
import { readEmail, readPhone } from '../reading/contacts-in-cells.rules.ts'
import { readCountry } from '../reading/countries-in-cells.rules.ts'
import { decideDateStyle, readDate, type DateOrder } from '../reading/dates-in-cells.rules.ts'
import { readLanguage } from '../reading/languages-in-cells.rules.ts'
import { readNumber } from '../reading/numbers-in-cells.rules.ts'
import type { ListField } from './list-fields.rules.ts'

/** A row as it was sent: its number in the file and its cells, one for each column. */
export interface SentRow {
  number: number
  cells: readonly string[]
}

export interface RowProblem {
  field: ListField
  code:
    | 'needed'
    | 'no-email'
    | 'no-phone'
    | 'no-country'
    | 'no-number'
    | 'no-date'
    | 'no-field'
    | 'no-language'
    | 'too-long'
    | 'ends-first'
    | 'out-of-range'
}

export interface ListedCompany {
  name: string
  town: string | null
  country: string | null
  address: string | null
  email: string | null
  phone: string | null
  website: string | null
  field: string | null
  employees: number | null
  languages: string[]
  minimumAge: number | null
  mostTrainees: number | null
  tutor: { name: string; email: string; phone: string } | null
  note: string | null
}

export interface ListedPosition {
  title: string
  places: number
  startsOn: Day | null
  endsOn: Day | null
  weeklyHours: number | null
  workingHours: string | null
  tasks: string | null
}

export interface ReadRow {
  number: number
  company: ListedCompany
  /** Null: the row names a company alone. */
  position: ListedPosition | null
  problems: RowProblem[]
}

const most = { name: 300, title: 200, tasks: 4000, note: 4000, workingHours: 200 } as const

/** Reads rows by what their columns mean; what cannot be read is a problem of its cell, and the row goes on. */
export function readList(
  columns: readonly (ListField | null)[],
  rows: readonly SentRow[],
  today: Day,
): ReadRow[] {
  const places = new Map(columns.flatMap((field, at) => (field === null ? [] : [[field, at] as const])))
  const cell = (row: SentRow, field: ListField): string => {
    const at = places.get(field)
    return at === undefined ? '' : (row.cells[at] ?? '').normalize('NFC').trim()
  }
  const dates = rows.flatMap((row) => [cell(row, 'startsOn'), cell(row, 'endsOn')]).filter(Boolean)
  const { order } = decideDateStyle(dates)
  return rows.map((row) => readRow(row.number, (field) => cell(row, field), order, today))
}

function readRow(number: number, cell: (field: ListField) => string, order: DateOrder, today: Day): ReadRow {
  const problems: RowProblem[] = []
  const wrong = (field: ListField, code: RowProblem['code']): null => {
    problems.push({ field, code })
    return null
  }
  const text = (field: ListField, length = 500): string | null => {
    const value = cell(field)
    return value.length > length ? wrong(field, 'too-long') : value || null
  }
  const read = <T>(
    field: ListField,
    how: (value: string) => T | null,
    code: RowProblem['code'],
  ): T | null => {
    const value = cell(field)
    return value === '' ? null : (how(value) ?? wrong(field, code))
  }
  const whole = (field: ListField, least: number, top: number, step = 1): number | null => {
    const value = read(field, numberOf, 'no-number')
    if (value === null) return null
    return value < least || value > top || value % step !== 0 ? wrong(field, 'out-of-range') : value
  }
  const day = (field: ListField) => read(field, (value) => dayOf(value, order, today), 'no-date')
  const name = text('name', most.name)
  if (cell('name') === '') wrong('name', 'needed')
  const company: ListedCompany = {
    name: name ?? '',
    town: text('town', 200),
    country: read('country', readCountry, 'no-country'),
    address: text('address'),
    email: read('email', readEmail, 'no-email'),
    phone: read('phone', readPhone, 'no-phone'),
    website: text('website'),
    field: read('field', fieldOf, 'no-field'),
    employees: whole('employees', 0, 1_000_000),
    languages: read('languages', languagesOf, 'no-language') ?? [],
    minimumAge: whole('minimumAge', 0, 99),
    mostTrainees: whole('mostTrainees', 0, 10_000),
    tutor: tutorOf(
      text('tutor', 200),
      read('tutorEmail', readEmail, 'no-email'),
      read('tutorPhone', readPhone, 'no-phone'),
    ),
    note: text('note', most.note),
  }
  const title = text('title', most.title)
  const position = {
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
    places: whole('places', 1, 1000),
    weeklyHours: whole('weeklyHours', 0, 60, 0.5),
    workingHours: text('workingHours', most.workingHours),
    tasks: text('tasks', most.tasks),
  }
  const told = Object.values(position).some((value) => value !== null)
  if (position.startsOn && position.endsOn && position.endsOn < position.startsOn)
    wrong('endsOn', 'ends-first')
  if (told && title === null && cell('title') === '') wrong('title', 'needed')
  return {
    number,
    company,
    position: title === null ? null : { ...position, title, places: position.places ?? 1 },
    problems,
  }
}

const numberOf = (text: string): number | null => {
  const found = readNumber(text)
  return 'value' in found ? Number(found.value) : null
}

const dayOf = (text: string, order: DateOrder, today: Day): Day | null => {
  const found = readDate(text, order, today)
  return 'date' in found ? found.date : null
}

/** Two to four digits of ISCED-F at the beginning; a spreadsheet may have eaten a leading nought. */
function fieldOf(text: string): string | null {
  const digits = /^\s*(\d{2,4})\b/.exec(text)?.[1]
  if (!digits) return null
  return digits.length === 3 && Number(digits) >= 111 && text.trim() === digits ? `0${digits}` : digits
}

function languagesOf(text: string): string[] | null {
  const found = text
    .split(/[,;/|]+|\s+(?:and|und|y|et|e)\s+/i)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(readLanguage)
  return found.includes(null) ? null : [...new Set(found.filter((code) => code !== null))]
}

function tutorOf(name: string | null, email: string | null, phone: string | null): ListedCompany['tutor'] {
  if (!name && !email && !phone) return null
  return { name: name ?? email ?? phone ?? '', email: email ?? '', phone: phone ?? '' }
}

/** How a position is known again: one title and period at one company is one position. */
export const positionKey = (
  company: string,
  { title, startsOn, endsOn }: Pick<ListedPosition, 'title' | 'startsOn' | 'endsOn'>,
): string => JSON.stringify([company, title.toLocaleLowerCase('en'), startsOn, endsOn])

import Papa from 'papaparse'
import { columnsOf, type BookingField } from './booking-columns.rules.ts'
import { guessColumnsOf } from './guess-booking-columns.ts'
import { nameLines } from './names-in-text.rules.ts'
import { readPlace } from './places-on-legs.ts'
import {
  arrivalDay,
  directed,
  legsOfItinerary,
  meansIn,
  numberIn,
  type ReadingAround,
  type ReadLeg,
} from './read-legs.ts'
import { readDay, readTime } from './read-times.rules.ts'

/** A row of a list: who, and on which leg. */
export interface ReadTraveller {
  /** 1-based line. */
  row: number
  name: string
  phone: string | null
  /** Places in `legs`, each with the seat. */
  legs: { leg: number; seat: string | null }[]
}

export interface ReadBooking {
  /** A list names people; an itinerary may, in lines of which nobody knows yet whether they are names. */
  kind: 'list' | 'itinerary' | 'nothing'
  reference: string | null
  columns: { field: BookingField; heading: string }[]
  legs: ReadLeg[]
  travellers: ReadTraveller[]
}

const referenceWords =
  /(?:PNR|booking (?:reference|code|number|ref)|reservation(?: number)?|Buchungs(?:code|nummer)|localizador|dossier|référence|codice (?:di )?prenotazione)\W{1,4}(?:is\s|ist\s)?([A-Z0-9]{5,8})\b/i

/** Reads what was pasted: cells of a spreadsheet, a CSV, or the itinerary of a mail. */
export function readBooking(text: string, around: ReadingAround): ReadBooking {
  const table = tableIn(text)
  if (table) {
    const read = readBookingTable(table, around)
    if (read.travellers.length > 0 || read.legs.length > 0) return read
  }
  const legs = legsOfItinerary(text, around)
  return {
    kind: legs.length > 0 ? 'itinerary' : 'nothing',
    reference: referenceWords.exec(text)?.[1]?.toUpperCase() ?? null,
    columns: [],
    legs,
    travellers: nameLines(text).map((line) => ({ ...line, phone: null, legs: [] })),
  }
}

/** The cells of a text that is a table; null for prose. */
function tableIn(text: string): string[][] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  for (const delimiter of ['\t', ';', ',', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length)
    if (lines.length < 1 || counts.filter((count) => count >= 3).length < lines.length * 0.8) continue
    const { data } = Papa.parse<string[]>(lines.join('\n'), { delimiter })
    return data.map((row) => row.map((cell) => cell.trim()))
  }
  return null
}

/** Reads a list of travellers; legs that are the same are one. A row without places or times belongs to nobody's leg and is told. */
export function readBookingTable(rows: readonly string[][], around: ReadingAround): ReadBooking {
  const headed = rows.findIndex((row) => columnsOf(row) !== null)
  const named = headed >= 0 ? columnsOf(rows[headed] ?? []) : null
  const body = named ? rows.slice(headed + 1) : rows
  const columns = named ?? guessColumnsOf(body)
  const legs: ReadLeg[] = []
  const legAt = new Map<string, number>()
  const travellers = new Map<string, ReadTraveller>()
  let reference: string | null = null
  for (const [at, row] of body.entries()) {
    const cell = (field: BookingField): string => row[columns.get(field) ?? -1]?.trim() ?? ''
    const name =
      cell('name') || [cell('givenName'), cell('familyName')].filter((part) => part !== '').join(' ')
    reference ??= cell('reference') || null
    const leg = legOfRow(cell, around)
    const key = JSON.stringify(leg)
    let place = leg ? legAt.get(key) : undefined
    if (leg && place === undefined) {
      place = legs.push(leg) - 1
      legAt.set(key, place)
    }
    if (name === '') continue
    const person: ReadTraveller = travellers.get(name) ?? {
      row: at + (named ? headed + 2 : 1),
      name,
      phone: cell('phone') || null,
      legs: [],
    }
    if (place !== undefined) person.legs.push({ leg: place, seat: cell('seat') || null })
    travellers.set(name, person)
  }
  return {
    kind: 'list',
    reference,
    columns: [...columns].map(([field, at]) => ({
      field,
      heading: named ? (rows[headed]?.[at] ?? '') : String(at + 1),
    })),
    legs,
    travellers: [...travellers.values()],
  }
}

function legOfRow(cell: (field: BookingField) => string, around: ReadingAround): ReadLeg | null {
  const likely = [around.country, around.homeCountry].filter((one) => one !== null)
  const [departs, arrives] = [readTime(cell('departs')), readTime(cell('arrives'))]
  const day = readDay(cell('date') || cell('departs'), around.starts)
  const number = numberIn(cell('number'))
  const from = readPlace(cell('from'), likely)
  const to = readPlace(cell('to'), likely)
  if (!from && !to && !departs && !arrives && !number) return null
  const leg = directed(
    {
      means:
        meansIn(`${cell('means')} ${cell('carrier')}`) ??
        (from?.stop || to?.stop ? 'flight' : (number?.means ?? 'other')),
      carrier: cell('carrier') || null,
      number: number?.number ?? (cell('number') || null),
      from,
      to,
      departsOn: day,
      departsAt: departs?.time ?? null,
      arrivesOn:
        readDay(cell('arrivalDate'), around.starts) ?? arrivalDay(day, departs?.time, arrives ?? undefined),
      arrivesAt: arrives?.time ?? null,
    },
    around,
  )
  const said = cell('direction').toLowerCase()
  if (/back|return|zurück|rück|vuelta|retour|ritorno/.test(said)) leg.direction = 'back'
  else if (/out|there|hin|ida|aller|andata/.test(said)) leg.direction = 'out'
  return leg
}

import type { Day } from '#shared/dates.ts'
import { readPlace, type WrittenPlace } from './places-on-legs.ts'
import { readDay, readTimes } from './read-times.rules.ts'
import type { Direction, Means } from './travel-means.rules.ts'

/** What is known of the flow while its tickets are read. */
export interface ReadingAround {
  /** Where the stay is, and where people come from: towns are looked for there first. */
  country: string | null
  homeCountry: string | null
  starts: Day
  ends: Day
}

/** A leg as far as it was understood; what is null is asked. */
export interface ReadLeg {
  direction: Direction
  means: Means
  carrier: string | null
  number: string | null
  from: WrittenPlace | null
  to: WrittenPlace | null
  departsOn: Day | null
  departsAt: string | null
  arrivesOn: Day | null
  arrivesAt: string | null
}

const trains =
  /\b(ICE|IC|EC|TGV|AVE|AVLO|RE|IR|NJ|RJX?|EN|TER|Frecciarossa|Frecciargento|Italo|OUIGO|Eurostar|Thalys|Alvia)\s?(\d{1,5})\b/i
const flights = /\b([A-Z]{2}|[A-Z]\d|\d[A-Z])\s?-?(\d{2,4})\b(?![:.,/]\d)/
const words: readonly [RegExp, Means][] = [
  [/\b(train|zug|tren|treno|bahn|gare|stazione|estación)\b/i, 'train'],
  [/\b(coach|bus|autobús|autobus|autocar|pullman|flixbus|reisebus)\b/i, 'coach'],
  [/\b(ferry|fähre|traghetto|transbordador)\b/i, 'ferry'],
  [/\b(flight|flug|vuelo|vol|volo|airport|flughafen|aeropuerto|aéroport|aeroporto)\b/i, 'flight'],
]
const between = /\s+(?:–|—|-|→|>|->|to|nach|bis|a|à|vers|hasta)\s+|→|->|\s–\s/iu
const labels =
  /^(?:departure|departs|dep|arrival|arrives|arr|from|to|abflug|abfahrt|ankunft|an|ab|von|nach|salida|llegada|départ|arrivée|partenza|arrivo|da|per)\b[:.]?\s*/iu

/** The number of a flight or train in a text, as it is written on boards: `FR 4612`. */
export function numberIn(text: string): { number: string; means: Means } | null {
  const train = trains.exec(text)
  if (train) return { number: `${train[1]} ${train[2]}`, means: 'train' }
  const flight = flights.exec(text)
  return flight ? { number: `${flight[1]} ${flight[2]}`, means: 'flight' } : null
}

/** What somebody says they travel by; null where no word tells. */
export const meansIn = (text: string): Means | null => words.find(([word]) => word.test(text))?.[1] ?? null

/** The legs of an itinerary as airlines and railways mail it, in the order of the text. */
export function legsOfItinerary(text: string, around: ReadingAround): ReadLeg[] {
  const legs: ReadLeg[] = []
  let open = emptyState()
  const close = (): void => {
    if (open.places.length >= 2) legs.push(legOf(open, around))
    open = { ...emptyState(), day: open.day }
  }
  for (const line of text.split(/\r?\n/)) {
    const number = numberIn(line)
    if (number && open.number && open.number.number !== number.number) close()
    const day = readDay(line.replaceAll(/(?<![\d.])\d{1,2}[:.h]\d{2}(?![\d.])/g, ' '), around.starts)
    const places = placesOn(line, around)
    const times = readTimes(withoutDay(line))
    if (day) open.day = day
    if (number) open.number = number
    open.means ??= meansIn(line)
    open.places.push(...places)
    open.times.push(...times)
    if (open.places.length >= 2 && open.times.length >= 2) close()
  }
  close()
  return legs
}

interface State {
  day: Day | null
  number: { number: string; means: Means } | null
  means: Means | null
  places: WrittenPlace[]
  times: { time: string; nextDay: boolean }[]
}

const emptyState = (): State => ({ day: null, number: null, means: null, places: [], times: [] })

function legOf({ day, number, means, places, times }: State, around: ReadingAround): ReadLeg {
  const [departs, arrives] = times
  return directed(
    {
      means: means ?? number?.means ?? 'other',
      carrier: null,
      number: number?.number ?? null,
      from: places[0] ?? null,
      to: places[1] ?? null,
      departsOn: day,
      departsAt: departs?.time ?? null,
      arrivesOn: arrivalDay(day, departs?.time, arrives),
      arrivesAt: arrives?.time ?? null,
    },
    around,
  )
}

/** The day of an arrival: the next one where the ticket says so, or where the clock would go backwards by much. */
export function arrivalDay(
  day: Day | null,
  departs: string | undefined,
  arrives: { time: string; nextDay: boolean } | undefined,
): Day | null {
  if (!day || !arrives) return day
  // Clocks of neighbouring zones differ by two hours at most.
  const backwards = departs !== undefined && hour(arrives.time) + 3 < hour(departs)
  return arrives.nextDay || backwards
    ? new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    : day
}

const hour = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60

/** There or back: by the country of the stay, else by which end of it the day is nearer to. */
export function directed(leg: Omit<ReadLeg, 'direction'>, around: ReadingAround): ReadLeg {
  const { country, starts, ends } = around
  const [leaves, enters] = [leg.from?.country === country, leg.to?.country === country]
  if (country && enters !== leaves) return { direction: enters ? 'out' : 'back', ...leg }
  const day = Date.parse(leg.departsOn ?? starts)
  const nearEnd = Math.abs(day - Date.parse(ends)) < Math.abs(day - Date.parse(starts))
  return { direction: nearEnd ? 'back' : 'out', ...leg }
}

const withoutDay = (line: string): string =>
  line.replaceAll(/\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}/g, ' ')

function placesOn(line: string, around: ReadingAround): WrittenPlace[] {
  const likely = [around.country, around.homeCountry].filter((one) => one !== null)
  const codes = [...line.matchAll(/(?<![A-Z\d])[A-Z]{3}(?![A-Z\d])/g)].flatMap(
    ([code]) => readPlaceCode(code) ?? [],
  )
  if (codes.length > 0) return codes.slice(0, 2)
  const rest = withoutDay(line)
    .replaceAll(/\(?\+1\)?/g, ' ')
    .replaceAll(/(?<!\d)\d{1,2}\s?[:h.]\s?\d{2}(?!\d)(?:\s?h)?(?:\s?[ap]m)?/gi, ' ')
    .replace(trains, ' ')
    .replace(flights, ' ')
    .replaceAll(/\b\d{1,2}\.?\s+\p{L}{3,12}\.?\s*(?:\d{4})?/gu, ' ')
  return rest
    .split(between)
    .map((piece) =>
      piece
        .trim()
        .replace(labels, '')
        .replaceAll(/^[\s,:;|–-]+|[\s,:;|–-]+$/g, ''),
    )
    .filter((piece) => piece.length > 1 && piece.split(' ').length <= 5)
    .flatMap((piece) => readPlace(piece, likely) ?? [])
    .slice(0, 2)
}

function readPlaceCode(code: string): WrittenPlace | null {
  const place = readPlace(code, [])
  return place?.stop === code ? place : null
}

import type { FlowJourneysAnswer, Reading } from './journey-answers.ts'

/** Somebody of a booking while it is entered. */
export interface BookedPerson {
  key: string
  /** As the list has it, or as the record has it. */
  written: string
  /** A mobility, `along` (travels along without one), or empty: nobody yet. */
  who: string
  chosen: boolean
  phone: string | null
  legs: { leg: number; seat: string | null }[] | null
  /** Several may be meant, or nobody: it has to be said. */
  asks: 'unclear' | 'unknown' | null
  candidates: string[]
}

export const along = 'along'

/** The people of a reading; where it names nobody, everybody whose way is not known yet. */
export function peopleOfReading(reading: Reading): BookedPerson[] {
  if (reading.kind !== 'list' && reading.travellers.length === 0)
    return reading.people.map(({ id, name, directions }) => personOf(id, name, directions.length === 0))
  return reading.travellers.map((one) => ({
    key: `${one.row}`,
    written: one.name,
    who: one.mobilityId ?? '',
    chosen: one.match === 'found',
    phone: one.phone,
    legs: one.legs.length > 0 ? one.legs : null,
    asks: one.match === 'found' ? null : one.match,
    candidates: one.candidates.map(({ id }) => id),
  }))
}

export const peopleOfFlow = (people: FlowJourneysAnswer['people']): BookedPerson[] =>
  people.map(({ mobilityId, participant, directions }) =>
    personOf(mobilityId, participant, directions.length === 0),
  )

const personOf = (id: string, name: string, chosen: boolean): BookedPerson => ({
  key: id,
  written: name,
  who: id,
  chosen,
  phone: null,
  legs: null,
  asks: null,
  candidates: [],
})

/** What is sent for those who are chosen and of whom it is said who they are. */
export const travellersOf = (people: readonly BookedPerson[]) =>
  people
    .filter(({ chosen, who }) => chosen && who !== '')
    .map(({ who, written, phone, legs }) => ({
      ...(who === along ? { name: written, ...(phone ? { phone } : {}) } : { mobilityId: who }),
      ...(legs ? { legs } : {}),
    }))

/** What a column of a list of travellers can be. */
export const bookingFields = [
  'name',
  'givenName',
  'familyName',
  'number',
  'carrier',
  'means',
  'date',
  'from',
  'to',
  'departs',
  'arrives',
  'arrivalDate',
  'seat',
  'phone',
  'reference',
  'direction',
] as const
export type BookingField = (typeof bookingFields)[number]

/** Headings in the wild, without accents, in English, German, Spanish, French and Italian. */
const names: Record<BookingField, readonly string[]> = {
  name: 'name|full name|passenger|passenger name|traveller|traveler|participant|teilnehmer|teilnehmende|reisende|passagier|nombre|nombre completo|pasajero|viajero|participante|nom|nom complet|passager|voyageur|nome|nominativo|passeggero|viaggiatore|partecipante|nome e cognome|cognome e nome|nom et prenom|student|learner'.split(
    '|',
  ),
  givenName: 'given name|first name|forename|vorname|nombre de pila|prenom'.split('|'),
  familyName:
    'family name|surname|last name|nachname|familienname|apellido|apellidos|nom de famille|cognome'.split(
      '|',
    ),
  number:
    'flight|flight number|flight no|train|train number|number|flug|flugnummer|zug|zugnummer|vuelo|numero de vuelo|tren|vol|numero de vol|train n|volo|numero volo|treno|n volo'.split(
      '|',
    ),
  carrier:
    'carrier|airline|company|fluggesellschaft|gesellschaft|compania|aerolinea|compagnie|compagnia|vettore'.split(
      '|',
    ),
  means:
    'means|means of transport|transport|verkehrsmittel|medio|medio de transporte|moyen|moyen de transport|mezzo|mezzo di trasporto'.split(
      '|',
    ),
  date: 'date|day|travel date|departure date|date of travel|datum|reisedatum|abreisedatum|fecha|fecha de salida|jour|date de depart|data|giorno|data di partenza'.split(
    '|',
  ),
  from: 'from|origin|departure airport|departure from|von|ab|start|abflughafen|desde|origen|salida desde|de|depart de|provenance|da|partenza da|origine'.split(
    '|',
  ),
  to: 'to|destination|arrival airport|arrival in|nach|an|ziel|zielflughafen|hasta|destino|a|vers|destination ville|arrivee a|per|destinazione|arrivo a'.split(
    '|',
  ),
  departs:
    'dep|departs|departure|departure time|std|etd|abflug|abfahrt|abflugzeit|salida|hora de salida|depart|heure de depart|partenza|ora di partenza|orario partenza'.split(
      '|',
    ),
  arrives:
    'arr|arrives|arrival|arrival time|sta|eta|ankunft|ankunftszeit|llegada|hora de llegada|arrivee|heure d arrivee|arrivo|ora di arrivo|orario arrivo'.split(
      '|',
    ),
  arrivalDate:
    'arrival date|date of arrival|ankunftsdatum|ankunftstag|fecha de llegada|date d arrivee|data di arrivo'.split(
      '|',
    ),
  seat: 'seat|sitz|sitzplatz|platz|asiento|plaza|siege|place|posto'.split('|'),
  phone: 'phone|mobile|telephone|telefon|handy|telefono|movil|portable|tel|cellulare'.split('|'),
  reference:
    'reference|booking|booking reference|pnr|locator|buchungsnummer|buchungscode|referencia|localizador|dossier|prenotazione|codice prenotazione'.split(
      '|',
    ),
  direction: 'direction|way|richtung|sentido|sens|direzione'.split('|'),
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a heading says its column is; null where it is not known. */
export function fieldOfHeading(heading: string): BookingField | null {
  const text = plain(heading)
  return bookingFields.find((field) => names[field].includes(text)) ?? null
}

/** The columns of a heading row; each field once, the first column that has it. Null where the row is no heading. */
export function columnsOf(cells: readonly string[]): Map<BookingField, number> | null {
  const columns = new Map<BookingField, number>()
  for (const [at, cell] of cells.entries()) {
    const field = fieldOfHeading(cell)
    if (field && !columns.has(field)) columns.set(field, at)
  }
  return columns.size >= 2 ? columns : null
}

import { expect, it } from 'vitest'
import { readBooking, type ReadBooking } from './read-booking.ts'

const seville = { country: 'ES', homeCountry: 'IT', starts: '2027-05-04', ends: '2027-05-30' }
const read = (text: string): ReadBooking => readBooking(text, seville)
const short = ({ legs }: ReadBooking): string[] =>
  legs.map((leg) =>
    [
      leg.direction,
      leg.means,
      leg.number,
      leg.from?.town,
      leg.departsOn,
      leg.departsAt,
      leg.to?.town,
      leg.arrivesOn,
      leg.arrivesAt,
    ].join(' '),
  )

it('reads cells of a spreadsheet with headings in any of our languages', () => {
  const list = read(
    [
      'Cognome e nome\tVolo\tData\tDa\tA\tPartenza\tArrivo\tPosto',
      'Rossi Anna\tFR 4612\t04/05/2027\tVRN\tSVQ\t10:35\t13:20\t12A',
      'Bianchi Luca\tFR 4612\t04/05/2027\tVRN\tSVQ\t10:35\t13:20\t12B',
      'Rossi Anna\tFR 4613\t30/05/2027\tSVQ\tVRN\t14:00\t16:40\t3C',
    ].join('\n'),
  )
  expect(list.kind).toBe('list')
  expect(short(list)).toEqual([
    'out flight FR 4612 Verona 2027-05-04 10:35 Sevilla 2027-05-04 13:20',
    'back flight FR 4613 Sevilla 2027-05-30 14:00 Verona 2027-05-30 16:40',
  ])
  expect(list.travellers).toMatchObject([
    {
      name: 'Rossi Anna',
      legs: [
        { leg: 0, seat: '12A' },
        { leg: 1, seat: '3C' },
      ],
    },
    { name: 'Bianchi Luca', row: 3, legs: [{ leg: 0, seat: '12B' }] },
  ])
})

it('reads a list without headings by what stands in its columns', () => {
  const list = read(
    'Anna Rossi;FR 4612;2027-05-04;VRN;SVQ;10:35;13:20;12A\nLuca Bianchi;FR 4612;2027-05-04;VRN;SVQ;10:35;13:20;12B',
  )
  expect(short(list)).toEqual(['out flight FR 4612 Verona 2027-05-04 10:35 Sevilla 2027-05-04 13:20'])
  expect(list.travellers.map(({ name }) => name)).toEqual(['Anna Rossi', 'Luca Bianchi'])
})

it('reads an airline’s mail as one itinerary for all', () => {
  const mail = read(`Dear customer, thank you for your booking.
Booking reference: XK7P2Q

Outbound – Tue 4 May 2027
FR 4612
10:35 Verona (VRN)
13:20 Sevilla (SVQ)

Return – Sun 30 May 2027
FR 4613
22:10 Sevilla (SVQ)
00:45+1 Verona (VRN)`)
  expect(mail.kind).toBe('itinerary')
  expect(mail.reference).toBe('XK7P2Q')
  expect(short(mail)).toEqual([
    'out flight FR 4612 Verona 2027-05-04 10:35 Sevilla 2027-05-04 13:20',
    'back flight FR 4613 Sevilla 2027-05-30 22:10 Verona 2027-05-31 00:45',
  ])
})

it('reads trains that are changed on the way', () => {
  const mail = read(`03.05.2027
TGV 8842 Nantes 08:05 – Paris Montparnasse 10:20
TGV 6205 Paris Gare de Lyon 12:07 – Barcelona Sants 18:58
AVE 3942 Barcelona Sants 19:30 – Sevilla Santa Justa 01:05`)
  expect(short(mail)).toEqual([
    'out train TGV 8842 Nantes 2027-05-03 08:05 Paris 2027-05-03 10:20',
    'out train TGV 6205 Paris 2027-05-03 12:07 Barcelona 2027-05-03 18:58',
    'out train AVE 3942 Barcelona 2027-05-03 19:30 Sevilla 2027-05-04 01:05',
  ])
  expect(mail.legs.at(-1)?.to?.stop).toBe('Santa Justa')
})

it('asks for what it does not understand instead of guessing', () => {
  expect(read('We look forward to seeing you. Bring sun cream.').kind).toBe('nothing')
  const [leg] = read('Name\tFlight\tDate\tFrom\tTo\nAnna Rossi\tFR 4612\t31.02.2027\tVRN\tNowhereville').legs
  expect(leg).toMatchObject({ departsOn: null, to: null, arrivesAt: null, from: { town: 'Verona' } })
})

import { z } from 'zod'
import { directions, means } from './travel-means.rules.ts'

const words = (max: number) => z.string().normalize('NFC').trim().max(max)
const country = z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)')
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time on the clock, HH:MM')
const day = z.iso.date().refine((text) => text >= '2014-01-01' && text < '2100-01-01', 'A day of our time')

const placeInput = z.object({
  town: words(200).min(1),
  country,
  stop: words(100).nullish().describe('Station, airport or terminal'),
})
const place = z.object({ town: z.string(), country: z.string(), stop: z.string().nullable() })

/** A leg as somebody enters it. Days and times are what the clock shows where the leg starts and ends. */
export const legInput = z.object({
  id: z.uuid().optional().describe('Of a leg that is there already'),
  direction: z.enum(directions),
  means: z.enum(means),
  carrier: words(200).nullish(),
  number: words(40).nullish(),
  from: placeInput,
  to: placeInput,
  departsOn: day,
  departsAt: time,
  arrivesOn: day,
  arrivesAt: time,
})
export type LegInput = z.output<typeof legInput>

export const legShape = z.object({
  id: z.string(),
  direction: z.enum(directions),
  means: z.enum(means),
  carrier: z.string().nullable(),
  number: z.string().nullable(),
  from: place,
  to: place,
  departsOn: z.string(),
  departsAt: z.string(),
  arrivesOn: z.string(),
  arrivesAt: z.string(),
  km: z.number().int().nullable().describe('Great circle; null where a town’s name is not clear'),
})
export type ShownLeg = z.output<typeof legShape>

export const travellerInput = z.object({
  mobilityId: z.uuid().nullish(),
  name: words(200)
    .nullish()
    .describe('Somebody who travels along without a mobility, as accompanying persons do'),
  phone: words(50).nullish(),
  legs: z
    .array(z.object({ leg: z.number().int().min(0).max(50), seat: words(20).nullish() }))
    .max(50)
    .nullish()
    .describe('Which legs by their place in the list, with seats; all unless told'),
})

export const bookingInput = z.object({
  carrier: words(200).nullish(),
  reference: words(100).nullish(),
  seats: z.number().int().min(1).max(1000).nullish().describe('Places that are booked; no limit unless told'),
  note: words(2000).nullish(),
  legs: z.array(legInput).min(1).max(20),
})

export const traveller = z.object({
  mobilityId: z.string().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  directions: z.array(z.enum(directions)),
})

export const bookingShape = z.object({
  id: z.string(),
  carrier: z.string().nullable(),
  reference: z.string().nullable(),
  seats: z.number().int().nullable(),
  note: z.string().nullable(),
  enteredBy: z.string(),
  people: z.number().int(),
  legs: z.array(legShape),
  travellers: z.array(traveller),
  version: z.number().int(),
})

/** What came of one person; codes have their words in `journeys:row.<code>`. */
export const travellerOutcomes = z.array(
  z.object({
    name: z.string(),
    mobilityId: z.string().nullable(),
    outcome: z.enum(['done', 'skipped', 'refused']),
    code: z.enum(['has-journey', 'full', 'not-there', 'over', 'already-on']).nullable(),
  }),
)

const readLeg = z.object({
  direction: z.enum(directions),
  means: z.enum(means),
  carrier: z.string().nullable(),
  number: z.string().nullable(),
  from: place.nullable(),
  to: place.nullable(),
  departsOn: z.string().nullable(),
  departsAt: z.string().nullable(),
  arrivesOn: z.string().nullable(),
  arrivesAt: z.string().nullable(),
})
const person = z.object({ id: z.string(), name: z.string() })

/** What was understood of a pasted booking. Nothing is saved. */
export const bookingReading = z.object({
  kind: z.enum(['list', 'itinerary', 'nothing']),
  reference: z.string().nullable(),
  columns: z.array(z.object({ field: z.string(), heading: z.string() })),
  legs: z.array(readLeg),
  travellers: z.array(
    z.object({
      row: z.number().int(),
      name: z.string(),
      phone: z.string().nullable(),
      legs: z.array(z.object({ leg: z.number().int(), seat: z.string().nullable() })),
      match: z.enum(['found', 'unclear', 'unknown']),
      mobilityId: z.string().nullable(),
      candidates: z.array(person),
    }),
  ),
  people: z
    .array(person.extend({ directions: z.array(z.enum(directions)) }))
    .describe('Everybody of the flow who travels, with the ways that are known already'),
})

export const transferOnJourney = z.object({
  id: z.string(),
  name: z.string(),
  onDay: z.string(),
  atTime: z.string(),
  driver: z.string().nullable(),
  phone: z.string().nullable(),
  fromPlace: z.string(),
  toPlace: z.string(),
  meetingPoint: z.string().nullable(),
  note: z.string().nullable(),
})

const ride = transferOnJourney.omit({ id: true })

const way = z.object({
  journeyId: z.string(),
  alone: z.boolean().describe('Typed for this person alone, so that it can be changed here'),
  reference: z.string().nullable(),
  legs: z.array(legShape.extend({ seat: z.string().nullable() })),
  late: z.boolean(),
  changedAt: z.string().nullable(),
  wasDay: z.string().nullable(),
  wasTime: z.string().nullable(),
  transfer: transferOnJourney.nullable(),
  pickUpBefore: ride
    .extend({ changedAt: z.string() })
    .nullable()
    .describe('How somebody was to be picked up before the last change; null where nothing has changed'),
})

export const greenAnswer = z.object({
  km: z.number().int(),
  greenKm: z.number().int(),
  share: z.number().nullable(),
  green: z.boolean().nullable(),
  from: z.number(),
  unknown: z.number().int().describe('Legs whose kilometres are not known'),
  byMeans: z.array(z.object({ means: z.enum(means), km: z.number().int(), green: z.boolean() })),
  declared: z
    .boolean()
    .describe('Stated on honour; that counts where the kilometres do not say whether it is green'),
})

/** Somebody's journey: the way there and back, who picks them up, how green it is, and what shows it. */
export const journeyShape = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  departure: z.string().nullable(),
  returnDate: z.string().nullable(),
  home: place.nullable(),
  place: place.nullable(),
  out: way.nullable(),
  back: way.nullable(),
  late: z.object({ from: z.string(), until: z.string(), text: z.string().nullable() }),
  arrivalContact: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  green: greenAnswer,
  greenMeans: z.array(z.enum(means)).describe('What the sender counts as green'),
  declaration: z
    .object({
      means: z.array(z.enum(means)),
      note: z.string().nullable(),
      onPaper: z.boolean().describe('Signed on paper and written down by the sender'),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
  whyNotDeclare: z.enum(['legs-not-green']).nullable(),
  saysGreen: z
    .boolean()
    .nullable()
    .describe('What the grant says; null where nobody has said it, or money is not shown'),
  proofs: z.array(
    z.object({
      id: z.string(),
      fileId: z.string(),
      fileName: z.string(),
      kind: z.enum(['ticket', 'green-declaration']),
      keptBy: z.string(),
      at: z.string(),
      mayRemove: z.boolean(),
    }),
  ),
  mayEdit: z.boolean(),
})

export type ShownJourney = z.input<typeof journeyShape>

export const proofInput = z.object({
  fileId: z.uuid(),
  kind: z.enum(['ticket', 'green-declaration']),
  replaces: z.uuid().optional().describe('A proof that goes when this one is kept'),
})

/** The statement on honour that the main part of the way is by these means. */
export const declarationInput = z.object({
  means: z.array(z.enum(means)).min(1).max(8),
  note: words(1000).nullish(),
  honour: z.literal(true).describe('Said by whoever states it'),
})
export const paperDeclaration = declarationInput.omit({ honour: true }).extend({
  fileId: z.uuid().describe('The signed paper'),
})

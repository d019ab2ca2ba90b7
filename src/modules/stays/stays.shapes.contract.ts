import { z } from 'zod'
import { housingKinds, vettingStandings } from './vetting.rules.ts'

export const words = (max: number) => z.string().normalize('NFC').trim().max(max)
export const day = z.iso.date()
export const organisation = z.object({ organisation: z.uuid() })
export const housing = organisation.extend({ housing: z.uuid() })
export const stay = organisation.extend({ stay: z.uuid() })
export const mobility = organisation.extend({ mobility: z.uuid() })
export const own = z.object({ mobility: z.uuid() })
export const photo = { photo: z.uuid() }
export const reading = { permission: 'mobilities.read' } as const
export const editing = { permission: 'mobilities.edit' } as const

export const steps = ['planned', 'checked-in', 'checked-out', 'cancelled'] as const

const optional = (max: number) => words(max).nullish()
const flag = z.boolean().default(false)

export const housingInput = z.object({
  name: words(200).min(1),
  kind: z.enum(housingKinds),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  town: optional(200),
  address: optional(300),
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(180).nullish(),
  contact: optional(200),
  phone: optional(50),
  email: z.email().max(200).nullish(),
  accessible: flag.describe('Without steps'),
  pets: flag,
  smoking: flag,
  quiet: flag,
  dietKitchen: flag,
  vettedUntil: day.nullish(),
  vettingNote: optional(1000),
  pricePerNight: z.number().min(0).max(10_000).multipleOf(0.01).nullish(),
  keys: optional(300),
  rules: optional(4000),
  profile: optional(4000).describe('What a family tells its guests about itself'),
  note: optional(4000).describe('Read by the own staff only'),
  rooms: z
    .array(
      z.object({
        id: z.uuid().nullish().describe('Of a room that is there already; its name may change'),
        name: words(100).min(1),
        beds: z.number().int().min(1).max(100),
      }),
    )
    .max(200)
    .describe('All rooms; one that is left out is no longer given away'),
})

const file = z.object({ id: z.string(), name: z.string() })

const room = z.object({
  id: z.string(),
  name: z.string(),
  beds: z.array(z.object({ id: z.string(), name: z.string() })),
})

export const housingShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(housingKinds),
  country: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  accessible: z.boolean(),
  pets: z.boolean(),
  smoking: z.boolean(),
  quiet: z.boolean(),
  dietKitchen: z.boolean(),
  vettedUntil: z.string().nullable(),
  vettingNote: z.string().nullable(),
  vetting: z.enum(vettingStandings),
  pricePerNight: z.number().nullable(),
  keys: z.string().nullable(),
  rules: z.string().nullable(),
  profile: z.string().nullable(),
  note: z.string().nullable(),
  rooms: z.array(room),
  photos: z.array(file),
  archived: z.boolean(),
  version: z.number().int(),
})

export const shownStay = z.object({
  id: z.string(),
  mobilityId: z.string(),
  participant: z.string(),
  schoolId: z.string(),
  school: z.string(),
  flow: z.string().nullable(),
  minor: z.boolean().nullable(),
  departure: z.string().nullable(),
  returnDate: z.string().nullable(),
  housingId: z.string(),
  housing: z.string(),
  roomId: z.string(),
  room: z.string(),
  bedId: z.string(),
  bed: z.string(),
  startsOn: z.string(),
  endsOn: z.string().describe('The day of leaving; the bed is free from this day on'),
  step: z.enum(steps),
  arrivedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  keys: z.string().nullable(),
  keysBack: z.boolean(),
  deposit: z.number().nullable(),
  depositBack: z.number().nullable(),
  condition: z.string().nullable(),
  conditionAfter: z.string().nullable(),
  version: z.number().int(),
})

/** A stay on the board, with its sender's sign: letters, a colour and a pattern. */
export const stayOnBoard = shownStay.extend({
  mark: z.object({ short: z.string(), tone: z.number().int(), pattern: z.number().int() }),
})

/** Somebody who has no bed yet. */
export const bedless = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  schoolId: z.string(),
  school: z.string(),
  flow: z.string().nullable(),
  minor: z.boolean().nullable(),
  departure: z.string().nullable(),
  returnDate: z.string().nullable(),
})

/** A room as somebody may choose it: how many beds are free in the whole time, or why it is not for them. */
export const roomChoice = z.object({
  id: z.string(),
  name: z.string(),
  housingId: z.string(),
  housing: z.string(),
  town: z.string().nullable(),
  free: z.number().int().describe('Beds that are free on every night of the time'),
  whyNot: z.array(z.string()).describe('Codes; empty where it is possible'),
})

export const address = z.object({
  id: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  step: z.enum(steps),
  arrivedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  deposit: z.number().nullable(),
  depositBack: z.number().nullable(),
  housing: z.string(),
  kind: z.enum(housingKinds),
  room: z.string(),
  bed: z.string(),
  address: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  rules: z.string().nullable(),
  profile: z.string().nullable(),
  photos: z.array(file.extend({ moment: z.enum(['in', 'out']).nullable().describe('Null: of the housing') })),
})

export const photoFile = file

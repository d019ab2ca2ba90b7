import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'

const organisation = z.object({ organisation: z.uuid() })
const housing = organisation.extend({ housing: z.uuid() })
const stay = organisation.extend({ stay: z.uuid() })
const reading = { permission: 'mobilities.read' } as const
const editing = { permission: 'mobilities.edit' } as const
const words = (max: number) => z.string().normalize('NFC').trim().max(max)

export const housingKinds = ['flat', 'residence', 'family', 'hotel'] as const

export const housingInput = z.object({
  name: words(200).min(1),
  kind: z.enum(housingKinds),
  country: z.string().length(2).nullish(),
  town: words(200).nullish(),
  address: words(300).nullish(),
  contact: words(300).nullish(),
  accessible: z.boolean().default(false),
  pets: z.boolean().default(false),
  smoking: z.boolean().default(false),
  quiet: z.boolean().default(false),
  vettedUntil: z.iso.date().nullish(),
  pricePerNight: z.number().min(0).max(10_000).multipleOf(0.01).nullish(),
  rules: words(4000).nullish(),
  note: words(4000).nullish(),
  rooms: z
    .array(z.object({ name: words(100).min(1), beds: z.number().int().min(0).max(100) }))
    .max(200)
    .describe('All rooms; one that is left out is no longer given away'),
})

const room = z.object({ id: z.string(), name: z.string(), beds: z.number().int() })
const housingShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(housingKinds),
  country: z.string().nullable(),
  town: z.string().nullable(),
  address: z.string().nullable(),
  contact: z.string().nullable(),
  accessible: z.boolean(),
  pets: z.boolean(),
  smoking: z.boolean(),
  quiet: z.boolean(),
  vettedUntil: z.string().nullable(),
  pricePerNight: z.number().nullable(),
  rules: z.string().nullable(),
  note: z.string().nullable(),
  rooms: z.array(room),
  archived: z.boolean(),
  version: z.number().int(),
})

const shownStay = z.object({
  id: z.string(),
  mobilityId: z.string(),
  participant: z.string(),
  school: z.string(),
  roomId: z.string(),
  bed: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  step: z.enum(['planned', 'checked-in', 'checked-out', 'cancelled']),
  keys: z.string().nullable(),
  deposit: z.number().nullable(),
  condition: z.string().nullable(),
  version: z.number().int(),
})

const address = z.object({
  startsOn: z.string(),
  endsOn: z.string(),
  step: z.string(),
  housing: z.string(),
  kind: z.string(),
  room: z.string(),
  bed: z.string(),
  address: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  contact: z.string().nullable(),
  rules: z.string().nullable(),
})

export const staysContract = endpoints({
  listHousings: {
    method: 'GET',
    path: '/organisations/:organisation/housings',
    summary: 'The register of housing, by name',
    tag: 'stays',
    audience: reading,
    params: organisation,
    query: pageQuery.extend({ q: z.string().max(200).optional() }),
    answer: pageOf(housingShape),
  },
  addHousing: {
    method: 'POST',
    path: '/organisations/:organisation/housings',
    summary: 'Adds a flat, residence, host family or hotel with its rooms',
    tag: 'stays',
    audience: editing,
    params: organisation,
    body: housingInput,
    answer: housingShape,
    status: 201,
  },
  readHousing: {
    method: 'GET',
    path: '/organisations/:organisation/housings/:housing',
    summary: 'One housing with its rooms',
    tag: 'stays',
    audience: reading,
    params: housing,
    answer: housingShape,
  },
  saveHousing: {
    method: 'PUT',
    path: '/organisations/:organisation/housings/:housing',
    summary: 'Saves a housing with its rooms',
    tag: 'stays',
    audience: editing,
    params: housing,
    body: housingInput.extend({ version: z.number().int(), archived: z.boolean().default(false) }),
    answer: housingShape,
  },
  board: {
    method: 'GET',
    path: '/organisations/:organisation/bed-board',
    summary: 'All rooms of a page of housings, and who has a bed in them in a period',
    tag: 'stays',
    audience: reading,
    params: organisation,
    query: pageQuery.extend({ from: z.iso.date(), to: z.iso.date(), q: z.string().max(200).optional() }),
    answer: pageOf(housingShape.extend({ stays: z.array(shownStay) })),
  },
  allocate: {
    method: 'POST',
    path: '/organisations/:organisation/stays/allocation',
    summary: 'Finds beds for the people of flows by lawful rules; nothing is saved',
    tag: 'stays',
    audience: editing,
    params: organisation,
    body: z.object({ flowIds: z.array(z.uuid()).min(1).max(50) }),
    answer: z.object({
      proven: z.boolean(),
      people: z.number().int(),
      given: z.array(
        z.object({
          mobilityId: z.string(),
          participant: z.string(),
          school: z.string(),
          roomId: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
        }),
      ),
      without: z.array(
        z.object({
          mobilityId: z.string(),
          participant: z.string(),
          school: z.string(),
          reasons: z.array(z.string()),
        }),
      ),
      rooms: z.array(
        z.object({ id: z.string(), room: z.string(), housing: z.string(), beds: z.number().int() }),
      ),
    }),
  },
  give: {
    method: 'POST',
    path: '/organisations/:organisation/stays',
    summary:
      'Gives people beds in rooms; each is judged for itself, and a bed that somebody else was quicker to take is refused',
    tag: 'stays',
    audience: editing,
    params: organisation,
    body: z.object({
      stays: z
        .array(
          z.object({ mobilityId: z.uuid(), roomId: z.uuid(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
        )
        .min(1)
        .max(5000),
    }),
    answer: z.object({
      done: z.number().int(),
      refused: z.array(z.object({ participant: z.string(), code: z.string() })),
    }),
    status: 201,
  },
  saveStay: {
    method: 'PUT',
    path: '/organisations/:organisation/stays/:stay',
    summary: 'Checks somebody in or out, changes the days, or takes the bed back',
    tag: 'stays',
    audience: editing,
    params: stay,
    body: z.object({
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      step: z.enum(['planned', 'checked-in', 'checked-out', 'cancelled']),
      keys: words(200).nullish(),
      deposit: z.number().min(0).max(100_000).multipleOf(0.01).nullish(),
      condition: words(4000).nullish(),
      version: z.number().int(),
    }),
    answer: shownStay,
  },
  ofMobility: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/stays',
    summary: 'Where a participant lives, from when to when',
    tag: 'stays',
    audience: reading,
    params: organisation.extend({ mobility: z.uuid() }),
    answer: z.object({ items: z.array(address) }),
  },
  readOwn: {
    method: 'GET',
    path: '/me/mobilities/:mobility/stays',
    summary: 'Where one lives oneself, or a minor in one’s care',
    tag: 'stays',
    audience: 'person',
    params: z.object({ mobility: z.uuid() }),
    answer: z.object({ items: z.array(address) }),
  },
})

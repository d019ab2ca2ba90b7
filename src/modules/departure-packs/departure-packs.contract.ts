import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { journeyShape } from '#modules/journeys/journeys.shapes.contract.ts'
import { housingKinds } from '#modules/stays/vetting.rules.ts'

const own = z.object({ mobility: z.uuid() })
const ofOrganisation = z.object({ organisation: z.uuid(), mobility: z.uuid() })

/** What somebody needs on the way and in the first days, on one page. */
const pack = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  flow: z.string().nullable(),
  sender: z.string(),
  host: z.string().nullable(),
  country: z.string().nullable(),
  town: z.string().nullable(),
  departure: z.string().nullable(),
  return: z.string().nullable(),
  work: z
    .array(
      z.object({
        company: z.string(),
        startsOn: z.string().nullable(),
        endsOn: z.string().nullable(),
        address: z.string().nullable(),
        hours: z.string().nullable(),
        tutor: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    )
    .describe('Confirmed placements, in turn'),
  ways: journeyShape.pick({ out: true, back: true, late: true, arrivalContact: true }),
  insurance: z.object({ insurer: z.string(), emergencyPhone: z.string() }).nullable(),
  homes: z.array(
    z.object({
      startsOn: z.string(),
      endsOn: z.string(),
      housing: z.string(),
      kind: z.enum(housingKinds),
      room: z.string(),
      address: z.string().nullable(),
      town: z.string().nullable(),
      contact: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      rules: z.string().nullable(),
    }),
  ),
  helpers: z
    .array(
      z.object({
        role: z.string(),
        organisation: z.string(),
        name: z.string().nullable(),
        duty: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    )
    .describe('Who helps, first the one to ask first'),
  missing: z
    .array(z.object({ key: z.string(), title: z.string().nullable(), owner: z.string() }))
    .describe('Tasks that the pack waits for'),
  givenAt: z.iso.datetime().nullable(),
  receivedAt: z.iso.datetime().nullable().describe('Since when it is kept on the participant’s phone'),
})

export const departurePacksContract = endpoints({
  readOwn: {
    method: 'GET',
    path: '/me/mobilities/:mobility/departure-pack',
    summary: 'Work, home, way and whom to call, on one page; for oneself or a minor in one’s care',
    tag: 'departure-packs',
    audience: 'person',
    params: own,
    answer: pack,
  },
  receive: {
    method: 'POST',
    path: '/me/mobilities/:mobility/departure-pack/receipt',
    summary: 'Says that the pack is on the phone now',
    tag: 'departure-packs',
    audience: 'person',
    params: own,
    answer: pack,
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/departure-pack',
    summary: 'The departure pack as its participant has it',
    tag: 'departure-packs',
    audience: { permission: 'mobilities.read' },
    params: ofOrganisation,
    answer: pack,
  },
})

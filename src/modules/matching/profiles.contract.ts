import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { languageLevel } from '#modules/companies/companies.shapes.contract.ts'
import { reasonShape } from './plans.contract.ts'

const mobility = z.object({ organisation: z.uuid(), mobility: z.uuid() })
const own = z.object({ mobility: z.uuid() })
const reading = { permission: 'mobilities.read' } as const
const editing = { permission: 'mobilities.edit' } as const

const kilometres = z.number().int().min(0).max(1000)
const ids = z.array(z.uuid()).max(10)
/** As many as can be named where rooms are given: it is one list. */
const friends = z.array(z.uuid()).max(20)
const wishes = {
  accessNeeds: z.boolean().default(false),
  wishes: ids.default([]).describe('Positions, best first'),
  friends: friends.default([]).describe('Mobilities of those they would like to work with'),
  mostKilometres: kilometres.nullish(),
}
export const profileField = z.string().regex(/^\d{2,4}$/)
const profile = z.object({
  ...wishes,
  field: profileField.nullish(),
  languages: z.array(languageLevel).max(10).default([]),
  skills: z.array(z.string().normalize('NFC').trim().min(1).max(200)).max(50).default([]),
  wantedBy: ids.default([]).describe('Positions whose company asked for this person'),
})
const version = z.number().int().min(0)

const position = z.object({
  id: z.string(),
  title: z.string(),
  company: z.string().nullable().describe('Named to the owner of the register alone'),
  town: z.string().nullable(),
  country: z.string().nullable(),
  field: z.string().nullable(),
})
const companion = z.object({ id: z.string(), name: z.string() })
const known = {
  positions: z.array(position).describe('Those wished for and those that ask for the person, by their names'),
  people: z.array(companion).describe('The friends by their names'),
  version,
}
const profileShape = profile.required().extend({
  field: z.string().nullable(),
  mostKilometres: kilometres.nullable(),
  ...known,
})
const wishesShape = z
  .object(wishes)
  .required()
  .extend({ mostKilometres: kilometres.nullable(), ...known })

const search = z.object({ q: z.string().max(200).default('').describe('Words of the work or the town') })
const positions = z.object({ items: z.array(position).describe('30 at most') })
const companions = z.object({ items: z.array(companion) })
export const profilesContract = endpoints({
  readProfile: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/placement-profile',
    summary: 'What matters for where somebody works: field, languages, skills, wishes',
    tag: 'matching',
    audience: reading,
    params: mobility,
    answer: profileShape,
  },
  saveProfile: {
    method: 'PUT',
    path: '/organisations/:organisation/mobilities/:mobility/placement-profile',
    summary: 'Saves what matters for where somebody works',
    tag: 'matching',
    audience: editing,
    params: mobility,
    body: profile.extend({ version }),
    answer: profileShape,
  },
  tryProfile: {
    method: 'POST',
    path: '/organisations/:organisation/mobilities/:mobility/placement-profile/fit',
    summary:
      'Which positions of the register would fit with such a profile, and what stands against the others',
    tag: 'matching',
    audience: reading,
    params: mobility,
    body: profile,
    answer: z.object({
      open: z.number().int().describe('Positions of the register that are offered'),
      fits: z.number().int(),
      best: z
        .array(z.object({ positionId: z.string(), points: z.number().int() }))
        .describe('Five at most, those worth most first, by the usual weights and without friends'),
      reasons: z.array(reasonShape),
      positions: z.array(
        z.object({ id: z.string(), title: z.string(), company: z.string(), companyId: z.string() }),
      ),
    }),
  },
  wishable: {
    method: 'GET',
    path: '/organisations/:organisation/mobilities/:mobility/wishable-positions',
    summary: 'Positions that somebody can wish for: at the time and in the country of the stay',
    tag: 'matching',
    audience: reading,
    params: mobility,
    query: search,
    answer: positions,
  },
})

export const ownWishesContract = endpoints({
  read: {
    method: 'GET',
    path: '/me/mobilities/:mobility/placement-wishes',
    summary: 'What one wishes for one’s own place of work',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    answer: wishesShape,
  },
  save: {
    method: 'PUT',
    path: '/me/mobilities/:mobility/placement-wishes',
    summary: 'Says what one wishes for one’s own place of work',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    body: z.object(wishes).extend({ version }),
    answer: wishesShape,
  },
  wishable: {
    method: 'GET',
    path: '/me/mobilities/:mobility/wishable-positions',
    summary: 'Work that one can wish for, by its name and town',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    query: search,
    answer: positions,
  },
  companions: {
    method: 'GET',
    path: '/me/mobilities/:mobility/companions',
    summary: 'Who of one’s own school travels in the same flow, found by name',
    tag: 'own-placements',
    audience: 'person',
    params: own,
    query: z.object({
      q: z.string().trim().max(200).default('').describe('Two letters at least; else nobody'),
    }),
    answer: companions,
  },
})

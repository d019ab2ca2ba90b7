import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import { invitationAnswer, invitationWords } from './invitations.contract.ts'
import { dutyAnswer, holderInput } from './members.contract.ts'
import {
  countryCode,
  duty,
  email,
  inOrganisation,
  oneOrMany,
  optionalText,
  partnershipKind,
  reach,
  shownReach,
  text,
  yesNo,
} from './organisations.shapes.contract.ts'

const reading = { permission: 'organisation.read' } as const
const managing = { permission: 'partners.manage' } as const
const onePartner = inOrganisation.extend({ partner: z.uuid() })
const tag = 'partners'

export const partnerItem = z.object({
  id: z.string(),
  kind: z.string(),
  kinds: z.array(partnershipKind).describe('As what the partner works with the organisation'),
  ...shownReach,
  claimed: z.boolean().describe('Somebody of its own keeps the record'),
  archived: z.boolean(),
  mobilities: z.number().int().describe('Mobilities that both take part in'),
  version: z.number().int(),
})

const partnerAnswer = partnerItem.extend({
  note: z.string().nullable(),
  contacts: z.array(dutyAnswer).describe('Who answers for what at the partner'),
  whyNotEdit: z.enum(['partner-claimed', 'partner-kept-by-other']).nullable(),
  invitation: invitationAnswer.nullable().describe('The latest invitation to take the record over'),
})

const duplicateItem = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  town: z.string().nullable(),
  oid: z.string().nullable(),
  erasmusCode: z.string().nullable(),
  by: z.enum(['oid', 'erasmus-code', 'name']),
  likeness: z.number().describe('How alike the names are, 0 to 1'),
  partner: z.boolean().describe('Whether it is a partner already'),
})

export const partnersContract = endpoints({
  listPartners: {
    method: 'GET',
    path: '/organisations/:organisation/partners',
    summary: 'The organisation’s partners by name',
    tag,
    audience: reading,
    params: inOrganisation,
    query: pageQuery.extend({
      q: z
        .string()
        .max(200)
        .optional()
        .describe('Parts of a name, town, OID or Erasmus code; accents do not matter'),
      country: oneOrMany(countryCode).optional(),
      kind: oneOrMany(partnershipKind).optional(),
      archived: yesNo.optional().describe('Only archived ones, or only those at work; both when absent'),
    }),
    answer: pageOf(partnerItem),
  },
  findPartnerDuplicates: {
    method: 'GET',
    path: '/organisations/:organisation/partners/duplicates',
    summary: 'Partners that may already be this one: by OID, Erasmus code or a similar name',
    tag,
    audience: reading,
    params: inOrganisation,
    query: z.object({
      name: z.string().max(300).default(''),
      country: countryCode.optional(),
      oid: z.string().max(40).optional(),
      erasmusCode: z.string().max(40).optional(),
      except: z.uuid().optional().describe('A partner that is not meant'),
    }),
    answer: z.object({ items: z.array(duplicateItem) }),
  },
  readPartner: {
    method: 'GET',
    path: '/organisations/:organisation/partners/:partner',
    summary: 'One partner with its contacts',
    tag,
    audience: reading,
    params: onePartner,
    answer: partnerAnswer,
  },
  createPartner: {
    method: 'POST',
    path: '/organisations/:organisation/partners',
    summary: 'Writes down a partner; it needs no account to take part',
    tag,
    audience: managing,
    params: inOrganisation,
    body: z.object({
      name: text(300).min(1),
      kinds: z.array(partnershipKind).min(1).max(4),
      ...reach,
      note: optionalText(5000),
    }),
    answer: partnerAnswer,
    status: 201,
  },
  linkPartner: {
    method: 'POST',
    path: '/organisations/:organisation/partners/:partner/link',
    summary: 'Makes an organisation that works on this SoftMob a partner',
    tag,
    audience: managing,
    params: onePartner,
    body: z.object({ oid: z.string().max(40), kinds: z.array(partnershipKind).min(1).max(4) }),
    answer: partnerAnswer,
  },
  editPartner: {
    method: 'PATCH',
    path: '/organisations/:organisation/partners/:partner',
    summary:
      'Changes a partner’s own fields while nobody of its own keeps them; edits of different fields merge',
    tag,
    audience: managing,
    params: onePartner,
    body: z.object({ name: text(300).min(1).optional(), ...reach }),
    answer: partnerAnswer,
    versioned: true,
  },
  putPartnership: {
    method: 'PUT',
    path: '/organisations/:organisation/partners/:partner/partnership',
    summary: 'Says as what one works with a partner, keeps a note, archives it or brings it back',
    tag,
    audience: managing,
    params: onePartner,
    body: z.object({
      kinds: z.array(partnershipKind).min(1).max(4),
      note: optionalText(5000),
      archived: z.boolean().default(false),
    }),
    answer: partnerAnswer,
  },
  putPartnerContacts: {
    method: 'PUT',
    path: '/organisations/:organisation/partners/:partner/contacts/:duty',
    summary: 'Names who answers for a duty at a partner, while nobody of its own keeps the record',
    tag,
    audience: managing,
    params: onePartner.extend({ duty }),
    body: z.object({ holders: z.array(holderInput).max(20) }),
    answer: partnerAnswer,
  },
  invitePartner: {
    method: 'POST',
    path: '/organisations/:organisation/partners/:partner/invitation',
    summary: 'Invites somebody of the partner to take its record over and work here',
    tag,
    audience: managing,
    params: onePartner,
    body: z.object({ email, name: optionalText(200), ...invitationWords }),
    answer: invitationAnswer,
    status: 201,
  },
})

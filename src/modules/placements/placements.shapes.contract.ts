import { z } from 'zod'
import { languageLevel } from '#modules/companies/companies.shapes.contract.ts'
import { partyRoles } from '#modules/mobilities/party-roles.rules.ts'
import { ageBands } from './company-view.rules.ts'
import {
  acts,
  groupNames,
  interviewWays,
  refusalReasons,
  steps,
  withdrawalReasons,
} from './placement-steps.rules.ts'

const words = (max: number) => z.string().normalize('NFC').trim().max(max)
const text = (max: number) => words(max).nullish()
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(9).optional(),
  )
const named = z.object({ id: z.string(), name: z.string() })

const tutorInput = z.object({
  name: words(200).min(1),
  phone: words(60).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
})
const interviewInput = z.object({
  day: z.iso.date(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullish()
    .describe('HH:MM at the place'),
  way: z.enum(interviewWays),
  place: text(500).describe('Number, address of the call or of the place'),
})
const workplace = { workingHours: text(300), workplaceAddress: text(500), tutor: tutorInput.nullish() }

const interviewAct = z.object({ do: z.literal('interview'), interview: interviewInput })
const outcomeAct = z.object({ do: z.literal('outcome'), outcome: words(1000).min(1) })
const acceptAct = z.object({ do: z.literal('accept'), ...workplace })
const refuseAct = z.object({ do: z.literal('refuse'), code: z.enum(refusalReasons), reason: text(1000) })
const withdrawAct = z.object({
  do: z.literal('withdraw'),
  code: z.enum(withdrawalReasons),
  reason: text(1000),
})

/** What a company can answer. */
export const companyAnswer = z.discriminatedUnion('do', [
  interviewAct,
  outcomeAct,
  acceptAct,
  refuseAct,
  withdrawAct,
])
/** What staff can do to one placement. */
export const staffAct = z.discriminatedUnion('do', [
  z.object({ do: z.literal('send') }),
  interviewAct,
  outcomeAct,
  acceptAct,
  refuseAct,
  z.object({ do: z.literal('approve') }),
  z.object({
    do: z.literal('confirm'),
    reason: text(1000).describe('Needed where sender or participant has not said yes'),
  }),
  withdrawAct,
])

export const placementFilters = z.object({
  step: many(z.enum(steps)),
  group: z.enum(groupNames).optional().describe('Steps by who is waited for'),
  flow: z.uuid().optional(),
  company: z.uuid().optional(),
  mobility: z.uuid().optional(),
  plan: z.uuid().optional(),
  q: z.string().max(200).optional().describe('Words of the participant or the company'),
})

/** What staff can do to many: named ones, or all that match. */
export const bulkAct = z.object({
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('send') }),
    z.object({ do: z.literal('approve') }),
    z.object({ do: z.literal('confirm'), reason: text(1000) }),
    withdrawAct,
  ]),
  ids: z.array(z.uuid()).min(1).max(1000).optional(),
  all: placementFilters.optional().describe('All that match, where `ids` names none; 1,000 at most'),
})

/** What can be asked for, by staff, companies and participants. */
export type AskedAct =
  | z.output<typeof staffAct>
  | z.output<typeof companyAnswer>
  | z.output<typeof bulkAct>['act']
  | { do: 'object'; words: string }

const interviewShape = z.object({
  day: z.string(),
  time: z.string().nullable(),
  way: z.enum(interviewWays),
  place: z.string().nullable(),
  outcome: z.string().nullable(),
})
const tutorShape = z.object({ name: z.string(), phone: z.string(), email: z.string() })
const actShape = z.object({
  act: z.enum(acts),
  whyNot: z
    .object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
})

const shared = {
  id: z.string(),
  step: z.enum(steps),
  since: z.iso.datetime(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  share: z.number().int().describe('Per cent of the whole placement'),
  interview: interviewShape.nullable(),
  workingHours: z.string().nullable(),
  workplaceAddress: z.string().nullable(),
  tutor: tutorShape.nullable(),
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
}

export const placementRow = z.object({
  ...shared,
  version: z.number().int(),
  mobility: z.object({ id: z.string(), number: z.number().int(), status: z.string() }),
  participant: z.string(),
  school: named,
  flow: named.nullable(),
  company: named.extend({ town: z.string().nullable(), country: z.string().nullable() }),
  position: z.object({ id: z.string(), title: z.string() }).nullable(),
  arrangedBy: named,
  sentAt: z.iso.datetime().nullable(),
  approvals: z.object({
    sender: z.boolean(),
    participant: z.boolean(),
    by: z.enum(['participant', 'guardian']),
  }),
  objection: z.string().nullable().describe('What the participant says is wrong'),
  turns: z.array(z.enum(partyRoles)).describe('Who is waited for'),
  acts: z.array(actShape).describe('What the asking organisation can do, or why not'),
})

/** A person as a company sees them. */
export const companyView = z.object({
  givenName: z.string(),
  age: z.number().int().nullable().describe('Only where the position has a minimum age'),
  ageBand: z.enum(ageBands).nullable(),
  school: z.string(),
  schoolTown: z.string().nullable(),
  schoolCountry: z.string().nullable(),
  field: z.string().nullable().describe('ISCED-F 2013'),
  languages: z.array(z.object({ code: z.string(), level: z.string() })),
  skills: z.array(z.string()),
  about: z.string().nullable(),
  hopes: z.string().nullable(),
  hasCv: z.boolean(),
  cvName: z.string().nullable(),
})

/** A placement as its company sees it. */
export const offeredPlacement = z.object({
  ...shared,
  mobilityId: z.string(),
  familyName: z.string().nullable().describe('From the company’s yes on'),
  profile: companyView.nullable(),
  position: z.string().nullable(),
  tasks: z.string().nullable(),
  from: z.string().describe('The organisation that proposes'),
  acts: z.array(actShape),
})

/** A placement as the participant and the guardian see it. */
export const ownPlacement = z.object({
  ...shared,
  company: z.object({
    name: z.string(),
    town: z.string().nullable(),
    country: z.string().nullable(),
  }),
  position: z.string().nullable(),
  tasks: z.string().nullable(),
  approval: z
    .enum(['yours', 'guardian', 'given', 'later', 'none'])
    .describe('Whose yes is asked: that of the asking person, of the guardian, nobody’s any more'),
  objection: z.string().nullable(),
  approvedBySender: z.boolean(),
})

export const profileInput = z.object({
  about: text(2000),
  hopes: text(1000),
  languages: z.array(languageLevel).max(10).default([]),
  skills: z.array(words(200).min(1)).max(30).default([]),
  cvFileId: z.uuid().nullish(),
  version: z.number().int(),
})
export const profileShape = z.object({
  view: companyView,
  about: z.string().nullable(),
  hopes: z.string().nullable(),
  languages: z.array(languageLevel),
  skills: z.array(z.string()),
  cv: z.object({ id: z.string(), name: z.string() }).nullable(),
  version: z.number().int(),
})

export const proposalInput = z.object({
  mobilityId: z.uuid(),
  positionId: z.uuid().nullish().describe('A position of the own register'),
  companyId: z.uuid().nullish().describe('A known company, where no position is named'),
  name: words(200).min(1).optional().describe('A new company, written down as a partner'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  town: text(200),
  startsOn: z.iso.date().nullish(),
  endsOn: z.iso.date().nullish(),
  share: z.number().int().min(1).max(100).default(100),
  inTurnWith: z.uuid().nullish().describe('Another placement of the same person that makes room'),
  ...workplace,
})
export const changeInput = z.object({
  startsOn: z.iso.date().nullish(),
  endsOn: z.iso.date().nullish(),
  share: z.number().int().min(1).max(100),
  ...workplace,
  version: z.number().int(),
})

export const repairShape = z.object({
  planId: z.string().nullable().describe('The applied plan to repair, where there is one'),
  flowIds: z.array(z.string()),
  positionIds: z.array(z.string()).describe('To be left out'),
})

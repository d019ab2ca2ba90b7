import { z } from 'zod'
import { pageQuery } from '#shared/pages.ts'
import { partyRoles } from './party-roles.rules.ts'
import { statuses } from './statuses.rules.ts'

const day = z.iso.date()
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  )

/** What narrows a list of mobilities: used by the list, its counts, its export and by bulk actions. */
export const mobilityFilters = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe("Part of the participant's name, accents ignored, or the number"),
  status: many(z.enum(statuses)),
  country: many(z.string().regex(/^[A-Z]{2}$/)),
  flow: many(z.uuid()),
  project: many(z.uuid()),
  activityType: many(z.string().max(40)),
  turn: many(z.enum([...partyRoles, 'nobody'])).describe('Whose turn it is'),
  partner: z.uuid().optional().describe('The hosting, sending or company organisation on the other side'),
  import: z.uuid().optional().describe('Brought in by this import'),
  person: z.uuid().optional(),
  departureFrom: day.optional(),
  departureTo: day.optional(),
  late: z.enum(['yes']).optional().describe('Only those with a task that is late'),
})

export const mobilitySorts = ['departure', '-departure', 'name', '-name', 'due'] as const

export const mobilityListQuery = pageQuery.extend(mobilityFilters.shape).extend({
  sort: z.enum(mobilitySorts).default('departure'),
  count: z.enum(['yes']).optional().describe('Also answer `total`'),
})

const named = z.object({ id: z.string(), name: z.string() })

/** One row of the grid. */
export const mobilityRow = z.object({
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  participant: z.object({ id: z.string(), name: z.string(), minor: z.boolean() }),
  status: z.enum(statuses),
  activityType: z.string(),
  flow: named.nullable(),
  country: z.string().nullable(),
  town: z.string().nullable(),
  departure: day.nullable(),
  return: day.nullable(),
  sending: named,
  hosting: named.nullable(),
  company: named.nullable(),
  line: z.string().describe('The line in short form (tasks/line-code.rules.ts)'),
  turn: z.enum(partyRoles).nullable(),
  turnSince: day.nullable(),
  nextDue: day.nullable(),
  done: z.number().int(),
  total: z.number().int(),
})

const reason = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })

export const contactShape = z.object({
  role: z.enum(partyRoles),
  duty: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organisation: z.string().nullable(),
})

/** A party of the record: an organisation with its contacts or a person. */
const party = z.object({
  role: z.enum(partyRoles),
  organisation: z
    .object({
      id: z.string(),
      name: z.string(),
      town: z.string().nullable(),
      country: z.string().nullable(),
      claimed: z.boolean(),
    })
    .nullable(),
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      hasAccount: z.boolean(),
    })
    .nullable(),
})

/** The whole record as one party sees it. */
export const mobilityRecord = mobilityRow.extend({
  statusSince: z.iso.datetime(),
  statusReason: z.string().nullable(),
  statusDay: day.nullable(),
  project: z.object({ id: z.string(), code: z.string(), title: z.string() }).nullable(),
  field: z.string().nullable(),
  companyStage: z.enum(['proposed', 'confirmed', 'declined']).nullable(),
  companyNote: z.string().nullable(),
  workingHours: z.string().nullable(),
  workplaceAddress: z.string().nullable(),
  notedGrant: z
    .number()
    .nullable()
    .describe('A grant as a source file stated it, euros; only for those who may read money'),
  note: z.string().nullable().describe("The sending institution's own note; null for everybody else"),
  externalId: z.string().nullable(),
  days: z.number().int().nullable().describe('First and last day counted'),
  durationProblem: reason.nullable(),
  checklist: named.nullable(),
  roles: z.array(z.enum(partyRoles)).describe('The roles that the asking party holds here'),
  may: z.object({
    edit: z.boolean(),
    proposeCompany: z.boolean(),
    editContacts: z.array(z.enum(partyRoles)),
    addTask: z.boolean(),
    setHost: z.boolean(),
  }),
  parties: z.array(party),
  contacts: z.array(contactShape),
  changes: z.array(
    z.object({
      to: z.enum(statuses),
      kind: z.enum(['forward', 'end', 'resume', 'back']),
      allowed: z.boolean(),
      reason: reason.nullable(),
      needsReason: z.boolean(),
      canOverride: z.boolean(),
    }),
  ),
  facts: z.array(z.object({ name: z.string(), at: z.iso.datetime(), by: z.string().nullable() })),
  recordable: z
    .array(z.string())
    .describe('Names of facts that the asking party may record or take back by hand'),
  problems: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      answer: z.string().nullable(),
      answeredBy: z.string().nullable(),
    }),
  ),
})

/** What can be edited by the sending institution. */
export const mobilityEdit = z
  .object({
    flowId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    activityType: z.string().max(40),
    departure: day.nullable(),
    return: day.nullable(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    town: z.string().trim().max(200).nullable(),
    field: z.string().trim().max(200).nullable(),
    hostingId: z.uuid().nullable(),
    companyId: z.uuid().nullable(),
    note: z.string().trim().max(4000).nullable(),
    externalId: z.string().trim().max(100).nullable(),
  })
  .partial()

export const eventShape = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  type: z.string().describe('Words in `journal:event.<type>`'),
  by: z.string(),
  byRole: z.string().nullable(),
  organisation: z.string().nullable(),
  changes: z.record(z.string(), z.array(z.unknown()).length(2)).nullable(),
  data: z.record(z.string(), z.unknown()).nullable(),
})

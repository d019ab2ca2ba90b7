import { z } from 'zod'
import { pageOf } from '#shared/pages.ts'
import { counted, serviceKeys, units } from './services.rules.ts'
import { invoiceStates, quotationStates, requestStates } from './states.rules.ts'
import { vatCodes } from './vat.rules.ts'

export const inOrganisation = z.object({ organisation: z.uuid() })
export const oneRequest = inOrganisation.extend({ request: z.uuid() })
export const oneQuotation = inOrganisation.extend({ quotation: z.uuid() })
export const oneOrder = inOrganisation.extend({ order: z.uuid() })
export const oneInvoice = inOrganisation.extend({ invoice: z.uuid() })

export const reading = { permission: 'money.read' } as const
export const editing = { permission: 'money.edit' } as const
/** Asking, ordering and cancelling say who travels where. */
export const asking = { permission: 'flows.edit' } as const

export const day = z.iso.date()
export const version = z.number().int()
/** Shapes here change nothing but blanks, so that what goes in and what comes out have one; `clean.rules.ts` does the rest. */
export const text = (most: number) => z.string().normalize('NFC').trim().max(most)
export const needed = (most: number) => text(most).min(1)
export const optional = (most: number) => text(most).nullable().default(null)
export const country = z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)')
export const currency = z.string().regex(/^[A-Z]{3}$/, 'A currency as three capital letters (ISO 4217)')
export const money = z.number().min(0).max(10_000_000).multipleOf(0.01)
const percent = z.number().min(0).max(100).multipleOf(0.01)

export const partyShape = z.object({
  name: text(300),
  street: optional(300),
  postcode: optional(20),
  town: optional(200),
  country: country.nullable().default(null),
  vatId: optional(40).describe('With the letters of the country'),
  taxNumber: optional(60).describe('A tax number that is not a VAT number'),
  registration: optional(60).describe('The number in a public register'),
  contact: optional(200),
  email: z
    .union([z.email().max(320), z.literal('')])
    .nullable()
    .default(null),
  phone: optional(60),
})

/** How lines are taxed: categories of EN 16931; the organisation says which holds for it, and why there is no VAT in its own words. */
const vatFields = {
  category: z.enum(vatCodes),
  rate: percent,
  reason: optional(500),
  reasonCode: z
    .string()
    .max(40)
    .regex(/^(VATEX-[A-Z0-9-]+)?$/, 'A code of the list VATEX, or nothing')
    .nullable()
    .default(null),
}
export const vatShape = z.object(vatFields)
export const regimeShape = z.object({ name: needed(100), ...vatFields })

export const termsShape = z.object({
  steps: z.array(z.object({ days: z.number().int().min(0).max(730), percent })).max(10),
  late: percent,
  forceMajeure: percent.nullable().default(null),
  text: optional(3000),
})

const lineFields = {
  service: z.enum(serviceKeys),
  title: needed(300),
  unit: z.enum(units),
  who: z.enum(counted).default('participants'),
  price: money,
  vat: vatShape,
}
export const priceLineShape = z.object({
  ...lineFields,
  usual: z.boolean().default(false).describe('Stands in every quotation, asked for or not'),
})
export const lineShape = z.object({
  ...lineFields,
  quantity: z.number().min(0.01).max(1_000_000).multipleOf(0.01),
})
export const linesShape = z.array(lineShape).min(1).max(100)
export const invoiceLineShape = z.object({
  title: lineFields.title,
  price: lineFields.price,
  vat: vatShape,
  quantity: z.number().min(0.01).max(1_000_000).multipleOf(0.01),
})

export const totalsAnswer = z.object({
  net: z.number(),
  vat: z.number(),
  gross: z.number(),
  groups: z.array(
    z.object({
      category: z.enum(vatCodes),
      rate: z.number(),
      reason: z.string().nullish(),
      reasonCode: z.string().nullish(),
      net: z.number(),
      vat: z.number(),
    }),
  ),
})

const steps = [
  'quote',
  'finish-quotation',
  'wait-for-quotation',
  'decide',
  'wait-for-decision',
  'requote',
  'invoice',
  'finish-invoice',
  'wait-for-payment',
  'pay',
  'nothing',
] as const

export const requestItem = z.object({
  id: z.string(),
  title: z.string(),
  side: z.enum(['sender', 'host']),
  partner: z.object({
    id: z.string(),
    name: z.string(),
    claimed: z
      .boolean()
      .describe('Works here itself; otherwise its answers are written down by the other side'),
  }),
  flow: z.object({ id: z.string(), name: z.string() }).nullable(),
  people: z.number().int(),
  mostPeople: z.number().int().nullable(),
  accompanying: z.number().int(),
  startsOn: day,
  endsOn: day,
  state: z.enum(requestStates),
  next: z.enum(steps).describe('The one thing that comes next, seen from the asking side'),
  quotation: z
    .object({
      id: z.string(),
      number: z.number().int(),
      state: z.enum(quotationStates),
      gross: z.number(),
      validUntil: day,
      optionUntil: day.nullable(),
    })
    .nullable(),
  order: z
    .object({ id: z.string(), state: z.enum(['confirmed', 'cancelled']), orderedOn: day, owed: z.number() })
    .nullable(),
  currency: z.string(),
  invoiced: z.number(),
  paid: z.number(),
})
export const sumsAnswer = z.array(
  z.object({ currency: z.string(), count: z.number().int(), gross: z.number(), open: z.number() }),
)
export const requestPage = pageOf(requestItem).extend({ sums: sumsAnswer })

export const quotationAnswer = z.object({
  id: z.string(),
  number: z.number().int(),
  state: z.enum(quotationStates),
  currency: z.string(),
  people: z.number().int(),
  accompanying: z.number().int(),
  startsOn: day,
  endsOn: day,
  validUntil: day,
  optionUntil: day.nullable(),
  lines: z.array(lineShape),
  totals: totalsAnswer,
  perPerson: z.number().describe('VAT included'),
  perPersonAtMost: z.number().nullable().describe('If as many come as the request says at most'),
  grossAtMost: z.number().nullable(),
  cancellation: termsShape,
  days: z.array(z.object({ until: day.nullable(), percent: z.number() })).describe('The terms as days'),
  letter: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  byHand: z.boolean().describe('Written down by the sender, as the host answered by mail or phone'),
  sentAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  version,
})

export const costAnswer = z.object({
  percent: z.number(),
  cost: z.number(),
  daysLeft: z.number().int(),
  by: z.enum(['step', 'late', 'force-majeure']),
  step: z.number().int().nullable(),
  next: z.object({ from: day, percent: z.number(), cost: z.number() }).nullable(),
})

export const orderAnswer = z.object({
  id: z.string(),
  state: z.enum(['confirmed', 'cancelled']),
  quotationId: z.string(),
  orderedOn: day,
  orderedBy: z.string(),
  currency: z.string(),
  gross: z.number(),
  owed: z.number().describe('What is to be paid: the price, or what cancelling costs'),
  invoiced: z.number(),
  left: z.number().describe('What has not been invoiced'),
  today: costAnswer.nullable().describe('What cancelling today would cost; null once cancelled'),
  cancelledOn: day.nullable(),
  cancellation: costAnswer
    .extend({
      side: z.enum(['sender', 'host']),
      reason: z.string().nullable(),
      by: costAnswer.shape.by.or(z.literal('host')),
    })
    .nullable(),
  version,
})

export const receiptAnswer = z.object({
  id: z.string(),
  paidOn: day,
  amount: z.number(),
  note: z.string().nullable(),
  by: z.string(),
})

export const invoiceAnswer = z.object({
  id: z.string(),
  kind: z.enum(['invoice', 'credit-note']),
  state: z.enum(invoiceStates),
  number: z.string().nullable(),
  creditsId: z.string().nullable(),
  issuedOn: day.nullable(),
  dueOn: day.nullable(),
  overdue: z.boolean(),
  currency: z.string(),
  seller: partyShape,
  buyer: partyShape,
  lines: z.array(invoiceLineShape),
  totals: totalsAnswer,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  reference: z.string().nullable(),
  paymentDays: z.number().int(),
  paymentTerms: z.string().nullable(),
  note: z.string().nullable(),
  paid: z.number(),
  credited: z.number(),
  open: z.number(),
  remindedAt: z.string().nullable(),
  reminders: z.number().int(),
  missing: z
    .array(z.object({ rule: z.string(), field: z.string(), code: z.string() }))
    .describe('Without these a draft is no valid invoice (EN 16931)'),
  receipts: z.array(receiptAnswer),
  version,
})

export const threadAnswer = requestItem.extend({
  sides: z.array(z.enum(['sender', 'host'])).describe('For whom the asking organisation speaks'),
  fields: z.array(z.string()),
  services: z.array(z.enum(serviceKeys)),
  message: z.string().nullable(),
  reason: z.string().nullable(),
  buyer: partyShape,
  writtenBy: z.enum(['sender', 'host']),
  createdBy: z.string(),
  createdAt: z.string(),
  mailTo: z.string().nullable().describe('Where the other side gets mail'),
  quotations: z.array(quotationAnswer),
  whole: orderAnswer.nullable(),
  invoices: z.array(invoiceAnswer),
  version,
})

import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import {
  currency,
  day,
  editing,
  inOrganisation,
  needed,
  optional,
  partyShape,
  priceLineShape,
  reading,
  regimeShape,
  termsShape,
  version,
} from './orders.shapes.contract.ts'

const tag = 'prices'
const oneList = inOrganisation.extend({ priceList: z.uuid() })

const listInput = z.object({
  name: needed(200),
  senderId: z.uuid().nullable().default(null).describe('For one sender; for everybody else when null'),
  currency,
  validFrom: day,
  validUntil: day.nullable().default(null),
  lines: z.array(priceLineShape).max(200),
})
const listAnswer = z.object({
  id: z.string(),
  name: z.string(),
  sender: z.object({ id: z.string(), name: z.string() }).nullable(),
  currency: z.string(),
  validFrom: day,
  validUntil: day.nullable(),
  current: z.boolean().describe('Holds today'),
  lines: z.array(priceLineShape),
  version,
})

const settingsFields = {
  party: partyShape,
  holder: optional(200),
  iban: optional(60),
  bic: optional(20),
  currency,
  vat: z.array(regimeShape).max(20).describe('How the organisation’s services are taxed, by its own word'),
  invoiceFormat: needed(50).describe('Fixed words around {year} or {yy}, and {number} or {number:4}'),
  creditFormat: needed(50),
  paymentDays: z.number().int().min(0).max(365),
  validDays: z.number().int().min(1).max(365),
  cancellation: termsShape,
  paymentTerms: optional(500),
  note: optional(1000).describe('Stands at the foot of each invoice'),
}

export const pricesContract = endpoints({
  list: {
    method: 'GET',
    path: '/organisations/:organisation/price-lists',
    summary: 'The organisation’s price lists, the newest first',
    tag,
    audience: reading,
    params: inOrganisation,
    answer: z.object({ items: z.array(listAnswer) }),
  },
  read: {
    method: 'GET',
    path: '/organisations/:organisation/price-lists/:priceList',
    summary: 'One price list',
    tag,
    audience: reading,
    params: oneList,
    answer: listAnswer,
  },
  add: {
    method: 'POST',
    path: '/organisations/:organisation/price-lists',
    summary: 'Writes down a price list; a copy for a sender is a list with the same lines',
    tag,
    audience: editing,
    params: inOrganisation,
    body: listInput,
    answer: listAnswer,
    status: 201,
  },
  edit: {
    method: 'PUT',
    path: '/organisations/:organisation/price-lists/:priceList',
    summary: 'Changes a price list, or puts it away; quotations made from it stay as they are',
    tag,
    audience: editing,
    params: oneList,
    body: listInput.extend({ archived: z.boolean().default(false), version }),
    answer: listAnswer,
  },
  settings: {
    method: 'GET',
    path: '/organisations/:organisation/invoice-settings',
    summary: 'How the organisation writes invoices, and what it is called on those it gets',
    tag,
    audience: reading,
    params: inOrganisation,
    answer: z.object({
      ...settingsFields,
      invoiceFormat: z.string(),
      creditFormat: z.string(),
      example: z
        .object({ invoice: z.string(), credit: z.string() })
        .describe('What the next ones will be called'),
      version,
    }),
  },
  saveSettings: {
    method: 'PUT',
    path: '/organisations/:organisation/invoice-settings',
    summary: 'Sets how the organisation writes invoices',
    tag,
    audience: editing,
    params: inOrganisation,
    body: z.object({ ...settingsFields, version }),
    answer: z.object({
      ...settingsFields,
      invoiceFormat: z.string(),
      creditFormat: z.string(),
      example: z.object({ invoice: z.string(), credit: z.string() }),
      version,
    }),
  },
})

import { z } from 'zod'
import { isDay } from '#shared/dates.ts'
import { farthestKm, grantRoles, longestStay } from './grant-limits.rules.ts'

const days = z.number().int().min(0).max(longestStay)
const km = z.number().min(0).max(farthestKm)
const euros = z.number().min(0).max(1_000_000)
const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters (ISO 3166-1)')
const day = z.string().refine(isDay, 'is not a day that exists (YYYY-MM-DD)')
const few = z.number().int().min(0).max(100_000)

/** Costs paid as they were; `percent` is the share agreed with the agency, else the pack's. */
const realCost = z.object({
  category: z.enum(['inclusion-support-participant', 'exceptional-costs']),
  amount: euros,
  percent: z.number().min(0).max(100).optional(),
  about: z.string().max(300).optional(),
  /** Expensive travel: the unit cost covers too little of it; the normal travel support is then zero. */
  expensiveTravel: z.boolean().optional(),
})

const venue = z.object({ country, days, distanceKm: km.optional() })

/** Amounts by hand, the only case in which the programme allows them (https://wikis.ec.europa.eu/x/UINTC). */
const forceMajeure = z.object({
  reason: z.string().trim().min(1).max(500),
  amounts: z.strictObject({ travel: euros.optional(), 'individual-support': euros.optional() }),
})

/** One mobility as a grant calculation sees it. Days are whole days, distance is one way in kilometres, amounts are euros. */
export const grantCaseSchema = z.object({
  activity: z.string().min(1).max(40),
  role: z.enum(grantRoles),
  action: z.enum(['KA121-VET', 'KA122-VET']).optional(),
  sendingCountry: country.optional(),
  /** May be left out when `venues` are given. */
  receivingCountry: country.optional(),
  /** Days of the activity without travel days; may be left out when dates or `venues` are given. */
  activityDays: days.optional(),
  startDate: day.optional(),
  endDate: day.optional(),
  /** Days without activity inside the stay; not paid. */
  interruptionDays: days.optional(),
  /** Days really spent there after an early return; they count instead of the planned ones. */
  actualDays: days.optional(),
  travelDays: z.number().int().min(0).max(60).optional(),
  distanceKm: km.optional(),
  green: z.boolean().optional(),
  courseDays: days.optional(),
  fewerOpportunities: z.boolean().optional(),
  linguisticSupport: z.boolean().optional(),
  zeroGrant: z.boolean().optional(),
  noOrganisationalSupport: z.boolean().optional(),
  fleeingUkraine: z.boolean().optional(),
  /** Whether the destination is a third country not associated; else the pack says it. */
  international: z.boolean().optional(),
  /** Region 1 to 14 of the Programme Guide, for a country that the pack does not list itself. */
  region: z.number().int().min(1).max(14).optional(),
  venues: z.array(venue).min(1).max(20).optional(),
  forceMajeure: forceMajeure.optional(),
  realCosts: z.array(realCost).max(50).optional(),
})
export type GrantCase = z.infer<typeof grantCaseSchema>
export type RealCost = z.infer<typeof realCost>

/** One flow of a project, for the organisational support over all of them. */
export const grantFlowSchema = z.object({
  activity: z.string().min(1).max(40),
  participants: few,
  /** Accompanying persons may be listed; they bring no organisational support. */
  role: z.enum(grantRoles).optional(),
  fewerOpportunities: few.optional(),
  international: z.boolean().optional(),
})
export type GrantFlow = z.infer<typeof grantFlowSchema>

export const preparatoryVisitSchema = z.object({ persons: z.number().int().min(1).max(1000) })
export type PreparatoryVisit = z.infer<typeof preparatoryVisitSchema>

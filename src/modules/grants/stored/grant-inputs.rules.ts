import { z } from 'zod'
import { daysOfPeriod, type Day } from '#shared/dates.ts'
import { activityType } from '#modules/mobilities/activity-types.rules.ts'
import { grantCaseSchema, type GrantCase } from '../grant-case.rules.ts'

const asked = grantCaseSchema.pick({
  role: true,
  activityDays: true,
  travelDays: true,
  distanceKm: true,
  green: true,
  courseDays: true,
  fewerOpportunities: true,
  linguisticSupport: true,
  zeroGrant: true,
  noOrganisationalSupport: true,
  fleeingUkraine: true,
  interruptionDays: true,
  actualDays: true,
  international: true,
  region: true,
  venues: true,
  forceMajeure: true,
  realCosts: true,
}).shape

const town = z.object({
  city: z.string().trim().min(1).max(200),
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z.string().max(20).optional(),
})

/**
 * What a grant is computed from beside the record: null takes an answer back. `distanceKm` is the official calculator's figure and wins
 * over the computed one; `from` and `to` say which town is meant where a name is not clear.
 */
export const grantInputsSchema = z
  .object(
    Object.fromEntries(Object.entries(asked).map(([key, schema]) => [key, schema.nullable()])) as {
      [K in keyof typeof asked]: z.ZodNullable<(typeof asked)[K]>
    },
  )
  .extend({
    from: town.nullish(),
    to: town.nullish(),
    distanceEvidence: z.uuid().nullish(),
    blended: z.boolean().nullish().describe('With a virtual part; counts for the targets, changes no amount'),
  })
  .partial()

export type GrantInputsEdit = z.output<typeof grantInputsSchema>
/** As stored: only what has an answer. */
export type GrantInputs = { [K in keyof GrantInputsEdit]?: NonNullable<GrantInputsEdit[K]> }

/** The record as far as a grant is computed from it. */
export interface GrantRecord {
  activityType: string
  status: string
  statusDay: Day | null
  departure: Day | null
  returnDate: Day | null
  country: string | null
  town: string | null
  homeCountry: string | null
  homeTown: string | null
  action: string | null
}

/** Why no case can be made of a record yet; words in `grants:open.<code>`. */
export type Incomplete = 'no-dates' | 'no-country'

export function whatIsMissing(record: GrantRecord, inputs: GrantInputs): Incomplete | null {
  if (!inputs.venues && !inputs.activityDays && !(record.departure && record.returnDate)) return 'no-dates'
  return inputs.venues || record.country ? null : 'no-country'
}

/**
 * The case of a record: departure and return are the first and last day of the activity, travel days come on top, as the official system
 * has it. An early end counts with its day.
 */
export function caseOf(record: GrantRecord, inputs: GrantInputs, km: number | null): GrantCase {
  const {
    from: _from,
    to: _to,
    distanceEvidence: _evidence,
    blended: _blended,
    distanceKm: _km,
    ...own
  } = inputs
  const early = record.status === 'ended-early' && record.statusDay && record.departure
  return {
    activity: record.activityType,
    role: roleOf(record.activityType),
    ...(record.action === 'KA121-VET' || record.action === 'KA122-VET' ? { action: record.action } : {}),
    ...(record.homeCountry ? { sendingCountry: record.homeCountry } : {}),
    ...(record.country && !inputs.venues ? { receivingCountry: record.country } : {}),
    ...(record.departure && record.returnDate && !inputs.venues && inputs.activityDays === undefined
      ? { startDate: record.departure, endDate: record.returnDate }
      : {}),
    ...(early ? { actualDays: daysThere(record.departure ?? '', record.statusDay ?? '') } : {}),
    ...(km === null ? {} : { distanceKm: km }),
    ...own,
  }
}

const daysThere = (departure: Day, end: Day): number => (end < departure ? 0 : daysOfPeriod(departure, end))

/** Learners by the learners' rates, everybody else by the staff rates, unless told. */
export const roleOf = (activity: string): GrantCase['role'] =>
  activityType(activity)?.category === 'learner' ? 'learner' : 'staff'

import { z } from 'zod'
import { figure, figureSchema } from './figure.rules.ts'
import { packFormat } from './pack-terms.rules.ts'

const groupKey = z.string().regex(/^[A-Za-z0-9-]{1,20}$/, 'must be letters, digits and hyphens')
const activityKey = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'must be letters, digits and hyphens')
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters (ISO 3166-1)')
  .describe('ISO 3166-1 alpha-2, Greece GR, Kosovo XK')
const km = z.number().int().min(0).max(30_000)

const source = z.strictObject({
  title: z.string().min(1).max(300),
  url: z.string().max(600).optional(),
  note: z.string().max(600).optional(),
})

const activityType = z.strictObject({
  key: activityKey,
  category: z.enum(['learner', 'staff', 'other']),
  minDays: figure.describe('Shortest stay in days, travel days not counted'),
  maxDays: figure.describe('Longest stay in days'),
})

const countryBlock = z.strictObject({
  group: groupKey.describe('The country group whose daily rates count'),
  countries: z.array(country).min(1),
  international: z.boolean().default(false).describe('Third countries not associated to the programme'),
  region: z
    .number()
    .int()
    .min(1)
    .max(14)
    .optional()
    .describe('Region of the Programme Guide, for third countries'),
  source: z.string().min(1).max(60),
  state: z.enum(['official', 'published-elsewhere', 'entered']),
  note: z.string().max(600).optional(),
})

const band = z.strictObject({
  fromKm: km,
  toKm: km.nullable().describe('Last whole kilometre of the band; null in the last band'),
  standard: figure.describe('Euros for the whole return trip'),
  green: z
    .union([figureSchema, z.literal('no-green-amount')])
    .default({ value: null, state: 'not-known' })
    .describe(
      'Euros when travelling green; "no-green-amount" where the table has none: the standard amount counts',
    ),
})

const rate = z.strictObject({
  daily: figure.describe('Euros a day up to the last full day of the tier'),
  dailyAfter: figureSchema.optional().describe('Euros a day after it; left out: computed from the tier'),
})

const bounds = z.strictObject({
  min: figure.describe('Below it a daily rate is a warning'),
  max: figure.describe('Above it a daily rate is an error'),
})

const step = z.strictObject({ fromParticipant: z.number().int().min(1), amount: figure })

/** An input and what must come out of it, in the shapes of the command `grant`. */
const example = z.strictObject({
  about: z.string().min(1).max(300),
  case: z.record(z.string(), z.unknown()),
  lines: z
    .record(z.string(), z.number().nullable())
    .describe('Category to euros; those not named are not compared'),
  total: z.number().nullable().optional(),
})

const byGroup = <T extends z.ZodType>(shape: T) => z.record(groupKey, shape)

/**
 * A rule pack: what the programme and one National Agency pay in one call year. Sections and figures that are left out are not known.
 * Euros unless said otherwise.
 */
export const rulePackSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(packFormat),
  name: z
    .string()
    .regex(/^[\w.-]{1,60}$/, 'must be letters, digits, dots and hyphens')
    .describe('Call year and country, for example "2021-ES"'),
  version: z.number().int().min(1),
  callYear: z.number().int().min(2021).max(2040),
  country: country.describe('Country of the National Agency'),
  agency: z.string().max(200).optional(),
  about: z.string().max(2000).optional(),
  sources: z.record(z.string().min(1).max(60), source),
  activityTypes: z.array(activityType).min(1),
  countryGroups: z.array(countryBlock).min(1),
  countriesNotListed: z
    .enum(['not-eligible', 'not-known'])
    .default('not-known')
    .describe('What a country in no group means: an error, or that its group was not found'),
  travel: z.strictObject({
    bands: z.array(band).min(1),
    fundedDays: z
      .strictObject({
        standard: figure.describe('Most travel days paid as individual support'),
        green: figure,
      })
      .prefault({}),
  }),
  individualSupport: z.strictObject({
    tier: z.strictObject({
      fullDays: figureSchema.describe('Days at the full rate; travel days count in the same series'),
      percentAfter: figureSchema.describe(
        'Percent of the rate for the days after, rounded to the whole euro, half up',
      ),
    }),
    rates: z
      .strictObject({ learner: byGroup(rate).default({}), staff: byGroup(rate).default({}) })
      .prefault({}),
    bounds: z
      .strictObject({ learner: byGroup(bounds).default({}), staff: byGroup(bounds).default({}) })
      .prefault({})
      .describe("The Programme Guide's range from which agencies choose; never used as a rate"),
  }),
  organisationalSupport: z
    .strictObject({
      byActivity: z.record(activityKey, z.array(step).min(1)).default({}),
      international: figure.describe('Per participant going to a third country not associated'),
    })
    .prefault({}),
  courseFees: z.strictObject({ perDay: figure, maxPerParticipant: figure }).prefault({}),
  linguisticSupport: z
    .strictObject({
      perParticipant: figure.describe('Where Online Language Support lacks the language or level'),
      additionalLongTerm: figure.describe('On top of it for ErasmusPro'),
      staffFromDays: figure.describe('Staff have it only from a stay of so many days'),
    })
    .prefault({}),
  inclusionSupport: z
    .strictObject({
      organisationPerParticipant: figure.describe('Per participant with fewer opportunities'),
      participantPercent: figure.describe('Percent of the real costs'),
    })
    .prefault({}),
  preparatoryVisits: z.strictObject({ perPerson: figure, maxPersons: figure }).prefault({}),
  exceptionalCosts: z
    .strictObject({
      percent: figure.describe('Percent of the real costs'),
      expensiveTravelPercent: figure.describe('Percent of the real cost of expensive travel'),
      expensiveTravelBelowPercent: figure.describe(
        'Travel is expensive when the unit cost covers less than this percent',
      ),
    })
    .prefault({}),
  ceilings: z
    .strictObject({
      internationalPercent: figure.describe('Most percent of the budget for third countries not associated'),
      shortTermParticipants: figure.describe(
        'Most participants of a KA122 project, accompanying persons not counted',
      ),
    })
    .prefault({}),
  deadlines: z
    .strictObject({
      finalReportDays: figure.describe('Days after the end of the project for the final report'),
      participantReportDays: figure.describe('Days after the invitation for the participant report'),
    })
    .prefault({}),
  examples: z.array(example).default([]),
})

/** A pack with every section filled in, as all calculation takes it. */
export type RulePack = z.output<typeof rulePackSchema>
/** A pack as it may stand in a file. */
export type RulePackFile = z.input<typeof rulePackSchema>
export type PackBand = RulePack['travel']['bands'][number]
export type PackCountries = RulePack['countryGroups'][number]

import { z } from 'zod'
import { figureStates } from '#modules/rule-packs/pack-terms.rules.ts'
import { grantCategories } from './grant-answer.rules.ts'
import { grantInputsSchema } from './stored/grant-inputs.rules.ts'

const value = z.union([z.string(), z.number()])
const simplePhrase = z.object({ key: z.string(), values: z.record(z.string(), value) })
export const phraseShape = simplePhrase
  .extend({ parts: z.array(simplePhrase).optional() })
  .describe('A sentence as key and values; words in `grants:<kind>.<key>`')

export const packName = z.object({
  id: z.string().nullable(),
  name: z.string(),
  version: z.number().int(),
})

export const grantLine = z.object({
  category: z.enum(grantCategories),
  amount: z.number().nullable().describe('Euros; null when a rate is missing'),
  formula: phraseShape,
  rule: phraseShape,
  source: z.object({
    key: z.string().nullable(),
    title: z.string(),
    url: z.string().optional(),
    state: z.enum(figureStates),
  }),
})

const town = z.object({
  city: z.string(),
  country: z.string(),
  region: z.string().optional(),
  population: z.number().int(),
  latitude: z.number(),
  longitude: z.number(),
})

export const grantShape = z.object({
  mobilityId: z.string(),
  participant: z.string(),
  activityType: z.string(),
  role: z.string(),
  pack: packName.nullable(),
  inputs: grantInputsSchema,
  distance: z.object({
    km: z.number().nullable().describe('One way'),
    source: z.enum(['official', 'towns']).nullable(),
    of: z.enum(['from', 'to']).optional(),
    candidates: z.array(town).optional(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  open: z.enum(['no-pack', 'no-dates', 'no-country']).nullable().describe('Why nothing can be computed yet'),
  days: z.number().int().nullable(),
  lines: z.array(grantLine),
  total: z.number().nullable(),
  toParticipant: z
    .number()
    .nullable()
    .describe('The part that is for the participant; the rest supports the institution'),
  warnings: z.array(phraseShape),
  problems: z.array(phraseShape.extend({ field: z.string() })),
  version: z.number().int(),
})

export const comparisonShape = z.object({
  one: grantShape,
  other: grantShape,
  difference: z.number().nullable().describe('Euros that the other one gets more'),
  steps: z.array(
    z.object({
      inputs: z.array(z.string()),
      before: z.array(z.string().nullable()),
      after: z.array(z.string().nullable()),
      difference: z.number().nullable(),
    }),
  ),
})

const figureShape = z.object({
  value: z.number().nullable(),
  state: z.enum(figureStates),
  source: z.string().optional(),
  note: z.string().optional(),
})

export const projectPack = z.object({
  pack: packName
    .extend({
      callYear: z.number().int(),
      country: z.string(),
      agency: z.string().optional(),
      about: z.string().optional(),
    })
    .nullable(),
  suggested: z.string().nullable().describe('The shipped pack of the project’s call year and country'),
  evidence: z.object({ id: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
  figures: z.array(
    z.object({
      path: z.string(),
      key: z.string(),
      values: z.record(z.string(), value),
      figure: figureShape,
      paid: z.boolean().describe('Whether an amount depends on it'),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
  countryGroups: z.array(
    z.object({
      group: z.string(),
      international: z.boolean(),
      region: z.number().int().optional(),
      countries: z.array(z.string()),
    }),
  ),
  sources: z.record(z.string(), z.object({ title: z.string(), url: z.string().optional() })),
  history: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      version: z.number().int(),
      createdAt: z.string(),
      createdBy: z.string(),
      current: z.boolean(),
    }),
  ),
})

/** Which pack a project shall use: a shipped one by name, a version of one's own by id, a whole pack, or figures typed into the present one. */
export const packChoice = z.object({
  shipped: z.string().max(60).optional(),
  packId: z.uuid().optional(),
  pack: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('A whole pack, as docs/rule-pack.schema.json has it'),
  figures: z
    .array(z.object({ path: z.string().max(200), value: z.number().min(0).max(1_000_000).nullable() }))
    .max(500)
    .optional(),
  countries: z
    .array(
      z.object({
        country: z.string().regex(/^[A-Z]{2}$/, 'A country as two capital letters (ISO 3166-1)'),
        group: z.string().max(20),
        international: z.boolean().optional().describe('A third country not associated to the programme'),
      }),
    )
    .max(250)
    .optional()
    .describe('The country groups of the annex, where the pack does not have them or others'),
  evidenceId: z.uuid().nullish().describe('The annex as a file'),
  note: z.string().trim().max(2000).optional(),
})

export const packPreview = z.object({
  mobilities: z.number().int(),
  changed: z.number().int(),
  before: z.number().describe('Euros of all mobilities whose total is known'),
  after: z.number(),
  rows: z
    .array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        participant: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
      }),
    )
    .describe('The first 500 whose total changes, largest change first'),
  figures: z.array(
    z.object({
      key: z.string(),
      values: z.record(z.string(), value),
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
  warnings: z.array(z.object({ path: z.string(), key: z.string(), values: z.record(z.string(), value) })),
})

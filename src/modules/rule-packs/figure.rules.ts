import { z } from 'zod'

/**
 * How sure a figure is. `official`: printed in an official annex, form or EC page for this call, agency and sector.
 * `published-elsewhere`: printed by an agency for another sector, by a beneficiary or by a tool. `entered`: typed by a coordinator from
 * the own grant agreement's annex. `not-known`: no value; never replaced by a guess.
 */
export const figureStates = ['official', 'published-elsewhere', 'entered', 'not-known'] as const
export type FigureState = (typeof figureStates)[number]

const sourceKey = z.string().min(1).max(60).describe('A key of `sources`')
const note = z.string().max(600).optional().describe('What a reader should know about this figure')
const number = z.number().min(0).max(1_000_000)

const published = z.strictObject({
  value: number,
  state: z.enum(['official', 'published-elsewhere']),
  source: sourceKey,
  note,
})
const entered = z.strictObject({
  value: number,
  state: z.literal('entered'),
  source: sourceKey.optional(),
  note,
})
const unknown = z.strictObject({
  value: z.null(),
  state: z.literal('not-known'),
  source: sourceKey.optional(),
  note,
})

/** One number of a pack with where it comes from. Euros, percent, days or kilometres, as its place says. */
export const figureSchema = z
  .discriminatedUnion('state', [published, entered, unknown])
  .meta({ id: 'Figure', description: 'A number, where it was read, and how sure it is' })
export type Figure = z.infer<typeof figureSchema>

/** The figure that nobody has found. */
export const notKnown: Figure = { value: null, state: 'not-known' }

/** A figure that may be left out of a file, which means that it is not known. */
export const figure = figureSchema.default(notKnown)

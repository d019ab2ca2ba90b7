import { z } from 'zod'
import { notKnown } from './pack-terms.rules.ts'

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
export type { FigureState } from './pack-terms.rules.ts'

/** A figure that may be left out of a file, which means that it is not known. */
export const figure = figureSchema.default(notKnown)

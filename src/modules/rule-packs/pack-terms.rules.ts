import type { Figure } from './figure.rules.ts'

// Apart from the schemas, so that a page which computes does not carry the schema library.

/**
 * How sure a figure is. `official`: printed in an official annex, form or EC page for this call, agency and sector.
 * `published-elsewhere`: printed by an agency for another sector, by a beneficiary or by a tool. `entered`: typed by a coordinator from
 * the own grant agreement's annex. `not-known`: no value; never replaced by a guess. Surest first.
 */
export const figureStates = ['official', 'published-elsewhere', 'entered', 'not-known'] as const
export type FigureState = (typeof figureStates)[number]

/** The figure that nobody has found. */
export const notKnown: Figure = { value: null, state: 'not-known' }

/** Written into every pack, so that a later form of the file can be told apart. */
export const packFormat = 1

/** Who is paid by a daily rate; accompanying persons have the staff rate. */
export const rateRoles = ['learner', 'staff'] as const
export type RateRole = (typeof rateRoles)[number]

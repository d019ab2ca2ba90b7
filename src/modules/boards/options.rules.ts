import type { Period } from './days.rules.ts'

/** Places that are kept for a sender whose people are not known by name yet: ordered, or by an option until a day. */
export interface Option extends Period {
  requestId: string
  title: string
  senderId: string
  sender: string
  flowId: string | null
  /** Beyond those of its flow who are known by name already. */
  people: number
  accompanying: number
  /** The last day of the option; null when it was ordered. */
  until: string | null
}

/** How many too few there are in each column if all who wait and all options come; 0 where it is enough or nobody knows. */
export const tooFew = (wanted: readonly number[], free: readonly (number | null)[]): number[] =>
  free.map((many, at) => (many === null ? 0 : Math.max(0, (wanted[at] ?? 0) - many)))

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

/** Places as they were quoted or ordered. */
export interface Kept extends Option {
  /** How many of its flow are known by name to the host, whatever they were ordered by. */
  known: number
}

/**
 * What is kept beyond those who are known by name: each of them takes one place of what is kept for their flow, in the order given, and only
 * one. Nothing is kept any more where all are known.
 */
export function beyondKnown<K extends Kept>(kept: readonly K[]): K[] {
  const left = new Map<string, number>()
  return kept.flatMap((one) => {
    if (one.flowId === null) return [one]
    const known = left.get(one.flowId) ?? one.known
    const taken = Math.min(known, one.people)
    left.set(one.flowId, known - taken)
    return taken < one.people ? [{ ...one, people: one.people - taken }] : []
  })
}

/** How many too few there are in each column if all who wait and all options come; 0 where it is enough or nobody knows. */
export const tooFew = (wanted: readonly number[], free: readonly (number | null)[]): number[] =>
  free.map((many, at) => (many === null ? 0 : Math.max(0, (wanted[at] ?? 0) - many)))

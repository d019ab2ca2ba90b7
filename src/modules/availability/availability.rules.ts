/** How one company stands to a question; words in `availability:state.<state>`. */
export const answerStates = ['waiting', 'asked', 'no-address', 'places', 'none'] as const
export type AnswerState = (typeof answerStates)[number]

/** Whether somebody still has to answer. */
export const isOpenAnswer = (state: string): boolean => state === 'waiting' || state === 'asked'

export interface Reachable {
  email: string | null
  tutors: readonly { name: string; email: string }[]
}

/** Whom to ask at a company: its first tutor with an address, else the company's own address; null where nobody can be reached. */
export function addresseeOf(company: Reachable & { name: string }): { name: string; email: string } | null {
  const tutor = company.tutors.find(({ email }) => email !== '')
  if (tutor) return { name: tutor.name, email: tutor.email }
  return company.email ? { name: company.tutors[0]?.name ?? company.name, email: company.email } : null
}

/** What is to become of an answer: one more position, or the places of one that is there. */
export type TakeOver =
  | { make: true; positionId: null; code: null }
  | { make: false; positionId: string; code: null }
  | {
      make: false
      positionId: null
      code: NonNullable<ReturnType<typeof whyNotPosition>> | 'position-there' | 'other-position'
    }

/**
 * Takes an answer over as it was chosen: `undefined` where nothing was, `null` for one more position. Where a position is there already that the
 * answer may speak of, somebody has to say which is meant: its places would count twice.
 */
export function takeOverOf(
  answer: Parameters<typeof whyNotPosition>[0] & { there: readonly { positionId: string }[] },
  chosen: string | null | undefined,
): TakeOver {
  const skipped = (code: NonNullable<TakeOver['code']>) => ({ make: false, positionId: null, code }) as const
  const why = whyNotPosition(answer)
  if (why) return skipped(why)
  if (chosen === undefined && answer.there.length > 0) return skipped('position-there')
  if (chosen === undefined || chosen === null) return { make: true, positionId: null, code: null }
  return answer.there.some(({ positionId }) => positionId === chosen)
    ? { make: false, positionId: chosen, code: null }
    : skipped('other-position')
}

/** Why an answer cannot become a position; words in `availability:whyNot.<code>`. */
export function whyNotPosition(answer: {
  state: string
  places: number | null
  positionId: string | null
}): 'not-answered' | 'no-places' | 'taken-over' | null {
  if (answer.positionId) return 'taken-over'
  if (answer.state === 'none') return 'no-places'
  return answer.state === 'places' && (answer.places ?? 0) > 0 ? null : 'not-answered'
}

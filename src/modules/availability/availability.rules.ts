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

import type { Plan } from './plan-answers.ts'

export interface PlaceInBoth {
  mobilityId: string
  participant: string
  school: string
  /** Position and company in each plan; null: no place. */
  here: string | null
  there: string | null
}

/** Everybody who is somewhere else in the other plan, by name. */
export function differencesOf(here: Plan, there: Plan): PlaceInBoth[] {
  const [first, second] = [placesOf(here), placesOf(there)]
  return [...new Set([...first.keys(), ...second.keys()])]
    .flatMap((id) => {
      const [one, other] = [first.get(id), second.get(id)]
      if ((one?.positionId ?? null) === (other?.positionId ?? null)) return []
      const { participant = '', school = '' } = one ?? other ?? {}
      return [{ mobilityId: id, participant, school, here: one?.words ?? null, there: other?.words ?? null }]
    })
    .toSorted((a, b) => a.participant.localeCompare(b.participant))
}

function placesOf({ pairs, unplaced, positions }: Plan) {
  const titles = new Map(positions.map(({ id, title, company }) => [id, `${title}, ${company}`]))
  return new Map<
    string,
    { participant: string; school: string; positionId: string | null; words: string | null }
  >([
    ...unplaced.map(
      ({ mobilityId, participant, school }) =>
        [mobilityId, { participant, school, positionId: null, words: null }] as const,
    ),
    ...pairs.map(
      ({ mobilityId, participant, school, positionId }) =>
        [
          mobilityId,
          { participant, school, positionId, words: titles.get(positionId) ?? positionId },
        ] as const,
    ),
  ])
}

import type { Period } from './load.rules.ts'
import type { MatchInstance, MatchPool, MatchPosition, Pair } from './match.rules.ts'
import {
  brokenRules,
  pointsOf,
  type Broken,
  type Candidate,
  type Opening,
  type Weights,
  type Wish,
} from './pair.rules.ts'

export interface OpenPlaces extends Opening {
  /** At once. */
  places: number
  mostPerSchool: number | null
  /** Who else is there, by period and school. */
  taken: NonNullable<MatchPosition['taken']>
}

/** What a plan starts from. */
export interface PlanInput {
  candidates: readonly Candidate[]
  openings: readonly OpenPlaces[]
  /** What companies take at once, whoever sends them, and how long they rest between groups. */
  companies: readonly MatchPool[]
  weights: Weights
  locks: readonly Pair[]
  current: readonly Pair[] | null
}

export interface BuiltMatch {
  instance: MatchInstance
  points: Map<string, Partial<Record<Wish, number>>>
  /** By participant: each position that is not possible, with all that speaks against it. */
  refused: Map<string, { positionId: string; broken: Broken[] }[]>
}

export const pairKey = (mobilityId: string, positionId: string): string => `${mobilityId} ${positionId}`

/** Turns people and positions into a match: hard rules decide which pairs there are, wishes what they are worth. */
export function buildMatch({
  candidates,
  openings,
  companies,
  weights,
  locks,
  current,
}: PlanInput): BuiltMatch {
  const points: BuiltMatch['points'] = new Map()
  const refused: BuiltMatch['refused'] = new Map()
  const scores: [string, string, number][] = []
  for (const candidate of candidates) {
    const against: { positionId: string; broken: Broken[] }[] = []
    for (const opening of openings) {
      const broken = brokenRules(candidate, opening)
      if (broken.length > 0) {
        against.push({ positionId: opening.id, broken })
        continue
      }
      const parts = pointsOf(candidate, opening, weights)
      points.set(pairKey(candidate.mobilityId, opening.id), parts)
      scores.push([candidate.mobilityId, opening.id, Object.values(parts).reduce((sum, one) => sum + one, 0)])
    }
    refused.set(candidate.mobilityId, against)
  }
  const ids = new Set(candidates.map(({ mobilityId }) => mobilityId))
  return {
    points,
    refused,
    instance: {
      participants: candidates.map((candidate) => {
        const stay = stayOf(candidate)
        return {
          id: candidate.mobilityId,
          groups: { school: candidate.schoolId },
          ...(stay ? { stay } : {}),
        }
      }),
      positions: openings.map(({ id, places, companyId, mostPerSchool, taken }) => ({
        id,
        places,
        pool: companyId,
        taken,
        ...(mostPerSchool === null ? {} : { limits: { school: mostPerSchool } }),
      })),
      pools: companies,
      scores,
      locks,
      ...(current ? { current } : {}),
      friends: friendsOf(candidates, ids, weights.friends),
    },
  }
}

/** From the departure to the return, both included, as others' placements are counted; null where a date is not known. */
export const stayOf = ({ departure, returnDate }: Candidate): Period | null =>
  departure && returnDate ? { from: departure, to: returnDate } : null

/** Each pair of friends once whose stays overlap; worth all if both wish it, half if only one does. */
function friendsOf(
  candidates: readonly Candidate[],
  ids: ReadonlySet<string>,
  worth: number,
): [string, string, number][] {
  if (worth === 0) return []
  const stays = new Map(candidates.map((one) => [one.mobilityId, stayOf(one)]))
  const meet = (one: string, other: string): boolean => {
    const [first, second] = [stays.get(one), stays.get(other)]
    return !first || !second || (first.from <= second.to && second.from <= first.to)
  }
  const wished = new Set(
    candidates.flatMap(({ mobilityId, friends }) => friends.map((friend) => pairKey(mobilityId, friend))),
  )
  return candidates.flatMap(({ mobilityId, friends }) =>
    friends.flatMap((friend): [string, string, number][] => {
      if (!ids.has(friend) || friend === mobilityId || !meet(mobilityId, friend)) return []
      const both = wished.has(pairKey(friend, mobilityId))
      if (both && friend < mobilityId) return []
      return [[mobilityId, friend, Math.round(both ? worth : worth / 2)]]
    }),
  )
}

/** Work of another field or country is no near miss: it is said last. */
const isFar = (code: string): boolean => code === 'field' || code === 'country'

/** Why positions are not possible for somebody: how many break each rule, those first that break nothing else. */
export function refusalsOf(
  refused: readonly { positionId: string; broken: Broken[] }[],
): { code: string; count: number; only: number; positionId: string; values: Broken['values'] }[] {
  const byCode = new Map<
    string,
    { code: string; count: number; only: number; positionId: string; values: Broken['values'] }
  >()
  for (const { positionId, broken } of refused)
    for (const { code, values } of broken) {
      const entry = byCode.get(code) ?? { code, count: 0, only: 0, positionId, values }
      entry.count += 1
      if (broken.length === 1) {
        if (entry.only === 0) Object.assign(entry, { positionId, values })
        entry.only += 1
      }
      byCode.set(code, entry)
    }
  return [...byCode.values()].toSorted(
    (a, b) => Number(isFar(a.code)) - Number(isFar(b.code)) || b.only - a.only || b.count - a.count,
  )
}

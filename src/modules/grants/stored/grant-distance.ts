import { distanceBetween, type DistanceAnswer } from '#modules/places/places.actions.ts'
import type { GrantInputs, GrantRecord } from './grant-inputs.rules.ts'

/** Where the distance of a grant comes from: the official calculator, our towns, or nowhere yet. */
export type GrantDistance =
  | { km: number; source: 'official' | 'towns' }
  | {
      km: null
      source: null
      of?: 'from' | 'to'
      candidates?: Extract<DistanceAnswer, { of: string }>['candidates']
    }

const known = new Map<string, DistanceAnswer>()
const mostKnown = 5000

/** One way in whole kilometres. The official figure wins; without two towns, or with an unclear one, there is none. */
export function distanceOf(record: GrantRecord, inputs: GrantInputs): GrantDistance {
  if (inputs.distanceKm !== undefined) return { km: inputs.distanceKm, source: 'official' }
  const { homeCountry, homeTown, country, town } = record
  const from = inputs.from ?? (homeTown && homeCountry ? { city: homeTown, country: homeCountry } : null)
  const to = inputs.to ?? (town && country ? { city: town, country } : null)
  if (!from || !to) return { km: null, source: null }
  const key = JSON.stringify([from, to])
  const answer = known.get(key) ?? distanceBetween(from, to)
  if (known.size > mostKnown) known.clear()
  known.set(key, answer)
  return 'km' in answer
    ? { km: answer.km, source: 'towns' }
    : { km: null, source: null, of: answer.of, candidates: answer.candidates }
}

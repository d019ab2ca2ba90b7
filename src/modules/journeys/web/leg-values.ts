import type { Direction, Means } from '../travel-means.rules.ts'
import type { Leg, Reading } from './journey-answers.ts'

/** A leg as a form holds it; empty where nothing is said yet. */
export interface LegValues {
  id: string
  direction: Direction
  means: Means
  carrier: string
  number: string
  from: { town: string; country: string; stop: string }
  to: { town: string; country: string; stop: string }
  departsOn: string
  departsAt: string
  arrivesOn: string
  arrivesAt: string
}

interface Places {
  home: { town: string; country: string } | null
  place: { town: string; country: string } | null
}

/** A new leg between home and the place of the stay, on the day that one expects. */
export function emptyLeg(direction: Direction, { home, place }: Places, day: string | null): LegValues {
  const [from, to] = direction === 'out' ? [home, place] : [place, home]
  return {
    id: '',
    direction,
    means: 'flight',
    carrier: '',
    number: '',
    from: { town: from?.town ?? '', country: from?.country ?? '', stop: '' },
    to: { town: to?.town ?? '', country: to?.country ?? '', stop: '' },
    departsOn: day ?? '',
    departsAt: '',
    arrivesOn: day ?? '',
    arrivesAt: '',
  }
}

/** A leg that starts where the last one of its direction ends. */
export function nextLeg(legs: readonly LegValues[], direction: Direction, places: Places): LegValues {
  const last = legs.filter((leg) => leg.direction === direction).at(-1)
  const fresh = emptyLeg(direction, places, last?.arrivesOn ?? null)
  return last ? { ...fresh, means: last.means, from: { ...last.to } } : fresh
}

/** A leg that is there, or one that was read, as a form holds it. */
export function valuesOf(leg: Leg | Reading['legs'][number]): LegValues {
  const place = (one: Reading['legs'][number]['from']) => ({
    town: one?.town ?? '',
    country: one?.country ?? '',
    stop: one?.stop ?? '',
  })
  return {
    id: 'id' in leg ? leg.id : '',
    direction: leg.direction,
    means: leg.means,
    carrier: leg.carrier ?? '',
    number: leg.number ?? '',
    from: place(leg.from),
    to: place(leg.to),
    departsOn: leg.departsOn ?? '',
    departsAt: leg.departsAt ?? '',
    arrivesOn: leg.arrivesOn ?? '',
    arrivesAt: leg.arrivesAt ?? '',
  }
}

/** As the API takes it. */
export const inputOf = ({ id, ...leg }: LegValues) => ({ ...leg, ...(id ? { id } : {}) })

export function wayInputOf({ id: _id, direction: _direction, ...leg }: LegValues) {
  return leg
}

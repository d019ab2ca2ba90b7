import { invalid, type FieldError } from '#shared/problems.ts'
import type { LegInput } from './journeys.shapes.contract.ts'
import { mistakesIn } from './legs.rules.ts'
import type { NewLeg } from './legs.store.ts'
import { kmBetween, placeOf, type PlaceAnswer } from './places-on-legs.ts'

const words: Record<string, string> = {
  'arrives-first': 'The arrival is before the departure.',
  'takes-too-long': 'No leg takes longer than three days.',
  'before-last-leg': 'This leg starts before the one before it has ended.',
  'unknown-place': 'There is no town of this name in that country.',
}

/**
 * Legs ready to be kept, with their kilometres, each direction in order of time. Throws `invalid` by field (`legs.0.arrivesAt`) for towns
 * that do not exist and times that cannot be; the clocks of both places are minded.
 */
export function judgeLegs(legs: readonly LegInput[]): (NewLeg & { id: string | null })[] {
  const places = legs.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }))
  const errors: FieldError[] = []
  for (const [at, { from, to }] of places.entries())
    for (const [side, place] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (place.kind === 'unknown') errors.push(error(`legs.${at}.${side}.town`, 'unknown-place'))
  const times = legs.map((leg, at) => ({
    ...leg,
    fromZone: zoneIn(places[at]?.from),
    toZone: zoneIn(places[at]?.to),
  }))
  for (const { leg, field, code } of mistakesIn(times)) errors.push(error(`legs.${leg}.${field}`, code))
  if (errors.length > 0) throw invalid(errors)
  return legs.map((leg, at) => {
    const { from, to } = places[at] ?? { from: unknown, to: unknown }
    return {
      ...leg,
      id: leg.id ?? null,
      carrier: leg.carrier || null,
      number: leg.number || null,
      from: { ...leg.from, town: townOf(from, leg.from.town), stop: leg.from.stop || null },
      to: { ...leg.to, town: townOf(to, leg.to.town), stop: leg.to.stop || null },
      km: kmBetween(from, to),
    }
  })
}

const unknown: PlaceAnswer = { kind: 'unknown' }
const error = (field: string, code: string): FieldError => ({
  field,
  code: `journeys:field.${code}`,
  message: words[code] ?? code,
})
const zoneIn = (place: PlaceAnswer | undefined): string | null =>
  place && place.kind !== 'unknown' ? place.zone : null
/** An airport's code is kept as the town it serves. */
const townOf = (place: PlaceAnswer, written: string): string =>
  place.kind === 'town' && /^[A-Z]{3}$/.test(written) ? place.town.name : written

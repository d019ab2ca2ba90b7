import { minuteOf } from './time-zones.rules.ts'
import type { Direction } from './travel-means.rules.ts'

/** A leg as far as its times are judged: wall clocks where it starts and where it ends. */
export interface LegTimes {
  direction: Direction
  departsOn: string
  departsAt: string
  arrivesOn: string
  arrivesAt: string
  fromZone: string | null
  toZone: string | null
}

export interface LegMistake {
  /** Place in the list. */
  leg: number
  field: 'arrivesOn' | 'arrivesAt' | 'departsOn' | 'departsAt'
  /** Words in `journeys:field.<code>`. */
  code: 'arrives-first' | 'takes-too-long' | 'before-last-leg'
}

/** A ferry to Iceland takes two nights; whatever takes longer is a slip of the pen. */
const longestMinutes = 3 * 24 * 60

const departure = (leg: LegTimes): number => minuteOf(leg.departsOn, leg.departsAt, leg.fromZone)
const arrival = (leg: LegTimes): number => minuteOf(leg.arrivesOn, leg.arrivesAt, leg.toZone)

/** Minutes under way, between the two clocks' zones. */
export const minutesOf = (leg: LegTimes): number => arrival(leg) - departure(leg)

/** What cannot be in these legs: an arrival before its departure, days on the way, a leg that starts before the one before it has ended. */
export function mistakesIn(legs: readonly LegTimes[]): LegMistake[] {
  const mistakes: LegMistake[] = []
  const before = new Map<Direction, LegTimes>()
  for (const [at, leg] of legs.entries()) {
    const minutes = minutesOf(leg)
    if (minutes <= 0)
      mistakes.push({
        leg: at,
        field: leg.arrivesOn < leg.departsOn ? 'arrivesOn' : 'arrivesAt',
        code: 'arrives-first',
      })
    else if (minutes > longestMinutes) mistakes.push({ leg: at, field: 'arrivesOn', code: 'takes-too-long' })
    const last = before.get(leg.direction)
    if (last && departure(leg) < arrival(last))
      mistakes.push({
        leg: at,
        field: leg.departsOn < last.arrivesOn ? 'departsOn' : 'departsAt',
        code: 'before-last-leg',
      })
    before.set(leg.direction, leg)
  }
  return mistakes
}

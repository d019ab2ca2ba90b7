import { daysBetween, type Day } from '#shared/dates.ts'
import { cents, fromCents, totalsOf, type PricedLine } from './totals.rules.ts'

/** What hosts usually offer (workflow of hosting institutions); a price list names its own services beside. */
export const serviceKeys = [
  'placement',
  'accommodation',
  'half-board',
  'full-board',
  'transfer',
  'local-transport',
  'mentoring',
  'language-course',
  'culture',
  'visits',
  'insurance',
  'certificates',
  'preparation',
  'other',
] as const
export type ServiceKey = (typeof serviceKeys)[number]

/** By what a price counts. */
export const units = ['person', 'person-night', 'person-week', 'night', 'week', 'group', 'piece'] as const
export type Unit = (typeof units)[number]

/** For whom a price per person counts. */
export const counted = ['participants', 'accompanying', 'everybody'] as const
export type Counted = (typeof counted)[number]

export interface Trip {
  people: number
  accompanying: number
  startsOn: Day
  endsOn: Day
}

export const nightsOf = ({ startsOn, endsOn }: Pick<Trip, 'startsOn' | 'endsOn'>): number =>
  daysBetween(startsOn, endsOn)
/** Weeks that have begun. */
export const weeksOf = (trip: Pick<Trip, 'startsOn' | 'endsOn'>): number => Math.ceil(nightsOf(trip) / 7)

/** How much of a service a group takes: people × nights, weeks that have begun, or one. */
export function quantityOf(unit: Unit, who: Counted, trip: Trip): number {
  const persons =
    who === 'everybody'
      ? trip.people + trip.accompanying
      : who === 'accompanying'
        ? trip.accompanying
        : trip.people
  const by: Record<Unit, number> = {
    person: persons,
    'person-night': persons * nightsOf(trip),
    'person-week': persons * weeksOf(trip),
    night: nightsOf(trip),
    week: weeksOf(trip),
    group: 1,
    piece: 1,
  }
  return by[unit]
}

export interface ServiceLine extends PricedLine {
  service: ServiceKey
  unit: Unit
  who: Counted
}

/** The lines for another trip: what counts per person or night follows, a quantity changed by hand keeps its proportion. */
export function refit<L extends ServiceLine>(lines: readonly L[], before: Trip, now: Trip): L[] {
  return lines.map((line) => {
    const [usual, then] = [quantityOf(line.unit, line.who, before), quantityOf(line.unit, line.who, now)]
    if (usual === 0 || then === 0 || usual === then) return line
    return { ...line, quantity: fromCents(Math.round((cents(line.quantity) * then) / usual)) }
  })
}

/** What one participant costs, VAT included, when `people` come. */
export function perPerson(lines: readonly ServiceLine[], trip: Trip, people: number): number {
  const { gross } = totalsOf(refit(lines, trip, { ...trip, people }))
  return people === 0 ? 0 : fromCents(Math.round(cents(gross) / people))
}

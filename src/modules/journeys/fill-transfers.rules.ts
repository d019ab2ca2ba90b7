import { minuteOf } from './time-zones.rules.ts'

/** Somebody to bring: when they arrive (way there), or when their train leaves (way back). */
export interface Waiting {
  id: string
  day: string
  time: string
  /** Who arrives with the same flight or train is not parted while there is another way. */
  group: string
}

export interface Vehicle {
  id: string
  day: string
  time: string
  /** Seats that are not taken. */
  free: number
}

export interface Filling {
  seats: { journeyId: string; transferId: string }[]
  without: { journeyId: string; reason: 'no-vehicle' | 'full' }[]
}

/** How long people wait for a vehicle at most, and how much time there must be before a departure. */
export interface Patience {
  /** Minutes from an arrival, for passport and luggage. */
  least: number
  most: number
}
export const usualPatience: Patience = { least: 15, most: 150 }

/**
 * Fills vehicles in order of time: whoever arrives first takes the first vehicle that leaves late enough and not too late. Nobody is put
 * where no seat is left. On the way back the vehicle leaves before the train does.
 */
export function fillTransfers(
  people: readonly Waiting[],
  vehicles: readonly Vehicle[],
  direction: 'out' | 'back',
  patience: Patience = usualPatience,
): Filling {
  const free = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle.free]))
  const inOrder = vehicles.toSorted((a, b) => minute(a) - minute(b) || a.id.localeCompare(b.id))
  const filling: Filling = { seats: [], without: [] }
  const groups = [
    ...Map.groupBy(people, ({ day, time, group }) => `${day} ${time} ${group}`).values(),
  ].toSorted((a, b) => minute(a[0]) - minute(b[0]))
  for (const group of groups) {
    const suitable = inOrder.filter((vehicle) => fits(group[0], vehicle, direction, patience))
    const whole = suitable.find(({ id }) => (free.get(id) ?? 0) >= group.length)
    const order = whole ? [whole, ...suitable.filter((one) => one !== whole)] : suitable
    for (const person of group) {
      const vehicle = order.find(({ id }) => (free.get(id) ?? 0) > 0)
      if (vehicle) {
        free.set(vehicle.id, (free.get(vehicle.id) ?? 0) - 1)
        filling.seats.push({ journeyId: person.id, transferId: vehicle.id })
      } else
        filling.without.push({ journeyId: person.id, reason: suitable.length > 0 ? 'full' : 'no-vehicle' })
    }
  }
  return filling
}

const minute = (at: { day: string; time: string } | undefined): number =>
  at ? minuteOf(at.day, at.time, null) : 0

/** Whether a vehicle leaves at a time that suits an arrival or a departure. */
export function fits(
  at: { day: string; time: string } | undefined,
  vehicle: { day: string; time: string },
  direction: 'out' | 'back',
  { least, most }: Patience = usualPatience,
): boolean {
  const wait = direction === 'out' ? minute(vehicle) - minute(at) : minute(at) - minute(vehicle)
  return wait >= (direction === 'out' ? least : 0) && wait <= (direction === 'out' ? most : most * 2)
}

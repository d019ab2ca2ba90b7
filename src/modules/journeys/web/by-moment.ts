import type { Booking } from './journey-answers.ts'

/** The ways there of a flow's bookings in one line each, the first first: `10:35 Verona – 13:20 Sevilla, FR 4612 (38)`. */
export function byMoment(bookings: readonly Booking[]): { id: string; line: string }[] {
  return bookings
    .flatMap((booking) => {
      const out = booking.legs.filter(({ direction }) => direction === 'out')
      const [first, last] = [out[0], out.at(-1)]
      return first && last ? [{ booking, first, last }] : []
    })
    .toSorted((a, b) =>
      `${a.first.departsOn} ${a.first.departsAt}`.localeCompare(`${b.first.departsOn} ${b.first.departsAt}`),
    )
    .map(({ booking, first, last }) => ({
      id: booking.id,
      line: `${first.departsAt} ${first.from.town} – ${last.arrivesAt} ${last.to.town}${first.number ? `, ${first.number}` : ''} (${booking.people})`,
    }))
}

import { addBooking } from '#modules/journeys/bookings.actions.ts'
import { transferInput } from '#modules/journeys/arrivals.contract.ts'
import { addTransfer } from '#modules/journeys/transfers.actions.ts'
import type { Member } from './world.ts'

/** A booking with a leg, and a vehicle of the sending organisation. */
export function journeyThings(
  coordinator: Member,
  flowId: string,
  mobilityId: string,
  word: string,
): Promise<Record<string, string>> {
  return coordinator.run(async (context) => {
    const { booking } = await addBooking(context, flowId, {
      reference: word,
      legs: [
        {
          direction: 'out',
          means: 'flight',
          number: word,
          from: { town: 'Verona', country: 'IT' },
          to: { town: 'Sevilla', country: 'ES' },
          departsOn: '2027-05-04',
          departsAt: '10:35',
          arrivesOn: '2027-05-04',
          arrivesAt: '13:20',
        },
      ],
      travellers: [{ mobilityId }],
      replace: false,
    })
    const transfer = await addTransfer(
      context,
      transferInput.parse({
        direction: 'out',
        name: word,
        onDay: '2027-05-04',
        atTime: '14:00',
        seats: 8,
        fromPlace: 'SVQ',
        toPlace: word,
      }),
    )
    return { booking: booking.id, leg: booking.legs[0]?.id ?? '', transfer: transfer.id, direction: 'out' }
  })
}

import { addBooking } from '#modules/journeys/bookings.actions.ts'
import { transferInput } from '#modules/journeys/arrivals.contract.ts'
import { addTransfer } from '#modules/journeys/transfers.actions.ts'
import type { Member } from './world.ts'

/** A booking with a leg, a vehicle of the sending organisation, and a ticket. */
export async function journeyThings(
  coordinator: Member,
  flowId: string,
  mobilityId: string,
  word: string,
): Promise<Record<string, string>> {
  const proof = await ticketOf(coordinator, mobilityId, word)
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
    return {
      booking: booking.id,
      leg: booking.legs[0]?.id ?? '',
      transfer: transfer.id,
      direction: 'out',
      proof,
    }
  })
}

/** A ticket that the coordinator keeps with the journey. */
async function ticketOf(coordinator: Member, mobilityId: string, word: string): Promise<string> {
  const base = `/organisations/${coordinator.organisationId}`
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${word}`)
  const file = await coordinator.upload(
    `${base}/files`,
    { name: `${word}.pdf`, bytes },
    { purpose: 'ticket' },
  )
  const kept = await coordinator.send('POST', `${base}/mobilities/${mobilityId}/journey/proofs`, {
    fileId: file.body.id,
    kind: 'ticket',
  })
  if (kept.status !== 201) throw new Error(`The ticket was refused: ${kept.text}`)
  return kept.body.proofs[0].id as string
}

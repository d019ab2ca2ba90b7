import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { bookingReading } from '#modules/journeys/journeys.shapes.contract.ts'

export const bookingFilesContract = endpoints({
  read: {
    method: 'POST',
    path: '/organisations/:organisation/flows/:flow/bookings/files',
    summary: 'Says what is understood of a list of travellers in a CSV or XLSX file; nothing is saved',
    tag: 'journeys',
    audience: { permission: 'mobilities.edit' },
    params: z.object({ organisation: z.uuid(), flow: z.uuid() }),
    carries: 'upload',
    answer: bookingReading,
  },
})

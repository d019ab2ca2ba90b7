import { invalidField } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { FileProblem } from '#server/files/file-problems.ts'
import { readFor } from '#modules/journeys/bookings.actions.ts'
import { readBookingTable } from '#modules/journeys/read-booking.ts'
import { readTable } from './reading/read-file.ts'
import type { TableRead } from './reading/table-read.rules.ts'

/** Reads a list of travellers from a file, under the same guard as every other file. */
export async function readBookingFile(context: Context, flowId: string, bytes: Uint8Array) {
  // Whoever may not see the flow learns nothing from how a file is refused.
  await readFor(context, flowId, (around) => readBookingTable([], around))
  const table = await tableOf(bytes)
  const rows = [table.columns.map(({ name }) => name), ...table.rows.map(({ cells }) => cells)]
  return readFor(context, flowId, (around) => readBookingTable(rows, around))
}

async function tableOf(bytes: Uint8Array): Promise<TableRead> {
  try {
    return await readTable(bytes)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    throw invalidField(
      'file',
      `exchange:file.${error.code}`,
      `The file cannot be taken: ${error.code}.`,
      error.values,
    )
  }
}

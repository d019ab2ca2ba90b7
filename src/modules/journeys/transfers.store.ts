import { sql } from 'kysely'
import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Day } from '#shared/dates.ts'
import type { Page } from '#shared/pages.ts'
import type { Db } from '#server/database/database.ts'
import type { transferInput, transferShape } from './arrivals.contract.ts'
import type { Direction } from './travel-means.rules.ts'

type Input = z.output<typeof transferInput>
export type TransferRow = Omit<z.input<typeof transferShape>, 'people'>

const columns = sql`t.id, t.direction, t.name, t.on_day as "onDay", to_char(t.at_time, 'HH24:MI') as "atTime", t.driver, t.phone, t.seats,
  t.taken, t.from_place as "fromPlace", t.to_place as "toPlace", t.meeting_point as "meetingPoint", t.note, t.version`

/** Vehicles of the organisation by day and hour. */
export async function listTransfers(
  db: Db,
  organisationId: string,
  filter: { direction: Direction; from: Day; to: Day },
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<TransferRow>> {
  const after = placeIn(page.cursor, 'day', 'time', 'id')
  const { rows } = await sql<TransferRow>`select ${columns} from transfer t
    where t.organisation_id = ${organisationId}::uuid and t.direction = ${filter.direction}
      and t.on_day between ${filter.from}::date and ${filter.to}::date
      ${after ? sql`and (t.on_day, t.at_time, t.id) > (${after[0]}::date, ${after[1]}::time, ${after[2]}::uuid)` : sql``}
    order by t.on_day, t.at_time, t.id limit ${page.limit + 1}`.execute(db)
  return cutPage(rows, page.limit, (last) => [last.onDay, last.atTime, last.id])
}

/** These vehicles of the organisation, locked in an order that is the same for everybody. */
export async function lockTransfers(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<TransferRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TransferRow>`select ${columns} from transfer t
    where t.id = any (${[...ids]}::uuid[]) and t.organisation_id = ${organisationId}::uuid order by t.id for update`.execute(
    db,
  )
  return rows
}

export async function insertTransfer(db: Db, organisationId: string, input: Input): Promise<string> {
  const row = await db
    .insertInto('transfer')
    .values({ organisation_id: organisationId, ...columnsOf(input) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateTransfer(db: Db, id: string, input: Input, now: Date): Promise<void> {
  await db
    .updateTable('transfer')
    .set((e) => ({ ...columnsOf(input), version: e('version', '+', 1), updated_at: now }))
    .where('id', '=', id)
    .execute()
}

export async function deleteTransfer(db: Db, id: string): Promise<void> {
  await sql`update journey set transfer_id = null where transfer_id = ${id}::uuid`.execute(db)
  await db.deleteFrom('transfer').where('id', '=', id).execute()
}

const columnsOf = (input: Input) => ({
  direction: input.direction,
  name: input.name,
  on_day: input.onDay,
  at_time: input.atTime,
  driver: input.driver || null,
  phone: input.phone || null,
  seats: input.seats,
  from_place: input.fromPlace,
  to_place: input.toPlace,
  meeting_point: input.meetingPoint || null,
  note: input.note || null,
})

export interface PassengerRow {
  journeyId: string
  mobilityId: string | null
  participant: string
  direction: Direction
  transferId: string | null
}

/** These ways where the organisation hosts or sends, locked. */
export async function lockPassengers(
  db: Db,
  organisationId: string,
  journeyIds: readonly string[],
): Promise<PassengerRow[]> {
  const { rows } = await sql<PassengerRow>`
    select j.id as "journeyId", j.mobility_id as "mobilityId", coalesce(j.name, trim(p.given_name || ' ' || p.family_name)) as participant,
      j.direction, j.transfer_id as "transferId"
    from journey j left join mobility m on m.id = j.mobility_id left join person p on p.id = m.person_id
    where j.id = any (${[...journeyIds]}::uuid[])
      and (j.hosting_id = ${organisationId}::uuid or j.sending_id = ${organisationId}::uuid) order by j.id for update of j`.execute(
    db,
  )
  return rows
}

/** Seats people. Whoever changes vehicles leaves the old one first, so that two can swap full ones. */
export async function seatPeople(
  db: Db,
  seats: readonly { journeyId: string; transferId: string | null }[],
): Promise<void> {
  if (seats.length === 0) return
  const ids = seats.map(({ journeyId }) => journeyId)
  await sql`update journey set transfer_id = null where id = any (${ids}::uuid[]) and transfer_id is not null`.execute(
    db,
  )
  const put = seats.filter(({ transferId }) => transferId !== null)
  await sql`update journey j set transfer_id = n.transfer from unnest(${put.map((one) => one.journeyId)}::uuid[],
    ${put.map((one) => one.transferId)}::uuid[]) as n (journey, transfer) where j.id = n.journey`.execute(db)
}

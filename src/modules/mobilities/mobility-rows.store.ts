import { sql } from 'kysely'
import type { z } from 'zod'
import { isMinor } from '#modules/people/people.rules.ts'
import type { Day } from '#shared/dates.ts'
import type { mobilityRow } from './mobilities.shapes.contract.ts'

/** A mobility as lists read it, with the names of those around it. */
export interface MobilityListRow {
  id: string
  number: number
  version: number
  personId: string
  givenName: string
  familyName: string
  birthDate: Day | null
  status: string
  activityType: string
  flowId: string | null
  flowName: string | null
  country: string | null
  town: string | null
  departure: Day | null
  returnDate: Day | null
  sendingId: string
  sendingName: string
  hostingId: string | null
  hostingName: string | null
  companyId: string | null
  companyName: string | null
  line: string
  turn: string | null
  turnSince: Day | null
  nextDue: Day | null
  done: number
  total: number
  sortKey: string | null
}

export const rowColumns = sql`m.id, m.number, m.version, m.person_id as "personId", s.given_name as "givenName", s.family_name as "familyName",
  s.birth_date as "birthDate", m.status, m.activity_type as "activityType", m.flow_id as "flowId", f.name as "flowName", m.country, m.town,
  m.departure, m.return_date as "returnDate", m.sending_id as "sendingId", o.name as "sendingName", m.hosting_id as "hostingId",
  h.name as "hostingName", m.company_id as "companyId", c.name as "companyName", m.line, m.turn, m.turn_since as "turnSince",
  m.next_due as "nextDue", m.tasks_done as done, m.tasks_total as total`

/** What `rowColumns` needs, from `p.mobility_id` on. */
export const rowJoins = sql`join mobility m on m.id = p.mobility_id
  join person s on s.id = m.person_id
  join organisation o on o.id = m.sending_id
  left join flow f on f.id = m.flow_id
  left join organisation h on h.id = m.hosting_id
  left join organisation c on c.id = m.company_id`

type Shown = z.output<typeof mobilityRow>

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** Under 18 on the day of departure; today counts where no departure is known. */
export const minorIn = (row: Pick<MobilityListRow, 'birthDate' | 'departure'>, today: Day): boolean =>
  isMinor(row.birthDate, row.departure ?? today) === true

/** A row in the shape of the contract. */
export function showRow(row: MobilityListRow, today: Day): Shown {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    participant: {
      id: row.personId,
      name: `${row.givenName} ${row.familyName}`.trim(),
      minor: minorIn(row, today),
    },
    status: row.status as Shown['status'],
    activityType: row.activityType,
    flow: named(row.flowId, row.flowName),
    country: row.country,
    town: row.town,
    departure: row.departure,
    return: row.returnDate,
    sending: { id: row.sendingId, name: row.sendingName },
    hosting: named(row.hostingId, row.hostingName),
    company: named(row.companyId, row.companyName),
    line: row.line,
    turn: row.turn as Shown['turn'],
    turnSince: row.turnSince,
    nextDue: row.nextDue,
    done: row.done,
    total: row.total,
  }
}

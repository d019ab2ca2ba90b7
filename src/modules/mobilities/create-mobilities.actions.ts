import { v7 as newId } from 'uuid'
import { sql, type Insertable } from 'kysely'
import type { Day } from '#shared/dates.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { Mobility } from '#server/database/schema.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { syncParties } from './parties.store.ts'
import type { Status } from './statuses.rules.ts'

/** A mobility to be written down; the person is known, flow, project, host and company are checked by the caller. */
export interface NewMobility {
  personId: string
  activityType: string
  status?: Status
  flowId?: string | null
  projectId?: string | null
  departure?: Day | null
  returnDate?: Day | null
  country?: string | null
  town?: string | null
  field?: string | null
  hostingId?: string | null
  companyId?: string | null
  note?: string | null
  externalId?: string | null
  /** Euros as a source file stated them. */
  notedGrant?: number | null
  importId?: string | null
  /** What makes the row of a file the same row when it comes again; unique in an organisation. */
  importKey?: string | null
}

/**
 * Writes mobilities down with their parties, events and tasks: a fixed number of statements for a thousand rows.
 * Answers id and number in the order of the rows.
 */
export async function createMobilities(
  context: Context,
  rows: readonly NewMobility[],
): Promise<{ id: string; number: number }[]> {
  const size = 1000
  const created: { id: string; number: number }[] = []
  for (let start = 0; start < rows.length; start += size)
    created.push(...(await createChunk(context, rows.slice(start, start + size))))
  return created
}

async function createChunk(
  context: Context,
  rows: readonly NewMobility[],
): Promise<{ id: string; number: number }[]> {
  const { organisationId } = memberOf(context.actor)
  const values = rows.map((row) => columnsOf(row, organisationId, context.now))
  const inserted = await context.db
    .insertInto('mobility')
    .values(values)
    .returning(['id', 'number'])
    .execute()
  const ids = values.map(({ id }) => id)
  await proposeCompanies(context, ids)
  await recordEvents(
    context,
    values.map(({ id, status, import_id: imported }) => ({
      type: 'mobility.created',
      subject: { kind: 'mobility', id },
      mobilityId: id,
      data: { version: 1, status, ...(imported ? { import: imported } : {}) },
    })),
  )
  // Last, when the tasks have said whose turn it is: each party row is written once.
  await syncParties(context.db, ids)
  const numbers = new Map(inserted.map(({ id, number }) => [id, number]))
  return ids.map((id) => ({ id, number: numbers.get(id) ?? 0 }))
}

/** A company that stands in the row has been proposed by that. */
async function proposeCompanies({ db, now }: Context, ids: readonly string[]): Promise<void> {
  await sql`insert into fact (mobility_id, name, at) select id, 'company.proposed', ${now} from mobility
    where id = any (${[...ids]}::uuid[]) and company_id is not null on conflict do nothing`.execute(db)
}

function columnsOf(
  row: NewMobility,
  organisationId: string,
  now: Date,
): Insertable<Mobility> & { id: string; status: Status; import_id: string | null } {
  return {
    id: newId(),
    sending_id: organisationId,
    person_id: row.personId,
    activity_type: row.activityType,
    status: row.status ?? 'draft',
    status_since: now,
    flow_id: row.flowId ?? null,
    project_id: row.projectId ?? null,
    departure: row.departure ?? null,
    return_date: row.returnDate ?? null,
    country: row.country ?? null,
    town: row.town ?? null,
    field: row.field ?? null,
    hosting_id: row.hostingId ?? null,
    company_id: row.companyId ?? null,
    company_stage: row.companyId ? 'proposed' : null,
    note: row.note ?? null,
    external_id: row.externalId ?? null,
    noted_grant: row.notedGrant ?? null,
    import_id: row.importId ?? null,
    import_key: row.importKey ?? null,
  }
}

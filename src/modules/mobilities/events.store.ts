import { sql } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { z } from 'zod'
import type { Db } from '#server/database/database.ts'
import type { eventShape } from './mobilities.shapes.contract.ts'

type ShownEvent = z.input<typeof eventShape>
interface Page {
  limit: number
  cursor?: string | undefined
}

interface EventRow {
  id: string
  at: Date
  type: string
  by: string
  byRole: string | null
  organisation: string | null
  changes: Record<string, [unknown, unknown]> | null
  data: Record<string, unknown> | null
}

/**
 * What happened to a mobility, newest first, as the asking organisation may read it; `field` narrows to one field's
 * history, and without `papers` what was done with identity papers and health cards is left out.
 */
export function eventsOfMobility(
  db: Db,
  organisationId: string,
  mobilityId: string,
  page: Page & { field?: string | undefined; papers: boolean },
) {
  // What a participant does alone for the sender belongs to the sender's journal and to nobody else's.
  const own = sql`(e.audience = 'parties' or e.actor_organisation = ${organisationId} or e.organisation_id = ${organisationId})`
  const field = page.field ? sql` and e.changes ? ${page.field}` : sql``
  const shown = page.papers ? sql`` : sql` and e.type not like 'paper.%'`
  return pageOfEvents(db, sql`e.mobility_id = ${mobilityId} and ${own}${field}${shown}`, page)
}

/** The organisation's own journal: what is not about one mobility. */
export const eventsOfOrganisation = (db: Db, organisationId: string, page: Page) =>
  pageOfEvents(db, sql`e.organisation_id = ${organisationId}`, page)

async function pageOfEvents(
  db: Db,
  condition: ReturnType<typeof sql>,
  page: Page,
): Promise<{ items: ShownEvent[]; next: string | null }> {
  const after = placeIn(page.cursor, 'id')
  const { rows } = await sql<EventRow>`
    select e.id, e.at, e.type, e.actor_label as by, e.actor_role as "byRole", o.name as organisation, e.changes, e.data
    from event e left join organisation o on o.id = e.actor_organisation
    where ${condition}${after ? sql` and e.id < ${after[0]}::uuid` : sql``}
    order by e.id desc limit ${page.limit + 1}`.execute(db)
  const { items, next } = cutPage(rows, page.limit, (last) => [last.id])
  return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), next }
}

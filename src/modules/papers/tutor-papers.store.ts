import { sql } from 'kysely'
import type { PaperKey } from '#modules/companies/papers.rules.ts'
import type { Db } from '#server/database/database.ts'

/** Certificates that a company's positions demand of those whom the giver of this link has a part in (app.certificates_at). */
export async function certificatesOfLink(
  db: Db,
  linkId: string,
): Promise<{ mobilityId: string; kind: PaperKey; seen: boolean }[]> {
  const { rows } = await sql<{ mobilityId: string; kind: PaperKey; seen: boolean }>`
    select c.mobility_id as "mobilityId", c.kind, c.seen
    from tutor_link t cross join lateral app.certificates_at(t.company_id, t.issued_by) c where t.id = ${linkId}::uuid`.execute(
    db,
  )
  return rows
}

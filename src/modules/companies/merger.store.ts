import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** How much hangs on a company and would move with it. */
export async function countMoves(db: Db, organisationId: string, companyId: string) {
  const { rows } = await sql<
    Record<'mobilities' | 'positions' | 'placements' | 'checks' | 'ratings' | 'links', number>
  >`
    select (select count(*)::int from mobility where company_id = ${companyId}::uuid) as mobilities,
      (select count(*)::int from position where company_id = ${companyId}::uuid and organisation_id = ${organisationId}) as positions,
      (select count(*)::int from placement where company_id = ${companyId}::uuid) as placements,
      (select count(*)::int from company_check where company_id = ${companyId}::uuid and organisation_id = ${organisationId}) as checks,
      (select count(*)::int from company_rating where company_id = ${companyId}::uuid and organisation_id = ${organisationId}) as ratings,
      (select count(*)::int from tutor_link where company_id = ${companyId}::uuid and revoked_at is null) as links`.execute(
    db,
  )
  return rows[0] ?? { mobilities: 0, positions: 0, placements: 0, checks: 0, ratings: 0, links: 0 }
}

/** Moves everything from one company to another (database/migrations/0017: app.merge_companies); answers how many mobilities. */
export async function moveAll(
  db: Db,
  organisationId: string,
  keptId: string,
  otherId: string,
): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select app.merge_companies(${organisationId}::uuid, ${keptId}::uuid, ${otherId}::uuid) as moved`.execute(
    db,
  )
  return rows[0]?.moved ?? 0
}

import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Means } from './travel-means.rules.ts'

export interface DeclarationRow {
  means: Means[]
  note: string | null
  onPaper: boolean
  by: string
  at: Date
}

export async function declarationOf(db: Db, mobilityId: string): Promise<DeclarationRow | null> {
  const { rows } = await sql<DeclarationRow>`
    select means, note, on_paper as "onPaper", declared_by as by, declared_at as at from green_declaration
    where mobility_id = ${mobilityId}::uuid`.execute(db)
  return rows[0] ?? null
}

/** Writes a statement down; a newer one takes the place of the one before. */
export async function saveDeclaration(db: Db, mobilityId: string, row: DeclarationRow): Promise<void> {
  await sql`insert into green_declaration (mobility_id, means, note, on_paper, declared_by, declared_at)
    values (${mobilityId}::uuid, ${row.means}::text[], ${row.note}, ${row.onPaper}, ${row.by}, ${row.at})
    on conflict (mobility_id) do update set means = excluded.means, note = excluded.note, on_paper = excluded.on_paper,
      declared_by = excluded.declared_by, declared_at = excluded.declared_at`.execute(db)
}

export async function deleteDeclaration(db: Db, mobilityId: string): Promise<void> {
  await db.deleteFrom('green_declaration').where('mobility_id', '=', mobilityId).execute()
}

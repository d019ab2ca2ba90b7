import type { Db } from '#server/database/database.ts'
import type { ImaginedGroup } from './simulate.rules.ts'

export const scenariosOf = (db: Db, projectId: string) =>
  db
    .selectFrom('scenario')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(50)
    .execute()

export const findScenario = (db: Db, projectId: string, id: string, options: { lock?: boolean } = {}) =>
  db
    .selectFrom('scenario')
    .selectAll()
    .where('id', '=', id)
    .where('project_id', '=', projectId)
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()

export const insertScenario = (
  db: Db,
  values: { organisationId: string; projectId: string; name: string; groups: readonly ImaginedGroup[] },
) =>
  db
    .insertInto('scenario')
    .values({
      organisation_id: values.organisationId,
      project_id: values.projectId,
      name: values.name,
      groups: JSON.stringify(values.groups),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateScenario = (
  db: Db,
  id: string,
  values: { name: string; groups: readonly ImaginedGroup[] },
  now: Date,
) =>
  db
    .updateTable('scenario')
    .set((e) => ({
      name: values.name,
      groups: JSON.stringify(values.groups),
      version: e('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export async function removeScenario(db: Db, projectId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('scenario')
    .where('id', '=', id)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function markMade(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('scenario').set({ made_flows_at: now }).where('id', '=', id).execute()
}

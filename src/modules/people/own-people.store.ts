import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** The files of these people and of the minors they are guardian of, with who keeps them; own ones first. */
export function ownFiles(
  db: Db,
  personIds: readonly string[],
  options: { only?: string; lock?: boolean } = {},
) {
  const ids = sql`${[...personIds]}::uuid[]`
  return db
    .selectFrom('person')
    .innerJoin('organisation as o', 'o.id', 'person.organisation_id')
    .selectAll('person')
    .select(['o.name as organisationName', sql<boolean>`person.id = any (${ids})`.as('isOwn')])
    .where(
      sql<boolean>`(person.id = any (${ids})
        or person.id in (select g.minor_id from guardianship g where g.guardian_id = any (${ids})))`,
    )
    .$if(options.only !== undefined, (q) => q.where('person.id', '=', options.only ?? ''))
    .$if(options.lock === true, (q) => q.forUpdate('person'))
    .orderBy('isOwn', 'desc')
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .execute()
}

import type { Insertable } from 'kysely'
import type { Context } from '#server/context.ts'
import type { Membership, Organisation } from '#server/database/schema.ts'

/** Writes down an organisation; claimed when somebody of its own is there from the start. */
export function insertOrganisation({ db }: Context, values: Insertable<Organisation>) {
  return db.insertInto('organisation').values(values).returningAll().executeTakeFirstOrThrow()
}

export function insertMembership({ db }: Context, values: Insertable<Membership>) {
  return db.insertInto('membership').values(values).returningAll().executeTakeFirstOrThrow()
}

import { sql } from 'kysely'
import { organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { PartyRole } from './party-roles.rules.ts'

/** The roles that the actor holds in a mobility; none means that it does not exist for them. */
export async function rolesHeld(context: Context, mobilityId: string): Promise<PartyRole[]> {
  return (await rolesHeldIn(context, [mobilityId])).get(mobilityId) ?? []
}

/** The roles that the actor holds in each of these mobilities; those without a part are absent. */
export async function rolesHeldIn(
  context: Context,
  mobilityIds: readonly string[],
): Promise<Map<string, PartyRole[]>> {
  const { actor, db } = context
  const namedIn = actor.kind === 'member' && actor.namedMobilitiesOnly ? actor.membershipId : null
  const people = actor.kind === 'person' ? [...actor.personIds] : []
  const { rows } = await sql<{ mobility_id: string; roles: PartyRole[] }>`
    select mobility_id, array_agg(distinct role) as roles from mobility_party
    where mobility_id = any (${[...mobilityIds]}::uuid[])
      and case when ${namedIn}::uuid is null
        then organisation_id = ${organisationOf(actor) ?? null}::uuid or person_id = any (${people}::uuid[])
        else membership_id = ${namedIn}::uuid end
    group by mobility_id`.execute(db)
  return new Map(rows.map((row) => [row.mobility_id, row.roles]))
}

import { sql } from 'kysely'
import type { Actor } from '#server/actor.ts'
import type { Db } from '#server/database/database.ts'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'

/** On whose behalf an actor looks at mobilities: its organisation, its named seat, or its people. */
export interface Standing {
  organisationId: string | null
  /** Set when only mobilities that name this membership count. */
  membershipId: string | null
  personIds: string[]
}

export function standingOf(actor: Actor): Standing {
  if (actor.kind === 'member') {
    return {
      organisationId: actor.organisationId,
      membershipId: actor.namedMobilitiesOnly ? actor.membershipId : null,
      personIds: [],
    }
  }
  if (actor.kind === 'tutor-link')
    return { organisationId: actor.organisationId, membershipId: null, personIds: [] }
  if (actor.kind === 'person')
    return { organisationId: null, membershipId: null, personIds: [...actor.personIds] }
  return { organisationId: null, membershipId: null, personIds: [] }
}

/** The roles an actor holds in each of these mobilities; a mobility it has no part in is absent. */
export async function rolesIn(
  db: Db,
  standing: Standing,
  mobilityIds: readonly string[],
): Promise<Map<string, PartyRole[]>> {
  const { rows } = await sql<{ mobility_id: string; roles: PartyRole[] }>`
    select mobility_id, array_agg(distinct role) as roles from mobility_party
    where mobility_id = any (${[...mobilityIds]}::uuid[])
      and case when ${standing.membershipId}::uuid is null
        then organisation_id = ${standing.organisationId}::uuid or person_id = any (${standing.personIds}::uuid[])
        else membership_id = ${standing.membershipId}::uuid end
    group by mobility_id`.execute(db)
  return new Map(rows.map((row) => [row.mobility_id, row.roles]))
}

import { permissionsOf } from '#modules/organisations/permissions.rules.ts'
import type { MemberActor } from '../actor.ts'
import type { Database } from '../database/database.ts'
import { loadMembership } from './standing.store.ts'

/** A member for a job that goes on in their name; null when the account or the membership has ended meanwhile. */
export async function memberActor(
  database: Database,
  userId: string,
  organisationId: string,
): Promise<MemberActor | null> {
  const membership = await loadMembership(database, userId, organisationId)
  const user = await database.identity
    .selectFrom('identity.user')
    .select(['name', 'email', 'language'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!membership || !user) return null
  return {
    kind: 'member',
    userId,
    ...user,
    personIds: [],
    organisationId,
    membershipId: membership.id,
    roles: membership.roles,
    permissions: permissionsOf(membership.roles),
    namedMobilitiesOnly: membership.named_mobilities_only,
  }
}

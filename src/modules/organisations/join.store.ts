import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

/** Makes somebody a member; whoever was one before, or is one, has these roles besides the living ones. */
export async function joinOrganisation(
  db: Db,
  organisationId: string,
  who: { userId: string; name: string; email: string },
  roles: readonly string[],
  now: Date,
): Promise<string> {
  const only = roles.every((role) => role === 'accompanying')
  const { rows } = await sql<{ id: string }>`
    insert into membership (organisation_id, user_id, name, email, roles, named_mobilities_only, created_at)
    values (${organisationId}, ${who.userId}, ${who.name}, ${who.email}, ${[...roles]}::text[], ${only}, ${now})
    on conflict (organisation_id, user_id) do update set
      roles = case when membership.ended_at is null
        then (select array_agg(distinct r) from unnest(membership.roles || excluded.roles) r) else excluded.roles end,
      named_mobilities_only = excluded.named_mobilities_only and (membership.ended_at is not null or membership.named_mobilities_only),
      ended_at = null, name = excluded.name, email = excluded.email, version = membership.version + 1
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

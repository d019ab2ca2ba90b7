import { randomBytes } from 'node:crypto'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { cutPage, placeIn } from '#shared/cursor.ts'
import { hashSecret } from '#server/auth/standing.store.ts'
import type { Db } from '#server/database/database.ts'
import type { Invitation } from '#server/database/schema.ts'
import type { InvitationState } from './invitations.rules.ts'

export type InvitationRow = Selectable<Invitation>
export type NamedInvitation = InvitationRow & { partnerName: string | null }

/** A secret for a link, and what is kept of it. */
export function newToken(): { token: string; token_hash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, token_hash: hashSecret(token) }
}

const named = (db: Db) =>
  db
    .selectFrom('invitation as i')
    .leftJoin('organisation as p', 'p.id', 'i.partner_id')
    .selectAll('i')
    .select('p.name as partnerName')

const isIn = (state: InvitationState, now: Date) => {
  if (state === 'accepted') return sql<boolean>`i.accepted_at is not null`
  if (state === 'revoked') return sql<boolean>`i.accepted_at is null and i.revoked_at is not null`
  const waiting = sql<boolean>`i.accepted_at is null and i.revoked_at is null`
  return state === 'expired'
    ? sql<boolean>`${waiting} and i.expires_at <= ${now}`
    : sql<boolean>`${waiting} and i.expires_at > ${now}`
}

/** One page of an organisation's invitations, the latest first. */
export async function listInvitations(
  db: Db,
  organisationId: string,
  filter: { kind?: readonly string[] | undefined; state?: readonly InvitationState[] | undefined },
  page: { limit: number; cursor?: string | undefined },
  now: Date,
) {
  const after = placeIn(page.cursor, 'id')
  const rows = await named(db)
    .where('i.organisation_id', '=', organisationId)
    .where('i.kind', '<>', 'tutor')
    .$if(Boolean(filter.kind?.length), (q) => q.where('i.kind', 'in', [...(filter.kind ?? [])]))
    .$if(Boolean(filter.state?.length), (q) =>
      q.where((e) => e.or((filter.state ?? []).map((state) => isIn(state, now)))),
    )
    .$if(after !== null, (q) => q.where('i.id', '<', String(after?.[0])))
    .orderBy('i.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return cutPage(rows, page.limit, (last) => [last.id])
}

/** An invitation of the organisation. */
export function findInvitation(
  db: Db,
  organisationId: string,
  id: string,
): Promise<NamedInvitation | undefined> {
  return named(db).where('i.organisation_id', '=', organisationId).where('i.id', '=', id).executeTakeFirst()
}

/** The latest invitation to take a partner's record over. */
export function latestForPartner(db: Db, organisationId: string, partnerId: string) {
  return named(db)
    .where('i.organisation_id', '=', organisationId)
    .where('i.partner_id', '=', partnerId)
    .where('i.kind', '=', 'partner')
    .orderBy('i.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether an invitation of this kind to this address still waits. */
export async function isInvited(
  db: Db,
  asked: { organisationId: string; kind: string; email: string; partnerId?: string },
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('invitation as i')
    .select('i.id')
    .where('i.organisation_id', '=', asked.organisationId)
    .where('i.kind', '=', asked.kind)
    .where('i.email', '=', asked.email)
    .$if(asked.partnerId !== undefined, (q) => q.where('i.partner_id', '=', asked.partnerId ?? ''))
    .where(isIn('open', now))
    .executeTakeFirst()
  return row !== undefined
}

/** The invitation behind a link's secret, locked for its acceptance; asked under the system's scope. */
export function findByToken(db: Db, token: string, options: { lock?: boolean } = {}) {
  return db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', hashSecret(token))
    .$if(options.lock === true, (q) => q.forUpdate())
    .executeTakeFirst()
}

export async function insertInvitations(
  db: Db,
  rows: readonly Insertable<Invitation>[],
): Promise<InvitationRow[]> {
  return rows.length === 0
    ? []
    : db
        .insertInto('invitation')
        .values([...rows])
        .returningAll()
        .execute()
}

export function updateInvitation(db: Db, id: string, values: Updateable<Invitation>): Promise<InvitationRow> {
  return db
    .updateTable('invitation')
    .set(values)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whoever signs in with an e-mail address. */
export function findUser(db: Db, email: string) {
  return db
    .selectFrom('identity.user')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email)
    .executeTakeFirst()
}

/** Invitations whose mails are to be written, with who invites. */
export function invitationsToMail(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .selectAll('i')
    .select('o.name as organisationName')
    .where('i.id', 'in', [...ids])
    .execute()
}

import type { Insertable } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { TutorLink } from '#server/database/schema.ts'

/** The links an organisation gave out, newest first. */
export function linksOf(db: Db, organisationId: string, companyId: string | undefined) {
  return db
    .selectFrom('tutor_link as l')
    .innerJoin('organisation as c', 'c.id', 'l.company_id')
    .select([
      'l.id',
      'l.company_id',
      'c.name as company_name',
      'l.tutor_name',
      'l.tutor_email',
      'l.created_at',
      'l.expires_at',
      'l.revoked_at',
      'l.last_used_at',
      'l.created_by',
    ])
    .where('l.issued_by', '=', organisationId)
    .$if(companyId !== undefined, (q) => q.where('l.company_id', '=', companyId ?? ''))
    .orderBy('l.created_at', 'desc')
    .limit(200)
    .execute()
}

/** The company, if it takes part in a mobility of this organisation or is its partner as a company. */
export async function worksWithCompany(
  db: Db,
  organisationId: string,
  companyId: string,
): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('organisation as c')
    .select(['c.id', 'c.name'])
    .where('c.id', '=', companyId)
    .where((e) =>
      e.or([
        e.exists(
          e
            .selectFrom('partnership as p')
            .select('p.id')
            .where('p.organisation_id', '=', organisationId)
            .whereRef('p.partner_id', '=', 'c.id')
            .where('p.ended_at', 'is', null)
            .where('p.kind', '=', 'company'),
        ),
        e.exists(
          e
            .selectFrom('mobility as m')
            .innerJoin('mobility_party as o', 'o.mobility_id', 'm.id')
            .select('m.id')
            .whereRef('m.company_id', '=', 'c.id')
            .where('o.organisation_id', '=', organisationId),
        ),
      ]),
    )
    .executeTakeFirst()
}

export function insertLink(db: Db, values: Insertable<TutorLink>) {
  return db.insertInto('tutor_link').values(values).returning(['id', 'expires_at']).executeTakeFirstOrThrow()
}

/** Writes many links down in one statement. */
export async function insertLinks(db: Db, links: readonly Insertable<TutorLink>[]): Promise<void> {
  if (links.length > 0)
    await db
      .insertInto('tutor_link')
      .values([...links])
      .execute()
}

/** Revokes a link; answers the company it was for, or nothing if there was none to revoke. */
export function revokeLink(db: Db, organisationId: string, id: string, now: Date) {
  return db
    .updateTable('tutor_link')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('issued_by', '=', organisationId)
    .where('revoked_at', 'is', null)
    .returning(['company_id', 'tutor_name'])
    .executeTakeFirst()
}

export function readLink(db: Db, id: string) {
  return db
    .selectFrom('tutor_link as l')
    .innerJoin('organisation as c', 'c.id', 'l.company_id')
    .select([
      'l.id',
      'l.company_id',
      'l.issued_by',
      'l.expires_at',
      'l.user_id',
      'c.name',
      'c.town',
      'c.claimed_at',
      'c.kept_by',
    ])
    .where('l.id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The mobilities of this company in which the organisation that gave the link takes part; the ended ones drop out. */
export function traineesOf(db: Db, companyId: string, issuerId: string) {
  return db
    .selectFrom('mobility_party as p')
    .innerJoin('mobility as m', 'm.id', 'p.mobility_id')
    .innerJoin('person as s', 's.id', 'm.person_id')
    .innerJoin('organisation as o', 'o.id', 'm.sending_id')
    .select([
      'm.id',
      'm.number',
      's.given_name',
      's.family_name',
      's.phone',
      's.language',
      'm.status',
      'm.departure',
      'm.return_date',
      'o.name as sender',
      'm.company_stage',
      'm.working_hours',
      'm.workplace_address',
    ])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('placement as l')
            .select('l.id')
            .whereRef('l.mobility_id', '=', 'm.id')
            .where('l.company_id', '=', companyId)
            .where('l.step', 'in', ['sent', 'interview']),
        )
        .as('offered'),
    )
    .where('p.organisation_id', '=', companyId)
    .where('p.role', '=', 'company')
    .where('m.status', 'not in', ['withdrawn', 'cancelled', 'closed', 'force-majeure'])
    .where((e) => e.or([e('m.sending_id', '=', issuerId), e('m.hosting_id', '=', issuerId)]))
    .orderBy('m.departure')
    .orderBy('s.family_name')
    .limit(200)
    .execute()
}

/** How many placements wait for the company's answer to this organisation. */
export async function countOffered(db: Db, companyId: string, issuerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('placement')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('sent_at', 'is not', null)
    .where('step', 'in', ['sent', 'interview'])
    .where((e) =>
      e.or([e('arranged_by', '=', issuerId), e('sending_id', '=', issuerId), e('hosting_id', '=', issuerId)]),
    )
    .executeTakeFirstOrThrow()
  return count
}

/** The company's own tasks in these mobilities. */
export async function companyTasks(db: Db, companyId: string, mobilityIds: readonly string[]) {
  if (mobilityIds.length === 0) return []
  return db
    .selectFrom('task')
    .select(['id', 'mobility_id', 'key', 'title', 'due', 'state', 'blocked', 'fact'])
    .where('mobility_id', 'in', [...mobilityIds])
    .where('owner', '=', 'company')
    .where('organisation_id', '=', companyId)
    .orderBy('due')
    .execute()
}

/** Whom the tutor can reach in each mobility: the contacts that the other parties named. */
export async function contactsOf(db: Db, mobilityIds: readonly string[]) {
  if (mobilityIds.length === 0) return []
  return db
    .selectFrom('mobility_contact as c')
    .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.mobility_id', 'c.role', 'c.duty', 'o.name as organisation', 'c.name', 'c.email', 'c.phone'])
    .where('c.mobility_id', 'in', [...mobilityIds])
    .where('c.role', 'in', ['sending', 'hosting'])
    .execute()
}

export async function rememberAccount(db: Db, linkId: string, userId: string): Promise<void> {
  await db.updateTable('tutor_link').set({ user_id: userId }).where('id', '=', linkId).execute()
}

export async function nameOf(db: Db, organisationId: string): Promise<string> {
  return (
    (await db.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirst())
      ?.name ?? ''
  )
}

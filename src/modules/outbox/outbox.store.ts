import type { Kysely } from 'kysely'
import type { DB } from '#server/database/schema.ts'

/** Identity tables have no row-level security: whoever calls this has asked whether it is a demo. */
export type IdentityDb = Kysely<DB>

const columns = ['id', 'at', 'recipient', 'language', 'kind', 'subject'] as const

/** Mails before a moment and id, the newest first. */
export function mails(
  db: IdentityDb,
  asked: { to: string | undefined; before: { at: Date; id: string } | null; limit: number },
) {
  const { to, before, limit } = asked
  return db
    .selectFrom('identity.sent_mail')
    .select(columns)
    .$if(to !== undefined && to !== '', (query) =>
      query.where('recipient', 'ilike', `%${(to ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(before !== null, (query) =>
      query.where((is) =>
        is.or([
          is('at', '<', before?.at ?? new Date(0)),
          is.and([is('at', '=', before?.at ?? new Date(0)), is('id', '<', before?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** One mail with its text, and the name of what it carries. */
export function mailOf(db: IdentityDb, id: string) {
  return db
    .selectFrom('identity.sent_mail')
    .leftJoin('identity.sent_mail_file as file', 'file.mail_id', 'identity.sent_mail.id')
    .select([...columns, 'body_text', 'file.name as file'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What a mail carries. */
export function fileOf(db: IdentityDb, mailId: string) {
  return db
    .selectFrom('identity.sent_mail_file')
    .select(['name', 'content_type', 'bytes'])
    .where('mail_id', '=', mailId)
    .executeTakeFirst()
}

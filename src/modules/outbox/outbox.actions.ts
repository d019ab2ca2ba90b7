import type { Context, Services } from '#server/context.ts'
import { cutPage, placeIn } from '#shared/cursor.ts'
import { notFound } from '#shared/problems.ts'
import * as store from './outbox.store.ts'

/** A page of the demo's mails. */
export async function listMails(
  { services }: Context,
  asked: { to?: string | undefined; limit: number; cursor?: string | undefined },
) {
  const db = outboxOf(services)
  const rows = await store.mails(db, { to: asked.to, before: placeOf(asked.cursor), limit: asked.limit + 1 })
  const { items, next } = cutPage(rows, asked.limit, (last) => [last.at.toISOString(), last.id])
  return { items: items.map(asMail), next }
}

/** One of the demo's mails with its text. */
export async function readMail({ services }: Context, id: string) {
  const row = await store.mailOf(outboxOf(services), id)
  if (!row) throw notFound()
  return { ...asMail(row), text: row.body_text, file: row.file }
}

/** What one of the demo's mails carries. */
export async function readMailFile({ services }: Context, id: string) {
  const file = await store.fileOf(outboxOf(services), id)
  if (!file) throw notFound()
  return { fileName: file.name, contentType: file.content_type, bytes: file.bytes }
}

/** Only a demo shows its mails: they hold the links with which people sign in. */
function outboxOf({ config, database }: Services): store.IdentityDb {
  if (!config.demo) throw notFound()
  return database.identity
}

function placeOf(cursor: string | undefined): { at: Date; id: string } | null {
  const place = placeIn(cursor, 'moment', 'id')
  return place && { at: new Date(place[0]), id: place[1] }
}

type MailRow = Awaited<ReturnType<typeof store.mails>>[number]

const asMail = ({ id, at, recipient, language, kind, subject }: MailRow) => ({
  id,
  at: at.toISOString(),
  to: recipient,
  language,
  kind,
  subject,
})

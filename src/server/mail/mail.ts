import nodemailer from 'nodemailer'
import type { Services } from '../context.ts'
import type { Db } from '../database/database.ts'
import { job } from '../jobs/jobs.ts'

/** A mail ready to go, in the recipient's language. The text part is always there; pictures never are. */
export interface Mail {
  to: string
  language: string
  /** What it is for: groups mails in the outbox and in tests, e.g. `invitation`, `reminder`. */
  kind: string
  subject: string
  text: string
  html: string
  /** One paper that goes with it. */
  file?: { name: string; contentType: string; bytes: Uint8Array }
}

/** Hands a mail over inside the transaction: it is sent once this commits, and never if it does not. */
export async function handOver(services: Services, db: Db, mail: Mail): Promise<void> {
  const row = await db
    .insertInto('identity.sent_mail')
    .values({
      at: services.clock(),
      recipient: mail.to,
      language: mail.language,
      kind: mail.kind,
      subject: mail.subject,
      body_text: mail.text,
      body_html: mail.html,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (mail.file)
    await db
      .insertInto('identity.sent_mail_file')
      .values({
        mail_id: row.id,
        name: mail.file.name,
        content_type: mail.file.contentType,
        bytes: Buffer.from(mail.file.bytes),
      })
      .execute()
  await services.jobs.enqueue(db, 'mail.send', { mailId: row.id })
}

/** Sends one mail by SMTP; without an SMTP setting it stays in the outbox (demo). */
export const sendMailJob = job({
  name: 'mail.send',
  retryLimit: 8,
  concurrency: 2,
  run: async (services, { mailId }) => {
    const db = services.database.identity
    const mail = await db
      .selectFrom('identity.sent_mail')
      .selectAll()
      .where('id', '=', mailId)
      .executeTakeFirst()
    if (!mail || mail.delivered_at || !services.config.smtpUrl) return
    const files = await db
      .selectFrom('identity.sent_mail_file')
      .selectAll()
      .where('mail_id', '=', mailId)
      .execute()
    const transport = nodemailer.createTransport(services.config.smtpUrl)
    await transport.sendMail({
      from: services.config.mailFrom,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      attachments: files.map(({ name, content_type, bytes }) => ({
        filename: name,
        contentType: content_type,
        content: bytes,
      })),
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    await db
      .updateTable('identity.sent_mail')
      .set({ delivered_at: services.clock() })
      .where('id', '=', mailId)
      .execute()
  },
})

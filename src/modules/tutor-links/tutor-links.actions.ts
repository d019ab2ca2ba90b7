import QRCode from 'qrcode'
import type { z } from 'zod'
import { spokenLanguage } from '#shared/languages.ts'
import { invalidField, notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import { hashSecret } from '#server/auth/standing.store.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { newSecret } from './secret.ts'
import { linkEnd, linkState } from './tutor-links.rules.ts'
import type { tutorLinksContract } from './tutor-links.contract.ts'
import * as store from './tutor-links.store.ts'

type Input = z.output<(typeof tutorLinksContract)['issue']['body']>

/** The links that the organisation gave out, newest first. */
export async function listLinks(context: Context, companyId: string | undefined) {
  const { organisationId } = memberOf(context.actor)
  const rows = await store.linksOf(context.db, organisationId, companyId)
  return {
    items: rows.map((row) => ({
      id: row.id,
      company: { id: row.company_id, name: row.company_name },
      tutorName: row.tutor_name,
      tutorEmail: row.tutor_email,
      state: linkState({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, context.now),
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      createdBy: row.created_by,
    })),
  }
}

/** Makes a link; its secret leaves the server in this answer and in the mail, and is kept only as a hash. */
export async function issueLink(context: Context, input: Input) {
  const { organisationId, name } = memberOf(context.actor)
  const company = await store.worksWithCompany(context.db, organisationId, input.companyId)
  if (!company)
    throw invalidField(
      'companyId',
      'tutor-links:field.no-company',
      'This company takes part in none of your mobilities.',
    )
  if (input.send && !input.tutorEmail)
    throw invalidField(
      'tutorEmail',
      'tutor-links:field.email-needed',
      'Write an e-mail address, or choose not to send a mail.',
    )
  const secret = newSecret()
  const link = await store.insertLink(context.db, {
    company_id: input.companyId,
    issued_by: organisationId,
    tutor_name: input.tutorName,
    tutor_email: input.tutorEmail ?? null,
    language: input.language,
    secret_hash: hashSecret(secret),
    created_by: name,
    created_at: context.now,
    expires_at: linkEnd(context.now.toISOString().slice(0, 10), input.days),
  })
  await recordEvent(context, {
    type: 'tutor-link.issued',
    subject: { kind: 'organisation', id: input.companyId },
    data: { company: company.name, name: input.tutorName },
    audience: 'organisation',
  })
  const url = `${context.services.config.publicUrl}/t/${secret}`
  if (input.send && input.tutorEmail)
    await mailLink(context, { ...input, tutorEmail: input.tutorEmail }, company.name, url, link.expires_at)
  return {
    id: link.id,
    url,
    qr: await QRCode.toString(url, { type: 'svg', margin: 1 }),
    expiresAt: link.expires_at.toISOString(),
  }
}

async function mailLink(
  context: Context,
  input: Input & { tutorEmail: string },
  company: string,
  url: string,
  until: Date,
): Promise<void> {
  const { organisationId, name } = memberOf(context.actor)
  const language = spokenLanguage(input.language)
  const sender = await store.nameOf(context.db, organisationId)
  const mail = await writeMail({
    to: input.tutorEmail,
    language,
    kind: 'tutor-link',
    key: 'tutor-links:mail.link',
    values: {
      name: input.tutorName,
      company,
      sender,
      by: name,
      until: new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(until),
    },
    action: { url },
  })
  await handOver(context.services, context.db, mail)
}

/** Ends a link at once; whoever has it open is out with the next tap. */
export async function revokeLink(context: Context, id: string): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  const revoked = await store.revokeLink(context.db, organisationId, id, context.now)
  if (!revoked) throw notFound()
  await recordEvent(context, {
    type: 'tutor-link.revoked',
    subject: { kind: 'organisation', id: revoked.company_id },
    data: { name: revoked.tutor_name },
    audience: 'organisation',
  })
}

import { spokenLanguage } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import { hashSecret } from '#server/auth/standing.store.ts'
import { memberActor } from '#server/auth/member-actor.ts'
import { runAs, type Context, type Services } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { newSecret } from '#modules/tutor-links/secret.ts'
import { linkDays, linkEnd } from '#modules/tutor-links/tutor-links.rules.ts'
import { insertLinks, nameOf } from '#modules/tutor-links/tutor-links.store.ts'
import { isOpenAnswer } from './availability.rules.ts'
import * as store from './availability.store.ts'

export interface WritingJob {
  askId: string
  organisationId: string
  userId: string
  companyIds: string[]
  reminder: boolean
}

/** Writes to each company with a personal link of its own; who has answered meanwhile is left alone. */
export async function writeToCompanies(services: Services, job: WritingJob): Promise<void> {
  const actor = await memberActor(services.database, job.userId, job.organisationId)
  if (!actor) return
  await runAs(services, actor, async (context) => {
    const ask = await store.findAsk(context.db, job.organisationId, job.askId)
    if (!ask) return
    const answers = await store.answersOf(context.db, job.askId, job.companyIds)
    const rows = answers.flatMap((row) =>
      isOpenAnswer(row.state) && row.email ? [{ ...row, email: row.email, secret: newSecret() }] : [],
    )
    await insertLinks(
      context.db,
      rows.map((row) => ({
        company_id: row.companyId,
        issued_by: job.organisationId,
        tutor_name: row.name,
        tutor_email: row.email,
        language: ask.language,
        secret_hash: hashSecret(row.secret),
        created_by: ask.createdBy,
        created_at: context.now,
        expires_at: linkEnd(context.now.toISOString().slice(0, 10), linkDays.usual),
      })),
    )
    await sendMails(context, ask, rows, job.reminder)
    await store.markAsked(
      context.db,
      job.askId,
      rows.map(({ companyId }) => companyId),
      job.reminder,
      context.now,
    )
  })
}

async function sendMails(
  context: Context,
  ask: store.AskRow,
  rows: readonly (store.AnswerRow & { email: string; secret: string })[],
  reminder: boolean,
): Promise<void> {
  const { organisationId, name } = memberOf(context.actor)
  const language = spokenLanguage(ask.language)
  const day = (text: string): string =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${text}T00:00:00Z`))
  const values = {
    by: name,
    sender: await nameOf(context.db, organisationId),
    from: day(ask.startsOn),
    to: day(ask.endsOn),
    message: ask.message ?? '',
  }
  for (const row of rows) {
    const mail = await writeMail({
      to: row.email,
      language,
      kind: 'availability',
      key: reminder ? 'availability:mail.reminder' : 'availability:mail.ask',
      values: { ...values, name: row.name, company: row.company },
      action: { url: `${context.services.config.publicUrl}/t/${row.secret}` },
    })
    await handOver(context.services, context.db, mail)
  }
}

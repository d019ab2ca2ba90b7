import { spokenLanguage } from '#shared/languages.ts'
import { runAs, type Services } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'

/** Mails a link to sign in with or to set a new password, in the person's language. Unknown addresses get nothing. */
export async function sendSignInMail(
  services: Services,
  mail: { kind: 'magic-link' | 'reset-password'; email: string; url: string },
): Promise<void> {
  await runAs(services, { kind: 'system', name: 'sign-in' }, async ({ db }) => {
    const user = await db
      .selectFrom('identity.user')
      .select(['name', 'language'])
      .where('email', '=', mail.email.toLowerCase())
      .executeTakeFirst()
    if (!user) return
    const written = await writeMail({
      to: mail.email,
      language: spokenLanguage(user.language),
      kind: mail.kind,
      key: `accounts:mail.${mail.kind}`,
      values: { name: user.name },
      action: { url: mail.url },
    })
    await handOver(services, db, written)
  })
}

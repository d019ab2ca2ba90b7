import { spokenLanguage } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { wordsIn } from '#server/words.ts'
import type { InvitationRow } from './invitations.store.ts'

/** Mails an invitation in the invited person's language; the link stands in this mail and nowhere else. */
export async function mailInvitation(
  context: Context,
  invitation: InvitationRow,
  token: string,
  names: { organisation: string; partner?: string | null },
): Promise<void> {
  const language = spokenLanguage(invitation.language)
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' })
  const words = wordsIn(language)
  const mail = await writeMail({
    to: invitation.email,
    language,
    kind: 'invitation',
    key: `organisations:mail.${invitation.kind}`,
    values: {
      greeting: invitation.name
        ? words('organisations:mail.greeting', { name: invitation.name })
        : words('organisations:mail.greetingNobody'),
      organisation: names.organisation,
      partner: names.partner ?? '',
      by: invitation.invited_by,
      message: invitation.message ?? '',
      until: date.format(invitation.expires_at),
    },
    action: { url: `${context.services.config.publicUrl}/invitation/${token}` },
  })
  await handOver(context.services, context.db, mail)
}

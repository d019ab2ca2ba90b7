import { spokenLanguage } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver, type Mail } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { findTrader, type RequestRow } from './requests.store.ts'

type Told =
  | 'request'
  | 'quotation'
  | 'declined'
  | 'ordered'
  | 'withdrawn'
  | 'cancelled'
  | 'invoice'
  | 'reminder'

/**
 * Mails the other side of a request, in its language. A side that works here gets the way to the page; one without an account is asked to
 * answer by mail, to whoever wrote. Answers whether there was an address.
 */
export async function mailPartner(
  context: Context,
  row: RequestRow,
  told: Told,
  values: Record<string, string>,
  lines: readonly string[] = [],
  to: string | null = row.partnerEmail,
  file?: Mail['file'],
): Promise<boolean> {
  if (!to) return false
  const own = row.side === 'host' ? row.hostId : row.senderId
  const organisation = await findTrader(context.db, own, own)
  const { actor, services } = context
  const mail = await writeMail({
    to,
    language: spokenLanguage(row.partnerLanguage),
    kind: 'order',
    key: `orders:mail.${told}${row.partnerClaimed ? '' : 'ByMail'}`,
    values: {
      title: row.title,
      organisation: organisation?.name ?? '',
      by: 'name' in actor ? actor.name : '',
      // Whoever has no account answers here.
      address: 'email' in actor && actor.email ? actor.email : (organisation?.email ?? ''),
      reason: '',
      ...values,
    },
    lines,
    ...(row.partnerClaimed
      ? { action: { url: `${services.config.publicUrl}/o/${row.partnerId}/orders/${row.id}` } }
      : {}),
  })
  await handOver(services, context.db, file ? { ...mail, file } : mail)
  return true
}

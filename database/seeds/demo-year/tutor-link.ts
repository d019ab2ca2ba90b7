import { addDays } from '#shared/dates.ts'
import { hashSecret } from '#server/auth/standing.store.ts'
import { newSecret } from '#modules/tutor-links/secret.ts'
import { linkEnd } from '#modules/tutor-links/tutor-links.rules.ts'
import { insertLink } from '#modules/tutor-links/tutor-links.store.ts'
import type { Stage } from './stage.ts'

/** A personal link for a second tutor of Taller Ortega, as it would have been mailed. */
export async function giveTutorLink(stage: Stage): Promise<string> {
  const { organisations, today } = stage
  const context = stage.as(organisations.senders.aurora, addDays(today, -14))
  const secret = newSecret()
  await insertLink(context.db, {
    company_id: organisations.tallerOrtega,
    issued_by: organisations.senders.aurora.organisationId,
    tutor_name: 'Lucía Ortega',
    tutor_email: 'lucia@taller-ortega.example',
    language: 'es',
    secret_hash: hashSecret(secret),
    created_by: 'Chiara Benedetti',
    created_at: context.now,
    expires_at: linkEnd(today, 180),
  })
  return secret
}

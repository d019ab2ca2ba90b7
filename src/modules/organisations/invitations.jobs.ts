import { runAs } from '#server/context.ts'
import { job } from '#server/jobs/jobs.ts'
import { mailInvitation } from './invitation-mail.ts'
import { invitationState } from './invitations.rules.ts'
import { invitationsToMail, newToken, updateInvitation } from './invitations.store.ts'

declare module '#server/jobs/jobs.ts' {
  interface JobData {
    'invitations.mail': { invitationIds: readonly string[] }
  }
}

/** Writes the mails of many invitations, each with a fresh link. */
export const invitationJobs = [
  job({
    name: 'invitations.mail',
    run: (services, { invitationIds }) =>
      runAs(services, { kind: 'system', name: 'invitations' }, async (context) => {
        for (const invitation of await invitationsToMail(context.db, invitationIds)) {
          if (invitationState(invitation, context.now) !== 'open') continue
          const { token, token_hash } = newToken()
          const row = await updateInvitation(context.db, invitation.id, { token_hash })
          await mailInvitation(context, row, token, { organisation: invitation.organisationName })
        }
      }),
  }),
] as const

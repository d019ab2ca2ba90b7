import { randomUUID } from 'node:crypto'
import { insertInvitations, newToken } from '#modules/organisations/invitations.store.ts'
import { insertOrganisation } from '#modules/organisations/organisations.store.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import type { World } from './world.ts'

/** One mobility that a sender shares with a host, a company and a participant, and somebody who has no part in it. */
export interface SharedRecord {
  sendingId: string
  hostingId: string
  companyId: string
  foreignId: string
  /** Ids of things of the sending organisation by the name of their path parameter. */
  ids: Record<string, string>
  /** A word that stands in all private things of the record and nowhere else. */
  secretWord: string
  /** Parameters whose values are words of the API and not things (a duty, a list name). */
  publicParameters: string[]
  /** An id that names nothing. */
  nothing: string
}

export async function sharedRecord(world: World): Promise<SharedRecord> {
  const secretWord = 'Zaubermond'
  const sendingId = await world.organisation({ name: `Istituto ${secretWord}`, kind: 'sending' })
  const hostingId = await world.organisation({ name: 'Hosting Sevilla', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  const companyId = await world.organisation({ name: `Panadería ${secretWord}`, kind: 'company', country: 'ES', town: 'Sevilla' })
  const foreignId = await world.organisation({ name: 'Foreign School', kind: 'sending', country: 'DE', town: 'Kiel' })
  const nothing = randomUUID()
  return {
    sendingId,
    hostingId,
    companyId,
    foreignId,
    secretWord,
    nothing,
    publicParameters: ['duty', 'list'],
    ids: { session: nothing, key: nothing, ...(await organisationThings(world, sendingId, secretWord)) },
  }
}

/** A member, an invitation and a partner of the sending organisation. */
async function organisationThings(world: World, sendingId: string, secretWord: string): Promise<Record<string, string>> {
  const member = await world.member(sendingId, ['viewer'], secretWord)
  return world.asSystem(async (context) => {
    const partner = await insertOrganisation(context, { name: `Partner ${secretWord}`, kind: 'hosting', kept_by: sendingId })
    await insertPartnerships(context.db, sendingId, [{ partnerId: partner.id, kind: 'host' }])
    const { token_hash } = newToken()
    const [invitation] = await insertInvitations(context.db, [
      {
        organisation_id: sendingId,
        kind: 'colleague',
        email: `${secretWord.toLowerCase()}@example.org`,
        roles: ['viewer'],
        token_hash,
        invited_by: secretWord,
        expires_at: new Date('2030-01-01'),
      },
    ])
    return {
      member: member.actor.membershipId,
      partner: partner.id,
      invitation: invitation?.id ?? '',
      duty: 'finance',
      token: newToken().token,
    }
  })
}

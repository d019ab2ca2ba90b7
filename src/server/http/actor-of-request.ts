import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '#shared/endpoint.ts'
import { notAllowed, notFound, Problem } from '#shared/problems.ts'
import type { Actor, MemberActor, PersonActor } from '../actor.ts'
import type { Services } from '../context.ts'
import { identify, type Identified } from '../auth/identify.ts'
import { findTutorLink, loadMembership, personIdsOf } from '../auth/standing.store.ts'
import { permissionsOf } from '#modules/organisations/permissions.rules.ts'

/**
 * Finds who is asking and in which capacity the endpoint lets them ask.
 * An organisation that the caller is no member of looks like one that does not exist.
 */
export async function actorFor(
  services: Services,
  endpoint: Endpoint,
  request: FastifyRequest,
): Promise<Actor> {
  if (endpoint.audience === 'anyone') return { kind: 'anonymous' }
  if (endpoint.audience === 'tutor-link') return tutorFor(services, request)
  const who = await identify(services, request.headers)
  if (!who) throw new Problem('not-signed-in')
  if (endpoint.audience === 'person') return personFor(services, who)
  const { organisation } = request.params as { organisation?: string }
  return memberFor(services, who, organisation ?? '', endpoint.audience.permission)
}

async function personFor(services: Services, who: Identified): Promise<PersonActor> {
  return { kind: 'person', ...who, personIds: await personIdsOf(services.database, who.userId) }
}

async function memberFor(
  services: Services,
  who: Identified,
  organisation: string,
  permission: string,
): Promise<MemberActor> {
  const membership = await loadMembership(services.database, who.userId, organisation)
  if (!membership) throw notFound()
  const permissions = permissionsOf(membership.roles)
  if (!permissions.has(permission)) throw notAllowed('problems:reason.role', { permission })
  return {
    kind: 'member',
    ...who,
    personIds: [],
    organisationId: organisation,
    membershipId: membership.id,
    roles: membership.roles,
    permissions,
    namedMobilitiesOnly: membership.named_mobilities_only,
  }
}

async function tutorFor(services: Services, request: FastifyRequest): Promise<Actor> {
  const secret = /^Link (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!secret) throw new Problem('not-signed-in')
  const link = await findTutorLink(services.database, secret, services.clock())
  if (!link) throw new Problem('not-signed-in', { reason: { code: 'tutor:link.over' } })
  return {
    kind: 'tutor-link',
    linkId: link.id,
    organisationId: link.company_id,
    name: link.tutor_name,
    email: link.tutor_email,
    language: link.language,
  }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#shared/endpoint.ts'
import { allContracts } from '#modules/all-contracts.ts'
import { permissionsOf, roles, type Role } from '#modules/organisations/permissions.rules.ts'
import { openWorld, type Client, type Member, type World } from '../support/world.ts'
import { sharedRecord, type SharedRecord } from '../support/shared-record.ts'

/**
 * Every endpoint × every role × own, partner's and foreign organisation, made from the contracts: a new endpoint is
 * covered the moment it is declared, and fails here if its path has a parameter that the shared record does not know.
 */
const all = Object.values(allContracts).flatMap((contract) => Object.values(contract) as Endpoint[])
const title = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`
/** What an endpoint cannot be asked without. */
const neededQuery: Record<string, string> = {
  'GET /organisations/:organisation/mobilities/:mobility/grant/comparison':
    '?with=00000000-0000-7000-8000-000000000000',
  'GET /organisations/:organisation/payment-runs/:run/file': '?format=csv',
  'GET /organisations/:organisation/companies/:company/merger': '?other=00000000-0000-7000-8000-000000000000',
  'GET /organisations/:organisation/people/:person/merge': '?other=00000000-0000-7000-8000-000000000000',
}
const ofOrganisations = all.filter((endpoint) => typeof endpoint.audience === 'object')
const ofPersons = all.filter((endpoint) => endpoint.audience === 'person')
const ofLinks = all.filter((endpoint) => endpoint.audience === 'tutor-link')

describe('permissions', () => {
  let world: World
  let record: SharedRecord
  const members = new Map<string, Member>()

  beforeAll(async () => {
    world = await openWorld()
    record = await sharedRecord(world)
    const places = { own: record.sendingId, partner: record.hostingId, foreign: record.foreignId }
    for (const [place, organisation] of Object.entries(places)) {
      for (const role of roles) members.set(`${place} ${role}`, await world.member(organisation, [role]))
    }
  })
  afterAll(() => world.stop())

  const member = (place: string, role: Role): Member => {
    const found = members.get(`${place} ${role}`)
    if (!found) throw new Error(`no member ${place} ${role}`)
    return found
  }

  /** The endpoint's path for one organisation, every other parameter naming a thing of the sending organisation. */
  const pathFor = (endpoint: Endpoint, organisationId: string): string =>
    endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
      if (name === 'organisation') return organisationId
      const id = record.ids[name]
      if (!id)
        throw new Error(`Teach test/support/shared-record.ts the parameter :${name} of ${title(endpoint)}`)
      return id
    })

  const call = (client: Client, endpoint: Endpoint, path: string) =>
    endpoint.method === 'GET'
      ? client.get(`${path}${neededQuery[title(endpoint)] ?? ''}`)
      : client.send(endpoint.method, path, endpoint.carries === 'upload' ? undefined : {})

  describe.each(ofOrganisations.map((endpoint) => [title(endpoint), endpoint] as const))(
    '%s',
    (_, endpoint) => {
      const needed = typeof endpoint.audience === 'object' ? endpoint.audience.permission : ''

      it('is closed to strangers', async () => {
        const answer = await call(world.anonymous(), endpoint, pathFor(endpoint, record.sendingId))
        expect(answer.status).toBe(401)
      })

      it.each(roles)('lets %s in exactly if the role carries the permission', async (role) => {
        // Removing and ending things is tried on ids that name nothing, so that the record survives the table.
        const path =
          endpoint.method === 'DELETE'
            ? endpoint.path.replaceAll(/:(\w+)/g, (_m, name: string) =>
                name === 'organisation' ? record.sendingId : record.nothing,
              )
            : pathFor(endpoint, record.sendingId)
        const answer = await call(member('own', role), endpoint, path)
        const refusedByRole = answer.status === 403 && answer.body.reason?.code === 'problems:reason.role'
        expect(refusedByRole).toBe(!permissionsOf([role]).has(needed))
        expect(answer.status).toBeLessThan(500)
      })

      it.each(roles)('does not exist for %s of a partner or a foreign organisation', async (role) => {
        for (const place of ['partner', 'foreign']) {
          const answer = await call(member(place, role), endpoint, pathFor(endpoint, record.sendingId))
          expect(answer.status, place).toBe(404)
        }
      })

      it('shows a foreign organisation nothing of the sending organisation', async () => {
        const path = pathFor(endpoint, record.foreignId)
        const answer = await call(member('foreign', 'administrator'), endpoint, path)
        expect(answer.status).toBeLessThan(500)
        expect(answer.text).not.toContain(record.secretWord)
        const namesAThing =
          /:(?!organisation\b)\w+/.test(endpoint.path) &&
          !record.publicParameters.some((name) => endpoint.path.endsWith(`:${name}`))
        const mustNotExist = namesAThing && endpoint.method === 'GET'
        expect(mustNotExist ? answer.status : 404).toBe(404)
      })
    },
  )

  describe.each(ofPersons.map((endpoint) => [title(endpoint), endpoint] as const))('%s', (_, endpoint) => {
    it('is closed to strangers', async () => {
      expect((await call(world.anonymous(), endpoint, pathFor(endpoint, ''))).status).toBe(401)
    })
    it('shows an uninvolved person nothing of the record', async () => {
      const stranger = await world.person('Nobody Involved')
      const answer = await call(stranger, endpoint, pathFor(endpoint, ''))
      expect(answer.status).toBeLessThan(500)
      expect(answer.text).not.toContain(record.secretWord)
    })
  })

  it.each(ofLinks.map((endpoint) => [title(endpoint), endpoint] as const))(
    '%s opens to a personal link only',
    async (_, endpoint) => {
      const path = pathFor(endpoint, '')
      expect((await call(world.anonymous(), endpoint, path)).status).toBe(401)
      expect((await call(member('own', 'administrator'), endpoint, path)).status).toBe(401)
      expect((await call(world.anonymous({ authorization: 'Link not-a-link' }), endpoint, path)).status).toBe(
        401,
      )
    },
  )
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'

let world: World
let host: Member
let bakery: string

const account = { name: 'Manuel Ortega', email: 'manuel@example.org', password: 'forty kinds of dough' }

beforeAll(async () => {
  world = await openWorld()
  host = await world.member(
    await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' }),
    ['coordinator'],
  )
  const made = await host.send('POST', `/organisations/${host.organisationId}/partners`, {
    name: 'Panadería Sol',
    kinds: ['company'],
  })
  bakery = made.body.id as string
})
afterAll(() => world.stop())

const issue = (member: Member, companyId: string) =>
  member.send('POST', `/organisations/${member.organisationId}/tutor-links`, {
    companyId,
    tutorName: account.name,
    language: 'es',
    days: 30,
    send: false,
  })
const holderOf = (url: string): Client =>
  world.anonymous({ authorization: `Link ${url.split('/t/').at(-1) ?? ''}` })

it('makes an account of a company that the issuer keeps', async () => {
  const link = await issue(host, bakery)
  expect(link.status, link.text).toBe(201)
  const tutor = holderOf(link.body.url as string)
  expect((await tutor.get('/tutor')).body).toMatchObject({ byInvitation: false, hasAccount: false })
  expect((await tutor.send('POST', '/tutor/account', account)).status).toBe(201)
  expect((await tutor.get('/tutor')).body.hasAccount).toBe(true)
})

it('is no way into an organisation that looks after itself, by a partnership that one has written alone', async () => {
  const school = await world.member(await world.organisation({ name: 'Aurora', kind: 'sending' }), [
    'coordinator',
  ])
  await world.asSystem(({ db }) =>
    db
      .insertInto('partnership')
      .values({ organisation_id: school.organisationId, partner_id: host.organisationId, kind: 'host' })
      .execute(),
  )
  const refused = await issue(school, host.organisationId)
  expect(refused.body.errors).toMatchObject([{ field: 'companyId' }])
  await world.asSystem(({ db }) =>
    db
      .updateTable('partnership')
      .set({ kind: 'company' })
      .where('organisation_id', '=', school.organisationId)
      .execute(),
  )
  const link = holderOf((await issue(school, host.organisationId)).body.url as string)
  expect((await link.get('/tutor')).body).toMatchObject({ byInvitation: true, trainees: [], offered: 0 })
  expect((await link.send('POST', '/tutor/account', account)).body).toMatchObject({ code: 'not-possible' })
})

it('makes no member of a company that others keep, or that has been taken over since', async () => {
  const other = await world.member(
    await world.organisation({ name: 'Mar Abierto', kind: 'hosting', country: 'ES' }),
    ['coordinator'],
  )
  await world.asSystem(({ db }) =>
    db
      .insertInto('partnership')
      .values({ organisation_id: other.organisationId, partner_id: bakery, kind: 'company' })
      .execute(),
  )
  const foreign = holderOf((await issue(other, bakery)).body.url as string)
  const own = holderOf((await issue(host, bakery)).body.url as string)
  expect((await foreign.get('/tutor')).body.byInvitation).toBe(true)
  const more = { ...account, email: 'lucia@example.org' }
  expect((await foreign.send('POST', '/tutor/account', more)).body).toMatchObject({
    code: 'not-possible',
  })
  await world.asSystem(({ db, now }) =>
    db.updateTable('organisation').set({ claimed_at: now }).where('id', '=', bakery).execute(),
  )
  expect((await own.send('POST', '/tutor/account', more)).body).toMatchObject({ code: 'not-possible' })
  expect((await own.get('/tutor')).body.byInvitation).toBe(true)
  const members = await world.asSystem(({ db }) =>
    db.selectFrom('membership').select('email').where('organisation_id', '=', bakery).execute(),
  )
  expect(members).toEqual([{ email: account.email }])
})

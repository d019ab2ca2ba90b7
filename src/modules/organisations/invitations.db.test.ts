import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

const password = 'corvo-bianco-42-luna'

describe('invitations', () => {
  let world: World
  let anna: Member
  let path: string
  beforeAll(async () => {
    world = await openWorld()
    const school = await world.organisation({ name: 'Scuola Aurora', kind: 'sending' })
    anna = await world.member(school, ['administrator'], 'Anna')
    path = `/organisations/${school}`
  })
  afterAll(() => world.stop())

  const mails = (email: string) =>
    world.asSystem(({ db }) =>
      db
        .selectFrom('identity.sent_mail')
        .selectAll()
        .where('recipient', '=', email)
        .orderBy('id', 'desc')
        .execute(),
    )
  const tokenFor = async (email: string) =>
    /\/invitation\/([\w-]+)/.exec((await mails(email))[0]?.body_text ?? '')?.[1] ?? ''

  it('lead a colleague from the mail to the members, once', async () => {
    const invited = await anna.send('POST', `${path}/invitations`, {
      email: 'Nora@Example.org',
      roles: ['finance'],
      message: 'Welcome!',
    })
    expect(invited.body).toMatchObject({ email: 'nora@example.org', state: 'open', roles: ['finance'] })
    expect((await mails('nora@example.org'))[0]?.body_text).toContain('Welcome!')
    const twice = await anna.send('POST', `${path}/invitations`, {
      email: 'nora@example.org',
      roles: ['viewer'],
    })
    expect(twice.body.errors[0].code).toBe('organisations:field.is-invited')

    const token = await tokenFor('nora@example.org')
    const anyone = world.anonymous()
    expect((await anyone.get(`/invitations/${token}`)).body).toMatchObject({
      organisation: 'Scuola Aurora',
      invitedBy: 'Anna',
      hasAccount: false,
      state: 'open',
    })
    const weak = await anyone.send('POST', `/invitations/${token}/account`, {
      name: 'Nora',
      password: 'nora',
      language: 'it',
    })
    expect(weak.body.errors[0].field).toBe('password')
    const joined = await anyone.send('POST', `/invitations/${token}/account`, {
      name: 'Nora Riva',
      password,
      language: 'it',
    })
    expect(joined.body).toEqual({ organisationId: anna.organisationId, email: 'nora@example.org' })
    const again = await anyone.send('POST', `/invitations/${token}/account`, {
      name: 'X',
      password,
      language: 'it',
    })
    expect(again.body.reason.code).toBe('organisations:whyNot.invitation-accepted')
    const members = (await anna.get(`${path}/members`)).body.items as { name: string; roles: string[] }[]
    expect(members.find(({ name }) => name === 'Nora Riva')?.roles).toEqual(['finance'])
  })

  it('are accepted by whoever has an account, after signing in', async () => {
    const eva = await world.person('Eva Lind', 'eva@example.org')
    await anna.send('POST', `${path}/invitations`, {
      email: 'eva@example.org',
      roles: ['viewer'],
      language: 'de',
    })
    const token = await tokenFor('eva@example.org')
    const refused = await world
      .anonymous()
      .send('POST', `/invitations/${token}/account`, { name: 'Eva', password, language: 'de' })
    expect(refused.body.reason.code).toBe('organisations:whyNot.account-exists')
    expect((await eva.send('POST', `/invitations/${token}/accept`)).body.organisationId).toBe(
      anna.organisationId,
    )
    expect((await eva.get(path)).status).toBe(200)
  })

  it('end when they are taken back, sent again or out of time', async () => {
    const { id } = (
      await anna.send('POST', `${path}/invitations`, { email: 'old@example.org', roles: ['viewer'] })
    ).body
    const first = await tokenFor('old@example.org')
    await anna.send('POST', `${path}/invitations/${id}/resend`)
    expect((await world.anonymous().get(`/invitations/${first}`)).status).toBe(404)
    const second = await tokenFor('old@example.org')
    world.setToday('2027-06-01')
    expect((await world.anonymous().get(`/invitations/${second}`)).body.state).toBe('expired')
    world.setToday('2027-03-01')
    expect((await anna.send('DELETE', `${path}/invitations/${id}`)).status).toBe(204)
    expect((await world.anonymous().get(`/invitations/${second}`)).body.state).toBe('revoked')
    const states = (await anna.get(`${path}/invitations?state=accepted&state=revoked`)).body.items as {
      state: string
    }[]
    expect(states.map(({ state }) => state)).toEqual(['revoked', 'accepted', 'accepted'])
  })

  it('open the own pages to participants, row by row', async () => {
    const make = async (givenName: string, email: string) =>
      (await anna.send('POST', `${path}/people`, { kind: 'learner', givenName, familyName: 'Rossi', email }))
        .body.id as string
    const [mia, noMail] = [await make('Mia', 'mia@example.org'), await make('Leo', '')]
    const stranger = await world.member(await world.organisation({ name: 'Other', kind: 'sending' }), [
      'administrator',
    ])
    const other = await stranger.send(
      'POST',
      `/organisations/${stranger.organisationId}/invitations/people`,
      { people: [mia] },
    )
    expect(other.body.items[0]).toMatchObject({ outcome: 'skipped', reason: 'unknown' })
    const answer = await anna.send('POST', `${path}/invitations/people`, { people: [mia, noMail] })
    expect(answer.body).toMatchObject({ invited: 1, skipped: 1 })
    expect(answer.body.items).toContainEqual({ person: noMail, outcome: 'skipped', reason: 'no-email' })
    const again = await anna.send('POST', `${path}/invitations/people`, { people: [mia] })
    expect(again.body.items[0].reason).toBe('already-invited')

    const { id } = (await anna.get(`${path}/invitations?kind=participant`)).body.items[0]
    await anna.send('POST', `${path}/invitations/${id}/resend`)
    const token = await tokenFor('mia@example.org')
    const joined = await world
      .anonymous()
      .send('POST', `/invitations/${token}/account`, { name: 'Mia Rossi', password, language: 'it' })
    expect(joined.body).toEqual({ organisationId: null, email: 'mia@example.org' })
    expect((await anna.get(`${path}/people/${mia}`)).body.hasAccount).toBe(true)
  })
})

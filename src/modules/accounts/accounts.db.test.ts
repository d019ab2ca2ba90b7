import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../test/support/world.ts'

describe('accounts', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.stop())

  const setUp = {
    organisation: {
      name: 'Istituto Aurora',
      kind: 'sending',
      country: 'IT',
      town: 'Verona',
      oid: 'E10012345',
    },
    person: {
      name: 'Giulia Ferri',
      email: 'giulia@aurora.example',
      password: 'corvo-bianco-42-luna',
      language: 'it',
    },
  }

  it('sets up the first organisation once', async () => {
    const anyone = world.anonymous()
    expect((await anyone.get('/instance')).body.needsSetUp).toBe(true)
    const weak = await anyone.send('POST', '/set-up', {
      ...setUp,
      person: { ...setUp.person, password: 'giulia1234' },
    })
    expect(weak.status).toBe(422)
    expect(weak.body.errors[0]).toMatchObject({ field: 'person.password', code: 'password-guessable' })
    expect((await anyone.send('POST', '/set-up', setUp)).status).toBe(201)
    expect((await anyone.get('/instance')).body.needsSetUp).toBe(false)
    const again = await anyone.send('POST', '/set-up', setUp)
    expect(again.status).toBe(409)
    expect(again.body.reason.code).toBe('accounts:whyNot.already-set-up')
  })

  it('answers mistakes by field', async () => {
    const answer = await world
      .anonymous()
      .send('POST', '/set-up', { ...setUp, organisation: { ...setUp.organisation, oid: 'X1' } })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain('organisation.oid')
  })

  it('refuses what is not signed in, and a revoked key at once', async () => {
    expect((await world.anonymous().get('/me')).status).toBe(401)
    const someone = await world.person('Ada Lovelace')
    const made = await someone.send('POST', '/me/api-keys', { name: 'sheet' })
    const byKey = world.anonymous({ authorization: `Bearer ${made.body.key}` })
    expect((await byKey.get('/me')).body.name).toBe('Ada Lovelace')
    expect((await someone.send('DELETE', `/me/api-keys/${made.body.id}`)).status).toBe(204)
    expect((await byKey.get('/me')).status).toBe(401)
  })

  it('repeats the answer for a repeated idempotency key and refuses its use for something else', async () => {
    const someone = await world.person('Grace Hopper')
    const headers = { 'idempotency-key': 'one' }
    const first = await someone.send('POST', '/me/api-keys', { name: 'a' }, headers)
    const second = await someone.send('POST', '/me/api-keys', { name: 'a' }, headers)
    expect(second.body).toEqual(first.body)
    expect((await someone.send('POST', '/me/api-keys', { name: 'b' }, headers)).status).toBe(409)
    expect((await someone.get('/me/api-keys')).body.items).toHaveLength(2)
  })
})

describe('passwords', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.stop())

  const auth = (path: string, body: object, cookie = '') =>
    world.services.auth.handle(
      new Request(`${world.services.config.publicUrl}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: world.services.config.publicUrl, cookie },
        body: JSON.stringify(body),
      }),
    )
  const mailTo = async (email: string) =>
    (
      await world.asSystem(({ db }) =>
        db
          .selectFrom('identity.sent_mail')
          .select('body_text')
          .where('recipient', '=', email)
          .executeTakeFirstOrThrow(),
      )
    ).body_text

  it('are chosen by a link in a mail, and must be hard to guess', async () => {
    await world.services.auth.createUser({ email: 'noemi@example.org', name: 'Noemi', language: 'en' })
    await auth('/request-password-reset', { email: 'noemi@example.org', redirectTo: '/sign-in?new-password' })
    const token = /reset-password\/([\w-]+)/.exec(await mailTo('noemi@example.org'))?.[1]
    const weak = await auth('/reset-password', { token, newPassword: 'password123' })
    expect(weak.status).toBe(422)
    expect(await weak.json()).toMatchObject({ code: 'password-guessable' })
    expect((await auth('/reset-password', { token, newPassword: 'corvo-bianco-42-luna' })).status).toBe(200)
    const signedIn = await auth('/sign-in/email', {
      email: 'noemi@example.org',
      password: 'corvo-bianco-42-luna',
    })
    expect(signedIn.status).toBe(200)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const change = (newPassword: string) =>
      auth(
        '/change-password',
        { currentPassword: 'corvo-bianco-42-luna', newPassword, revokeOtherSessions: true },
        cookie,
      )
    expect(await (await change('qwertyuiop')).json()).toMatchObject({ code: 'password-guessable' })
    expect((await change('merlo-nero-17-sole')).status).toBe(200)
  })

  it('are not needed: a link signs in', async () => {
    await world.services.auth.createUser({ email: 'leo@example.org', name: 'Leo', language: 'en' })
    expect((await auth('/sign-in/magic-link', { email: 'leo@example.org', callbackURL: '/me' })).status).toBe(
      200,
    )
    const url = /http\S+magic-link\S+/.exec(await mailTo('leo@example.org'))?.[0] ?? ''
    const answer = await world.services.auth.handle(new Request(url))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toContain('/me')
    expect(answer.headers.getSetCookie().join()).toContain('session')
  })
})

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

const password = 'corvo-bianco-42-luna'
const setUp = {
  organisation: { name: 'Istituto Aurora', kind: 'sending', country: 'IT', town: 'Verona', oid: 'E10012345' },
  person: { name: 'Giulia Ferri', email: 'Giulia@aurora.example', password, language: 'it' },
}

describe('founding', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.stop())

  it('sets up the first organisation once, then lets its founder sign in', async () => {
    const anyone = world.anonymous()
    expect((await anyone.send('POST', '/set-up', setUp)).status).toBe(201)
    const again = await anyone.send('POST', '/set-up', setUp)
    expect(again.body.reason.code).toBe('accounts:whyNot.already-set-up')
    const answer = await world.services.auth.handle(
      new Request(`${world.services.config.publicUrl}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: world.services.config.publicUrl },
        body: JSON.stringify({ email: 'giulia@aurora.example', password }),
      }),
    )
    expect(answer.status).toBe(200)
  })

  it('lets somebody who is signed in found another, never twice under one OID', async () => {
    const someone = await world.person('Ada Lovelace')
    const taken = await someone.send('POST', '/organisations', setUp.organisation)
    expect(taken.body.errors[0]).toMatchObject({ field: 'oid', code: 'organisations:oid.taken' })
    const made = await someone.send('POST', '/organisations', {
      ...setUp.organisation,
      name: 'Ada’s',
      oid: '',
    })
    expect(made.status).toBe(201)
    const list = await someone.get('/organisations')
    expect(list.body).toMatchObject({
      items: [{ id: made.body.organisationId, portal: 'sending' }],
      next: null,
    })
    expect(
      (await someone.get(`/organisations/${made.body.organisationId}/members`)).body.items[0],
    ).toMatchObject({
      name: 'Ada Lovelace',
      roles: ['administrator', 'coordinator'],
      self: true,
    })
  })

  it('suggests institutions to anyone', async () => {
    const answer = await world.anonymous().get('/institutions?q=valencia&country=ES')
    expect(answer.body.items.length).toBeGreaterThan(0)
    expect(answer.body.source).toContain('CC BY')
  })
})

describe('an organisation', () => {
  let world: World
  let anna: Member
  let luca: Member
  let path: string
  beforeAll(async () => {
    world = await openWorld()
    const school = await world.organisation({ name: 'Scuola', kind: 'sending' })
    anna = await world.member(school, ['administrator'], 'Anna')
    luca = await world.member(school, ['coordinator'], 'Luca')
    path = `/organisations/${school}`
  })
  afterAll(() => world.stop())

  it('merges edits of different fields and tells who changed the same one', async () => {
    const { version } = (await anna.get(path)).body
    const ifMatch = { 'if-match': `"${version}"` }
    expect((await anna.send('PATCH', path, { town: 'Roma' }, ifMatch)).status).toBe(200)
    expect((await anna.send('PATCH', path, { phone: '+39 1' }, ifMatch)).body).toMatchObject({
      town: 'Roma',
      phone: '+39 1',
    })
    const conflict = await anna.send('PATCH', path, { town: 'Bari' }, ifMatch)
    expect(conflict.status).toBe(409)
    expect(conflict.body.changed).toMatchObject({ by: 'Anna', fields: ['town', 'phone'] })
    expect((await luca.send('PATCH', path, { town: 'Bari' }, ifMatch)).status).toBe(403)
    const zone = await anna.send('PATCH', path, { timeZone: 'Mars/Olympus' }, { 'if-match': '"3"' })
    expect(zone.body.errors[0].field).toBe('timeZone')
  })

  it('keeps an administrator, and lets only administrators make one', async () => {
    const members = (await anna.get(`${path}/members`)).body.items
    const [annas, lucas] = ['Anna', 'Luca'].map((name) =>
      members.find((one: { name: string }) => one.name === name),
    )
    const change = (who: Member, member: { id: string; version: number }, roles: string[]) =>
      who.send('PATCH', `${path}/members/${member.id}`, { roles }, { 'if-match': `"${member.version}"` })
    expect((await change(luca, lucas, ['administrator'])).body.reason.code).toBe(
      'organisations:whyNot.administrators-only',
    )
    expect((await change(anna, annas, ['viewer'])).body.reason.code).toBe(
      'organisations:whyNot.last-administrator',
    )
    expect((await anna.send('DELETE', `${path}/members/${annas.id}`)).status).toBe(409)
    expect((await change(anna, lucas, ['accompanying'])).body).toMatchObject({ namedMobilitiesOnly: true })
    expect((await change(anna, { ...lucas, version: 2 }, ['coordinator'])).body).toMatchObject({
      namedMobilitiesOnly: false,
    })
  })

  it('addresses duties to the first who is there', async () => {
    const members = (await luca.get(`${path}/members`)).body.items as { id: string; name: string }[]
    const id = (name: string) => members.find((one) => one.name === name)?.id
    const put = await luca.send('PUT', `${path}/duties/finance`, {
      holders: [{ member: id('Luca') }, { name: 'Studio Bianchi', email: 'bianchi@example.org' }],
    })
    expect(put.body.today).toMatchObject({ kind: 'holder', holder: put.body.holders[0].id })
    const away = { absentFrom: '2027-02-20', absentUntil: '2027-03-05' }
    expect((await luca.send('PUT', `${path}/members/${id('Luca')}/absence`, away)).body.absentToday).toBe(
      true,
    )
    const duties = (await luca.get(`${path}/duties`)).body.items as {
      duty: string
      holders: { id: string }[]
      today: object
    }[]
    const finance = duties.find((one) => one.duty === 'finance')
    expect(finance?.today).toMatchObject({ kind: 'substitute', holder: finance?.holders[1]?.id })
    expect(duties.find((one) => one.duty === 'mentor')?.today).toMatchObject({
      kind: 'nobody',
      reason: 'no-holder',
    })
    const stranger = await world.member(await world.organisation({ name: 'Other', kind: 'sending' }), [
      'administrator',
    ])
    const foreign = { holders: [{ member: stranger.actor.membershipId }] }
    expect((await luca.send('PUT', `${path}/duties/mentor`, foreign)).status).toBe(422)
    const viewer = await world.member(luca.organisationId, ['viewer'], 'Vera')
    expect((await viewer.send('PUT', `${path}/members/${id('Luca')}/absence`, away)).body.reason.code).toBe(
      'organisations:whyNot.own-absence-only',
    )
    expect(
      (await viewer.send('PUT', `${path}/members/${viewer.actor.membershipId}/absence`, away)).status,
    ).toBe(200)
  })

  it('ends a membership at once, duties included', async () => {
    const id = luca.actor.membershipId
    expect((await anna.send('DELETE', `${path}/members/${id}`)).status).toBe(204)
    expect((await luca.get(path)).status).toBe(404)
    const duties = (await anna.get(`${path}/duties`)).body.items as { duty: string; holders: object[] }[]
    expect(duties.find((one) => one.duty === 'finance')?.holders).toHaveLength(1)
  })
})

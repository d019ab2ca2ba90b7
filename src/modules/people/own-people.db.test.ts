import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'

describe('the own data', () => {
  let world: World
  let school: string
  let coordinator: Member
  let anna: Client
  let mother: Client
  let annaId: string

  beforeAll(async () => {
    world = await openWorld()
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    coordinator = await world.member(school, ['coordinator'])
    const people = `/organisations/${school}/people`
    const body = {
      kind: 'learner',
      givenName: 'Anna',
      familyName: 'Rossi',
      birthDate: '2010-05-05',
      studentNumber: 'S-1',
    }
    annaId = (await coordinator.send('POST', people, body)).body.id
    const { guardians } = (
      await coordinator.send('POST', `${people}/${annaId}/guardians`, { givenName: 'Mamma' })
    ).body
    anna = await signedInAs(annaId)
    mother = await signedInAs(guardians[0].id)
  })
  afterAll(() => world.stop())

  async function signedInAs(personId: string): Promise<Client> {
    const client = await world.person(`User ${personId}`)
    await world.asSystem(({ db }) =>
      db.updateTable('person').set({ user_id: client.userId }).where('id', '=', personId).execute(),
    )
    return client
  }
  const edit = (client: Client, version: number, body: object) =>
    client.send('PATCH', `/me/people/${annaId}`, body, { 'if-match': `"${version}"` })

  it('shows oneself, and a guardian the minors too', async () => {
    const own = (await anna.get('/me/people')).body.items
    expect(own).toMatchObject([
      { id: annaId, relation: 'self', organisation: { name: 'Istituto Aurora' }, minor: true },
    ])
    expect(own[0].missing).toEqual(['nationality', 'phone', 'address', 'emergencyName', 'emergencyPhone'])
    expect(own[0].editable).toContain('nationality')
    expect(own[0].editable).not.toContain('birthDate')
    const seen = (await mother.get('/me/people')).body.items
    expect(seen.map((one: { relation: string }) => one.relation)).toEqual(['self', 'guardian'])
    expect((await (await world.person('Nobody')).get('/me/people')).body.items).toEqual([])
  })

  it('lets people complete what is theirs, and leaves the rest to the school', async () => {
    const first = await edit(anna, 1, { phone: '+39 1', nationality: 'IT' })
    expect(first.body).toMatchObject({ version: 2, phone: '+39 1', nationality: 'IT' })
    for (const body of [{ birthDate: '2009-05-05' }, { nationality: 'FR' }])
      expect((await edit(anna, 2, body)).body.reason.code).toBe('people:whyNot.ask-the-school')
    expect((await edit(await world.person('Nobody'), 2, { phone: '0' })).status).toBe(404)
  })

  it('merges what the guardian and the school write at the same time', async () => {
    await coordinator.send(
      'PATCH',
      `/organisations/${school}/people/${annaId}`,
      { phone: '+39 9' },
      { 'if-match': '2' },
    )
    expect((await edit(mother, 2, { address: 'Via Roma 1' })).body).toMatchObject({
      version: 4,
      phone: '+39 9',
    })
    const conflict = await edit(mother, 2, { phone: '+39 0' })
    expect(conflict.status).toBe(409)
    expect(conflict.body.changed.fields).toContain('phone')
  })

  it('records who said that the data are right, once nothing is missing', async () => {
    const check = (client: Client) => client.send('POST', `/me/people/${annaId}/check`)
    const early = await check(anna)
    expect(early.status).toBe(422)
    expect(early.body.errors).toMatchObject([
      { field: 'emergencyName', code: 'needed' },
      { field: 'emergencyPhone' },
    ])
    await edit(anna, 4, { emergencyName: 'Nonna', emergencyPhone: '+39 2' })
    expect((await check(anna)).body.checked).toMatchObject([{ by: 'participant' }])
    expect((await check(mother)).body.checked.map((one: { by: string }) => one.by).sort()).toEqual([
      'guardian',
      'participant',
    ])
    const seen = await coordinator.get(`/organisations/${school}/people/${annaId}`)
    expect(seen.body.checked).toHaveLength(2)
  })
})

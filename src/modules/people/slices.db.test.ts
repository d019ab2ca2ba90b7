import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../test/support/world.ts'
import { newMobility } from './mobility-rows.examples.ts'

describe('what others see of a file', () => {
  let world: World
  let school: string
  let host: string
  let company: string
  let anna: string
  let mother: string

  beforeAll(async () => {
    world = await openWorld()
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    host = await world.organisation({ name: 'Sevilla Host', kind: 'hosting', country: 'ES' })
    company = await world.organisation({ name: 'Panadería', kind: 'company', country: 'ES' })
    const coordinator = await world.member(school, ['coordinator'])
    const people = `/organisations/${school}/people`
    anna = (
      await coordinator.send('POST', people, {
        kind: 'learner',
        givenName: 'Anna',
        familyName: 'Rossi',
        birthDate: '2010-05-05',
        address: 'Via Segreta 1',
        studentNumber: 'S-77',
        phone: '+39 1',
        email: 'anna@example.org',
        language: 'it',
        nationality: 'IT',
        emergencyName: 'Nonna',
        emergencyPhone: '+39 2',
      })
    ).body.id
    const added = await coordinator.send('POST', `${people}/${anna}/guardians`, {
      givenName: 'Mamma',
      phone: '+39 3',
    })
    mother = added.body.guardians[0].id
    await newMobility(world, {
      sendingId: school,
      personId: anna,
      hostingId: host,
      companyId: company,
      guardianId: mother,
    })
    await newMobility(world, { sendingId: school, personId: anna })
  })
  afterAll(() => world.stop())

  it('shows a host whom to expect and whom to call, not birth date, address or student number', async () => {
    const member = await world.member(host, ['coordinator'])
    const answer = await member.get(`/organisations/${host}/people/${anna}`)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      standing: 'hosting',
      age: 16,
      minor: true,
      email: 'anna@example.org',
      nationality: 'IT',
      emergencyPhone: '+39 2',
      guardians: [{ givenName: 'Mamma', phone: '+39 3' }],
    })
    for (const field of ['birthDate', 'address', 'studentNumber'])
      expect(answer.body).not.toHaveProperty(field)
    expect(answer.body.mobilities).toHaveLength(1)
    expect((await member.get(`/organisations/${host}/people/${mother}`)).status).toBe(200)
    expect((await member.get(`/organisations/${host}/people/${anna}/history`)).status).toBe(404)
    const edit = await member.send(
      'PATCH',
      `/organisations/${host}/people/${anna}`,
      { phone: '0' },
      { 'if-match': '1' },
    )
    expect(edit.status).toBe(404)
  })

  it('shows a company names, language and phone', async () => {
    const member = await world.member(company, ['coordinator'])
    const { body } = await member.get(`/organisations/${company}/people/${anna}`)
    expect(body).toMatchObject({
      standing: 'company',
      givenName: 'Anna',
      familyName: 'Rossi',
      phone: '+39 1',
      language: 'it',
    })
    for (const field of ['age', 'minor', 'email', 'nationality', 'emergencyName'])
      expect(body).not.toHaveProperty(field)
    expect(body.guardians).toEqual([])
  })

  it('shows an accompanying person only those who travel with them, and their guardians', async () => {
    const member = await world.member(school, ['accompanying'])
    const files = async (): Promise<string[]> =>
      (await member.get(`/organisations/${school}/people`)).body.items.map(
        (one: { givenName: string }) => one.givenName,
      )
    expect(await files()).toEqual([])
    expect((await member.get(`/organisations/${school}/people/${anna}`)).status).toBe(404)
    await newMobility(world, { sendingId: school, personId: anna, membershipId: member.actor.membershipId })
    expect(await files()).toEqual(['Mamma', 'Anna'])
    expect((await member.get(`/organisations/${school}/people/${anna}`)).body.mobilities).toHaveLength(1)
  })
})

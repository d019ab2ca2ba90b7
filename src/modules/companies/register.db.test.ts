import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

let world: World
let host: string
let base: string
let coordinator: Member
let ids: Record<'sol' | 'sol2' | 'luna', string>
let mobilities: string[]

const company = (name: string, town: string) => ({ name, country: 'ES', town, kinds: ['company'] })

beforeAll(async () => {
  world = await openWorld({ today: '2027-06-10' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  coordinator = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  const made = []
  for (const one of [
    company('Panadería Sol', 'Sevilla'),
    company('Panaderia Sol S.L.', 'Sevilla'),
    company('Taller Luna', 'Cádiz'),
  ]) {
    const answer = await coordinator.send('POST', `${base}/partners`, one)
    if (answer.status !== 201) throw new Error(answer.text)
    made.push(answer.body.id as string)
  }
  ids = { sol: made[0] ?? '', sol2: made[1] ?? '', luna: made[2] ?? '' }
  const school = await world.organisation({ name: 'Aurora', kind: 'sending' })
  await world.asSystem(({ db }) => insertPartnerships(db, school, [{ partnerId: host, kind: 'host' }]))
  const sender = await world.member(school, ['coordinator'])
  mobilities = await sender.run(async (context) => {
    const [flow = ''] = await addFlows(context, [
      { name: 'Seville', activityType: 'LM-SHORT-VET', hostingId: host, country: 'ES', places: 2 },
    ])
    const people = await createPeople(
      context,
      ['Anna', 'Ben'].map((givenName) => ({ kind: 'learner' as const, givenName, familyName: 'Rossi' })),
    )
    const rows = await createMobilities(
      context,
      people.map((personId) => ({
        personId,
        flowId: flow,
        activityType: 'LM-SHORT-VET',
        country: 'ES',
        hostingId: host,
        status: 'selected' as const,
        departure: '2027-05-03',
        returnDate: '2027-05-28',
      })),
    )
    return rows.map(({ id }) => id)
  })
  for (const [i, mobility] of mobilities.entries()) {
    const proposed = await coordinator.send('PUT', `${base}/mobilities/${mobility}/company`, {
      companyId: i === 0 ? ids.sol : ids.sol2,
    })
    if (proposed.status >= 300) throw new Error(proposed.text)
  }
})
afterAll(() => world.stop())

describe('the register', () => {
  it('is filtered, sorted and counted, page by page', async () => {
    await coordinator.send('PUT', `${base}/companies/${ids.luna}`, { version: 0, field: '0716', rating: 5 })
    await coordinator.send('POST', `${base}/positions`, {
      companyId: ids.sol,
      title: 'Baker',
      field: '0721',
      startsOn: '2027-05-01',
      endsOn: '2027-07-31',
      places: 3,
    })
    const names = async (query: string) =>
      (await coordinator.get(`${base}/companies?${query}`)).body.items.map(
        ({ name }: { name: string }) => name,
      )
    expect(await names('town=cadiz')).toEqual(['Taller Luna'])
    expect(await names('field=072')).toEqual(['Panadería Sol'])
    expect(await names('free=true')).toEqual(['Panadería Sol'])
    expect(await names('sort=-rating')).toEqual(['Taller Luna', 'Panadería Sol', 'Panaderia Sol S.L.'])
    expect(await names('failing=true')).toHaveLength(3)
    const first = await coordinator.get(`${base}/companies?limit=2&sort=-free`)
    expect(first.body).toMatchObject({
      total: 3,
      items: [{ name: 'Panadería Sol', today: { places: 3, free: 3 }, later: null }, {}],
    })
    const second = await coordinator.get(`${base}/companies?limit=2&sort=-free&cursor=${first.body.next}`)
    expect(second.body.items).toHaveLength(1)
    expect((await coordinator.get(`${base}/companies?sort=luck`)).status).toBe(422)
    expect((await coordinator.get(`${base}/company-towns`)).body.items[0]).toEqual({
      town: 'Sevilla',
      count: 2,
    })
  })

  it('archives many at once and says for each what happened', async () => {
    const archive = (archived: boolean) =>
      coordinator.send('POST', `${base}/company-archive`, {
        ids: [ids.luna, ids.sol, host],
        archived,
      })
    expect((await archive(true)).body.items).toMatchObject([
      { name: 'Taller Luna', result: 'done' },
      { name: 'Panadería Sol', result: 'refused', code: 'has-trainees' },
      { result: 'refused', code: 'not-there' },
    ])
    expect((await coordinator.get(`${base}/companies?archived=true`)).body.items).toHaveLength(1)
    expect((await archive(false)).body.items).toMatchObject([{ result: 'done' }, { result: 'skipped' }, {}])
  })

  it('remembers who was there and how the company did, and feeds the rating of the card', async () => {
    const path = `${base}/companies/${ids.sol}/ratings/${mobilities[0]}`
    const nothing = await coordinator.send('PUT', path, { version: 0 })
    expect(nothing.body.errors[0]).toMatchObject({ field: 'responseTime' })
    expect((await coordinator.send('PUT', path, { version: 0, fit: 6 })).body.errors[0].field).toBe('fit')
    const rated = await coordinator.send('PUT', path, {
      version: 0,
      fit: 5,
      tutoring: 4,
      note: 'Kind people',
    })
    expect(rated.body).toMatchObject({ average: 4.5, fit: 5, communication: null, version: 1 })
    expect((await coordinator.send('PUT', path, { version: 0, fit: 1 })).status).toBe(409)
    const history = (await coordinator.get(`${base}/companies/${ids.sol}/history`)).body
    expect(history).toMatchObject({
      summary: { trainees: 1, ratings: 1, average: 4.5, marks: { fit: 5, communication: null } },
      items: [{ participant: 'Anna Rossi', school: 'Aurora', rating: { average: 4.5 } }],
    })
    expect((await coordinator.get(`${base}/companies?q=sol`)).body.items[0]).toMatchObject({
      rating: 4.5,
      ratings: 1,
    })
    const elsewhere = `${base}/companies/${ids.luna}/ratings/${mobilities[0]}`
    expect((await coordinator.send('PUT', elsewhere, { version: 0, fit: 5 })).status).toBe(404)
    world.setToday('2027-04-01')
    expect((await coordinator.send('PUT', path, { version: 1, fit: 1 })).status).toBe(409)
    world.setToday('2027-06-10')
  })

  it('makes two entries of one company one, with everything that hangs on them', async () => {
    await coordinator.send('PUT', `${base}/companies/${ids.sol}`, { version: 0, employees: 5 })
    await coordinator.send('PUT', `${base}/companies/${ids.sol2}`, {
      version: 0,
      employees: 8,
      languages: ['es'],
      tutors: [{ name: 'Ana Ruiz' }],
    })
    const check = (id: string, checkedOn: string) =>
      coordinator.send('PUT', `${base}/companies/${id}/checks/safety`, {
        check: { state: 'passed', checkedOn },
      })
    await check(ids.sol, '2027-01-01')
    await check(ids.sol2, '2027-03-01')
    const path = `${base}/companies/${ids.sol}/merger`
    const preview = (await coordinator.get(`${path}?other=${ids.sol2}`)).body
    expect(preview).toMatchObject({ whyNot: null, moves: { mobilities: 1, checks: 1 } })
    expect(preview.fields).toContainEqual({ field: 'employees', kept: 5, other: 8, take: 'kept' })
    expect(preview.fields).toContainEqual({ field: 'languages', kept: [], other: ['es'], take: 'other' })
    const body = { other: ids.sol2, takeFromOther: ['languages', 'employees'], versions: preview.versions }
    expect((await coordinator.send('POST', path, { ...body, versions: { kept: 9, other: 9 } })).status).toBe(
      409,
    )
    const merged = await coordinator.send('POST', path, body)
    expect(merged.status, merged.text).toBe(200)
    expect(merged.body).toMatchObject({
      name: 'Panadería Sol',
      card: { employees: 8, languages: ['es'], tutors: [{ name: 'Ana Ruiz' }] },
    })
    expect(merged.body.checks.find(({ key }: { key: string }) => key === 'safety').checkedOn).toBe(
      '2027-03-01',
    )
    const history = (await coordinator.get(`${base}/companies/${ids.sol}/history`)).body
    expect(history.summary.trainees).toBe(2)
    expect((await coordinator.get(`${base}/companies/${ids.sol2}`)).status).toBe(404)
    const record = await coordinator.get(`${base}/mobilities/${mobilities[1]}`)
    expect(JSON.stringify(record.body)).toContain(ids.sol)
    expect(JSON.stringify(record.body)).not.toContain(ids.sol2)
  })

  it('refuses to merge a company with itself or with one that has taken its entry over', async () => {
    const self = await coordinator.get(`${base}/companies/${ids.sol}/merger?other=${ids.sol}`)
    expect(self.body.whyNot).toBe('same-company')
    const claimed = await world.organisation({ name: 'Hotel Mar', kind: 'company', country: 'ES' })
    await world.asSystem(({ db }) => insertPartnerships(db, host, [{ partnerId: claimed, kind: 'company' }]))
    const answer = await coordinator.send('POST', `${base}/companies/${ids.sol}/merger`, {
      other: claimed,
      versions: { kept: 0, other: 0 },
    })
    expect(answer.body.reason?.code).toBe('companies:whyNot.company-claimed')
    const viewer = await world.member(host, ['viewer'])
    expect((await viewer.get(`${base}/companies/${ids.sol}/merger?other=${claimed}`)).status).toBe(403)
  })

  it('says for which time places are free, as the week board does', async () => {
    const made = await coordinator.send('POST', `${base}/companies`, { name: 'Garaje Nuevo' })
    const garage = made.body.id as string
    const position = { companyId: garage, title: 'Garage', places: 4 }
    await coordinator.send('POST', `${base}/positions`, {
      ...position,
      startsOn: '2027-09-01',
      endsOn: '2027-10-31',
    })
    const found = async () => (await coordinator.get(`${base}/companies?q=garaje`)).body.items[0]
    expect(await found()).toMatchObject({
      positions: 1,
      today: null,
      later: { from: '2027-09-01', until: '2027-10-31', places: 4, free: 4 },
    })
    await coordinator.send('POST', `${base}/positions`, { ...position, title: 'Paint', places: 2 })
    const sender = await world.organisation({ name: 'Borealis', kind: 'sending' })
    await world.asSystem(({ db }) => insertPartnerships(db, sender, [{ partnerId: host, kind: 'host' }]))
    const member = await world.member(sender, ['coordinator'])
    const mobility = await member.run(async (context) => {
      const [person = ''] = await createPeople(context, [
        { kind: 'learner' as const, givenName: 'Cleo', familyName: 'Bianchi' },
      ])
      const [row] = await createMobilities(context, [
        {
          personId: person,
          activityType: 'LM-SHORT-VET',
          country: 'ES',
          hostingId: host,
          status: 'selected' as const,
          departure: '2027-06-07',
          returnDate: '2027-09-20',
        },
      ])
      return row?.id ?? ''
    })
    await coordinator.send('PUT', `${base}/mobilities/${mobility}/company`, { companyId: garage })
    expect(await found()).toMatchObject({
      positions: 2,
      today: { places: 2, free: 1 },
      later: { from: '2027-09-01', until: '2027-10-31', places: 6, free: 5 },
    })
    expect((await coordinator.get(`${base}/companies/${garage}`)).body.freePlaces.today).toEqual({
      places: 2,
      free: 1,
    })
    const board = (await coordinator.get(`${base}/week-board?from=2027-06-10&limit=100`)).body
    const row = board.items.find(({ id }: { id: string }) => id === garage)
    expect(row.free).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect((await coordinator.get(`${base}/companies?free=true&q=garaje`)).body.total).toBe(1)
  })
})

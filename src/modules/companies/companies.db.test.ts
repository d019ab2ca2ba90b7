import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

let world: World
let host: string
let company: string
let base: string
let coordinator: Member

const card = { field: '0721', employees: 5, languages: ['es'], mostTrainees: 3, rating: 4 }
const position = {
  title: 'Baker',
  field: '0721',
  startsOn: '2027-04-01',
  endsOn: '2027-06-30',
  places: 2,
  languages: [{ code: 'es', level: 'A2' }],
  papers: ['food-hygiene'],
}

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' })
  company = await world.organisation({
    name: 'Panadería Sol',
    kind: 'company',
    country: 'ES',
    town: 'Sevilla',
  })
  coordinator = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  await world.asSystem(({ db }) => insertPartnerships(db, host, [{ partnerId: company, kind: 'company' }]))
})
afterAll(() => world.stop())

describe('the register of companies', () => {
  it('keeps what one knows about a company, and tells of a change made meanwhile', async () => {
    const path = `${base}/companies/${company}`
    expect((await coordinator.get(path)).body).toMatchObject({ version: 0, card: { field: null, sites: [] } })
    const saved = await coordinator.send('PUT', path, { ...card, version: 0 })
    expect(saved.status, saved.text).toBe(200)
    expect(saved.body).toMatchObject({ version: 1, card: { ...card, restDays: 0 } })
    expect((await coordinator.send('PUT', path, { ...card, version: 0 })).status).toBe(409)
    const wrong = await coordinator.send('PUT', path, { ...card, employees: -1, field: 'x', version: 1 })
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['field', 'employees'])
  })

  it('takes a new company with its card and its tutor; a name is enough', async () => {
    const full = {
      name: 'Bar Central',
      country: 'ES',
      town: 'Sevilla',
      address: 'Calle Feria 2',
      field: '1013',
      employees: 4,
      email: 'bar@example.org',
      phone: '+34 600 100 200',
      tutors: [{ name: 'Ana Ruiz', phone: '+34 600', email: '' }],
    }
    const made = await coordinator.send('POST', `${base}/companies`, full)
    expect(made.status, made.text).toBe(201)
    const { name, country, town, email, phone } = full
    expect(made.body).toMatchObject({
      name,
      country,
      town,
      email,
      phone,
      version: 1,
      card: { field: '1013', employees: 4, tutors: full.tutors },
      freePlaces: { positions: 0, today: null, later: null },
    })
    const partner = (await coordinator.get(`${base}/partners/${made.body.id}`)).body
    expect(partner).toMatchObject({ kinds: ['company'], address: 'Calle Feria 2' })
    const bare = await coordinator.send('POST', `${base}/companies`, { name: 'Bar Sur', email: '' })
    expect(bare.body).toMatchObject({ name: 'Bar Sur', version: 0, card: { tutors: [] } })
    const wrong = await coordinator.send('POST', `${base}/companies`, {
      ...full,
      name: ' ',
      employees: -1,
      tutors: [{ name: '', email: 'no' }],
    })
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'employees',
      'tutors.0.name',
      'tutors.0.email',
    ])
  })

  it('keeps a tutor’s name that was typed with the position', async () => {
    const { body } = await coordinator.send('POST', `${base}/positions`, {
      ...position,
      companyId: company,
      tutor: 'Somebody new',
    })
    expect((await coordinator.get(`${base}/positions/${body.id}`)).body.tutor).toBe('Somebody new')
    await coordinator.send('PUT', `${base}/positions/${body.id}`, { ...position, version: 1, archived: true })
  })

  it('names the required checks that do not hold today', async () => {
    const failing = async () =>
      (await coordinator.get(`${base}/companies?q=panaderia`)).body.items[0].failing as string[]
    expect(await failing()).toEqual(['agreement', 'safety', 'tutor'])
    const check = (key: string, body: object | null) =>
      coordinator.send('PUT', `${base}/companies/${company}/checks/${key}`, { check: body })
    const passed = { state: 'passed', checkedOn: '2027-02-01' }
    const safety = await check('safety', passed)
    expect(safety.body.checks).toContainEqual(
      expect.objectContaining({ key: 'safety', standing: 'passed', validUntil: '2029-02-01' }),
    )
    await check('agreement', { ...passed, validUntil: '2027-02-28' })
    await check('tutor', { state: 'not-needed', checkedOn: '2027-02-01' })
    expect(await failing()).toEqual(['agreement'])
    await check('agreement', null)
    expect(await failing()).toEqual(['agreement'])
    expect((await check('agreement', { ...passed, validUntil: '2027-01-01' })).body.errors[0].field).toBe(
      'check.validUntil',
    )
    expect((await check('nonsense', passed)).status).toBe(404)
  })

  it('lets an organisation check what it wants', async () => {
    const checks = [{ key: 'knives', title: 'Knives', required: true, months: 6 }]
    const path = `${base}/company-checks`
    expect((await coordinator.get(path)).body).toMatchObject({ own: false, version: 0 })
    expect((await coordinator.send('PUT', path, { checks, version: 0 })).body).toMatchObject({
      own: true,
      checks,
    })
    expect((await coordinator.send('PUT', path, { checks, version: 0 })).status).toBe(409)
    const twice = await coordinator.send('PUT', path, { checks: [...checks, ...checks], version: 1 })
    expect(twice.body.errors[0].field).toBe('checks')
    const back = await coordinator.send('PUT', path, { checks: [], version: 1 })
    expect(back.body).toMatchObject({ own: false })
  })

  it('keeps positions, finds them again, and refuses what cannot be', async () => {
    const added = await coordinator.send('POST', `${base}/positions`, { ...position, companyId: company })
    expect(added.status, added.text).toBe(201)
    expect(added.body).toMatchObject({ ...position, company: 'Panadería Sol', taken: 0, version: 1 })
    expect((await coordinator.get(`${base}/positions?q=sol baker`)).body.items).toHaveLength(1)
    expect((await coordinator.get(`${base}/positions?on=2027-07-01`)).body.items).toEqual([])
    for (const [change, field] of [
      [{ places: -1 }, 'places'],
      [{ endsOn: '2027-01-01' }, 'endsOn'],
      [{ startsOn: '2027-02-30' }, 'startsOn'],
      [{ title: ' ' }, 'title'],
      [{ papers: ['magic'] }, 'papers.0'],
      [{ companyId: host }, 'companyId'],
    ] as const) {
      const refused = await coordinator.send('POST', `${base}/positions`, {
        ...position,
        companyId: company,
        ...change,
      })
      expect(refused.body.errors[0].field).toBe(field)
    }
    for (const places of [0, -3, 1001]) {
      const refused = await coordinator.send('POST', `${base}/positions`, {
        ...position,
        companyId: company,
        places,
      })
      expect(refused.body.errors[0]).toMatchObject(
        places > 0
          ? { field: 'places', code: 'at-most', values: { most: 1000 } }
          : { field: 'places', code: 'at-least', values: { least: 1 } },
      )
    }
    const path = `${base}/positions/${added.body.id}`
    expect((await coordinator.send('PUT', path, { ...position, places: 4, version: 1 })).body).toMatchObject({
      places: 4,
      version: 2,
    })
    expect((await coordinator.send('PUT', path, { ...position, version: 1 })).status).toBe(409)
    await coordinator.send('PUT', path, { ...position, version: 2, archived: true })
    expect((await coordinator.get(`${base}/positions`)).body.items).toEqual([])
  })

  it('is nobody else’s to read, not even the company’s', async () => {
    const other = await world.organisation({ name: 'Other host', kind: 'hosting', country: 'ES' })
    await world.asSystem(({ db }) => insertPartnerships(db, other, [{ partnerId: company, kind: 'company' }]))
    const stranger = await world.member(other, ['coordinator'])
    const seen = await stranger.get(`/organisations/${other}/companies/${company}`)
    expect(seen.body).toMatchObject({ version: 0, card: { rating: null } })
    const tutor = await world.member(company, ['administrator'])
    expect((await tutor.get(`/organisations/${company}/companies`)).body.items).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { writeToCompanies } from './write-mails.actions.ts'

let world: World
let host: string
let base: string
let coordinator: Member
let companies: string[]
let ask: string

const spring = { name: 'Spring 2028', startsOn: '2028-03-01', endsOn: '2028-06-15', answerBy: '2027-12-01' }

beforeAll(async () => {
  world = await openWorld({ today: '2027-11-01' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  coordinator = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  companies = []
  for (const [name, email] of [
    ['Panadería Sol', 'sol@example.org'],
    ['Taller Luna', 'luna@example.org'],
    ['Hotel Mar', null],
  ]) {
    const made = await coordinator.send('POST', `${base}/partners`, {
      name,
      ...(email ? { email } : {}),
      kinds: ['company'],
    })
    companies.push(made.body.id as string)
  }
})
afterAll(() => world.stop())

/** Writes the mails as the job does; answers the links by address. */
async function mails(companyIds: string[], reminder = false): Promise<Map<string, string>> {
  const job = { askId: ask, organisationId: host, userId: coordinator.userId, companyIds, reminder }
  await writeToCompanies(world.services, job)
  const sent = await world.services.database.identity
    .selectFrom('identity.sent_mail')
    .select(['recipient', 'body_text'])
    .where('kind', '=', 'availability')
    .orderBy('id')
    .execute()
  return new Map(sent.map((mail) => [mail.recipient, /\/t\/([\w-]+)/.exec(mail.body_text)?.[1] ?? '']))
}
const tutor = (secret: string | undefined): Client => world.anonymous({ authorization: `Link ${secret}` })

describe('asking companies for places', () => {
  it('asks many at once and says who cannot be reached', async () => {
    const asked = await coordinator.send('POST', `${base}/availability-asks`, {
      ...spring,
      companyIds: [...companies, host],
    })
    expect(asked.status, asked.text).toBe(201)
    expect(asked.body.items.map(({ code }: { code: string }) => code)).toEqual([
      null,
      null,
      'no-address',
      'not-there',
    ])
    ask = asked.body.id as string
    const backwards = { ...spring, endsOn: '2028-01-01', companyIds: companies }
    const refused = await coordinator.send('POST', `${base}/availability-asks`, backwards)
    expect(refused.body.errors[0].field).toBe('endsOn')
    const past = { ...spring, answerBy: '2027-10-01', companyIds: companies }
    expect((await coordinator.send('POST', `${base}/availability-asks`, past)).body.errors[0].field).toBe(
      'answerBy',
    )
  })

  it('lets a company answer through its own link, and change its mind', async () => {
    const links = await mails(companies)
    expect([...links.keys()].toSorted()).toEqual(['luna@example.org', 'sol@example.org'])
    const sol = tutor(links.get('sol@example.org'))
    const seen = (await sol.get('/tutor/availability')).body.items
    expect(seen).toMatchObject([{ asker: 'Puerta Sur', name: 'Spring 2028', answered: false }])
    const path = `/tutor/availability/${ask}`
    expect((await sol.send('PUT', path, { places: -1 })).body.errors[0].field).toBe('places')
    expect((await sol.send('PUT', path, { places: 2, title: 'Bakery' })).status).toBe(204)
    expect((await sol.send('PUT', path, { places: 3, title: 'Bakery', workingHours: '6–14' })).status).toBe(
      204,
    )
    const luna = tutor(links.get('luna@example.org'))
    expect((await luna.send('PUT', path, { places: 0 })).status).toBe(204)
    const read = (await coordinator.get(`${base}/availability-asks/${ask}`)).body
    expect(read).toMatchObject({ companies: 3, answered: 2, open: 0, places: 3 })
    expect(read.answers.map((one: { state: string }) => one.state)).toEqual(['places', 'no-address', 'none'])
  })

  it('takes down what was said on the phone', async () => {
    const path = `${base}/availability-asks/${ask}/companies/${companies[2]}`
    const told = await coordinator.send('PUT', path, { places: 1, title: 'Reception' })
    expect(told.body).toMatchObject({ state: 'places', places: 1, answeredBy: 'coordinator' })
    const wrong = `${base}/availability-asks/${ask}/companies/${host}`
    expect((await coordinator.send('PUT', wrong, { places: 1 })).status).toBe(404)
  })

  it('makes positions of the answers, each once, and then the answer stands', async () => {
    const path = `${base}/availability-asks/${ask}/positions`
    const press = async (): Promise<string[]> =>
      (await coordinator.send('POST', path, { companyIds: companies })).body.items.map(
        ({ result, code }: { result: string; code: string }) => code ?? result,
      )
    const pressed = await Promise.all([press(), press(), press(), press()])
    expect(pressed.toSorted((a, b) => (a.join() < b.join() ? -1 : 1))).toEqual([
      ['made', 'no-places', 'made'],
      ...Array.from({ length: 3 }, () => ['taken-over', 'no-places', 'taken-over']),
    ])
    const again = (await coordinator.send('POST', path, { companyIds: companies.slice(0, 1) })).body.items
    expect(again).toMatchObject([{ result: 'skipped', code: 'taken-over' }])
    const positions = (await coordinator.get(`${base}/positions?company=${companies[0]}`)).body.items
    expect(positions).toMatchObject([
      { title: 'Bakery', places: 3, startsOn: '2028-03-01', endsOn: '2028-06-15', workingHours: '6–14' },
    ])
    const links = await mails([])
    const late = await tutor(links.get('sol@example.org')).send('PUT', `/tutor/availability/${ask}`, {
      places: 1,
    })
    expect(late.body.reason?.code).toBe('availability:whyNot.taken-over')
  })

  it('reminds only those who have not answered', async () => {
    const second = await coordinator.send('POST', `${base}/availability-asks`, {
      ...spring,
      companyIds: companies,
    })
    ask = second.body.id as string
    const links = await mails(companies)
    await tutor(links.get('sol@example.org')).send('PUT', `/tutor/availability/${ask}`, { places: 1 })
    const reminded = await coordinator.send('POST', `${base}/availability-asks/${ask}/reminders`, {
      companyIds: companies,
    })
    expect(reminded.body.items.map(({ code }: { code: string | null }) => code)).toEqual([
      'answered',
      null,
      'no-address',
    ])
    await mails([companies[1] ?? ''], true)
    const read = (await coordinator.get(`${base}/availability-asks/${ask}`)).body
    expect(read.answers.find((one: { company: string }) => one.company === 'Taller Luna')).toMatchObject({
      state: 'asked',
      reminders: 1,
    })
  })

  it('is neither another host’s nor another company’s', async () => {
    const other = await world.organisation({ name: 'Other host', kind: 'hosting' })
    const stranger = await world.member(other, ['coordinator'])
    expect((await stranger.get(`/organisations/${other}/availability-asks/${ask}`)).status).toBe(404)
    const links = await mails([])
    const luna = tutor(links.get('luna@example.org'))
    const foreign = await coordinator.send('POST', `${base}/availability-asks`, {
      ...spring,
      companyIds: companies.slice(0, 1),
    })
    expect((await luna.send('PUT', `/tutor/availability/${foreign.body.id}`, { places: 1 })).status).toBe(404)
  })

  it('gives an answer’s places to the position that is there, or makes one more, as was chosen', async () => {
    const asked = await coordinator.send('POST', `${base}/availability-asks`, {
      ...spring,
      name: 'Late spring 2028',
      startsOn: '2028-05-01',
      endsOn: '2028-07-31',
      companyIds: companies,
    })
    const path = `${base}/availability-asks/${asked.body.id}`
    const say = (company: number, places: number, title: string) =>
      coordinator.send('PUT', `${path}/companies/${companies[company]}`, { places, title })
    await say(0, 5, 'bakery ')
    await say(1, 1, 'Workshop')
    await say(2, 2, 'Reception')
    const read = async () =>
      (await coordinator.get(path)).body.answers as {
        companyId: string
        there: { positionId: string; title: string; places: number }[]
      }[]
    const there = async (company: number) =>
      (await read()).find(({ companyId }) => companyId === companies[company])?.there
    const bakery = (await there(0))?.[0]
    expect(bakery).toMatchObject({ title: 'Bakery', places: 3, startsOn: '2028-03-01', endsOn: '2028-06-15' })
    expect(await there(1)).toEqual([])

    const take = async (chosen: object[]) =>
      (await coordinator.send('POST', `${path}/positions`, { companyIds: companies, chosen })).body.items
    const first = await take([{ companyId: companies[2], positionId: bakery?.positionId }])
    expect(first).toMatchObject([
      { result: 'skipped', code: 'position-there', positionId: null },
      { result: 'made', code: null },
      { result: 'skipped', code: 'other-position', positionId: null },
    ])
    const second = await take([
      { companyId: companies[0], positionId: bakery?.positionId },
      { companyId: companies[2], positionId: null },
    ])
    expect(second).toMatchObject([
      { result: 'updated', code: null, positionId: bakery?.positionId },
      { result: 'skipped', code: 'taken-over' },
      { result: 'made', code: null },
    ])
    const positions = async (company: number) =>
      (await coordinator.get(`${base}/positions?company=${companies[company]}`)).body.items
    expect(await positions(0)).toMatchObject([
      { title: 'Bakery', places: 5, endsOn: '2028-06-15', version: 2 },
    ])
    const places = (await positions(2)).map((one: { places: number }) => one.places)
    expect(places.toSorted()).toEqual([1, 2])
    expect(await there(0)).toEqual([])
  })

  it('takes a position of the company’s field for the same, and one of another time for another', async () => {
    await coordinator.send('PUT', `${base}/companies/${companies[1]}`, { version: 0, field: '0716' })
    const position = { companyId: companies[1], title: 'Cars', field: '0716', places: 1 }
    await coordinator.send('POST', `${base}/positions`, {
      ...position,
      startsOn: '2029-01-01',
      endsOn: '2029-02-28',
    })
    await coordinator.send('POST', `${base}/positions`, {
      ...position,
      startsOn: '2029-05-01',
      title: 'Vans',
    })
    const asked = await coordinator.send('POST', `${base}/availability-asks`, {
      ...spring,
      startsOn: '2029-02-28',
      endsOn: '2029-04-30',
      companyIds: companies,
    })
    const path = `${base}/availability-asks/${asked.body.id}`
    await coordinator.send('PUT', `${path}/companies/${companies[1]}`, { places: 2, title: 'Garage' })
    const { answers } = (await coordinator.get(path)).body
    expect(answers[0].there.map(({ title }: { title: string }) => title)).toEqual(['Cars'])
  })
})

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
      ['done', 'no-places', 'done'],
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
})

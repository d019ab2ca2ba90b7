import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'

let world: World
let school: string
let host: string
let coordinator: Member
let hostMember: Member
const of = (organisation: string, rest = ''): string => `/organisations/${organisation}/mobilities${rest}`

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  coordinator = await world.member(school, ['coordinator'], 'Chiara Benedetti')
  hostMember = await world.member(host, ['coordinator'], 'Rocío Domínguez')
  await world.asSystem(({ db }) => insertPartnerships(db, school, [{ partnerId: host, kind: 'host' }]))
})
afterAll(() => world.stop())

/** An adult's mobility in Seville in May with a host, written down through the API. */
async function newMobility(
  values: Record<string, unknown> = {},
  person: Record<string, unknown> = {},
): Promise<string> {
  const made = await coordinator.send('POST', of(school), {
    activityType: 'LM-SHORT-VET',
    departure: '2027-05-04',
    return: '2027-05-29',
    country: 'ES',
    town: 'Sevilla',
    hostingId: host,
    person: {
      givenName: 'Anna',
      familyName: 'Rossi',
      birthDate: '2005-01-01',
      email: 'anna@example.org',
      ...person,
    },
    ...values,
  })
  expect(made.status, made.text).toBe(201)
  return made.body.id as string
}

/** Makes the person of a mobility, or its guardian, somebody who signs in. */
async function signedIn(personId: string, name: string): Promise<Client> {
  const client = await world.person(name)
  await world.asSystem(({ db }) =>
    db.updateTable('person').set({ user_id: client.userId }).where('id', '=', personId).execute(),
  )
  return client
}

const read = async (id: string, member: Member = coordinator) =>
  (await member.get(of(member.organisationId, `/${id}`))).body

describe('a record', () => {
  it('is one for sender and host, each with their own slice', async () => {
    const id = await newMobility({ note: 'Talk to the mother', externalId: 'A-1' })
    const own = await read(id)
    expect(own).toMatchObject({
      status: 'draft',
      roles: ['sending'],
      note: 'Talk to the mother',
      days: 26,
      may: { edit: true },
    })
    expect(own.total).toBeGreaterThan(5)
    const hosts = await read(id, hostMember)
    expect(hosts).toMatchObject({
      roles: ['hosting'],
      note: null,
      externalId: null,
      may: { edit: false, proposeCompany: true },
    })
    expect(hosts.may.editContacts).toContain('hosting')
    const events = await hostMember.get(of(host, `/${id}/events`))
    expect(events.body.items[0].type).toBe('mobility.created')
  })

  it('does not exist for others', async () => {
    const id = await newMobility()
    const other = await world.organisation({ name: 'Kiel', kind: 'sending', country: 'DE' })
    const stranger = await world.member(other, ['administrator'])
    for (const path of ['', '/events', '/tasks'])
      expect((await stranger.get(of(other, `/${id}${path}`))).status).toBe(404)
    const edited = await stranger.send('PATCH', of(other, `/${id}`), { town: 'Rome' }, { 'if-match': '1' })
    expect(edited.status).toBe(404)
    expect((await stranger.get(of(other))).body.items).toEqual([])
  })

  it('moves its tasks with its dates', async () => {
    const id = await newMobility()
    const tasks = async () =>
      (await coordinator.get(of(school, `/${id}/tasks`))).body.items as {
        due: string
        anchor: string
        offsetDays: number
      }[]
    const before = await tasks()
    const { version } = await read(id)
    const edited = await coordinator.send(
      'PATCH',
      of(school, `/${id}`),
      { departure: '2027-05-11', return: '2027-06-05' },
      { 'if-match': String(version) },
    )
    expect(edited.status, edited.text).toBe(200)
    const after = await tasks()
    expect(after).toHaveLength(before.length)
    const moved = after.filter((task, i) => task.due !== before[i]?.due)
    expect(moved.length).toBeGreaterThan(before.length / 2)
  })

  it('merges edits of different fields and refuses a second edit of the same one', async () => {
    const id = await newMobility()
    const { version } = await read(id)
    const edit = (body: object) =>
      coordinator.send('PATCH', of(school, `/${id}`), body, { 'if-match': String(version) })
    expect((await edit({ town: 'Cádiz' })).status).toBe(200)
    const merged = await edit({ note: 'Window seat' })
    expect(merged.body).toMatchObject({ town: 'Cádiz', note: 'Window seat' })
    const refused = await edit({ town: 'Jerez' })
    expect(refused.status).toBe(409)
    expect(refused.body.changed).toMatchObject({
      fields: expect.arrayContaining(['town']),
      by: 'Chiara Benedetti',
    })
    const history = await coordinator.get(of(school, `/${id}/events?field=town`))
    expect(history.body.items.map((event: { changes: object }) => event.changes)).toEqual([
      { town: ['Sevilla', 'Cádiz'] },
    ])
  })

  it('refuses bad values by field and changes nothing', async () => {
    const id = await newMobility()
    const { version } = await read(id)
    const edit = async (body: object) =>
      (await coordinator.send('PATCH', of(school, `/${id}`), body, { 'if-match': String(version) })).body
    expect((await edit({ departure: '2027-06-30' })).errors[0].field).toBe('return')
    expect((await edit({ activityType: 'nonsense' })).errors[0].field).toBe('activityType')
    expect((await edit({ hostingId: crypto.randomUUID() })).errors[0].field).toBe('hostingId')
    expect((await edit({ flowId: crypto.randomUUID() })).errors[0].field).toBe('flowId')
    expect((await edit({ departure: '2027-02-30' })).code).toBe('invalid')
    expect((await read(id)).version).toBe(version)
  })
})

describe('the way of a mobility', () => {
  it('goes from draft to closed with the word of each actor', async () => {
    const id = await newMobility()
    const record = await read(id)
    const anna = await signedIn(record.participant.id, 'Anna Rossi')
    const step = (to: string, body: object = {}) =>
      coordinator.send('POST', of(school, `/${id}/status`), { to, ...body })

    expect((await anna.get('/me/mobilities')).body.items).toEqual([])
    expect((await step('selected')).body.status).toBe('selected')
    expect((await anna.get('/me/mobilities')).body.items[0]).toMatchObject({ id, decision: 'accept' })
    expect((await anna.send('POST', `/me/mobilities/${id}/acceptance`)).body).toMatchObject({
      status: 'accepted',
      decision: 'none',
    })

    expect((await step('placed')).body).toMatchObject({
      code: 'not-possible',
      reason: { code: 'mobilities:whyNot.no-company' },
    })
    const proposed = await hostMember.send('PUT', of(host, `/${id}/company`), {
      name: 'Taller Ortega',
      workingHours: '9–17',
    })
    expect(proposed.body).toMatchObject({ company: { name: 'Taller Ortega' }, companyStage: 'proposed' })
    expect((await hostMember.send('PUT', of(host, `/${id}/facts/company.confirmed`), {})).body.status).toBe(
      'placed',
    )

    const named = await hostMember.send('PUT', of(host, `/${id}/contacts/hosting/mentor`), {
      name: 'Rocío',
      phone: '+34 600',
    })
    expect(named.body.items).toEqual([
      expect.objectContaining({ role: 'hosting', duty: 'mentor', name: 'Rocío' }),
    ])
    expect((await read(id)).facts.map((fact: { name: string }) => fact.name)).toContain(
      'hosting.mentor-named',
    )

    expect((await step('ready')).body.reason.code).toBe('mobilities:whyNot.tasks-open')
    expect((await step('ready', { override: true, reason: 'All was done on paper' })).body.status).toBe(
      'ready',
    )
    expect((await anna.send('PUT', `/me/mobilities/${id}/facts/participant.arrived`)).status).toBe(409)
    world.setToday('2027-05-05')
    expect((await anna.send('PUT', `/me/mobilities/${id}/facts/participant.arrived`)).body.status).toBe(
      'abroad',
    )
    expect((await anna.send('POST', `/me/mobilities/${id}/withdrawal`, { reason: 'no' })).status).toBe(409)
    world.setToday('2027-05-30')
    expect((await hostMember.send('PUT', of(host, `/${id}/facts/mobility.returned`), {})).body.status).toBe(
      'returned',
    )
    expect((await hostMember.send('PUT', of(host, `/${id}/facts/mobility.assessed`), {})).body.status).toBe(
      'assessed',
    )
    expect(
      (await hostMember.send('POST', of(host, `/${id}/status`), { to: 'closed' })).body.reason.code,
    ).toBe('mobilities:whyNot.only-sending')
    expect((await step('closed', { override: true, reason: 'Filed' })).body.status).toBe('closed')
    world.setToday('2027-03-01')
  })

  it('needs the guardian of a minor', async () => {
    const id = await newMobility({}, { birthDate: '2011-01-01', email: 'luca@example.org' })
    const { participant } = await read(id)
    const guardian = await coordinator.send(
      'POST',
      `/organisations/${school}/people/${participant.id}/guardians`,
      { givenName: 'Paola', familyName: 'Conti', phone: '+39 333' },
    )
    expect(guardian.status, guardian.text).toBe(201)
    const luca = await signedIn(participant.id, 'Luca')
    const paola = await signedIn(guardian.body.guardians[0].id, 'Paola Conti')
    await coordinator.send('POST', of(school, `/${id}/status`), { to: 'selected' })
    expect((await luca.send('POST', `/me/mobilities/${id}/acceptance`)).body).toMatchObject({
      status: 'selected',
      decision: 'waits-for-guardian',
      canWithdraw: false,
    })
    expect((await paola.get('/me/mobilities')).body.items[0]).toMatchObject({
      role: 'guardian',
      decision: 'consent',
    })
    expect((await paola.send('POST', `/me/mobilities/${id}/acceptance`)).body.status).toBe('accepted')
    expect((await paola.get('/me/tasks')).body.items.length).toBeGreaterThan(0)
    const withdrawn = await paola.send('POST', `/me/mobilities/${id}/withdrawal`, { reason: 'She is ill' })
    expect(withdrawn.body.status).toBe('withdrawn')
    expect((await read(id)).statusReason).toBe('She is ill')
    // Whoever keeps the money does not read about health.
    const finance = await world.member(school, ['finance'])
    expect(await read(id, finance)).toMatchObject({ status: 'withdrawn', statusReason: null, problems: [] })
    expect((await finance.get(`/organisations/${school}/today`)).body.problems).toEqual([])
    const journal = async (member: Member) => (await member.get(of(school, `/${id}/events`))).text
    expect(await journal(coordinator)).toContain('She is ill')
    expect(await journal(finance)).toContain('mobility.status-changed')
    expect(await journal(finance)).not.toContain('She is ill')
  })

  it('asks again for the word of a new host', async () => {
    const id = await newMobility()
    await hostMember.send('PUT', of(host, `/${id}/facts/hosting.confirmed`), {})
    const other = await world.organisation({ name: 'Three Harbours', kind: 'hosting', country: 'MT' })
    await world.asSystem(({ db }) => insertPartnerships(db, school, [{ partnerId: other, kind: 'host' }]))
    const { version } = await read(id)
    const moved = await coordinator.send(
      'PATCH',
      of(school, `/${id}`),
      { hostingId: other },
      { 'if-match': String(version) },
    )
    expect(moved.body.facts.map((fact: { name: string }) => fact.name)).not.toContain('hosting.confirmed')
    expect((await hostMember.get(of(host, `/${id}`))).status).toBe(404)
  })
})

describe('the list', () => {
  it('is complete in any order, with and without dates', async () => {
    for (const [i, departure] of ['2027-06-01', null, '2027-04-01', null, '2027-06-01'].entries())
      await newMobility(
        { departure, return: null, town: 'Bilbao', country: 'PT' },
        {
          givenName: `Nr${i}`,
          familyName: ['Šimić', "O'Neill", 'Ødegård', 'Żak', 'de la Cruz'][i],
          email: null,
        },
      )
    for (const sort of ['departure', '-departure', 'name', '-name', 'due']) {
      const seen: string[] = []
      let cursor = ''
      do {
        const page = (await coordinator.get(of(school, `?country=PT&limit=2&sort=${sort}${cursor}`))).body
        seen.push(...page.items.map((row: { id: string }) => row.id))
        cursor = page.next ? `&cursor=${page.next}` : ''
      } while (cursor)
      expect(seen, sort).toHaveLength(5)
      expect(new Set(seen).size, sort).toBe(5)
    }
    const found = await coordinator.get(of(school, '?q=odeg&count=yes'))
    expect(found.body).toMatchObject({ total: 1, items: [{ participant: { name: 'Nr2 Ødegård' } }] })
    expect((await coordinator.get(of(school, `?q=${encodeURIComponent("100%' or")}`))).body.items).toEqual([])
  })

  it('counts by status, country and partner as it filters', async () => {
    const counts = (await coordinator.get(of(school, '/counts?country=PT'))).body
    expect(counts.total).toBe(5)
    expect(counts.status).toEqual([{ value: 'draft', label: null, count: 5 }])
    expect(counts.country.map(({ value }: { value: string }) => value)).toContain('ES')
    const statusOnly = (await hostMember.get(of(host, '/counts?by=status'))).body
    const listed = (await hostMember.get(of(host, '?count=yes&limit=1'))).body
    expect(statusOnly.total).toBe(listed.total)
    expect(statusOnly.country).toEqual([])
  })

  it('goes into files that run no formula', async () => {
    await newMobility({ country: 'FI' }, { givenName: '=HYPERLINK("x")', familyName: '@evil' })
    const csv = await coordinator.get(of(school, '/export?country=FI&format=csv'))
    expect(csv.text).toContain(`'=HYPERLINK`)
    const xlsx = await coordinator.get(of(school, '/export?country=FI&format=xlsx'))
    expect(xlsx.text.startsWith('PK')).toBe(true)
  })

  it('lets an accompanying person see only the mobilities that name them', async () => {
    const teacher = await world.member(school, ['accompanying'])
    expect((await teacher.get(of(school))).body.items).toEqual([])
    const id = await newMobility()
    await world.asSystem(({ db }) =>
      db
        .insertInto('mobility_party')
        .values({
          mobility_id: id,
          role: 'accompanying',
          organisation_id: school,
          membership_id: teacher.actor.membershipId,
          main: false,
          status: '',
          activity_type: '',
        })
        .execute(),
    )
    expect((await teacher.get(of(school))).body.items.map((row: { id: string }) => row.id)).toEqual([id])
    expect((await teacher.get(of(school, `/${id}`))).body.roles).toEqual(['accompanying'])
  })
})

it('tells sending and hosting staff of a problem, by mail too', async () => {
  const id = await newMobility()
  const { participant } = await read(id)
  const anna = await signedIn(participant.id, 'Anna')
  await coordinator.send('POST', of(school, `/${id}/status`), { to: 'selected' })
  const told = await anna.send('POST', `/me/mobilities/${id}/problems`, {
    kind: 'housing',
    text: 'No heating',
  })
  expect(told.body.told).toEqual(['Istituto Aurora', 'Puerta Sur'])
  expect((await read(id, hostMember)).problems[0]).toMatchObject({
    kind: 'housing',
    text: 'No heating',
    by: 'Anna',
  })
  expect((await hostMember.get(`/organisations/${host}/today`)).body.problems[0]).toMatchObject({
    mobilityId: id,
  })
  // Neither the kind of problem nor the answer is in the journal that whoever only keeps the money reads.
  const [problem] = (await read(id)).problems
  const answered = await coordinator.send('POST', `/organisations/${school}/problems/${problem.id}/answer`, {
    answer: 'A doctor comes at six',
  })
  expect(answered.status, answered.text).toBeLessThan(300)
  const journal = async (member: Member) => (await member.get(of(school, `/${id}/events`))).text
  expect(await journal(coordinator)).toContain('A doctor comes at six')
  const finance = await journal(await world.member(school, ['finance']))
  expect(finance).toContain('problem.answered')
  expect(finance).not.toMatch(/A doctor|"housing"/)
})

it('finds anything by part of its name, accents ignored', async () => {
  await newMobility({}, { givenName: 'Zoë', familyName: 'Müller-Lüdenscheidt' })
  const kinds = async (q: string) =>
    (await coordinator.get(`/organisations/${school}/search?q=${encodeURIComponent(q)}`)).body.items.map(
      (item: { kind: string; name: string }) => `${item.kind}: ${item.name}`,
    )
  expect(await kinds('ludensch')).toEqual([
    'mobility: Zoë Müller-Lüdenscheidt',
    'person: Zoë Müller-Lüdenscheidt',
  ])
  expect(await kinds('puerta')).toEqual(['partner: Puerta Sur'])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { changeStatuses } from '#modules/mobilities/status.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { runAs } from '#server/context.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { mailChange, type MovedJourneys } from './tell.actions.ts'

const there = {
  direction: 'out',
  means: 'flight',
  number: 'FR 4612',
  from: { town: 'Verona', country: 'IT', stop: 'VRN' },
  to: { town: 'Sevilla', country: 'ES', stop: 'SVQ' },
  departsOn: '2027-03-10',
  departsAt: '10:35',
  arrivesOn: '2027-03-10',
  arrivesAt: '13:20',
}
const back = {
  ...there,
  direction: 'back',
  from: there.to,
  to: there.from,
  departsOn: '2027-04-05',
  arrivesOn: '2027-04-05',
}
const names = ['Anna Rossi', 'Luca Bianchi', 'Sofia Verdi', 'Marco Neri', 'Marco Neri']

let world: World
let school: Member
let host: Member
let stranger: Member
let anna: Client
let flow: string
let ids: string[]
let base: string

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  const schoolId = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
  const hostId = await world.organisation({
    name: 'Puerta Sur',
    kind: 'hosting',
    country: 'ES',
    town: 'Sevilla',
  })
  school = await world.member(schoolId, ['coordinator'])
  host = await world.member(hostId, ['coordinator'], 'Host Coordinator')
  stranger = await world.member(await world.organisation({ name: 'Kiel', kind: 'sending', country: 'DE' }), [
    'administrator',
  ])
  anna = await world.person('Anna Rossi', 'anna@example.org')
  base = `/organisations/${schoolId}`
  await school.run(async (context) => {
    const place = { country: 'ES', town: 'Sevilla', startDate: '2027-03-10', endDate: '2027-04-05' }
    ;[flow = ''] = await addFlows(context, [
      { name: 'Sevilla', activityType: 'LM-SHORT-VET', places: 5, hostingId: hostId, ...place },
    ])
    const people = await createPeople(
      context,
      names.map((name, i) => ({
        kind: 'learner' as const,
        givenName: name.split(' ')[0] ?? '',
        familyName: name.split(' ')[1] ?? '',
        email: i === 0 ? 'anna@example.org' : `learner${i}@example.org`,
      })),
    )
    const made = await createMobilities(
      context,
      people.map((personId) => ({
        personId,
        flowId: flow,
        activityType: 'LM-SHORT-VET',
        departure: '2027-03-10',
        returnDate: '2027-04-05',
        country: 'ES',
        town: 'Sevilla',
        hostingId: hostId,
        status: 'accepted' as const,
      })),
    )
    ids = made.map(({ id }) => id)
  })
  await world.asSystem(async ({ db }) => {
    const row = await db
      .selectFrom('mobility')
      .select('person_id')
      .where('id', '=', ids[0] ?? '')
      .executeTakeFirstOrThrow()
    await db.updateTable('person').set({ user_id: anna.userId }).where('id', '=', row.person_id).execute()
  })
})
afterAll(() => world.stop())

const arrivalsOf = async (who: Member, query = '') =>
  (await who.get(`/organisations/${who.organisationId}/arrivals?from=2027-03-01&to=2027-03-31${query}`)).body
    .items
const journeyOf = async (at: number) => (await school.get(`${base}/mobilities/${ids[at]}/journey`)).body
const waiting = () =>
  world.asSystem(async ({ db }) => {
    const { rows } = await import('kysely').then(({ sql }) =>
      sql<{
        data: MovedJourneys
      }>`select data from pgboss.job where name = 'journeys.tell' order by created_on`.execute(db),
    )
    return rows.map(({ data }) => data)
  })

describe('a booking for a group', () => {
  it('is understood from pasted cells; names are matched whole, and asked where two bear one', async () => {
    const text = [
      'Passenger\tFlight\tDate\tFrom\tTo\tDep\tArr\tSeat',
      ...['ROSSI/ANNA MRS', 'Bianchi Luca', 'Marco Neri', 'Nobody Known'].map(
        (name, i) => `${name}\tFR 4612\t10/03/2027\tVRN\tSVQ\t10:35\t13:20\t12${'ABCD'[i]}`,
      ),
    ].join('\n')
    const { status, body } = await school.send('POST', `${base}/flows/${flow}/bookings/reading`, { text })
    expect(status).toBe(200)
    expect(body.legs).toMatchObject([{ direction: 'out', number: 'FR 4612', to: { town: 'Sevilla' } }])
    expect(body.travellers).toMatchObject([
      { match: 'found', mobilityId: ids[0] },
      { match: 'found', mobilityId: ids[1] },
      { match: 'unclear', mobilityId: null, candidates: [{ id: ids[3] }, { id: ids[4] }] },
      { match: 'unknown', candidates: [] },
    ])
  })

  it('reads the same list from a file, behind the same guard', async () => {
    const bytes = new TextEncoder().encode(
      'Name;Flight;Date;From;To;Dep;Arr\nAnna Rossi;FR 4612;2027-03-10;VRN;SVQ;10:35;13:20\n',
    )
    const path = `${base}/flows/${flow}/bookings/files`
    const read = await school.upload(path, { name: 'list.csv', bytes })
    expect(read.body, read.text).toMatchObject({ kind: 'list', travellers: [{ mobilityId: ids[0] }] })
    const broken = await school.upload(path, {
      name: 'list.xlsx',
      bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 0]),
    })
    expect(broken.status).toBe(422)
    expect(broken.body.errors[0].field).toBe('file')
  })

  it('puts people on its legs, one answer for each, and records what is known', async () => {
    const { status, body, text } = await school.send('POST', `${base}/flows/${flow}/bookings`, {
      reference: 'XK7P2Q',
      seats: 3,
      legs: [there, back],
      travellers: [
        { mobilityId: ids[0], legs: [{ leg: 0, seat: '12A' }, { leg: 1 }] },
        { mobilityId: ids[1] },
        { name: 'Elisa Conte', phone: '+39 045 1' },
        { mobilityId: ids[2] },
        { mobilityId: ids[0] },
      ],
    })
    expect(status, text).toBe(201)
    expect(body.rows.map(({ outcome, code }: { outcome: string; code: string }) => [outcome, code])).toEqual([
      ['done', null],
      ['done', null],
      ['done', null],
      ['refused', 'full'],
      ['skipped', 'already-on'],
    ])
    expect(body.booking).toMatchObject({ people: 3, legs: [{ km: 1668 }, { km: 1668 }] })
    const list = await arrivalsOf(host)
    expect(list.map(({ participant }: { participant: string }) => participant).sort()).toEqual([
      'Anna Rossi',
      'Elisa Conte',
      'Luca Bianchi',
    ])
    expect(list[0]).toMatchObject({
      day: '2027-03-10',
      time: '13:20',
      town: 'Sevilla',
      stop: 'SVQ',
      school: 'Istituto Aurora',
    })
    const tasks = (await school.get(`${base}/mobilities/${ids[0]}/tasks`)).body.items
    expect(tasks.find(({ key }: { key: string }) => key === 'travel')).toMatchObject({ look: 'done' })
  })

  it('says who has no arrival yet, and asks them', async () => {
    const missing = (await host.get(`/organisations/${host.organisationId}/arrivals/missing?from=2027-03-01`))
      .body
    expect(missing.items).toMatchObject([{ flow: { id: flow }, people: 5, without: 3 }])
    const asked = await school.send('POST', `${base}/arrivals/requests`, { flowId: flow })
    expect(asked.body).toEqual({ asked: 3, unreachable: [] })
  })

  it('refuses by field what cannot be', async () => {
    const add = (leg: object, more: object = {}) =>
      school.send('POST', `${base}/flows/${flow}/bookings`, { legs: [{ ...there, ...leg }], ...more })
    for (const [answer, field] of [
      [await add({ arrivesAt: '10:00' }), 'legs.0.arrivesAt'],
      [await add({ arrivesOn: '2027-03-09' }), 'legs.0.arrivesOn'],
      [await add({ departsOn: '2027-02-30' }), 'legs.0.departsOn'],
      [await add({ departsAt: '25:00' }), 'legs.0.departsAt'],
      [await add({ to: { town: 'Nowhereville', country: 'ES' } }), 'legs.0.to.town'],
      [await add({}, { seats: -1 }), 'seats'],
    ] as const) {
      expect(answer.status).toBe(422)
      expect(answer.body.errors[0].field).toBe(field)
    }
    const [first] = (await school.get(`${base}/flows/${flow}/bookings`)).body.bookings
    const late = { ...first, version: first.version - 1 }
    expect((await school.send('PUT', `${base}/bookings/${first.id}`, late)).status).toBe(409)
  })

  it('tells participants, guardians and the host of a new time once, in their language', async () => {
    const [booking] = (await school.get(`${base}/flows/${flow}/bookings`)).body.bookings
    const [out, home] = booking.legs
    const saved = await school.send('PUT', `${base}/bookings/${booking.id}`, {
      ...booking,
      legs: [{ ...out, arrivesAt: '22:40' }, home],
    })
    expect(saved.status, saved.text).toBe(200)
    const list = await arrivalsOf(host)
    expect(list[0]).toMatchObject({ time: '22:40', late: true, wasDay: '2027-03-10', wasTime: '13:20' })
    expect(list[0].changedAt).not.toBeNull()
    const jobs = await waiting()
    expect(jobs).toHaveLength(1)
    const [job] = jobs
    if (!job) throw new Error('no job')
    await runAs(world.services, { kind: 'system', name: 'test' }, (context) => mailChange(context, job))
    const mails = await world.services.database.identity
      .selectFrom('identity.sent_mail')
      .select(['recipient', 'body_text'])
      .where('kind', '=', 'journey-moved')
      .execute()
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [anna.email, host.email, 'learner1@example.org'].sort(),
    )
    expect(mails[0]?.body_text).toContain('22:40')
  })
})

describe('one person’s way', () => {
  const oneWay = {
    means: 'train',
    from: { town: 'Verona', country: 'IT' },
    to: { town: 'Sevilla', country: 'ES' },
  }
  const times = { departsOn: '2027-03-09', departsAt: '08:00', arrivesOn: '2027-03-10', arrivesAt: '19:00' }

  it('is typed by the sender, with its green share, and undone', async () => {
    const path = `${base}/mobilities/${ids[2]}/journey/out`
    const saved = await school.send('PUT', path, { legs: [{ ...oneWay, ...times }] })
    expect(saved.body, saved.text).toMatchObject({
      out: { alone: true, late: false },
      green: { share: 1, green: true, km: 1668 },
    })
    const facts = (await school.get(`${base}/mobilities/${ids[2]}`)).body.facts.map(
      ({ name }: { name: string }) => name,
    )
    expect(facts).toEqual(expect.arrayContaining(['journey.known', 'journey.green']))
    const gone = await school.send('PUT', path, { legs: [] })
    expect(gone.body).toMatchObject({ out: null, green: { share: null } })
    const after = (await school.get(`${base}/mobilities/${ids[2]}`)).body.facts.map(
      ({ name }: { name: string }) => name,
    )
    expect(after).not.toContain('journey.known')
  })

  it('is read by the participant, who changes nothing that was booked for the group but keeps a ticket', async () => {
    const own = `/me/mobilities/${ids[0]}/journey`
    expect((await anna.get(own)).body).toMatchObject({ out: { alone: false, legs: [{ seat: '12A' }] } })
    const refused = await anna.send('PUT', `${own}/out`, { legs: [] })
    expect(refused.body.reason.code).toBe('journeys:whyNot.booked-for-the-group')
    const file = await anna.upload(
      `/me/mobilities/${ids[0]}/files`,
      { name: 'ticket.pdf', bytes: new TextEncoder().encode('%PDF-1.4 ticket') },
      { purpose: 'ticket' },
    )
    const kept = await anna.send('POST', `${own}/proofs`, { fileId: file.body.id, kind: 'ticket' })
    expect(kept.body, kept.text).toMatchObject({ proofs: [{ fileName: 'ticket.pdf', kind: 'ticket' }] })
    expect((await journeyOf(0)).proofs).toHaveLength(1)
    expect(
      (await host.get(`/organisations/${host.organisationId}/mobilities/${ids[0]}/journey`)).body.proofs,
    ).toEqual([])
  })

  it('is nobody else’s', async () => {
    const other = await world.person('Nobody')
    expect((await other.get(`/me/mobilities/${ids[0]}/journey`)).status).toBe(404)
    expect((await anna.get(`/me/mobilities/${ids[1]}/journey`)).status).toBe(404)
    for (const path of [`mobilities/${ids[0]}/journey`, `flows/${flow}/bookings`])
      expect((await stranger.get(`/organisations/${stranger.organisationId}/${path}`)).status).toBe(404)
    expect(await arrivalsOf(stranger)).toEqual([])
    const own = await anna.send('PUT', `/me/mobilities/${ids[1]}/journey/out`, { legs: [] })
    expect(own.status).toBe(404)
  })
})

describe('transfers', () => {
  const car = {
    direction: 'out',
    name: 'Minibus 1',
    onDay: '2027-03-10',
    atTime: '23:00',
    seats: 1,
    driver: 'Pepe',
    phone: '+34 600 1',
    fromPlace: 'Airport',
    toPlace: 'Triana',
    meetingPoint: 'Under the clock',
  }
  const path = () => `/organisations/${host.organisationId}/transfers`
  const seats = (some: object[]) => host.send('POST', `${path()}/seats`, { seats: some })

  it('give the last seat to one of two who want it at once', async () => {
    const transfer = (await host.send('POST', path(), car)).body
    const [one, other] = await arrivalsOf(host)
    const answers = await Promise.all(
      [one, other].map(({ journeyId }) => seats([{ journeyId, transferId: transfer.id }])),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers.reduce((sum, { body }) => sum + body.done, 0)).toBe(1)
    expect(answers.flatMap(({ body }) => body.refused)).toMatchObject([{ code: 'full' }])
    const [kept] = (await host.get(`${path()}?from=2027-03-01`)).body.items
    expect(kept).toMatchObject({ taken: 1, seats: 1 })
    const fewer = await host.send('PUT', `${path()}/${transfer.id}`, {
      ...car,
      seats: 0,
      version: kept.version,
    })
    expect(fewer.body.errors[0].field).toBe('seats')
    const larger = await host.send('PUT', `${path()}/${transfer.id}`, {
      ...car,
      seats: 2,
      version: kept.version,
    })
    expect(larger.body).toMatchObject({ seats: 2, taken: 1 })
  })

  it('are filled in order by a proposal, and show the participant who waits where', async () => {
    const proposal = await host.send('POST', `${path()}/proposal`, {
      direction: 'out',
      from: '2027-03-10',
      to: '2027-03-10',
    })
    expect(proposal.body.seats).toHaveLength(1)
    expect(proposal.body.without).toMatchObject([{ reason: 'full' }])
    expect((await seats(proposal.body.seats)).body).toMatchObject({ done: 1, refused: [] })
    const aboard = (await host.get(`${path()}?from=2027-03-01`)).body.items[0].people
    await seats(aboard.map(({ journeyId }: { journeyId: string }) => ({ journeyId, transferId: null })))
    const annaAt = (await arrivalsOf(host)).find((one: { mobilityId: string }) => one.mobilityId === ids[0])
    const [{ id }] = (await host.get(`${path()}?from=2027-03-01`)).body.items
    await seats([{ journeyId: annaAt.journeyId, transferId: id }])
    expect((await anna.get(`/me/mobilities/${ids[0]}/journey`)).body.out.transfer).toMatchObject({
      driver: 'Pepe',
      phone: '+34 600 1',
      meetingPoint: 'Under the clock',
    })
    const [bus] = (await host.get(`${path()}?from=2027-03-01`)).body.items
    const small = await host.send('PUT', `${path()}/${id}`, { ...car, seats: -1, version: bus.version })
    expect(small.body.errors[0].field).toBe('seats')
  })

  it('keep their people when two swap full vehicles, and let them go when a vehicle is taken away', async () => {
    const other = (await host.send('POST', path(), { ...car, name: 'Taxi', seats: 1 })).body
    const list = await arrivalsOf(host)
    const [aboard] = (await host.get(`${path()}?from=2027-03-01`)).body.items
    const annaAt = list.find((one: { mobilityId: string }) => one.mobilityId === ids[0])
    const luca = list.find((one: { mobilityId: string }) => one.mobilityId === ids[1])
    await seats([{ journeyId: luca.journeyId, transferId: other.id }])
    const swapped = await seats([
      { journeyId: annaAt.journeyId, transferId: other.id },
      { journeyId: luca.journeyId, transferId: aboard.id },
    ])
    expect(swapped.body).toEqual({ done: 2, refused: [] })
    expect((await host.send('DELETE', `${path()}/${other.id}`)).status).toBe(204)
    expect(
      (await arrivalsOf(host, '&waiting=true')).map((one: { mobilityId: string }) => one.mobilityId),
    ).toContain(ids[0])
    expect((await school.send('DELETE', `${base}/transfers/${aboard.id}`)).status).toBe(404)
    const foreign = [{ journeyId: luca.journeyId, transferId: null }]
    expect((await school.send('POST', `${base}/transfers/seats`, { seats: foreign })).body).toMatchObject({
      done: 0,
      refused: [{ code: 'others-vehicle' }],
    })
  })

  it('give the seat of somebody who steps back to others', async () => {
    const before = (await host.get(`${path()}?from=2027-03-01`)).body.items[0]
    expect(before.taken).toBe(1)
    await school.run((context) =>
      changeStatuses(context, [ids[1] ?? ''], { to: 'withdrawn', reason: 'Illness', day: '2027-03-01' }),
    )
    expect((await host.get(`${path()}?from=2027-03-01`)).body.items[0].taken).toBe(0)
  })

  it('leave a list behind that a spreadsheet opens', async () => {
    const file = await host.get(`/organisations/${host.organisationId}/arrivals/file?from=2027-03-01`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.text).toContain('Anna Rossi')
  })
})

describe('rules', () => {
  it('say from when an arrival is late and what counts as green', async () => {
    const path = `/organisations/${host.organisationId}/journey-rules`
    const usual = (await host.get(path)).body
    expect(usual).toMatchObject({ lateFrom: '21:00', greenFrom: 50, usual: true, version: 0 })
    const rules = { ...usual, lateFrom: '23:00', lateText: 'Take a taxi' }
    expect((await host.send('PUT', path, rules)).body).toEqual({ version: 1 })
    expect((await host.send('PUT', path, rules)).status).toBe(409)
    expect((await arrivalsOf(host)).every(({ late }: { late: boolean }) => !late)).toBe(true)
    expect((await anna.get(`/me/mobilities/${ids[0]}/journey`)).body.late).toMatchObject({
      text: 'Take a taxi',
    })
  })

  it('take a whole booking back with its ways', async () => {
    const [booking] = (await school.get(`${base}/flows/${flow}/bookings`)).body.bookings
    expect((await school.send('DELETE', `${base}/bookings/${booking.id}`)).status).toBe(204)
    expect(await arrivalsOf(school)).toEqual([])
    const tasks = (await school.get(`${base}/mobilities/${ids[0]}/tasks`)).body.items
    expect(tasks.find(({ key }: { key: string }) => key === 'travel').look).not.toBe('done')
  })
})

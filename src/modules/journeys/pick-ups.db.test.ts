import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { runAs } from '#server/context.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { tellPickUps } from './tell-pick-ups.actions.ts'

const leg = {
  direction: 'out',
  means: 'train',
  number: 'AVE 2',
  from: { town: 'Verona', country: 'IT' },
  to: { town: 'Sevilla', country: 'ES' },
  departsOn: '2027-03-10',
  departsAt: '06:35',
  arrivesOn: '2027-03-10',
  arrivesAt: '21:20',
}
const bus = {
  direction: 'out',
  name: 'Minibus 1',
  onDay: '2027-03-10',
  atTime: '21:45',
  seats: 8,
  driver: 'Pepe',
  phone: '+34 600 1',
  fromPlace: 'Santa Justa',
  toPlace: 'Triana',
  meetingPoint: 'Under the clock',
}

let world: World
let school: Member
let host: Member
let anna: Client
let ids: string[]
let base: string
let vehicles: string

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  const schoolId = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
  const hostId = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' })
  school = await world.member(schoolId, ['coordinator'])
  host = await world.member(hostId, ['coordinator'], 'Host Coordinator')
  anna = await world.person('Anna Rossi', 'anna@example.org')
  base = `/organisations/${schoolId}`
  vehicles = `/organisations/${hostId}/transfers`
  const place = { country: 'ES', town: 'Sevilla' }
  await school.run(async (context) => {
    const [flow = ''] = await addFlows(context, [
      {
        name: 'Sevilla',
        activityType: 'LM-SHORT-VET',
        places: 3,
        hostingId: hostId,
        startDate: '2027-03-10',
        endDate: '2027-04-05',
        ...place,
      },
    ])
    const people = await createPeople(
      context,
      ['Anna Rossi', 'Luca Bianchi'].map((name, i) => ({
        kind: 'learner' as const,
        givenName: name.split(' ')[0] ?? '',
        familyName: name.split(' ')[1] ?? '',
        email: i === 0 ? 'anna@example.org' : 'luca@example.org',
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
        hostingId: hostId,
        status: 'accepted' as const,
        ...place,
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
  for (const id of ids)
    await school.send('PUT', `${base}/mobilities/${id}/journey/out`, {
      legs: [{ ...leg, direction: undefined }],
    })
})
afterAll(() => world.stop())

const own = () => `/me/mobilities/${ids[0]}/journey`
const journeyId = async (at: number): Promise<string> =>
  (await school.get(`${base}/mobilities/${ids[at]}/journey`)).body.out.journeyId
const seats = (some: object[]) => host.send('POST', `${vehicles}/seats`, { seats: some })
/** Lets the quiet time pass and answers the mails that this brought. */
async function told(): Promise<{ recipient: string; body_text: string }[]> {
  const mails = () =>
    world.services.database.identity
      .selectFrom('identity.sent_mail')
      .select(['id', 'recipient', 'body_text'])
      .where('kind', '=', 'pick-up-changed')
      .execute()
  const before = new Set((await mails()).map(({ id }) => id))
  const later = new Date(world.services.clock().getTime() + 10 * 60_000)
  await runAs(world.services, { kind: 'system', name: 'test' }, (context) =>
    tellPickUps({ ...context, now: later }),
  )
  return (await mails()).filter(({ id }) => !before.has(id))
}
const factsOf = async (at: number): Promise<string[]> =>
  (await school.get(`${base}/mobilities/${ids[at]}`)).body.facts.map(({ name }: { name: string }) => name)

const to = (mails: readonly { recipient: string }[]) => mails.map(({ recipient }) => recipient).toSorted()
/** Both sit in one vehicle, and everybody knows. */
const riding = async (name: string): Promise<{ id: string }> => {
  const made = (await host.send('POST', vehicles, { ...bus, name })).body
  for (const at of [0, 1]) await seats([{ journeyId: await journeyId(at), transferId: made.id }])
  await told()
  return made
}
const taken = async (id: string): Promise<number> => {
  const { items } = (await host.get(`${vehicles}?direction=out&from=2027-03-10&to=2027-03-10`)).body
  return items.find((one: { id: string }) => one.id === id).taken as number
}

describe('who picks somebody up', () => {
  let transfer: { id: string; version: number }

  it('is told when it is planned, once to each participant and once to the sender', async () => {
    transfer = (await host.send('POST', vehicles, bus)).body
    for (const at of [0, 1]) await seats([{ journeyId: await journeyId(at), transferId: transfer.id }])
    const mails = await told()
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [anna.email, 'luca@example.org', school.email].toSorted(),
    )
    expect(mails.find(({ recipient }) => recipient === school.email)?.body_text).toContain(
      'Luca Bianchi, Anna Rossi',
    )
    expect(await told()).toEqual([])
  })

  it('is one mail however often it was changed, and shows what it was before', async () => {
    const change = async (more: object) => {
      const saved = await host.send('PUT', `${vehicles}/${transfer.id}`, {
        ...bus,
        ...more,
        version: transfer.version,
      })
      expect(saved.status, saved.text).toBe(200)
      transfer = saved.body
    }
    await change({ atTime: '22:00' })
    await change({ atTime: '22:15' })
    await change({ atTime: '22:30', driver: 'Ana' })
    const shown = (await anna.get(own())).body.out
    expect(shown).toMatchObject({
      transfer: { atTime: '22:30', driver: 'Ana' },
      pickUpBefore: { atTime: '21:45', driver: 'Pepe' },
    })
    const mails = await told()
    expect(mails).toHaveLength(3)
    expect(mails[0]?.body_text).toMatch(/22:30[\s\S]*21:45/)
    const timeline = (await school.get(`${base}/mobilities/${ids[0]}/events`)).body.items
    expect(timeline.map(({ type }: { type: string }) => type)).toContain('transfer.moved')
    // More seats are no news, nor is what was changed and changed back.
    await change({ atTime: '22:30', driver: 'Ana', seats: 9 })
    await change({ atTime: '23:30', driver: 'Ana' })
    await change({ atTime: '22:30', driver: 'Ana' })
    expect(await told()).toEqual([])
  })

  it('is told when somebody changes vehicles, and when nobody comes any more', async () => {
    const taxi = (await host.send('POST', vehicles, { ...bus, name: 'Taxi', seats: 1 })).body
    await seats([{ journeyId: await journeyId(0), transferId: taxi.id }])
    const moved = await told()
    expect(moved.map(({ recipient }) => recipient).toSorted()).toEqual([anna.email, school.email].toSorted())
    expect(moved[0]?.body_text).toContain('Taxi')
    expect((await host.send('DELETE', `${vehicles}/${taxi.id}`)).status).toBe(204)
    expect((await anna.get(own())).body.out).toMatchObject({ transfer: null, pickUpBefore: { name: 'Taxi' } })
    expect(await told()).toHaveLength(2)
  })
})

describe('a ride that nobody needs any more', () => {
  const way = (direction: string, legs: object[], at = 0) =>
    school.send('PUT', `${base}/mobilities/${ids[at]}/journey/${direction}`, { legs })
  const there = [{ ...leg, direction: undefined }]

  it('is told to the host and the person where the way has ended', async () => {
    const van = await riding('Van')
    for (const at of [0, 1]) expect((await way('out', [], at)).status).toBe(200)
    expect(await taken(van.id)).toBe(0)
    const mails = await told()
    expect(to(mails)).toEqual([anna.email, host.email, 'luca@example.org'].toSorted())
    const hosts = mails.find(({ recipient }) => recipient === host.email)
    expect(hosts?.body_text).toContain('Luca Bianchi, Anna Rossi: the journey was taken away')
    expect(hosts?.body_text).toMatch(/21:45[\s\S]*Van/)
    expect(await told()).toEqual([])
    const kept = await world.asSystem(({ db }) => db.selectFrom('lost_ride').selectAll().execute())
    expect(kept).toEqual([])
  })

  it('is told to the sender too where the participant has taken the way back', async () => {
    await way('out', there)
    await way('out', there, 1)
    await riding('Bus 2')
    await anna.send('PUT', `${own()}/out`, { legs: [] })
    expect(to(await told())).toEqual([anna.email, host.email, school.email].toSorted())
    await way('out', there)
  })

  it('is one change where the way is entered again and another ride is planned at once', async () => {
    const first = await riding('Bus 3')
    await way('out', [])
    await way('out', there)
    await seats([{ journeyId: await journeyId(0), transferId: first.id }])
    expect(await told()).toEqual([])
    await way('out', [])
    await way('out', there)
    const mails = await told()
    expect(to(mails)).toEqual([anna.email, host.email].toSorted())
    expect(mails[0]?.body_text).toContain('does not take place')
  })

  it('is told to the host where a booking goes, also of those who travel along', async () => {
    const flow = (await school.get(`${base}/mobilities/${ids[0]}`)).body.flow.id as string
    const made = await school.send('POST', `${base}/flows/${flow}/bookings`, {
      legs: [leg],
      travellers: [{ name: 'Herr Krause' }],
    })
    expect(made.status, made.text).toBe(201)
    const { items } = (
      await host.get(`/organisations/${host.organisationId}/arrivals?direction=out&from=2027-03-10`)
    ).body
    const along = items.find((one: { participant: string }) => one.participant === 'Herr Krause')
    const car = (await host.send('POST', vehicles, { ...bus, name: 'Car' })).body
    await seats([{ journeyId: along.journeyId, transferId: car.id }])
    await told()
    expect((await school.send('DELETE', `${base}/bookings/${made.body.booking.id}`)).status).toBe(204)
    const mails = await told()
    expect(to(mails)).toEqual([host.email])
    expect(mails[0]?.body_text).toContain('Herr Krause')
  })
})

describe('green travel', () => {
  const statement = { means: ['train'], note: 'Change in Madrid', honour: true }
  const ticket = async (name: string): Promise<string> =>
    (
      await anna.upload(
        `/me/mobilities/${ids[0]}/files`,
        { name, bytes: new TextEncoder().encode(`%PDF-1.4 ${name}`) },
        { purpose: 'ticket' },
      )
    ).body.id

  it('is stated by the participant, proved by a ticket, and taken back', async () => {
    const path = `${own()}/green-declaration`
    expect((await anna.send('PUT', path, { means: ['train'], honour: false })).status).toBe(422)
    const wrong = await anna.send('PUT', path, { ...statement, means: ['flight'] })
    expect(wrong.body.errors[0].field).toBe('means')
    const stated = await anna.send('PUT', path, statement)
    expect(stated.body, stated.text).toMatchObject({
      declaration: { means: ['train'], onPaper: false },
      green: { green: true, declared: true },
    })
    expect(await factsOf(0)).not.toContain('journey.green-proved')
    await anna.send('POST', `${own()}/proofs`, { fileId: await ticket('one.pdf'), kind: 'ticket' })
    expect(await factsOf(0)).toContain('journey.green-proved')
    const foreign = await school.send('DELETE', `${base}/mobilities/${ids[0]}/journey/green-declaration`)
    expect(foreign.body.reason.code).toBe('journeys:whyNot.declared-by-participant')
    expect((await anna.send('DELETE', path)).status).toBe(204)
    expect(await factsOf(0)).not.toContain('journey.green-proved')
    expect((await anna.send('DELETE', path)).status).toBe(404)
  })

  it('cannot be stated against the legs', async () => {
    const path = `${base}/mobilities/${ids[0]}/journey`
    await school.send('PUT', `${path}/out`, { legs: [{ ...leg, direction: undefined, means: 'flight' }] })
    const refused = await anna.send('PUT', `${own()}/green-declaration`, statement)
    expect(refused.body.reason.code).toBe('journeys:whyNot.legs-not-green')
    await school.send('PUT', `${path}/out`, { legs: [{ ...leg, direction: undefined }] })
  })

  it('is written down by the sender with the signed paper', async () => {
    const path = `${base}/mobilities/${ids[1]}/journey/green-declaration`
    const file = await school.upload(
      `${base}/files`,
      { name: 'signed.pdf', bytes: new TextEncoder().encode('%PDF-1.4 signed') },
      { purpose: 'green-declaration' },
    )
    expect((await school.send('PUT', path, { means: ['train'] })).body.errors[0].field).toBe('fileId')
    const kept = await school.send('PUT', path, { means: ['train'], fileId: file.body.id })
    expect(kept.body, kept.text).toMatchObject({
      declaration: { onPaper: true },
      proofs: [{ kind: 'green-declaration', mayRemove: true }],
    })
    expect(await factsOf(1)).toContain('journey.green-proved')
    expect(
      (await host.send('PUT', path.replace(school.organisationId, host.organisationId), kept.body)).status,
    ).not.toBe(200)
    expect((await school.send('DELETE', path)).status).toBe(204)
  })

  it('opens every proof that is listed, to whoever reads the journey and to nobody else', async () => {
    const kept = await school.upload(
      `${base}/files`,
      { name: 'group.pdf', bytes: new TextEncoder().encode('%PDF-1.4 group.pdf') },
      { purpose: 'ticket' },
    )
    const path = `${base}/mobilities/${ids[0]}/journey`
    await school.send('POST', `${path}/proofs`, { fileId: kept.body.id, kind: 'ticket' })
    const mentor = await world.member(school.organisationId, ['mentor'])
    const staff = (await mentor.get(path)).body.proofs
    const mine = (await anna.get(own())).body.proofs
    const names = ['one.pdf', 'group.pdf']
    for (const [reader, where, proofs] of [
      [mentor, path, staff],
      [anna, own(), mine],
    ] as const) {
      expect(proofs.map(({ fileName }: { fileName: string }) => fileName)).toEqual(names)
      for (const { id, fileName } of proofs)
        expect((await reader.get(`${where}/proofs/${id}`)).text).toBe(`%PDF-1.4 ${fileName}`)
    }
    expect(mine.map(({ mayRemove }: { mayRemove: boolean }) => mayRemove)).toEqual([true, false])
    const group = staff[1].id as string
    const stranger = await world.person('Nobody Involved')
    const hosts = path.replace(school.organisationId, host.organisationId)
    for (const [reader, where] of [
      [host, `${hosts}/proofs/${group}`],
      [host, `${hosts}/proofs/${ids[0]}`],
      [stranger, `${own()}/proofs/${group}`],
      [stranger, `${own()}/proofs/${ids[0]}`],
      [anna, `/me/mobilities/${ids[1]}/journey/proofs/${group}`],
      [school, `${base}/mobilities/${ids[1]}/journey/proofs/${group}`],
    ] as const)
      expect((await reader.get(where)).status, where).toBe(404)
    expect((await school.send('DELETE', `${path}/proofs/${group}`)).status).toBe(204)
    expect((await anna.get(`${own()}/proofs/${group}`)).status).toBe(404)
  })

  it('keeps no CV among the evidence of an organisation, where nothing would forget it', async () => {
    const file = { name: 'cv.pdf', bytes: new TextEncoder().encode('%PDF-1.4 cv') }
    const refused = await school.upload(`${base}/files`, file, { purpose: 'cv' })
    expect(refused.body.errors[0].field).toBe('purpose')
  })

  it('lets a ticket be replaced and taken away, with its file, by whoever brought it', async () => {
    const [proof] = (await anna.get(own())).body.proofs
    const better = await anna.send('POST', `${own()}/proofs`, {
      fileId: await ticket('better.pdf'),
      kind: 'ticket',
      replaces: proof.id,
    })
    expect(better.body.proofs).toMatchObject([{ fileName: 'better.pdf', mayRemove: true }])
    expect((await anna.get(`/me/files/${proof.fileId}`)).status).toBe(404)
    const file = await school.upload(
      `${base}/files`,
      { name: 'school.pdf', bytes: new TextEncoder().encode('%PDF-1.4 school') },
      { purpose: 'ticket' },
    )
    const path = `${base}/mobilities/${ids[0]}/journey/proofs`
    const both = (await school.send('POST', path, { fileId: file.body.id, kind: 'ticket' })).body.proofs
    const schools = both.find((one: { fileName: string }) => one.fileName === 'school.pdf')
    const foreign = await anna.send('DELETE', `${own()}/proofs/${schools.id}`)
    expect(foreign.body.reason.code).toBe('journeys:whyNot.proof-of-another')
    for (const { id } of both) expect((await school.send('DELETE', `${path}/${id}`)).status).toBe(204)
    expect((await anna.get(own())).body.proofs).toEqual([])
    expect((await school.send('DELETE', `${path}/${schools.id}`)).status).toBe(404)
  })
})

describe('whoever does not travel any more', () => {
  it('leaves the seat to others, and the host is told, but not the person', async () => {
    const last = await riding('Bus 4')
    const withdraw = await school.send('POST', `${base}/mobilities/${ids[1]}/status`, {
      to: 'withdrawn',
      reason: 'Ill',
    })
    expect(withdraw.status, withdraw.text).toBe(200)
    expect(await taken(last.id)).toBe(1)
    const mails = await told()
    expect(to(mails)).toEqual([host.email])
    expect(mails[0]?.body_text).toContain('Luca Bianchi: not travelling any more')
    const timeline = (await school.get(`${base}/mobilities/${ids[1]}/events`)).body.items
    expect(timeline.map(({ type }: { type: string }) => type)).toContain('transfer.seat-taken-back')
  })
})

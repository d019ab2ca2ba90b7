import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { changeStatuses } from '#modules/mobilities/status.actions.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { runPlan } from './room-plans.actions.ts'

const nights = { startsOn: '2027-05-03', endsOn: '2027-05-28' }
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])

let world: World
let host: string
let base: string
let hosting: Member
let school: Member
let flow: string
/** Women under 18, unless told. */
let girls: string[]
let boy: string
let teacher: string
let ana: Client

const learners = [
  ...Array.from({ length: 4 }, (_one, i) => ({
    name: `Girl ${i}`,
    gender: 'woman',
    birthDate: '2010-06-01',
  })),
  { name: 'Boy', gender: 'man', birthDate: '2010-06-01' },
  { name: 'Teacher', gender: 'woman', birthDate: '1980-01-01' },
] as const

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  hosting = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  const sending = await world.organisation({ name: 'Aurora', kind: 'sending', country: 'IT' })
  school = await world.member(sending, ['coordinator'])
  ana = await world.person('Girl 0')
  await world.asSystem(({ db }) => insertPartnerships(db, sending, [{ partnerId: host, kind: 'host' }]))
  const ids = await school.run(async (context) => {
    ;[flow = ''] = await addFlows(context, [
      { name: 'Seville', activityType: 'LM-SHORT-VET', hostingId: host, country: 'ES', places: 20 },
    ])
    const people = await createPeople(
      context,
      learners.map(({ name, gender, birthDate }) => ({
        kind: name === 'Teacher' ? ('staff' as const) : ('learner' as const),
        givenName: name,
        familyName: 'Rossi',
        gender,
        birthDate,
      })),
    )
    const made = await createMobilities(
      context,
      people.map((personId) => ({
        personId,
        flowId: flow,
        activityType: 'LM-SHORT-VET',
        country: 'ES',
        town: 'Sevilla',
        hostingId: host,
        status: 'selected' as const,
        departure: nights.startsOn,
        returnDate: nights.endsOn,
      })),
    )
    return made.map(({ id }) => id)
  })
  girls = ids.slice(0, 4)
  await world.asSystem(({ db }) =>
    db.updateTable('person').set({ user_id: ana.userId }).where('given_name', '=', 'Girl 0').execute(),
  )
  boy = ids[4] ?? ''
  teacher = ids[5] ?? ''
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.asSystem(async (context) => {
    const { db } = context
    await db.deleteFrom('stay').execute()
    await withdrawFacts(context, [...girls, boy, teacher], ['stay.given'])
    await db.updateTable('housing').set({ archived_at: new Date() }).execute()
  })
})

const flat = { name: 'Calle Feria', kind: 'flat', country: 'ES', town: 'Sevilla' }
const house = async (rooms: Record<string, number>, more: object = {}) => {
  const made = await hosting.send('POST', `${base}/housings`, {
    ...flat,
    rooms: Object.entries(rooms).map(([name, beds]) => ({ name, beds })),
    ...more,
  })
  expect(made.status, made.text).toBe(201)
  const ids = made.body.rooms.map(({ id }: { id: string }) => id) as string[]
  return { id: made.body.id as string, body: made.body, rooms: ids }
}
const give = (roomId: string, mobilityIds: readonly string[], more: object = {}) =>
  hosting.send('POST', `${base}/stays`, {
    stays: mobilityIds.map((mobilityId) => ({ mobilityId, roomId, ...nights, ...more })),
  })
const roomTask = async (mobility: string): Promise<string> => {
  const { body } = await hosting.get(`${base}/mobilities/${mobility}/tasks`)
  return body.items.find(({ key }: { key: string }) => key === 'room').state as string
}
const stayOf = async (id: string) => (await hosting.get(`${base}/stays/${id}`)).body
const save = (stay: Record<string, unknown>, change: object) =>
  hosting.send('PUT', `${base}/stays/${String(stay['id'])}`, { ...stay, ...change })

describe('the register of housing', () => {
  it('keeps rooms through new names, and takes no bed away in which somebody sleeps', async () => {
    const { id, body } = await house({ Blue: 2, Red: 1 })
    await give(body.rooms[0].id, [girls[0] ?? ''])
    const [blue, red] = body.rooms as { id: string; name: string }[]
    const change = (rooms: object[], version: number) =>
      hosting.send('PUT', `${base}/housings/${id}`, { ...flat, rooms, version })
    const swapped = await change(
      [
        { id: blue?.id, name: 'Red', beds: 2 },
        { id: red?.id, name: 'Blue', beds: 1 },
      ],
      1,
    )
    expect(swapped.status, swapped.text).toBe(200)
    expect(swapped.body.rooms.find(({ name }: { name: string }) => name === 'Red').id).toBe(blue?.id)
    expect((await change([], 1)).status).toBe(409)
    const gone = await change([{ id: red?.id, name: 'Blue', beds: 1 }], 2)
    expect(gone.body.errors[0]).toMatchObject({ field: 'rooms', code: 'stays:field.sleeps-there' })
    for (const beds of [0, -2])
      expect((await change([{ id: blue?.id, name: 'Red', beds }], 2)).body.errors).toMatchObject([
        { field: 'rooms.0.beds', code: 'at-least', values: { least: 1 } },
      ])
    expect(
      (
        await change(
          [
            { name: 'A', beds: 1 },
            { name: 'A', beds: 1 },
          ],
          2,
        )
      ).body.errors[0].code,
    ).toBe('stays:field.room-twice')
    expect((await hosting.get(`${base}/housings/${id}`)).body).toMatchObject({ version: 2 })
    const fine = await change([{ id: blue?.id, name: 'Red', beds: 1 }], 2)
    expect(fine.body.rooms).toHaveLength(1)
  })

  it('says in time when a vetting ends, and finds those', async () => {
    const family = { kind: 'family', name: 'Familia Ruiz' }
    const standing = async (vettedUntil: string | null) =>
      (await house({ A: 1 }, { ...family, vettedUntil })).body.vetting as string
    expect(await standing(null)).toBe('missing')
    expect(await standing('2027-02-28')).toBe('expired')
    expect(await standing('2027-03-20')).toBe('soon')
    expect(await standing('2028-03-20')).toBe('holds')
    const found = await hosting.get(`${base}/housings?vetting=expired&kind=family&q=ruiz`)
    expect(found.body.items.map(({ vetting }: { vetting: string }) => vetting)).toEqual(['expired'])
  })

  it('refuses what cannot be, by field', async () => {
    const add = async (change: object) =>
      (await hosting.send('POST', `${base}/housings`, { ...flat, rooms: [], ...change })).body.errors[0].field
    expect(await add({ name: ' ' })).toBe('name')
    expect(await add({ pricePerNight: -1 })).toBe('pricePerNight')
    expect(await add({ vettedUntil: '2027-02-30' })).toBe('vettedUntil')
    expect(await add({ rooms: [{ name: 'A', beds: 1.5 }] })).toBe('rooms.0.beds')
    expect(await add({ latitude: 91 })).toBe('latitude')
  })

  it('tells how far companies are, from the town or from where the house stands', async () => {
    const company = await world.organisation({
      name: 'Bodega',
      kind: 'company',
      country: 'ES',
      town: 'Cádiz',
    })
    await world.asSystem(({ db }) => insertPartnerships(db, host, [{ partnerId: company, kind: 'company' }]))
    const near = async (more: object) =>
      (await hosting.get(`${base}/housings/${(await house({}, more)).id}/distances`)).body
    const fromTown = await near({})
    expect(fromTown.from).toBe('town')
    expect(fromTown.items[0].km).toBeGreaterThan(80)
    expect(fromTown.items[0].km).toBeLessThan(120)
    expect(await near({ latitude: 36.53, longitude: -6.29 })).toMatchObject({
      from: 'coordinates',
      items: [{ name: 'Bodega', km: 0 }],
    })
    expect(await near({ town: null })).toMatchObject({ from: null, items: [{ km: null }] })
  })

  it('shows its photos to the staff, to the sender and to whoever lives there, and to nobody else', async () => {
    const { id, rooms } = await house({ A: 1 })
    const photo = await hosting.upload(`${base}/housings/${id}/photos`, { name: 'door.jpg', bytes: jpeg })
    expect(photo.status, photo.text).toBe(201)
    const text = await hosting.upload(`${base}/housings/${id}/photos`, {
      name: 'x.txt',
      bytes: new TextEncoder().encode('hello'),
    })
    expect(text.status).toBe(422)
    const own = `/me/mobilities/${girls[0]}/stays/photos/${photo.body.id}`
    expect((await ana.get(own)).status).toBe(404)
    await give(rooms[0] ?? '', [girls[0] ?? ''])
    expect((await ana.get(own)).status).toBe(200)
    const there = `/mobilities/${girls[0]}/stays/photos/${photo.body.id}`
    expect((await school.get(`/organisations/${school.organisationId}${there}`)).status).toBe(200)
    const stranger = await world.member(await world.organisation({ name: 'X', kind: 'sending' }), [
      'coordinator',
    ])
    expect((await stranger.get(`/organisations/${stranger.organisationId}${there}`)).status).toBe(404)
    await hosting.send('DELETE', `${base}/housings/${id}/photos/${photo.body.id}`)
    expect((await ana.get(own)).status).toBe(404)
  })
})

describe('giving beds', () => {
  it('completes the task, shows sender and participant where, and taking the bed back opens it again', async () => {
    const { rooms } = await house({ A: 2 }, { address: 'Calle Feria 3', rules: 'Quiet after ten' })
    const [girl = ''] = girls
    expect(await roomTask(girl)).toBe('open')
    const given = await give(rooms[0] ?? '', [girl])
    expect(given.body).toMatchObject({ refused: [] })
    expect(await roomTask(girl)).toBe('done')
    const where = { address: 'Calle Feria 3', rules: 'Quiet after ten', room: 'A', step: 'planned' }
    expect((await ana.get(`/me/mobilities/${girl}/stays`)).body.items).toMatchObject([where])
    const seen = await school.get(`/organisations/${school.organisationId}/mobilities/${girl}/stays`)
    expect(seen.body.items).toMatchObject([{ ...where, own: false }])
    const stay = await stayOf(given.body.done[0])
    expect((await save(stay, { step: 'cancelled' })).status).toBe(200)
    expect(await roomTask(girl)).toBe('open')
    expect((await ana.get(`/me/mobilities/${girl}/stays`)).body.items).toEqual([])
    const again = await save(await stayOf(stay.id), { step: 'planned' })
    expect(again.status, again.text).toBe(200)
    expect(await roomTask(girl)).toBe('done')
  })

  it('judges each person, and says why not', async () => {
    const { rooms } = await house({ A: 3 })
    const answer = await give(rooms[0] ?? '', [girls[0] ?? '', boy, teacher, girls[1] ?? ''])
    expect(answer.body.done).toHaveLength(2)
    expect(answer.body.refused).toEqual([
      { participant: 'Boy Rossi', code: 'occupied' },
      { participant: 'Teacher Rossi', code: 'occupied' },
    ])
    const more = await give(rooms[0] ?? '', [girls[2] ?? '', girls[3] ?? ''])
    expect(more.body.refused).toEqual([{ participant: 'Girl 3 Rossi', code: 'full' }])
    const twice = await give((await house({ A: 1 })).rooms[0] ?? '', [girls[0] ?? ''])
    expect(twice.body.refused).toEqual([{ participant: 'Girl 0 Rossi', code: 'taken' }])
    const wrong = await give(rooms[0] ?? '', [girls[3] ?? ''], { endsOn: nights.startsOn })
    expect(wrong.body.errors[0].code).toBe('stays:field.ends-first')
  })

  it('lives with a family only where the vetting holds to the last night', async () => {
    const expired = await house({ A: 1 }, { kind: 'family', vettedUntil: '2027-05-27' })
    const [girl = ''] = girls
    expect((await give(expired.rooms[0] ?? '', [girl])).body.refused[0].code).toBe('vetting')
    const choices = await hosting.get(
      `${base}/room-choices?mobility=${girl}&from=${nights.startsOn}&to=${nights.endsOn}`,
    )
    expect(choices.body.items).toMatchObject([{ name: 'A', free: 1, whyNot: ['vetting'] }])
    expect((await give(expired.rooms[0] ?? '', [teacher])).body.done).toHaveLength(1)
  })

  it('gives the last bed once, however many ask at the same moment', async () => {
    const { rooms } = await house({ A: 1 })
    const answers = await Promise.all(girls.map((girl) => give(rooms[0] ?? '', [girl])))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(answers.flatMap(({ body }) => body.done as string[])).toHaveLength(1)
    const told = answers.flatMap(({ body }) => body.refused.map(({ code }: { code: string }) => code))
    expect(told).toEqual(['full', 'full', 'full'])
  })

  it('never brings two kinds into one room at the same moment', async () => {
    const { rooms } = await house({ A: 2 })
    const answers = await Promise.all([give(rooms[0] ?? '', [girls[0] ?? '']), give(rooms[0] ?? '', [boy])])
    expect(answers.flatMap(({ body }) => body.done as string[])).toHaveLength(1)
    expect(answers.flatMap(({ body }) => body.refused)).toMatchObject([{ code: 'occupied' }])
  })

  it('is held by the database itself: one bed, one person, one night', async () => {
    const { body } = await house({ A: 1 })
    const write = (mobilityId: string, startsOn: string, endsOn: string) =>
      world.asSystem(({ db }) =>
        db
          .insertInto('stay')
          .values({
            organisation_id: host,
            mobility_id: mobilityId,
            bed_id: body.rooms[0].beds[0].id,
            starts_on: startsOn,
            ends_on: endsOn,
          })
          .execute(),
      )
    await write(girls[0] ?? '', '2027-05-03', '2027-05-10')
    await expect(write(boy, '2027-05-09', '2027-05-12')).rejects.toThrow(/stay_bed_once/)
    await expect(write(girls[0] ?? '', '2027-05-09', '2027-05-12')).rejects.toThrow(/stay_(bed|person)_once/)
    await write(boy, '2027-05-10', '2027-05-12')
  })

  it('frees the bed of whoever withdraws, also when the sender writes it down', async () => {
    const { rooms } = await house({ A: 1 })
    await give(rooms[0] ?? '', [girls[3] ?? ''])
    await school.run((context) =>
      changeStatuses(context, [girls[3] ?? ''], { to: 'withdrawn', reason: 'Ill', day: '2027-03-01' }),
    )
    const board = await hosting.get(`${base}/bed-board?from=2027-05-01&to=2027-06-01`)
    expect(board.body.items[0].stays).toEqual([])
    await world.asSystem(({ db }) =>
      db
        .updateTable('mobility')
        .set({ status: 'selected' })
        .where('id', '=', girls[3] ?? '')
        .execute(),
    )
  })
})

describe('while somebody lives there', () => {
  it('moves from a day on, which is two stays, and back again, which is one', async () => {
    const { rooms, body } = await house({ A: 1, B: 1 })
    const [a = '', b = ''] = rooms
    const { body: given } = await give(a, [girls[0] ?? ''])
    const stay = await stayOf(given.done[0])
    const move = (id: string, roomId: string, from: string, version: number, bedId?: string) =>
      hosting.send('POST', `${base}/stays/${id}/move`, { roomId, from, version, bedId })
    const moved = await move(stay.id, b, '2027-05-10', stay.version)
    expect(moved.status, moved.text).toBe(200)
    expect(moved.body).toMatchObject({ room: 'B', startsOn: '2027-05-10', endsOn: '2027-05-28' })
    expect(await stayOf(stay.id)).toMatchObject({ room: 'A', endsOn: '2027-05-10' })
    expect((await ana.get(`/me/mobilities/${girls[0]}/stays`)).body.items).toHaveLength(2)
    expect((await move(stay.id, b, '2027-05-05', stay.version)).status).toBe(409)
    expect((await move(moved.body.id, a, '2027-06-05', 1)).body.errors[0].field).toBe('from')
    const back = await move(moved.body.id, a, '2027-05-10', 1, body.rooms[0].beds[0].id)
    expect(back.body).toMatchObject({ id: stay.id, room: 'A', ...nights })
    expect((await ana.get(`/me/mobilities/${girls[0]}/stays`)).body.items).toHaveLength(1)
    const other = await give(b, [boy])
    const refused = await move(other.body.done[0], a, nights.startsOn, 1)
    expect(refused.body.errors[0]).toMatchObject({ field: 'roomId', code: 'stays:refused.occupied' })
  })

  it('judges other days like a new stay', async () => {
    const { rooms } = await house({ A: 2 })
    const first = await give(rooms[0] ?? '', [girls[0] ?? ''], { endsOn: '2027-05-10' })
    await give(rooms[0] ?? '', [boy], { startsOn: '2027-05-10' })
    const stay = await stayOf(first.body.done[0])
    const longer = await save(stay, { endsOn: '2027-05-12' })
    expect(longer.body.errors[0]).toMatchObject({ field: 'endsOn', code: 'stays:refused.occupied' })
    expect((await save(stay, { endsOn: '2027-05-09' })).status).toBe(200)
    expect((await save(stay, { endsOn: '2027-05-08' })).status).toBe(409)
  })

  it('checks in with keys, deposit and photos, and out again', async () => {
    const { rooms } = await house({ A: 1 })
    const { body } = await give(rooms[0] ?? '', [girls[0] ?? ''])
    const stay = await stayOf(body.done[0])
    const into = await save(stay, {
      step: 'checked-in',
      arrivedOn: '2027-05-04',
      keys: 'Set 3',
      deposit: 100,
      condition: 'A scratch on the table',
    })
    expect(into.body).toMatchObject({ step: 'checked-in', arrivedOn: '2027-05-04', keys: 'Set 3' })
    const photo = await hosting.upload(
      `${base}/stays/${stay.id}/photos`,
      { name: 'table.jpg', bytes: jpeg },
      { moment: 'in' },
    )
    expect(photo.status, photo.text).toBe(201)
    expect((await ana.get(`/me/mobilities/${girls[0]}/stays`)).body.items[0]).toMatchObject({
      deposit: 100,
      photos: [{ moment: 'in' }],
    })
    expect((await save(into.body, { step: 'cancelled' })).body.reason.code).toBe('stays:whyNot.step')
    const out = await save(into.body, {
      step: 'checked-out',
      leftOn: '2027-05-20',
      keysBack: true,
      depositBack: 80,
      conditionAfter: 'A lamp is broken',
    })
    expect(out.body).toMatchObject({ leftOn: '2027-05-20', endsOn: '2027-05-20', depositBack: 80 })
    expect((await save(out.body, { deposit: -1 })).body.errors[0].field).toBe('deposit')
  })

  it('checks a whole arrival in at once, one answer for each', async () => {
    const { rooms } = await house({ A: 3 })
    const { body } = await give(rooms[0] ?? '', girls.slice(0, 3))
    const [first, ...rest] = body.done as string[]
    const steps = (ids: readonly string[], step: string, day: string) =>
      hosting.send('POST', `${base}/stays/steps`, { ids, step, day })
    expect((await hosting.get(`${base}/door?day=2027-05-03`)).body.coming).toHaveLength(3)
    await steps([first ?? ''], 'checked-in', '2027-05-03')
    const all = await steps(body.done, 'checked-in', '2027-05-03')
    expect(all.body.done.toSorted()).toEqual(rest.toSorted())
    expect(all.body.refused).toMatchObject([{ code: 'step' }])
    const door = (await hosting.get(`${base}/door?day=2027-05-28`)).body
    expect([door.coming.length, door.going.length]).toEqual([0, 3])
    expect((await steps(rest, 'checked-out', '2027-05-20')).body.refused).toMatchObject([
      { code: 'too-early' },
      { code: 'too-early' },
    ])
    expect((await steps(rest, 'checked-out', '2027-05-28')).body.done).toHaveLength(2)
    expect((await steps(['00000000-0000-7000-8000-000000000000'], 'checked-in', '2027-05-28')).status).toBe(
      422,
    )
  })

  it('does not give beds again to many that were taken back', async () => {
    const { rooms } = await house({ A: 1, B: 2 })
    const [a = '', b = ''] = rooms
    const { body } = await give(a, [girls[0] ?? ''])
    const { body: shared } = await give(b, [girls[1] ?? ''])
    for (const id of [body.done[0], shared.done[0]]) await save(await stayOf(id), { step: 'cancelled' })
    // One bed has somebody else meanwhile; in the room of the other lives an adult.
    await give(a, [girls[2] ?? ''])
    await give(b, [teacher])
    const ids = [body.done[0], shared.done[0]]
    const answer = await hosting.send('POST', `${base}/stays/steps`, {
      ids,
      step: 'planned',
      day: nights.startsOn,
    })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({ done: [], refused: [{ code: 'cancelled' }, { code: 'cancelled' }] })
    for (const id of ids) expect(await stayOf(id)).toMatchObject({ step: 'cancelled' })
    expect((await save(await stayOf(ids[0]), { step: 'planned' })).body.errors[0].code).toBe(
      'stays:refused.full',
    )
    expect((await save(await stayOf(ids[1]), { step: 'planned' })).body.errors[0].code).toBe(
      'stays:refused.occupied',
    )
  })

  it('tells a family the little that its guest chose to say', async () => {
    const { rooms } = await house(
      { A: 1 },
      { kind: 'family', vettedUntil: '2028-01-01', email: 'ruiz@example.org' },
    )
    const { body } = await give(rooms[0] ?? '', [girls[0] ?? ''])
    const profile = `/me/mobilities/${girls[0]}/stay-profile`
    const said = { about: 'I play the drums', interests: 'Football', food: 'No nuts', version: 0 }
    expect((await ana.send('PUT', profile, said)).body).toMatchObject({ version: 1 })
    expect((await ana.send('PUT', profile, said)).status).toBe(409)
    const guest = await hosting.get(`${base}/stays/${body.done[0]}/guest`)
    expect(guest.body).toMatchObject({
      givenName: 'Girl 0',
      age: 16,
      email: 'ruiz@example.org',
      profile: { about: 'I play the drums' },
    })
    expect(guest.text).not.toContain('Rossi')
  })
})

describe('a plan of rooms', () => {
  const make = (more: object = {}) =>
    hosting.send('POST', `${base}/room-plans`, { name: 'May', flowIds: [flow], ...more })
  const read = async (id: string) => (await hosting.get(`${base}/room-plans/${id}`)).body
  /** A plan for which rooms are still to be looked for. */
  const waiting = async (): Promise<{ id: string; version: number }> => {
    const { id } = (await make()).body as { id: string }
    const { version } = await world.asSystem(({ db }) =>
      db
        .updateTable('room_plan')
        .set({ state: 'waiting', result: null })
        .where('id', '=', id)
        .returning('version')
        .executeTakeFirstOrThrow(),
    )
    return { id, version }
  }
  const turn = (id: string, body: object) => hosting.send('PUT', `${base}/room-plans/${id}/people`, body)

  it('is kept as it was found, turned by hand with the reasons, and applied', async () => {
    const { rooms } = await house({ A: 2, B: 2, C: 1 })
    const made = await make()
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ state: 'solved', people: 6, placed: 5, bound: 5, proven: true })
    const { id } = made.body
    const plan = await read(id)
    const [left] = plan.without
    expect(left.reasons.length).toBeGreaterThan(0)
    const choices = async (mobility: string) =>
      (await hosting.get(`${base}/room-plans/${id}/rooms?mobility=${mobility}`)).body.items as {
        id: string
        whyNot: string[]
      }[]
    expect((await choices(left.mobilityId)).every(({ whyNot }) => whyNot.length > 0)).toBe(true)
    const girl = plan.given.find(({ mobilityId }: { mobilityId: string }) => girls.includes(mobilityId))
    const blocked = (await choices(girl.mobilityId)).find(({ whyNot }) => whyNot.includes('occupied'))
    const refused = await turn(id, {
      mobilityId: girl.mobilityId,
      roomId: blocked?.id,
      locked: true,
      version: plan.version,
    })
    expect(refused.body.errors[0]).toMatchObject({ field: 'roomId', code: 'stays:refused.occupied' })
    // Whoever is taken out leaves a bed; a lock holds when rooms are looked for again.
    const out = await turn(id, {
      mobilityId: girl.mobilityId,
      roomId: null,
      locked: false,
      version: plan.version,
    })
    expect(out.body).toMatchObject({ placed: 4, proven: false })
    const back = await turn(id, {
      mobilityId: girl.mobilityId,
      roomId: girl.roomId,
      locked: true,
      version: out.body.version,
    })
    expect(back.body.placed).toBe(5)
    const again = await hosting.send('POST', `${base}/room-plans/${id}/solution`, {
      version: back.body.version,
    })
    const solved = await read(id)
    expect(
      solved.given.find(({ mobilityId }: { mobilityId: string }) => mobilityId === girl.mobilityId),
    ).toMatchObject({ roomId: girl.roomId, locked: true })
    expect((await hosting.send('POST', `${base}/room-plans/${id}/application`, { version: 1 })).status).toBe(
      409,
    )
    // A bed that went meanwhile is refused; the others are given.
    const boyAt = solved.given.find(({ mobilityId }: { mobilityId: string }) => mobilityId === boy)
    await world.asSystem(({ db }) =>
      db
        .updateTable('room')
        .set({ archived_at: new Date() })
        .where('id', '=', boyAt?.roomId ?? rooms[2] ?? '')
        .execute(),
    )
    const applied = await hosting.send('POST', `${base}/room-plans/${id}/application`, {
      version: again.body.version,
    })
    expect(applied.status, applied.text).toBe(200)
    expect(applied.body.done + applied.body.refused.length).toBe(5)
    expect(applied.body.refused.every(({ code }: { code: string }) => code === 'room-gone')).toBe(true)
    expect((await read(id)).state).toBe('applied')
    expect(await roomTask(girl.mobilityId)).toBe('done')
  })

  it('keeps to the distance, to needs, and to the country', async () => {
    await house({ A: 6 }, { town: 'Málaga' })
    expect((await make()).body).toMatchObject({ placed: 0 })
    expect((await make({ mostKilometres: 500 })).body.placed).toBeGreaterThan(0)
    const needs = `${base}/mobilities/${girls[0]}/room-needs`
    const present = (await hosting.get(needs)).body
    const saved = await hosting.send('PUT', needs, { ...present, accessNeeds: true, friends: [girls[1]] })
    expect(saved.body).toMatchObject({ accessNeeds: true, friends: [{ id: girls[1], name: 'Girl 1 Rossi' }] })
    expect((await hosting.send('PUT', needs, { ...present, friends: [] })).status).toBe(409)
    const stranger = { ...saved.body, friends: ['00000000-0000-7000-8000-000000000000'] }
    expect((await hosting.send('PUT', needs, stranger)).body.errors[0].code).toBe('stays:field.no-companion')
    const { body } = await make({ mostKilometres: 500 })
    const plan = await read(body.id)
    expect(
      plan.without.find(({ mobilityId }: { mobilityId: string }) => mobilityId === girls[0]).reasons,
    ).toContainEqual({ code: 'access', rooms: 1 })
    await hosting.send('PUT', needs, { ...saved.body, accessNeeds: false, friends: [] })
  })

  it('is solved by a job where it is large', async () => {
    await house({ A: 2 })
    const { id } = await waiting()
    await runPlan(
      world.services,
      { planId: id, organisationId: host, userId: hosting.userId },
      new AbortController().signal,
    )
    expect(await read(id)).toMatchObject({ state: 'solved', placed: 2 })
  })

  it('stays to be solved when the server stops, and another one takes it up', async () => {
    await house({ A: 2 })
    const { id } = await waiting()
    const stopped = new AbortController()
    stopped.abort()
    const run = (signal: AbortSignal, userId = hosting.userId) =>
      runPlan(world.services, { planId: id, organisationId: host, userId }, signal)
    await expect(run(stopped.signal)).rejects.toThrow(/interrupted/)
    expect(await read(id)).toMatchObject({ state: 'solving' })
    await run(new AbortController().signal)
    expect(await read(id)).toMatchObject({ state: 'solved', placed: 2 })
  })

  it('does not take the result of an older question', async () => {
    await house({ A: 2 })
    const { id, version } = await waiting()
    const { database } = world.services
    // Somebody asks anew as soon as rooms are looked for, before they are found.
    const transaction: typeof database.transaction = async (...asked) => {
      await world.asSystem(({ db }) =>
        db
          .updateTable('room_plan')
          .set({ version: version + 1 })
          .where('id', '=', id)
          .where('state', '=', 'solving')
          .execute(),
      )
      return database.transaction(...asked)
    }
    await runPlan(
      { ...world.services, database: { ...database, transaction } },
      { planId: id, organisationId: host, userId: hosting.userId },
      new AbortController().signal,
    )
    expect(await read(id)).toMatchObject({ state: 'solving' })
  })

  it('has failed where whoever asked for it is gone', async () => {
    const { id } = await waiting()
    await runPlan(
      world.services,
      { planId: id, organisationId: host, userId: ana.userId },
      new AbortController().signal,
    )
    expect(await read(id)).toMatchObject({ state: 'failed' })
  })

  it('is nobody else’s', async () => {
    const { body } = await make()
    expect((await school.get(`/organisations/${school.organisationId}/room-plans/${body.id}`)).status).toBe(
      404,
    )
    expect((await make({ flowIds: ['00000000-0000-7000-8000-000000000000'] })).body.errors[0].field).toBe(
      'flowIds',
    )
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { runBulk } from './bulk.actions.ts'

let world: World
let school: string
let host: string
let coordinator: Member
let base: string
const ids: string[] = []

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' })
  coordinator = await world.member(school, ['coordinator'])
  base = `/organisations/${school}/mobilities`
  await world.asSystem(({ db }) => insertPartnerships(db, school, [{ partnerId: host, kind: 'host' }]))
  await coordinator.run(async (context) => {
    const people = await createPeople(
      context,
      Array.from({ length: 120 }, (_, i) => ({
        kind: 'learner',
        givenName: `L${i}`,
        familyName: 'Rossi',
        email: i % 2 ? `l${i}@example.org` : null,
      })),
    )
    const made = await createMobilities(
      context,
      people.map((personId, i) => ({
        personId,
        activityType: 'LM-SHORT-VET',
        country: i < 60 ? 'ES' : 'MT',
        departure: '2027-05-01',
        returnDate: '2027-05-28',
        status: i === 0 ? ('closed' as const) : ('selected' as const),
      })),
    )
    ids.push(...made.map(({ id }) => id))
  })
})
afterAll(() => world.stop())

const start = (selection: object, action: object) =>
  coordinator.send('POST', `${base}/bulk`, { selection, action })
const dates = { kind: 'set-dates', departure: '2027-06-01', return: '2027-06-28' }

describe('an action on many', () => {
  it('says first what it would do, and does nothing by saying it', async () => {
    const preview = await coordinator.send('POST', `${base}/bulk/preview`, {
      selection: { filters: { country: ['ES'] } },
      action: dates,
    })
    expect(preview.body).toMatchObject({
      total: 60,
      done: 59,
      refused: [{ code: 'over', count: 1, example: 'L0 Rossi' }],
    })
    expect((await coordinator.get(`${base}?departureFrom=2027-06-01`)).body.items).toEqual([])
  })

  it('answers row by row and is taken back, except where somebody changed a row meanwhile', async () => {
    const started = await start({ ids: ids.slice(0, 40) }, dates)
    expect(started.status, started.text).toBe(202)
    expect(started.body).toMatchObject({ state: 'finished', total: 40, done: 39, refused: 1, canUndo: true })
    const results = await coordinator.get(`${base}/bulk/${started.body.id}/results?limit=5`)
    expect(results.body.items[0]).toMatchObject({
      participant: 'L0 Rossi',
      outcome: 'refused',
      reason: { code: 'over' },
    })
    expect((await start({ ids: ids.slice(0, 40) }, dates)).body).toMatchObject({ done: 0, skipped: 39 })

    const { version } = (await coordinator.get(`${base}/${ids[5]}`)).body
    await coordinator.send('PATCH', `${base}/${ids[5]}`, { town: 'Cádiz' }, { 'if-match': String(version) })
    const undone = await coordinator.send('POST', `${base}/bulk/${started.body.id}/undo`)
    expect(undone.body).toMatchObject({ done: 38, refused: 1, canUndo: false })
    expect((await coordinator.get(`${base}/${ids[3]}`)).body.departure).toBe('2027-05-01')
    expect((await coordinator.send('POST', `${base}/bulk/${started.body.id}/undo`)).body.reason.code).toBe(
      'bulk:whyNot.no-undo',
    )
  })

  it('goes on as a job when there are many, and moves tasks along', async () => {
    const started = await start({ filters: { country: ['MT'] }, without: [ids[119]] }, dates)
    expect(started.body).toMatchObject({ state: 'waiting', total: 59 })
    await runBulk(world.services, started.body.id)
    await runBulk(world.services, started.body.id)
    expect((await coordinator.get(`${base}/bulk/${started.body.id}`)).body).toMatchObject({
      state: 'finished',
      done: 59,
    })
    expect((await coordinator.get(`${base}/${ids[119]}`)).body.departure).toBe('2027-05-01')
    const tasks = (await coordinator.get(`${base}/${ids[118]}/tasks`)).body.items as {
      anchor: string
      due: string
      offsetDays: number
    }[]
    expect(
      tasks.find((task) =>
        task.anchor === 'departure' && task.offsetDays === 0 ? task.due !== '2027-06-01' : false,
      ),
    ).toBeUndefined()
  })

  it('names a host, adds and removes a task, cancels with a reason', async () => {
    expect((await start({ ids: ids.slice(1, 4) }, { kind: 'set-host', hostingId: host })).body).toMatchObject(
      { done: 3 },
    )
    const added = await start(
      { ids: ids.slice(1, 4) },
      { kind: 'add-task', title: 'Bring a photo', owner: 'participant', anchor: 'departure', offsetDays: -5 },
    )
    expect(added.body).toMatchObject({ done: 3 })
    const titles = async () =>
      ((await coordinator.get(`${base}/${ids[1]}/tasks`)).body.items as { title: string | null }[]).map(
        ({ title }) => title,
      )
    expect(await titles()).toContain('Bring a photo')
    expect((await coordinator.send('POST', `${base}/bulk/${added.body.id}/undo`)).body).toMatchObject({
      done: 3,
    })
    expect(await titles()).not.toContain('Bring a photo')
    expect(
      (await start({ ids: ids.slice(1, 4) }, { kind: 'change-status', to: 'cancelled' })).body,
    ).toMatchObject({ refused: 3 })
    expect(
      (await start({ ids: ids.slice(1, 4) }, { kind: 'change-status', to: 'cancelled', reason: 'Strike' }))
        .body,
    ).toMatchObject({ done: 3 })
  })

  it('says how many travel, computes their grants anew, and takes that back', async () => {
    const chosen = ids.slice(60, 63)
    const green = { kind: 'set-grant', green: true, fewerOpportunities: true }
    const said = await start({ ids: [...chosen, ids[0]] }, green)
    expect(said.body).toMatchObject({ done: 3, refused: 1, canUndo: true })
    expect((await start({ ids: chosen }, green)).body).toMatchObject({ done: 0, skipped: 3 })
    const inputsOf = async (id: string | undefined) =>
      (await coordinator.get(`${base}/${id}/grant`)).body.inputs
    expect(await inputsOf(chosen[0])).toEqual({ green: true, fewerOpportunities: true })
    const { version } = (await coordinator.get(`${base}/${chosen[1]}/grant`)).body
    await coordinator.send(
      'PATCH',
      `${base}/${chosen[1]}/grant`,
      { travelDays: 1 },
      { 'if-match': String(version) },
    )
    const undone = await coordinator.send('POST', `${base}/bulk/${said.body.id}/undo`)
    expect(undone.body).toMatchObject({ done: 2, refused: 1 })
    expect(await inputsOf(chosen[0])).toEqual({})
    expect(await inputsOf(chosen[1])).toMatchObject({ green: true, travelDays: 1 })
  })

  it('mails each address once and names those without one', async () => {
    const sent = await start(
      { ids: ids.slice(10, 20) },
      { kind: 'message', to: ['participant'], subject: 'Passports', text: 'Please check the date.' },
    )
    expect(sent.body).toMatchObject({ done: 5, refused: 5, canUndo: false })
    const mails = await world.services.database.identity
      .selectFrom('identity.sent_mail')
      .select(['recipient', 'subject'])
      .where('kind', '=', 'message')
      .execute()
    expect(mails).toHaveLength(5)
    expect(mails[0]?.subject).toBe('Passports')
  })

  it('changes nothing of a sender by a host', async () => {
    const member = await world.member(host, ['coordinator'])
    await start({ ids: ids.slice(30, 32) }, { kind: 'set-host', hostingId: host })
    const asked = await member.send('POST', `/organisations/${host}/mobilities/bulk`, {
      selection: { ids: [...ids.slice(30, 32), ids[50]] },
      action: dates,
    })
    expect(asked.body).toMatchObject({ done: 0, refused: 2 })
  })

  it('refuses what cannot be read, and a return before the departure', async () => {
    expect((await start({ ids: ['x'] }, dates)).status).toBe(422)
    expect((await start({ ids }, { ...dates, return: '2027-05-01' })).body.errors[0].field).toBe(
      'action.return',
    )
    expect((await start({ filters: { country: ['IS'] } }, dates)).body.errors[0].field).toBe('selection')
  })
})

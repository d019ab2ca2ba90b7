import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { schoolAtHost } from '../../../test/support/school-at-host.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { runPlan } from './plans.actions.ts'
import { noteProgress, setState } from './plans.store.ts'

const period = { departure: '2027-05-03', returnDate: '2027-05-28' }
const open = { startsOn: '2027-04-01', endsOn: '2027-06-30' }

let world: World
let host: string
let base: string
let hosting: Member
let schools: Member[]
let flows: string[]
let people: string[][]
let companies: string[]
let positions: string[]

const schoolWith = (name: string, count: number) => schoolAtHost(world, host, { name, count, ...period })

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  hosting = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  const [one, other] = [await schoolWith('Aurora', 6), await schoolWith('Kiel', 4)]
  schools = [one[0], other[0]]
  flows = [one[1], other[1]]
  people = [one[2], other[2]]
  companies = []
  for (const name of ['Panadería Sol', 'Taller Luna', 'Hotel Mar'])
    companies.push(await world.organisation({ name, kind: 'company', country: 'ES', town: 'Sevilla' }))
  await world.asSystem(({ db }) =>
    insertPartnerships(
      db,
      host,
      companies.map((partnerId) => ({ partnerId, kind: 'company' as const })),
    ),
  )
  await hosting.send('PUT', `${base}/company-checks`, {
    checks: [{ key: 'safety', title: null, required: true, months: 24 }],
    version: 0,
  })
  for (const id of companies)
    await hosting.send('PUT', `${base}/companies/${id}/checks/safety`, {
      check: { state: 'passed', checkedOn: '2027-02-01' },
    })
  positions = await hosting.run(({ db }) =>
    insertPositions(
      db,
      host,
      [
        { title: 'Baker', field: '0721', places: 3, ...open },
        { title: 'Mechanic', places: 4, mostPerSchool: 2, ...open },
        { title: 'Kitchen', field: '0721', places: 5, ...open },
        { title: 'No dates', places: 9 },
        { title: 'Waiter', field: '1013', places: 9, minimumAge: 18, ...open },
      ].map((input, i) => ({ ...positionInput.parse(input), companyId: companies[i % 3] ?? '' })),
    ),
  )
})
afterAll(() => world.stop())

const create = (body: object) =>
  hosting.send('POST', `${base}/match-plans`, { name: 'Spring', flowIds: flows, ...body })
const read = async (id: string) => (await hosting.get(`${base}/match-plans/${id}`)).body

describe('a plan of placements', () => {
  it('places the people of two senders, proven, within all limits', async () => {
    const made = await create({})
    expect(made.status, made.text).toBe(202)
    expect(made.body).toMatchObject({ state: 'solved', status: 'optimal', people: 10, placed: 10 })
    const plan = await read(made.body.id)
    expect(plan.bound).toBe(plan.score)
    const at = (position: string | undefined) =>
      plan.pairs.filter((pair: { positionId: string }) => pair.positionId === position)
    expect(at(positions[3])).toEqual([])
    expect(at(positions[4])).toEqual([])
    for (const school of ['Aurora', 'Kiel'])
      expect(
        at(positions[1]).filter((pair: { school: string }) => pair.school === school).length,
      ).toBeLessThan(3)
  })

  it('says why somebody has no place: what is full, and what each position demands', async () => {
    const made = await create({ without: [positions[1], positions[2]] })
    const plan = await read(made.body.id)
    expect(plan).toMatchObject({ placed: 3 })
    const [first] = plan.unplaced
    expect(first.reasons).toContainEqual(
      expect.objectContaining({ code: 'full', count: 1, positionId: positions[0] }),
    )
    expect(first.reasons).toContainEqual(expect.objectContaining({ code: 'age', values: { needed: 18 } }))
    expect(first.reasons).toContainEqual(
      expect.objectContaining({ code: 'dates', only: 1, values: { missing: 'position' } }),
    )
  })

  it('follows wishes, friends and languages as far as the rules allow', async () => {
    const [ana, ben, eva] = people[0] ?? []
    const profile = (mobility: string | undefined, body: object) =>
      schools[0]?.send(
        'PUT',
        `/organisations/${schools[0].organisationId}/mobilities/${mobility}/placement-profile`,
        {
          version: 0,
          ...body,
        },
      )
    expect((await profile(ana, { wishes: [positions[2]], skills: ['Bread'] }))?.status).toBe(200)
    expect((await profile(ana, {}))?.status).toBe(409)
    await profile(ben, { friends: [ana] })
    await profile(eva, { field: '0411' })
    const plan = await read((await create({})).body.id)
    const where = new Map(
      plan.pairs.map((pair: { mobilityId: string; positionId: string }) => [
        pair.mobilityId,
        pair.positionId,
      ]),
    )
    expect(where.get(ana)).toBe(positions[2])
    expect(where.get(ben)).toBe(positions[2])
    expect(where.get(eva)).toBe(positions[1])
  })

  it('holds locks, turns weights, and says what one change would cost', async () => {
    const made = await create({})
    const [ana] = people[0] ?? []
    const lock = { mobilityId: ana, positionId: positions[0] }
    const cost = await hosting.send('POST', `${base}/match-plans/${made.body.id}/what-if`, lock)
    expect(cost.body).toMatchObject({ possible: true, placed: 0 })
    expect(cost.body.score).toBeLessThan(0)
    const young = await hosting.send('POST', `${base}/match-plans/${made.body.id}/what-if`, {
      ...lock,
      positionId: positions[4],
    })
    expect(young.body).toMatchObject({ possible: false })
    expect(young.body.broken.map(({ code }: { code: string }) => code)).toEqual(['field', 'age'])
    const plan = await read(made.body.id)
    const turn = (body: object) =>
      hosting.send('PUT', `${base}/match-plans/${plan.id}`, {
        weights: plan.weights,
        without: [],
        locks: [lock],
        version: plan.version,
        ...body,
      })
    expect((await turn({})).body).toMatchObject({ state: 'solved', placed: 10 })
    expect((await turn({})).status).toBe(409)
    const locked = (await read(plan.id)).pairs.find((pair: { locked: boolean }) => pair.locked)
    expect(locked).toMatchObject(lock)
    const two = { ...lock, positionId: positions[1] }
    const contradicting = await create({ locks: [lock, two] })
    expect(contradicting.body).toMatchObject({ status: 'infeasible', placed: 0 })
    const why = await read(contradicting.body.id)
    expect(why.contradictions).toEqual([
      {
        code: 'locked-twice',
        count: 0,
        participant: expect.stringContaining('Aurora'),
        positionIds: expect.any(Array),
      },
    ])
    expect(new Set(why.contradictions[0].positionIds)).toEqual(new Set([positions[0], positions[1]]))
  })

  it('is applied once, repaired when a company drops out, and follows what companies answer', async () => {
    const plan = await read((await create({})).body.id)
    const apply = (id: string, version: number) =>
      hosting.send('POST', `${base}/match-plans/${id}/application`, { version })
    expect((await apply(plan.id, plan.version + 1)).status).toBe(409)
    const applied = await apply(plan.id, plan.version)
    expect(applied.body, applied.text).toEqual({ done: 10, same: 0, refused: [] })
    expect((await read(plan.id)).state).toBe('applied')
    const [ana] = people[0] ?? []
    const seen = await schools[0]?.get(`/organisations/${schools[0].organisationId}/mobilities/${ana}`)
    expect(seen?.body).toMatchObject({ companyStage: 'proposed' })

    const lost = plan.pairs.filter((pair: { positionId: string }) => pair.positionId === positions[2])
    const repair = await create({ repairs: plan.id, without: [positions[2]] })
    const repaired = await read(repair.body.id)
    // One more where the limit of a school asks somebody else to make room.
    expect([lost.length, lost.length + 1]).toContain(repaired.moved)
    const done = await apply(repaired.id, repaired.version)
    expect(done.body.done + done.body.same).toBe(repaired.placed)
    expect(done.body.same).toBe(10 - repaired.moved)
    expect((await hosting.get(`${base}/positions/${positions[2]}`)).body.taken).toBe(0)
  })

  it('solves many people as a job, which can be called off', async () => {
    const [member, flow] = await schoolWith('Great school', 210)
    const made = await create({ flowIds: [flow] })
    expect(made.body).toMatchObject({ state: 'waiting', placed: null })
    const job = { planId: made.body.id, organisationId: host, userId: hosting.actor.userId }
    await runPlan(world.services, job, new AbortController().signal)
    const plan = await read(made.body.id)
    expect(plan).toMatchObject({ state: 'solved', status: 'optimal', people: 210 })
    expect(plan.unplaced).toHaveLength(210 - plan.placed)
    const lost = await create({ flowIds: [flow] })
    await runPlan(
      world.services,
      { ...job, planId: lost.body.id, userId: member.actor.userId },
      new AbortController().signal,
    )
    expect((await read(lost.body.id)).state).toBe('failed')
    const off = await create({ flowIds: [flow] })
    await hosting.send('POST', `${base}/match-plans/${off.body.id}/cancellation`)
    await runPlan(world.services, { ...job, planId: off.body.id }, new AbortController().signal)
    expect((await read(off.body.id)).state).toBe('cancelled')
    const again = await create({ flowIds: [flow] })
    const version = again.body.version + 1
    const note = (best: number) =>
      hosting.run(({ db }) =>
        noteProgress(db, again.body.id, version, {
          stage: 'placed',
          step: 1,
          steps: 2,
          best,
          bound: 210,
          placed: null,
          seconds: 7,
        }),
      )
    expect(await note(1)).toBe(false)
    await hosting.run(({ db, now }) => setState(db, again.body.id, 'solving', now))
    expect(await note(180)).toBe(true)
    expect((await read(again.body.id)).progress).toMatchObject({ best: 180, seconds: 7, mostSeconds: 60 })
    await hosting.send('POST', `${base}/match-plans/${again.body.id}/cancellation`)
    expect(await note(190)).toBe(false)
    expect(await read(again.body.id)).toMatchObject({ state: 'cancelled', progress: null })
    expect(member.organisationId).not.toBe(host)
  })

  it('refuses flows of others and plans that are not there', async () => {
    const stranger = await world.member(
      await world.organisation({ name: 'Far', kind: 'hosting', country: 'PT' }),
      ['coordinator'],
    )
    const path = `/organisations/${stranger.organisationId}/match-plans`
    const refused = await stranger.send('POST', path, { name: 'x', flowIds: flows })
    expect(refused.body.errors[0].field).toBe('flowIds')
    const mine = await create({})
    expect((await stranger.get(`${path}/${mine.body.id}`)).status).toBe(404)
  })
})

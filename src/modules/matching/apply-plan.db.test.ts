import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { schoolAtHost } from '../../../test/support/school-at-host.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { groupsAt } from './groups.store.ts'

let world: World
let base: string
let hosting: Member
let flow: string
let people: string[]
let bakery: string
let baker: string

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  const host = await world.organisation({
    name: 'Puerta Sur',
    kind: 'hosting',
    country: 'ES',
    town: 'Sevilla',
  })
  hosting = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  ;[, flow, people] = await schoolAtHost(world, host, {
    name: 'Aurora',
    count: 2,
    departure: '2027-05-03',
    returnDate: '2027-05-28',
  })
  bakery = await world.organisation({ name: 'Horno', kind: 'company', country: 'ES', town: 'Sevilla' })
  await world.asSystem(({ db }) => insertPartnerships(db, host, [{ partnerId: bakery, kind: 'company' }]))
  await hosting.send('PUT', `${base}/company-checks`, {
    checks: [{ key: 'safety', title: null, required: false, months: 24 }],
    version: 0,
  })
  const open = { startsOn: '2027-04-01', endsOn: '2027-07-31' }
  ;[baker = ''] = await hosting.run(({ db }) =>
    insertPositions(db, host, [
      { ...positionInput.parse({ title: 'Baker', places: 1, ...open }), companyId: bakery },
    ]),
  )
})
afterAll(() => world.stop())

const plan = async (body: object = {}) => {
  const made = await hosting.send('POST', `${base}/match-plans`, { name: 'May', flowIds: [flow], ...body })
  expect(made.body, made.text).toMatchObject({ state: 'solved' })
  return (await hosting.get(`${base}/match-plans/${made.body.id}`)).body
}
const apply = ({ id, version }: { id: string; version: number }) =>
  hosting.send('POST', `${base}/match-plans/${id}/application`, { version })
const placements = () =>
  world.asSystem(async ({ db }) => {
    const { rows } = await sql<{ who: string; step: string; reason: string | null; from: string | null }>`
      select mobility_id as who, step, reason_code as reason, starts_on::text as "from" from placement order by created_at, id`.execute(
      db,
    )
    return rows
  })

it('takes a proposal back from whoever the plan leaves without a place, so that nobody is there twice', async () => {
  const first = await plan()
  expect((await apply(first)).body).toMatchObject({ done: 1 })
  const placed = first.pairs[0].mobilityId as string
  const other = people.find((id) => id !== placed) ?? ''
  const second = await plan({ locks: [{ mobilityId: other, positionId: baker }] })
  expect(second.unplaced).toMatchObject([{ mobilityId: placed }])
  expect((await apply(second)).body).toMatchObject({ done: 1, refused: [] })
  expect(await placements()).toMatchObject([
    { who: placed, step: 'withdrawn', reason: 'replaced' },
    { who: other, step: 'proposed' },
  ])
})

it('gives the last place to one of two who are proposed at once', async () => {
  await world.asSystem(({ db }) => sql`delete from placement`.execute(db))
  const answers = await Promise.all(
    people.map((mobilityId) =>
      hosting.send('POST', `${base}/placements`, { mobilityId, positionId: baker, share: 100 }),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 422]))
  expect(answers.find(({ status }) => status === 422)?.body.errors).toMatchObject([
    { field: 'positionId', code: 'placements:field.full' },
  ])
})

it('says of a move what comes of it when it is made', async () => {
  await world.asSystem(({ db }) => sql`delete from placement`.execute(db))
  const present = await plan()
  const placed = present.pairs[0].mobilityId as string
  const lock = { mobilityId: people.find((id) => id !== placed), positionId: baker }
  const cost = (await hosting.send('POST', `${base}/match-plans/${present.id}/what-if`, lock)).body
  expect(cost).toMatchObject({
    possible: true,
    proven: true,
    placed: 0,
    moved: [{ mobilityId: placed, positionId: null }],
  })
  await hosting.send('PUT', `${base}/match-plans/${present.id}`, {
    weights: present.weights,
    without: [],
    locks: [lock],
    version: present.version,
  })
  const turned = (await hosting.get(`${base}/match-plans/${present.id}`)).body
  expect(turned.score).toBeCloseTo(present.score + cost.score, 2)
  expect(turned.unplaced).toMatchObject([{ mobilityId: placed }])
})

it('lets nobody try moves who may not make them', async () => {
  const { id } = await plan()
  const viewer = await world.member(hosting.organisationId, ['viewer'])
  const tried = await viewer.send('POST', `${base}/match-plans/${id}/what-if`, {
    mobilityId: people[0],
    positionId: baker,
  })
  expect(tried.status).toBe(403)
})

it('finds a new place, from today, for whoever has lost the company while there', async () => {
  const [ana = ''] = people
  await world.asSystem(({ db }) =>
    db.updateTable('mobility').set({ status: 'abroad' }).where('id', '=', ana).execute(),
  )
  world.setToday('2027-05-12')
  const found = await plan({ locks: [{ mobilityId: ana, positionId: baker }] })
  expect(found.pairs).toMatchObject([{ mobilityId: ana }])
  expect((await apply(found)).body).toMatchObject({ done: 1 })
  expect(await placements()).toMatchObject([{ who: ana, step: 'proposed', from: '2027-05-12' }])
  // Whoever has come home needs none.
  world.setToday('2027-06-01')
  await world.asSystem(({ db }) => sql`delete from placement`.execute(db))
  expect((await plan()).pairs.map(({ mobilityId }: { mobilityId: string }) => mobilityId)).not.toContain(ana)
  world.setToday('2027-03-01')
})

it('leaves whoever is in talks where they are, and goes on from what was turned about the plan it repairs', async () => {
  await world.asSystem(({ db }) => sql`delete from placement`.execute(db))
  await world.asSystem(({ db }) =>
    db.updateTable('mobility').set({ status: 'accepted' }).where('id', 'in', people).execute(),
  )
  const first = await plan()
  const placed = first.pairs[0].mobilityId as string
  await apply(first)
  const preview = async ({ id }: { id: string }) =>
    (await hosting.get(`${base}/match-plans/${id}/application`)).body
  await world.asSystem(({ db }) => sql`update placement set step = 'sent', sent_at = now()`.execute(db))
  // Another plan for the same people, which repairs nothing, moves nobody whose company has been asked.
  const again = await plan({ weights: { ...first.weights, skills: 100 } })
  expect(again.pairs).toMatchObject([{ mobilityId: placed, moved: false }])
  expect(await preview(again)).toEqual({ fresh: 0, same: 1, moved: [], lost: [] })
  const other = people.find((id) => id !== placed) ?? ''
  const held = await plan({ locks: [{ mobilityId: other, positionId: baker }] })
  expect(await preview(held)).toMatchObject({ fresh: 1, same: 0, lost: [{ from: 'Horno', asked: true }] })
  const repair = await plan({ repairs: held.id })
  expect(repair.locks).toEqual(held.locks)
  const without = await plan({ repairs: held.id, without: [baker], weights: again.weights })
  expect(without).toMatchObject({
    locks: [],
    weights: { skills: 100 },
    leftOut: [{ title: 'Baker', company: 'Horno' }],
  })
})

it('counts for the rest of a company only who is there', async () => {
  const groups = () => world.asSystem(({ db }) => groupsAt(db, [bakery], []))
  const [ana = '', ben = ''] = people
  await world.asSystem(async ({ db }) => {
    await sql`delete from placement`.execute(db)
    await db.updateTable('mobility').set({ company_id: bakery }).where('id', 'in', [ana, ben]).execute()
    await db.updateTable('mobility').set({ status: 'force-majeure' }).where('id', '=', ben).execute()
    await sql`delete from placement`.execute(db)
  })
  expect(await groups()).toEqual([{ companyId: bakery, from: '2027-05-03', to: '2027-05-28' }])
  await world.asSystem(({ db }) =>
    sql`insert into placement (mobility_id, company_id, step, arranged_by) values (${ana}, ${bakery}, 'refused', ${hosting.organisationId})`.execute(
      db,
    ),
  )
  expect(await groups()).toEqual([])
})

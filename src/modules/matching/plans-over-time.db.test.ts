import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { schoolAtHost } from '../../../test/support/school-at-host.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

let world: World
let host: string
let base: string
let hosting: Member
/** May, the whole of June, and a group of May to June that overlaps both. */
let may: string
let june: string
let between: string
let juneLearners: string[]
let bakery: string
let baker: string

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  hosting = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
  const flowOf = async (name: string, departure: string, returnDate: string) => {
    const [, flow, ids] = await schoolAtHost(world, host, { name, count: 2, departure, returnDate })
    return [flow, ids] as const
  }
  ;[may] = await flowOf('Aurora', '2027-05-03', '2027-05-28')
  ;[june, juneLearners] = await flowOf('Kiel', '2027-06-01', '2027-06-25')
  ;[between] = await flowOf('Lumiere', '2027-05-17', '2027-06-11')
  bakery = await world.organisation({ name: 'Horno', kind: 'company', country: 'ES', town: 'Sevilla' })
  await world.asSystem(({ db }) =>
    insertPartnerships(db, host, [{ partnerId: bakery, kind: 'company' as const }]),
  )
  await hosting.send('PUT', `${base}/company-checks`, {
    checks: [{ key: 'safety', title: null, required: false, months: 24 }],
    version: 0,
  })
  ;[baker = ''] = await hosting.run(({ db }) =>
    insertPositions(db, host, [
      {
        ...positionInput.parse({
          title: 'Baker',
          field: '0721',
          places: 2,
          startsOn: '2027-04-01',
          endsOn: '2027-07-31',
        }),
        companyId: bakery,
      },
    ]),
  )
})
afterAll(() => world.stop())

const plan = async (flowIds: string[]) => {
  const made = await hosting.send('POST', `${base}/match-plans`, { name: 'Early summer', flowIds })
  expect(made.body, made.text).toMatchObject({ state: 'solved' })
  return (await hosting.get(`${base}/match-plans/${made.body.id}`)).body
}
const card = async (change: object) => {
  const present = await hosting.get(`${base}/companies/${bakery}`)
  const saved = await hosting.send('PUT', `${base}/companies/${bakery}`, {
    ...change,
    version: present.body.card?.version ?? present.body.version ?? 0,
  })
  expect(saved.status, saved.text).toBe(200)
}

describe('places over time', () => {
  it('are used one after the other by stays that do not overlap, and by two at once of those that do', async () => {
    const apart = await plan([may, june])
    expect(apart).toMatchObject({ status: 'optimal', placed: 4, unplaced: [] })
    expect(apart.positions).toEqual([expect.objectContaining({ id: baker, places: 2, used: 2, free: 0 })])
    const all = await plan([may, june, between])
    expect(all).toMatchObject({ status: 'optimal', placed: 4 })
    expect(all.unplaced.map(({ reasons }: { reasons: { code: string }[] }) => reasons[0]?.code)).toEqual([
      'full',
      'full',
    ])
  })

  it('of a company that rests between groups go to one of two groups that follow each other too soon', async () => {
    await card({ restDays: 5 })
    const resting = await plan([may, june])
    expect(resting).toMatchObject({ status: 'optimal', placed: 2 })
    expect(resting.unplaced[0].reasons).toContainEqual(
      expect.objectContaining({ code: 'no-rest', positionId: baker }),
    )
    const [one, other] = [resting.pairs[0], resting.unplaced[0]]
    const cost = await hosting.send('POST', `${base}/match-plans/${resting.id}/what-if`, {
      mobilityId: other.mobilityId,
      positionId: baker,
    })
    // Whoever comes brings their whole group, and the other group makes room.
    expect(cost.body).toMatchObject({ possible: true, placed: 0 })
    const kept = await hosting.send('POST', `${base}/match-plans`, {
      name: 'Both kept',
      flowIds: [may, june],
      locks: [one, other].map(({ mobilityId }) => ({ mobilityId, positionId: baker })),
    })
    expect((await hosting.get(`${base}/match-plans/${kept.body.id}`)).body).toMatchObject({
      status: 'infeasible',
      contradictions: [{ code: 'locked-no-rest', positionIds: [baker] }],
    })
  })

  it('are limited by what a company takes at once, whatever its positions offer', async () => {
    await card({ restDays: 0, mostTrainees: 1 })
    expect(await plan([may, june])).toMatchObject({ status: 'optimal', placed: 2 })
    await card({ restDays: 0, employees: 7, employeesPerTrainee: 4 })
    const small = await plan([may, between])
    expect(small).toMatchObject({ placed: 1 })
    expect(small.unplaced[0].reasons[0]).toMatchObject({ code: 'pool-full' })
    await card({ restDays: 0 })
  })

  it('count what other flows hold on their days only, and a plan that was made before is told so', async () => {
    const before = await plan([between])
    const first = await plan([may])
    const apply = (one: { id: string; version: number }) =>
      hosting.send('POST', `${base}/match-plans/${one.id}/application`, { version: one.version })
    expect((await apply(first)).body).toEqual({ done: 2, same: 0, refused: [] })
    expect(await plan([june])).toMatchObject({ placed: 2 })
    const later = await plan([between])
    expect(later).toMatchObject({ placed: 0 })
    expect(later.unplaced[0].reasons[0]).toMatchObject({ code: 'full', positionId: baker })
    const refused = (await apply(before)).body.refused
    expect(refused.map(({ code }: { code: string }) => code)).toEqual(['full', 'full'])
    const byHand = await hosting.send('POST', `${base}/placements`, {
      mobilityId: juneLearners[0],
      positionId: baker,
    })
    expect(byHand.status, byHand.text).toBeLessThan(300)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { newMobility } from '../people/mobility-rows.examples.ts'

describe('projects', () => {
  let world: World
  let school: string
  let coordinator: Member
  const at = (path = '', organisation = school): string => `/organisations/${organisation}/projects${path}`
  const project = {
    code: '2026-1-IT01-KA121-VET-000123456',
    title: 'Learning abroad 2026',
    callYear: 2026,
    action: 'KA121-VET',
    startDate: '2026-06-01',
    endDate: '2027-08-31',
    awarded: { travel: 20_000, 'individual-support': 100_000.5 },
  }

  beforeAll(async () => {
    world = await openWorld()
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    coordinator = await world.member(school, ['coordinator'])
  })
  afterAll(() => world.stop())

  it('are written down, read with their award, and listed with the latest first', async () => {
    const created = await coordinator.send('POST', at(), project)
    expect(created.status, created.text).toBe(201)
    expect(created.body).toMatchObject({ own: true, awardedTotal: 120_000.5, warnings: [], flows: 0 })
    const older = { ...project, code: 'old one', callYear: 2025, startDate: '2025-06-01', awarded: {} }
    expect((await coordinator.send('POST', at(), older)).body.warnings).toEqual([{ code: 'code-form' }])
    const first = await coordinator.get(at('?limit=1'))
    const rest = await coordinator.get(at(`?limit=1&cursor=${first.body.next}`))
    expect(
      [...first.body.items, ...rest.body.items].map(({ callYear }: { callYear: number }) => callYear),
    ).toEqual([2026, 2025])
    expect((await coordinator.get(at('?search=LEARNING&callYear=2025'))).body.items).toHaveLength(1)
  })

  it('refuse a code twice and an end before the start, at the field', async () => {
    const twice = await coordinator.send('POST', at(), project)
    expect(twice.body.errors).toMatchObject([{ field: 'code', code: 'taken' }])
    const wrong = await coordinator.send('POST', at(), { ...project, code: 'x', endDate: '2026-05-31' })
    expect(wrong.body.errors).toMatchObject([{ field: 'endDate', code: 'before-start' }])
  })

  it('merge what two people write into the award, and tell where they overlap', async () => {
    const { id } = (await coordinator.send('POST', at(), { ...project, code: 'merge' })).body
    const edit = (version: number, body: object) =>
      coordinator.send('PATCH', at(`/${id}`), body, { 'if-match': `"${version}"` })
    expect((await edit(1, { awarded: { travel: 21_000 } })).body.version).toBe(2)
    const merged = await edit(1, { awarded: { 'course-fees': 800 } })
    expect(merged.body).toMatchObject({
      version: 3,
      awarded: { travel: 21_000, 'course-fees': 800, 'individual-support': 100_000.5 },
    })
    const overlap = await edit(1, { awarded: { travel: 1 } })
    expect(overlap.body.changed.fields).toContain('awarded.travel')
    expect((await edit(3, { awarded: { travel: null } })).body.awarded).not.toHaveProperty('travel')
    expect((await edit(4, { archived: true })).body.archived).toBe(true)
    const shown = await coordinator.get(at('?archived=false'))
    expect(shown.body.items.map((one: { code: string }) => one.code)).not.toContain('merge')
  })

  it('show money to those who may read it, and a partner its project without money', async () => {
    const { id } = (await coordinator.send('POST', at(), { ...project, code: 'shared' })).body
    const viewer = await world.member(school, ['viewer'])
    expect((await viewer.get(at(`/${id}`))).body).not.toHaveProperty('awarded')
    const hostId = await world.organisation({ name: 'Sevilla Host', kind: 'hosting', country: 'ES' })
    const host = await world.member(hostId, ['coordinator'])
    expect((await host.get(at(`/${id}`, hostId))).status).toBe(404)
    const person = await world.asSystem(({ db }) =>
      db
        .insertInto('person')
        .values({ organisation_id: school, kind: 'learner', given_name: 'Anna' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await newMobility(world, { sendingId: school, personId: person.id, hostingId: hostId, projectId: id })
    const seen = (await host.get(at(`/${id}`, hostId))).body
    expect(seen).toMatchObject({ own: false, organisation: { name: 'Istituto Aurora' }, mobilities: 1 })
    expect(seen).not.toHaveProperty('awardedTotal')
    expect((await host.get(at('', hostId))).body.items).toEqual([])
    const edit = await host.send('PATCH', at(`/${id}`, hostId), { title: 'x' }, { 'if-match': '1' })
    expect(edit.status).toBe(404)
    expect((await viewer.send('POST', at(), project)).status).toBe(403)
  })
})

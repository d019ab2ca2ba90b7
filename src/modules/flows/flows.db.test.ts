import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { newMobility } from '../people/mobility-rows.examples.ts'
import { findOrCreateFlows } from './find-or-create-flows.actions.ts'

describe('flows', () => {
  let world: World
  let school: string
  let host: string
  let coordinator: Member
  const at = (path = '', organisation = school): string => `/organisations/${organisation}/flows${path}`
  const seville = {
    name: 'Seville May 2027',
    activityType: 'LM-SHORT-VET',
    country: 'ES',
    town: 'Sevilla',
    startDate: '2027-05-02',
    endDate: '2027-05-29',
    places: 3,
    accompanyingPlaces: 1,
  }
  const create = async (values: object = {}): Promise<{ id: string }> => {
    const answer = await coordinator.send('POST', at(), { ...seville, ...values })
    expect(answer.status, answer.text).toBe(201)
    return answer.body
  }
  const participant = (givenName: string): Promise<{ id: string }> =>
    world.asSystem(({ db }) =>
      db
        .insertInto('person')
        .values({ organisation_id: school, kind: 'learner', given_name: givenName })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )

  beforeAll(async () => {
    world = await openWorld()
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    host = await world.organisation({ name: 'Sevilla Host', kind: 'hosting', country: 'ES' })
    coordinator = await world.member(school, ['coordinator'])
    await world.asSystem(({ db }) =>
      db
        .insertInto('partnership')
        .values({ organisation_id: school, partner_id: host, kind: 'host' })
        .execute(),
    )
  })
  afterAll(() => world.stop())

  it('count their mobilities by status and the places that are left', async () => {
    const flow = await create({ hostingId: host })
    for (const status of ['draft', 'ready', 'withdrawn'])
      await newMobility(world, {
        sendingId: school,
        personId: (await participant(status)).id,
        flowId: flow.id,
        status,
      })
    const expected = {
      statuses: { draft: 1, ready: 1, withdrawn: 1 },
      taken: 2,
      left: 1,
      hosting: { id: host, name: 'Sevilla Host' },
    }
    expect((await coordinator.get(at(`/${flow.id}`))).body).toMatchObject({ ...expected, warnings: [] })
    expect((await coordinator.get(at())).body.items).toMatchObject([expected])
  })

  it('come by departure, page by page, those without dates last', async () => {
    await create({ name: 'Later', startDate: '2027-06-01', endDate: '2027-06-20' })
    await create({ name: 'Some day', startDate: null, endDate: null })
    await create({ name: 'Past', startDate: '2026-05-01', endDate: '2026-05-20' })
    const names = async (query: string): Promise<string[]> => {
      const first = await coordinator.get(at(`?limit=2&${query}`))
      const rest = first.body.next
        ? await coordinator.get(at(`?limit=2&${query}&cursor=${first.body.next}`))
        : first
      const all = first.body.next ? [...first.body.items, ...rest.body.items] : first.body.items
      return all.map((one: { name: string }) => one.name)
    }
    expect(await names('')).toEqual(['Past', 'Seville May 2027', 'Later', 'Some day'])
    expect(await names('sort=-departure')).toEqual(['Later', 'Seville May 2027', 'Past', 'Some day'])
    expect(await names('over=true')).toEqual(['Past'])
    expect(await names('over=false')).toEqual(['Seville May 2027', 'Later', 'Some day'])
    expect(await names('search=SEVILLE')).toEqual(['Seville May 2027'])
    expect(await names(`hosting=${host}`)).toEqual(['Seville May 2027'])
  })

  it('refuse what cannot be, at the field', async () => {
    const stranger = await world.organisation({ name: 'Stranger', kind: 'hosting' })
    const refused = async (values: object) =>
      (await coordinator.send('POST', at(), { ...seville, ...values })).body.errors[0].field
    expect(await refused({ endDate: '2027-05-01' })).toBe('endDate')
    expect(await refused({ hostingId: stranger })).toBe('hostingId')
    expect(await refused({ projectId: stranger })).toBe('projectId')
    expect(await refused({ activityType: 'holiday' })).toBe('activityType')
  })

  it('merge edits by field, and are archived and copied', async () => {
    const { id } = await create({ name: 'Malta 2027', country: 'MT' })
    const edit = (version: number, body: object) =>
      coordinator.send('PATCH', at(`/${id}`), body, { 'if-match': `"${version}"` })
    expect((await edit(1, { places: 5 })).body.version).toBe(2)
    expect((await edit(1, { town: 'Sliema' })).body).toMatchObject({ version: 3, places: 5, town: 'Sliema' })
    const conflict = await edit(1, { places: 6 })
    expect(conflict.status).toBe(409)
    expect(conflict.body.changed.fields).toEqual(['places', 'town'])
    const copy = await coordinator.send('POST', at(`/${id}/copy`), {})
    expect(copy.body).toMatchObject({
      name: 'Malta 2028',
      startDate: '2028-04-30',
      endDate: '2028-05-27',
      places: 5,
      taken: 0,
    })
    expect((await edit(3, { archived: true })).body.archived).toBe(true)
  })

  it('come along when a project is copied', async () => {
    const projects = `/organisations/${school}/projects`
    const project = {
      code: 'A',
      title: 'Abroad 2026',
      callYear: 2026,
      action: 'KA121-VET',
      startDate: '2026-06-01',
      endDate: '2027-08-31',
      awarded: { travel: 10 },
    }
    const { id } = (await coordinator.send('POST', projects, project)).body
    await create({ name: 'Leipzig 2027', projectId: id })
    const { awarded: _, ...next } = { ...project, code: 'B', startDate: '2027-06-01', endDate: '2028-08-31' }
    const copied = await coordinator.send('POST', `${projects}/${id}/copy`, next)
    expect(copied.status, copied.text).toBe(201)
    expect(copied.body).toMatchObject({ flows: 1, awarded: {}, mobilities: 0 })
    const flows = await coordinator.get(at(`?project=${copied.body.id}`))
    expect(flows.body.items).toMatchObject([{ name: 'Leipzig 2028', startDate: '2028-04-30' }])
  })

  it('are seen by the host and by parties, with their own mobilities only, and by nobody else', async () => {
    const second = await world.organisation({ name: 'Second Host', kind: 'hosting' })
    const flow = await create({ name: 'Two hosts', hostingId: host })
    for (const hostingId of [host, second, second])
      await newMobility(world, {
        sendingId: school,
        personId: (await participant('x')).id,
        flowId: flow.id,
        hostingId,
      })
    const seenBy = async (organisation: string) => {
      const member = await world.member(organisation, ['coordinator'])
      const list = (await member.get(at('', organisation))).body.items as { name: string; taken: number }[]
      const read = await member.get(at(`/${flow.id}`, organisation))
      return {
        count: list.find(({ name }) => name === 'Two hosts')?.taken,
        status: read.status,
        own: read.body.own,
      }
    }
    expect(await seenBy(host)).toEqual({ count: 1, status: 200, own: false })
    expect(await seenBy(second)).toEqual({ count: 2, status: 200, own: false })
    const stranger = await world.organisation({ name: 'Foreign', kind: 'sending' })
    expect(await seenBy(stranger)).toMatchObject({ count: undefined, status: 404 })
    const member = await world.member(host, ['coordinator'])
    const edit = await member.send('PATCH', at(`/${flow.id}`, host), { places: 1 }, { 'if-match': '1' })
    expect(edit.status).toBe(404)
  })

  it('are found or planned for thousands of rows at once', async () => {
    const cork = await create({
      name: 'Córk autumn',
      country: 'IE',
      startDate: '2027-10-03',
      endDate: '2027-10-30',
    })
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      activityType: 'LM-SHORT-VET',
      ...(i % 3 === 0 ? { name: 'CORK  autumn' } : { country: i % 3 === 1 ? 'IE' : 'PT' }),
      departure: '2027-10-04',
      return: '2027-10-30',
    }))
    const { ids, created } = await coordinator.run((context) => findOrCreateFlows(context, rows))
    expect(created).toHaveLength(1)
    expect(ids.slice(0, 3)).toEqual([cork.id, cork.id, created[0]])
    const planned = await coordinator.get(at(`/${created[0]}`))
    expect(planned.body).toMatchObject({
      name: 'Portugal, October 2027',
      places: 1000,
      startDate: '2027-10-04',
      endDate: '2027-10-30',
    })
    const again = await coordinator.run((context) => findOrCreateFlows(context, rows))
    expect(again).toEqual({ ids, created: [] })
  })
})

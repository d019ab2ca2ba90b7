import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { createProject } from '#modules/projects/projects.actions.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

const target = { days: 0, fewerOpportunities: 0, blended: 0, green: 0, accompanying: 0, objectives: [] }

describe('the budget of a project', () => {
  let world: World
  let finance: Member
  let coordinator: Member
  let base: string
  let flow: string

  beforeAll(async () => {
    world = await openWorld()
    const school = await world.organisation({
      name: 'IES Jaroso',
      kind: 'sending',
      country: 'ES',
      town: 'Sevilla',
    })
    coordinator = await world.member(school, ['coordinator'])
    finance = await world.member(school, ['finance'])
    const project = await coordinator.run(async (context) => {
      const made = await createProject(context, {
        code: '2021-1-ES01-KA121-VET-000009',
        title: 'Budgeted',
        callYear: 2021,
        action: 'KA121-VET',
        startDate: '2026-09-01',
        endDate: '2027-08-31',
        awarded: { travel: 1500, 'individual-support': 20_000, 'organisational-support': 3500 },
      })
      ;[flow = ''] = await addFlows(context, [
        {
          name: 'Verona',
          projectId: made.id,
          activityType: 'LM-SHORT-VET',
          country: 'IT',
          town: 'Verona',
          startDate: '2027-05-03',
          endDate: '2027-05-23',
          places: 6,
        },
      ])
      return made.id
    })
    base = `/organisations/${school}/projects/${project}`
    await coordinator.send('PUT', `${base}/pack`, { shipped: '2021-ES' })
    await coordinator.run(async (context) => {
      const names = ['one', 'two', 'three', 'four', 'five']
      const people = await createPeople(
        context,
        names.map((familyName) => ({ kind: 'learner' as const, givenName: 'Ana', familyName })),
      )
      await createMobilities(
        context,
        people.map((personId, at) => ({
          personId,
          projectId: project,
          flowId: flow,
          activityType: 'LM-SHORT-VET',
          departure: '2027-05-03',
          returnDate: '2027-05-23',
          country: 'IT',
          town: 'Verona',
          status: at < 2 ? 'accepted' : at === 4 ? 'withdrawn' : 'selected',
        })),
      )
    })
  })
  afterAll(() => world.stop())

  const item = (body: { items: { item: string }[] }, name: string) =>
    body.items.find((one) => one.item === name)

  it('adds up what is planned, committed and still free, by flow, country and month', async () => {
    const { body } = await finance.get(`${base}/budget`)
    // 275 travel and 1,078 individual support each (annex IV, call 2021); one has withdrawn; two places are free.
    expect(item(body, 'travel')).toMatchObject({
      awarded: 1500,
      planned: 1100,
      committed: 550,
      forecast: 1650,
    })
    expect(item(body, 'individual-support')).toMatchObject({ planned: 4312, committed: 2156, forecast: 6468 })
    expect(body.freePlaces).toBe(2)
    expect(body.by.flow).toMatchObject([{ label: 'Verona', mobilities: 4, committedMobilities: 2, days: 84 }])
    expect(body.by.country).toMatchObject([{ key: 'IT', mobilities: 4 }])
    expect(body.by.month).toMatchObject([{ key: '2027-05' }])
    const sum = body.items.reduce((all: number, { planned }: { planned: number }) => all + planned, 0)
    expect(body.totals.planned).toBeCloseTo(sum)
  })

  it('forecasts the free places of flows that have not left, line by line', async () => {
    const { by, totals } = (await finance.get(`${base}/budget`)).body
    // Two free places: 275 + 1,078 + 350 each.
    expect(by.flow[0].forecast - by.flow[0].planned).toBe(3406)
    for (const lines of Object.values(by) as { forecast: number }[][])
      expect(lines.reduce((all, { forecast }) => all + forecast, 0)).toBe(totals.forecast)
  })

  it('leaves those out for whom organisational support is not requested', async () => {
    const before = item((await finance.get(`${base}/budget`)).body, 'organisational-support')
    expect(before).toMatchObject({ planned: 1400 })
    const { body } = await finance.get(
      `/organisations/${finance.organisationId}/mobilities?limit=5&flow=${flow}`,
    )
    const one = body.items.find(({ status }: { status: string }) => status === 'selected')
    const path = `/organisations/${finance.organisationId}/mobilities/${one.id}/grant`
    const say = async (noOrganisationalSupport: boolean | null) =>
      finance.send(
        'PATCH',
        path,
        { noOrganisationalSupport },
        { 'if-match': `${(await finance.get(path)).body.version}` },
      )
    await say(true)
    const after = (await finance.get(`${base}/budget`)).body
    expect(item(after, 'organisational-support')).toMatchObject({ planned: 1050 })
    expect(after.totals.planned).toBe(4 * (275 + 1078) + 1050)
    await say(null)
  })

  it('warns of what is used over and under', async () => {
    const { warnings } = (await finance.get(`${base}/budget`)).body
    expect(warnings).toContainEqual({
      code: 'over-use',
      level: 'stop',
      values: { item: 'travel', amount: 150 },
    })
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'under-use',
        values: expect.objectContaining({ item: 'individual-support' }),
      }),
    )
  })

  it('tries "12 more to Malta for 3 weeks, green, 2 with fewer opportunities" without saving anything', async () => {
    const groups = [
      {
        activityType: 'LM-SHORT-VET',
        country: 'MT',
        town: 'Valletta',
        participants: 12,
        days: 21,
        green: true,
        fewerOpportunities: 2,
      },
    ]
    const { body } = await finance.send('POST', `${base}/simulation`, { groups })
    expect(body.mobilities).toEqual({ before: 4, after: 16 })
    expect(body.groups[0].warnings).toEqual([])
    expect(body.totals.after - body.totals.before).toBeCloseTo(body.groups[0].total)
    // Group 2 for learners: 14 × 57 + 7 × 40; two times 100 for fewer opportunities.
    const support = item(body, 'individual-support') as unknown as { before: number; after: number }
    expect(support.after - support.before).toBe(12 * 1078)
    expect(item(body, 'inclusion-support-organisation')).toMatchObject({ before: 0, after: 200 })
    expect((await finance.get(`${base}/budget`)).body.totals.planned).toBe(body.totals.before)
  })

  it('puts other numbers in the place of a flow', async () => {
    const groups = [
      {
        activityType: 'LM-SHORT-VET',
        country: 'IT',
        town: 'Verona',
        participants: 2,
        days: 21,
        insteadOfFlow: flow,
      },
    ]
    const { body } = await finance.send('POST', `${base}/simulation`, { groups })
    expect(body.mobilities).toEqual({ before: 4, after: 2 })
    expect(item(body, 'travel')).toMatchObject({ before: 1100, after: 550 })
  })

  it('keeps scenarios side by side and makes flows of one, once', async () => {
    const groups = [
      {
        activityType: 'LM-SHORT-VET',
        country: 'PT',
        town: 'Lisboa',
        participants: 5,
        days: 14,
        startDate: '2027-04-05',
      },
    ]
    const kept = await finance.send('POST', `${base}/scenarios`, { name: 'Lisbon', groups })
    expect(kept.status).toBe(201)
    const { body } = await finance.get(`${base}/scenarios`)
    expect(body.items).toMatchObject([
      { name: 'Lisbon', madeFlows: false, result: { mobilities: { after: 9 } } },
    ])
    const stale = await finance.send(
      'PUT',
      `${base}/scenarios/${kept.body.id}`,
      { name: 'x', groups },
      { 'if-match': '9' },
    )
    expect(stale.status).toBe(409)
    expect((await finance.send('POST', `${base}/scenarios/${kept.body.id}/flows`, {})).status).toBe(403)
    const made = await coordinator.send('POST', `${base}/scenarios/${kept.body.id}/flows`, {})
    expect(made.body.flows).toHaveLength(1)
    expect((await coordinator.send('POST', `${base}/scenarios/${kept.body.id}/flows`, {})).status).toBe(409)
    const flows = await coordinator.get(`/organisations/${coordinator.organisationId}/flows?search=Lisbon`)
    expect(flows.body.items).toMatchObject([
      { places: 5, startDate: '2027-04-05', endDate: '2027-04-18', town: 'Lisboa' },
    ])
  })

  it('holds targets against what is there; two who set the same one at once are told', async () => {
    const first = { ...target, activityType: 'LM-SHORT-VET', participants: 6, version: 0 }
    const set = await finance.send('PUT', `${base}/targets`, first)
    expect(set.body.targets).toMatchObject([
      { participants: 6, actual: { participants: 4, days: 84, blended: 0, accompanying: 0 }, version: 1 },
    ])
    expect((await finance.send('PUT', `${base}/targets`, { ...first, participants: 9 })).status).toBe(409)
    const wrong = await finance.send('PUT', `${base}/targets`, {
      ...first,
      fewerOpportunities: 7,
      version: 1,
    })
    expect(wrong.body.errors[0].field).toBe('fewerOpportunities')
  })

  it('keeps objectives; two who change them at once are told by whom and what', async () => {
    const { version } = (await finance.get(`${base}/budget`)).body.project
    const objectives = [{ key: 'abroad', text: 'Work abroad' }]
    const set = (by: Member, body: object) => by.send('PUT', `${base}/objectives`, body)
    expect((await set(coordinator, { objectives, version })).body.objectives).toEqual(objectives)
    const late = await set(finance, { objectives: [{ key: 'abroad', text: 'Learn' }], version })
    expect(late.status).toBe(409)
    expect(late.body.changed).toMatchObject({ fields: ['objectives'], by: expect.any(String) })
    const twice = await set(finance, { objectives: [...objectives, ...objectives], version: version + 1 })
    expect(twice.body.errors[0].field).toBe('objectives')
  })

  it('says by field what cannot be imagined', async () => {
    for (const [group, field] of [
      [{ participants: -1 }, 'participants'],
      [{ days: 0 }, 'days'],
      [{ days: 400_000 }, 'days'],
      [{ country: 'Malta' }, 'country'],
      [{ startDate: '2027-02-30' }, 'startDate'],
    ] as const) {
      const groups = [{ activityType: 'LM-SHORT-VET', country: 'MT', participants: 1, days: 10, ...group }]
      const answer = await finance.send('POST', `${base}/simulation`, { groups })
      expect(answer.status).toBe(422)
      expect(answer.body.errors[0].field).toContain(field)
    }
  })
})

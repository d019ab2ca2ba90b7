import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { createProject } from '#modules/projects/projects.actions.ts'
import { openWorld, type Member, type World } from '../../../../test/support/world.ts'

describe('grants on the record', () => {
  let world: World
  let coordinator: Member
  let base: string
  let project: string

  beforeAll(async () => {
    world = await openWorld()
    const school = await world.organisation({
      name: 'IES Jaroso',
      kind: 'sending',
      country: 'ES',
      town: 'Sevilla',
    })
    coordinator = await world.member(school, ['coordinator'])
    base = `/organisations/${school}`
    project = await newProject('2021-1-ES01-KA121-VET-000001', 2021)
  })
  afterAll(() => world.stop())

  const newProject = (code: string, callYear: number): Promise<string> =>
    coordinator.run(async (context) => {
      const dates = { startDate: '2026-09-01', endDate: '2027-08-31' }
      const made = await createProject(context, {
        code,
        title: code,
        callYear,
        action: 'KA121-VET',
        ...dates,
      })
      return made.id
    })
  /** Learners of the project, 21 days in Verona unless told. */
  const learners = (count: number, more: object = {}, projectId = project): Promise<string[]> =>
    coordinator.run(async (context) => {
      const people = await createPeople(
        context,
        Array.from({ length: count }, (_, at) => ({
          kind: 'learner' as const,
          givenName: 'Ana',
          familyName: `Ruiz ${at}`,
        })),
      )
      const made = await createMobilities(
        context,
        people.map((personId) => ({
          personId,
          projectId,
          activityType: 'LM-SHORT-VET',
          departure: '2027-05-03',
          returnDate: '2027-05-23',
          country: 'IT',
          town: 'Verona',
          ...more,
        })),
      )
      return made.map(({ id }) => id)
    })
  const grantOf = async (id: string) => (await coordinator.get(`${base}/mobilities/${id}/grant`)).body
  const adopt = (body: object, of = project) => coordinator.send('PUT', `${base}/projects/${of}/pack`, body)
  const linesOf = (grant: { lines: { category: string; amount: number | null }[] }) =>
    Object.fromEntries(grant.lines.map(({ category, amount }) => [category, amount]))

  it('says what is missing before there is a pack, and computes all mobilities when one is adopted', async () => {
    const [one = ''] = await learners(1)
    expect(await grantOf(one)).toMatchObject({ open: 'no-pack', total: null, lines: [] })
    const adopted = await adopt({ shipped: '2021-ES' })
    expect(adopted.status).toBe(200)
    expect(adopted.body.pack).toMatchObject({ name: '2021-ES', version: 1 })
    const grant = await grantOf(one)
    // 21 days: 14 × 57 + 7 × 40 by annex IV of the Spanish agency, call 2021, group 2.
    expect(linesOf(grant)).toMatchObject({ travel: 275, 'individual-support': 1078 })
    expect(grant.distance).toMatchObject({ km: 1668, source: 'towns', from: 'Sevilla', to: 'Verona' })
  })

  it('follows dates, destination and flags, and undoes each', async () => {
    const [one = ''] = await learners(1)
    const before = await grantOf(one)
    await coordinator.send(
      'PATCH',
      `${base}/mobilities/${one}`,
      { return: '2027-05-24' },
      { 'if-match': '1' },
    )
    const longer = await grantOf(one)
    expect(longer.total - before.total).toBe(40)
    const edit = (body: object, version: number) =>
      coordinator.send('PATCH', `${base}/mobilities/${one}/grant`, body, { 'if-match': `${version}` })
    const flagged = await edit({ travelDays: 2, green: true, fewerOpportunities: true }, longer.version)
    expect(linesOf(flagged.body)).toMatchObject({ travel: 320, 'inclusion-support-organisation': 100 })
    const zero = await edit({ zeroGrant: true }, flagged.body.version)
    expect(linesOf(zero.body)).toMatchObject({ travel: 0, 'individual-support': 0 })
    const back = await edit(
      { travelDays: null, green: null, fewerOpportunities: null, zeroGrant: null },
      zero.body.version,
    )
    expect(back.body.total).toBe(longer.total)
  })

  it('lets the official distance win, with its evidence', async () => {
    const [one = ''] = await learners(1)
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const file = await coordinator.upload(
      `${base}/files`,
      { name: 'distance.png', bytes: png },
      { purpose: 'distance-evidence' },
    )
    expect(file.status).toBe(201)
    const { version } = await grantOf(one)
    const edit = { distanceKm: 2001, distanceEvidence: file.body.id }
    const answer = await coordinator.send('PATCH', `${base}/mobilities/${one}/grant`, edit, {
      'if-match': `${version}`,
    })
    expect(answer.body.distance).toMatchObject({ km: 2001, source: 'official' })
    expect(linesOf(answer.body).travel).toBe(360)
  })

  it('takes countries into the groups that the annex names', async () => {
    const [one = ''] = await learners(1, { country: 'AL', town: 'Tirana' })
    const annex = await adopt({
      countries: [
        { country: 'IT', group: '1' },
        { country: 'AL', group: '7' },
      ],
    })
    expect(annex.body.errors).toMatchObject([{ field: 'countries.1.group', code: 'grants:field.no-group' }])
    const adopted = await adopt({ countries: [{ country: 'AL', group: '1', international: true }] })
    expect(adopted.body.countryGroups).toContainEqual({
      group: '1',
      international: true,
      countries: ['AL'],
    })
    // 14 × 66 + 7 × 46 in group 1; 500 for whoever goes to a third country not associated (annex IV, call 2021).
    expect(linesOf(await grantOf(one))).toMatchObject({
      'individual-support': 1246,
      'organisational-support': 500,
    })
    await adopt({ shipped: '2021-ES' })
  })

  it('refuses what cannot be, by field, and saves nothing of it', async () => {
    const [one = ''] = await learners(1)
    const { version } = await grantOf(one)
    const edit = (body: object) =>
      coordinator.send('PATCH', `${base}/mobilities/${one}/grant`, body, { 'if-match': `${version}` })
    for (const [body, field] of [
      [{ activityDays: -1 }, 'activityDays'],
      [{ activityDays: 4000 }, 'activityDays'],
      [{ interruptionDays: 30 }, 'interruptionDays'],
      [{ venues: [{ country: 'AQ', days: 3 }] }, 'venues'],
      [{ forceMajeure: { reason: ' ', amounts: {} } }, 'forceMajeure'],
      [{ distanceEvidence: '00000000-0000-7000-8000-000000000000' }, 'distanceEvidence'],
    ] as const) {
      const answer = await edit(body)
      expect(answer.status, JSON.stringify(body)).toBe(422)
      expect(answer.body.errors[0].field).toContain(field)
    }
    expect((await grantOf(one)).version).toBe(version)
  })

  it('never guesses a rate that the annex has to say, takes it from the form, and shows first what it changes', async () => {
    const young = await newProject('2026-1-ES01-KA121-VET-000002', 2026)
    const [one = ''] = await learners(3, {}, young)
    await adopt({ shipped: '2026-ES' }, young)
    const before = await grantOf(one)
    expect(before.total).toBeNull()
    expect(before.warnings.map(({ key }: { key: string }) => key)).toContain('missing.daily-rate')
    const figures = [
      { path: 'individualSupport.rates.learner.1.daily', value: 60 },
      { path: 'individualSupport.rates.learner.2.daily', value: 52 },
    ]
    const choice = { figures, note: 'Annex 3 of our agreement' }
    const preview = await coordinator.send('POST', `${base}/projects/${young}/pack/preview`, choice)
    expect(preview.body).toMatchObject({ mobilities: 3, changed: 3, before: 0 })
    expect((await grantOf(one)).total).toBeNull()
    const adopted = await adopt(choice, young)
    expect(adopted.body.pack).toMatchObject({ name: '2026-ES' })
    const after = await grantOf(one)
    expect(after.total * 3).toBeCloseTo(preview.body.after)
    expect(
      after.lines.find(({ category }: { category: string }) => category === 'individual-support').source
        .state,
    ).toBe('entered')
  })

  it('bounds typed rates by the programme’s maxima', async () => {
    const young = await newProject('2026-1-ES01-KA121-VET-000003', 2026)
    await adopt({ shipped: '2026-ES' }, young)
    const answer = await adopt(
      { figures: [{ path: 'individualSupport.rates.learner.1.daily', value: 900 }] },
      young,
    )
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0]).toMatchObject({
      field: 'individualSupport.rates.learner.1.daily',
      code: 'grants:mistake.above-maximum',
    })
  })

  it('says why one gets less than the other, euro by euro', async () => {
    const [one = ''] = await learners(1)
    const [other = ''] = await learners(1, { returnDate: '2027-05-21', country: 'PT', town: 'Lisboa' })
    const { body } = await coordinator.get(`${base}/mobilities/${one}/grant/comparison?with=${other}`)
    const steps = body.steps.reduce((sum: number, step: { difference: number }) => sum + step.difference, 0)
    expect(steps).toBeCloseTo(body.difference)
    expect(body.steps.flatMap(({ inputs }: { inputs: string[] }) => inputs)).toEqual([
      'receivingCountry',
      'endDate',
      'distanceKm',
    ])
  })

  it('asks which town is meant', async () => {
    const [one = ''] = await learners(1, { country: 'DE', town: 'Frankfurt' })
    const grant = await grantOf(one)
    expect(grant.distance).toMatchObject({ km: null, of: 'to' })
    const [first] = grant.distance.candidates
    const to = { city: first.city, country: first.country, region: first.region }
    const answer = await coordinator.send(
      'PATCH',
      `${base}/mobilities/${one}/grant`,
      { to },
      { 'if-match': `${grant.version}` },
    )
    expect(answer.body.distance.km).toBeGreaterThan(1500)
  })

  it('shows participants their own grant and nobody else’s', async () => {
    const person = await world.person('Ana Ruiz')
    const [mine = ''] = await learners(1, { status: 'accepted' })
    const [foreign = ''] = await learners(1, { status: 'accepted' })
    await world.asSystem(async ({ db }) => {
      const row = await db
        .selectFrom('mobility')
        .select('person_id')
        .where('id', '=', mine)
        .executeTakeFirstOrThrow()
      await db.updateTable('person').set({ user_id: person.userId }).where('id', '=', row.person_id).execute()
    })
    const own = await person.get(`/me/mobilities/${mine}/grant`)
    expect(own.status).toBe(200)
    expect(own.body.total).toBe((await grantOf(mine)).total)
    expect(own.body.inputs).toBeUndefined()
    expect((await person.get(`/me/mobilities/${foreign}/grant`)).status).toBe(404)
  })

  it('says the same for a whole flow, and leaves those alone that are over', async () => {
    const [flow = ''] = await coordinator.run((context) =>
      addFlows(context, [{ name: 'Verona', projectId: project, activityType: 'LM-SHORT-VET' }]),
    )
    const ids = await learners(3, { flowId: flow })
    const [over = ''] = await learners(1, { flowId: flow, status: 'withdrawn' })
    const before = await grantOf(ids[0] ?? '')
    const edit = (body: object) => coordinator.send('PATCH', `${base}/flows/${flow}/grants`, body)
    const green = await edit({ green: true, travelDays: 2 })
    expect(green.body).toMatchObject({ changed: 3, same: 0, over: 1 })
    // 320 instead of 275 for travel, and two more days at 40.
    expect(green.body.total).toBe(3 * (before.total + 45 + 80))
    expect((await grantOf(over)).inputs).toEqual({})
    expect((await edit({ green: true })).body).toMatchObject({ changed: 0, same: 3 })
    expect((await edit({ green: null, travelDays: null })).body.total).toBe(3 * before.total)
    expect((await edit({ travelDays: -1 })).status).toBe(422)
  })

  it('follows the school when it moves', async () => {
    const [one = ''] = await learners(1)
    const boss = await world.member(coordinator.organisationId, ['administrator'])
    const move = async (town: string) => {
      const { version } = (await boss.get(base)).body
      expect((await boss.send('PATCH', base, { town }, { 'if-match': `${version}` })).status).toBe(200)
      const rows = await world.asSystem(({ db }) =>
        db.selectFrom('mobility_grant').select('distance_km').where('mobility_id', '=', one).execute(),
      )
      return rows[0]?.distance_km
    }
    expect(await move('Barcelona')).toBe((await grantOf(one)).distance.km)
    expect(await move('Sevilla')).toBe(1668)
  })

  it('computes a thousand mobilities alike', async () => {
    const ids = await learners(1000)
    await adopt({ shipped: '2021-ES' })
    const rows = await world.asSystem(({ db }) =>
      db
        .selectFrom('mobility_grant')
        .select(['total', 'travel', 'days'])
        .where('mobility_id', 'in', ids)
        .execute(),
    )
    expect(rows).toHaveLength(1000)
    expect(new Set(rows.map(({ total }) => total))).toEqual(new Set([(await grantOf(ids[0] ?? '')).total]))
    expect(rows[0]).toMatchObject({ travel: 275, days: 21 })
  })
})

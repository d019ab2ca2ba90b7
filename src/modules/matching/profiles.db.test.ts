import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

let world: World
let host: Member
let school: Member
let flow: string
let mobilities: string[]
let people: string[]
let positions: string[]
const open = { startsOn: '2027-04-01', endsOn: '2027-06-30' }

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  const hosting = await world.organisation({
    name: 'Puerta Sur',
    kind: 'hosting',
    country: 'ES',
    town: 'Sevilla',
  })
  const sending = await world.organisation({
    name: 'Aurora',
    kind: 'sending',
    country: 'IT',
    town: 'Torino',
  })
  const company = await world.organisation({
    name: 'Casa Secreta',
    kind: 'company',
    country: 'ES',
    town: 'Sevilla',
  })
  await world.asSystem(async ({ db }) => {
    await insertPartnerships(db, sending, [{ partnerId: hosting, kind: 'host' }])
    await insertPartnerships(db, hosting, [{ partnerId: company, kind: 'company' }])
  })
  host = await world.member(hosting, ['coordinator'])
  school = await world.member(sending, ['coordinator'])
  await host.send('PUT', `/organisations/${hosting}/company-checks`, {
    checks: [{ key: 'safety', title: null, required: false, months: 24 }],
    version: 0,
  })
  positions = await host.run(({ db }) =>
    insertPositions(
      db,
      hosting,
      [
        { title: 'Baker', field: '0721', places: 1, languages: [{ code: 'es', level: 'B1' }], ...open },
        { title: 'Mechanic', field: '0715', places: 1, ...open },
        {
          title: 'Last year’s baker',
          field: '0721',
          places: 1,
          startsOn: '2026-04-01',
          endsOn: '2026-06-30',
        },
      ].map((input) => ({ ...positionInput.parse(input), companyId: company })),
    ),
  )
  ;[mobilities, people, flow] = await school.run(async (context) => {
    const [made = ''] = await addFlows(context, [
      { name: 'Seville', activityType: 'LM-SHORT-VET', hostingId: hosting, country: 'ES', places: 9 },
    ])
    const ids = await createPeople(
      context,
      ['Anna', 'Béa', 'Carlo'].map((givenName) => ({
        kind: 'learner' as const,
        givenName,
        familyName: 'Rossi',
        birthDate: '2009-06-01',
      })),
    )
    const rows = await createMobilities(
      context,
      ids.map((personId) => ({
        personId,
        flowId: made,
        activityType: 'LM-SHORT-VET',
        country: 'ES',
        town: 'Sevilla',
        hostingId: hosting,
        field: '0721',
        status: 'selected' as const,
        departure: '2027-05-03',
        returnDate: '2027-05-28',
      })),
    )
    return [rows.map(({ id }) => id), ids, made] as const
  })
})
afterAll(() => world.stop())

const at = (member: Member, rest: string, mobility = mobilities[0]) =>
  `/organisations/${member.organisationId}/mobilities/${mobility}/${rest}`
const profileOf = async (member: Member, mobility = mobilities[0]) =>
  (await member.get(at(member, 'placement-profile', mobility))).body
const save = async (member: Member, body: object, mobility = mobilities[0]) => {
  const { version } = await profileOf(member, mobility)
  return member.send('PUT', at(member, 'placement-profile', mobility), { version, ...body })
}
const unplaced = async () => {
  const base = `/organisations/${host.organisationId}/match-plans`
  const made = await host.send('POST', base, { name: 'Spring', flowIds: [flow] })
  const plan = (await host.get(`${base}/${made.body.id}`)).body
  return plan.unplaced.map(({ participant }: { participant: string }) => participant)
}

describe('what a placement is looked for by', () => {
  it('changes what matching says, before it is saved and after', async () => {
    const { version: _version, positions: _positions, people: _people, ...empty } = await profileOf(host)
    const before = await host.send('POST', at(host, 'placement-profile/fit'), empty)
    expect(before.status, before.text).toBe(200)
    expect(before.body).toMatchObject({ open: 3, fits: 0, best: [] })
    expect(before.body.reasons).toContainEqual(
      expect.objectContaining({ code: 'language', only: 1, values: { language: 'es', level: 'B1' } }),
    )
    const languages = [{ code: 'es', level: 'B2' }]
    const after = await host.send('POST', at(host, 'placement-profile/fit'), { ...empty, languages })
    expect(after.body).toMatchObject({ fits: 1, best: [{ positionId: positions[0] }] })
    expect(await unplaced()).toHaveLength(3)

    const saved = await save(host, { ...empty, languages, wishes: [positions[0]] })
    expect(saved.status, saved.text).toBe(200)
    expect(saved.body.positions).toEqual([
      expect.objectContaining({ title: 'Baker', company: 'Casa Secreta' }),
    ])
    expect(await unplaced()).toEqual(['Béa Rossi', 'Carlo Rossi'])
  })

  it('names companies to the owner of the register alone', async () => {
    const found = (await school.get(at(school, 'wishable-positions?q=bak sevil'))).body.items
    expect(found).toEqual([expect.objectContaining({ title: 'Baker', town: 'Sevilla', company: null })])
    expect((await school.get(at(school, 'wishable-positions?q=secreta'))).body.items).toEqual([])
    expect((await host.get(at(host, 'wishable-positions?q=secreta'))).body.items).toHaveLength(2)
    expect((await host.get(at(host, 'wishable-positions?q=100%25'))).body.items).toEqual([])
  })

  it('says by field what it cannot keep, and who was quicker', async () => {
    const nobody = await save(host, { friends: [mobilities[0]] })
    expect(nobody.body.errors[0]).toMatchObject({ field: 'friends', code: 'matching:field.no-companion' })
    const nowhere = await save(host, { wishes: ['01990000-0000-7000-8000-000000000000'] })
    expect(nowhere.body.errors[0]).toMatchObject({ field: 'wishes', code: 'matching:field.no-position' })
    const twice = await save(host, {
      languages: [
        { code: 'es', level: 'B1' },
        { code: 'es', level: 'A1' },
      ],
    })
    expect(twice.body.errors[0]).toMatchObject({ field: 'languages', code: 'matching:field.language-twice' })
    const late = await host.send('PUT', at(host, 'placement-profile'), { version: 0 })
    expect(late.status).toBe(409)
    expect(late.body.changed).toMatchObject({ version: 1 })
  })

  it('lets participants say their wishes, and leaves what others said', async () => {
    const anna = await world.person('Anna Rossi')
    await world.asSystem(({ db }) =>
      db
        .updateTable('person')
        .set({ user_id: anna.userId })
        .where('id', '=', people[0] ?? '')
        .execute(),
    )
    const base = `/me/mobilities/${mobilities[0]}`
    const read = (await anna.get(`${base}/placement-wishes`)).body
    expect(read).toMatchObject({ wishes: [positions[0]], positions: [{ title: 'Baker', company: null }] })
    const { items } = (await anna.get(`${base}/companions?q=b%C3%A9`)).body
    expect(items).toEqual([{ id: mobilities[1], name: 'Béa Rossi' }])
    expect((await anna.get(`${base}/companions?q=b`)).body.items).toEqual([])
    const said = await anna.send('PUT', `${base}/placement-wishes`, {
      wishes: [],
      friends: [mobilities[1]],
      mostKilometres: 12,
      version: read.version,
    })
    expect(said.body, said.text).toMatchObject({ people: [{ name: 'Béa Rossi' }], mostKilometres: 12 })
    expect(await profileOf(host)).toMatchObject({
      languages: [{ code: 'es', level: 'B2' }],
      friends: [mobilities[1]],
    })
    expect((await anna.get(`/me/mobilities/${mobilities[1]}/placement-wishes`)).status).toBe(404)
  })

  it('is said of many at once, and taken back', async () => {
    const base = `/organisations/${host.organisationId}/mobilities/bulk`
    const started = await host.send('POST', base, {
      selection: { ids: mobilities },
      action: { kind: 'set-profile', languages: [{ code: 'es', level: 'B2' }], mostKilometres: 30 },
    })
    expect(started.body, started.text).toMatchObject({ done: 3, canUndo: true })
    expect(await profileOf(host, mobilities[2])).toMatchObject({
      field: '0721',
      mostKilometres: 30,
      languages: [{ code: 'es', level: 'B2' }],
    })
    expect(await unplaced()).toHaveLength(2)
    await save(host, {}, mobilities[1])
    const undone = await host.send('POST', `${base}/${started.body.id}/undo`)
    expect(undone.body).toMatchObject({ done: 2, refused: 1 })
    expect(await profileOf(host, mobilities[2])).toMatchObject({ mostKilometres: null, languages: [] })
  })
})

import { sql } from 'kysely'
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
let other: Member
let stranger: Member
let company: Member
let mobilities: string[]
let flow: string

beforeAll(async () => {
  world = await openWorld({ today: '2027-05-05' })
  const ids = {
    school: await world.organisation({ name: 'Istituto Aurora', kind: 'sending' }),
    other: await world.organisation({ name: 'Lycée du Moulin', kind: 'sending', country: 'FR' }),
    host: await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES', town: 'Sevilla' }),
    company: await world.organisation({
      name: 'Taller Ortega',
      kind: 'company',
      country: 'ES',
      town: 'Sevilla',
    }),
    stranger: await world.organisation({ name: 'Foreign Host', kind: 'hosting', country: 'ES' }),
  }
  school = await world.member(ids.school, ['coordinator'])
  other = await world.member(ids.other, ['coordinator'])
  host = await world.member(ids.host, ['coordinator'])
  company = await world.member(ids.company, ['administrator'])
  stranger = await world.member(ids.stranger, ['coordinator'])
  await world.asSystem(({ db }) =>
    insertPartnerships(db, ids.host, [{ partnerId: ids.company, kind: 'company' }]),
  )
  const send = (by: Member, names: string[]) =>
    by.run(async (context) => {
      const [flowId = ''] = await addFlows(context, [
        {
          name: `Sevilla ${by.actor.name} ${names[0]}`,
          activityType: 'LM-SHORT-VET',
          country: 'ES',
          town: 'Sevilla',
          startDate: '2027-05-04',
          endDate: '2027-05-29',
          places: 5,
          hostingId: null,
        },
      ])
      const people = await createPeople(
        context,
        names.map((givenName) => ({ kind: 'learner' as const, givenName, familyName: 'Rossi' })),
      )
      const made = await createMobilities(
        context,
        people.map((personId) => ({
          personId,
          flowId,
          activityType: 'LM-SHORT-VET',
          departure: '2027-05-04',
          returnDate: '2027-05-29',
          country: 'ES',
          town: 'Sevilla',
          hostingId: ids.host,
          companyId: ids.company,
          status: 'selected' as const,
        })),
      )
      return { flowId, ids: made.map(({ id }) => id) }
    })
  const sent = await send(school, ['Anna', 'Luca'])
  flow = sent.flowId
  mobilities = [...sent.ids, ...(await send(other, ['Marie'])).ids]
  await host.run(async ({ db }) => {
    const input = positionInput.parse({
      title: 'Workshop',
      places: 2,
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
    })
    await insertPositions(db, host.organisationId, [{ ...input, companyId: ids.company }])
  })
})
afterAll(() => world.stop())

const at = (member: Member, path: string) => member.get(`/organisations/${member.organisationId}/${path}`)

describe('the week board', () => {
  it('shows a host everybody at a company, whoever sends them, and what is too many', async () => {
    const { status, body } = await at(host, 'week-board?from=2027-05-06')
    expect(status).toBe(200)
    expect(body.senders.map((one: { name: string }) => one.name)).toEqual([
      'Istituto Aurora',
      'Lycée du Moulin',
    ])
    const [row] = body.items
    expect(row).toMatchObject({ name: 'Taller Ortega', known: true, free: [2, -1, -1, -1, -1, -1, -1] })
    expect(row.lanes).toHaveLength(3)
    expect(body.warnings).toMatchObject([
      { code: 'too-many', name: 'Taller Ortega', day: '2027-05-04', count: 1 },
    ])
    expect(body.totals).toMatchObject({ used: [0, 3, 3, 3, 3, 3, 3], free: [2, 0, 0, 0, 0, 0, 0] })
  })

  it('shows a sender its own people only, without the host’s places', async () => {
    const { body } = await at(school, 'week-board?from=2027-05-06')
    expect(body.items[0].bars.map(({ person }: { person: string }) => person).sort()).toEqual([
      'Anna Rossi',
      'Luca Rossi',
    ])
    expect(body.items[0].free[1]).toBeNull()
    expect(JSON.stringify(body)).not.toContain('Marie')
  })

  it('shows a company its trainees against the places kept for it, and a stranger nothing', async () => {
    const { body } = await at(company, 'week-board?from=2027-05-06')
    expect(body.items).toHaveLength(1)
    expect(body.items[0].bars).toHaveLength(3)
    expect((await at(stranger, 'week-board?from=2027-05-06')).body).toMatchObject({
      items: [],
      senders: [],
      withoutCount: 0,
    })
  })

  it('shows an accompanying teacher only those who are named', async () => {
    const teacher = await world.member(school.organisationId, ['accompanying'])
    expect((await at(teacher, 'week-board?from=2027-05-06')).body.items).toEqual([])
    await world.asSystem(({ db }) =>
      db
        .insertInto('mobility_party')
        .values({
          mobility_id: mobilities[0] ?? '',
          role: 'accompanying',
          organisation_id: school.organisationId,
          membership_id: teacher.actor.membershipId,
          main: false,
          status: '',
          activity_type: '',
        })
        .execute(),
    )
    const { body } = await at(teacher, 'week-board?from=2027-05-06')
    expect(body.items[0].bars.map(({ person }: { person: string }) => person)).toEqual(['Anna Rossi'])
    expect((await at(teacher, 'map?from=2027-05-06')).body.towns).toMatchObject([{ companies: 1, people: 1 }])
    expect((await at(teacher, 'week-overview?from=2027-05-06')).body.columns[3].people).toBe(1)
  })

  it('keeps those who were not asked for in their places', async () => {
    const { body } = await at(host, `week-board?from=2027-05-06&sender=${other.organisationId}`)
    expect(body.items[0].bars.map(({ meant }: { meant: boolean }) => meant).sort()).toEqual([
      false,
      false,
      true,
    ])
    expect(body.items[0].free[1]).toBe(-1)
    expect((await at(host, 'week-board?from=2027-05-06&town=Malaga')).body.items).toEqual([])
    expect((await at(host, 'week-board?from=nonsense')).status).toBe(422)
  })

  it('lays beds as lanes, and tells whose bed is missing', async () => {
    const base = `/organisations/${host.organisationId}`
    const home = await host.send('POST', `${base}/housings`, {
      name: 'Piso Triana',
      kind: 'flat',
      country: 'ES',
      town: 'Sevilla',
      rooms: [{ name: 'A', beds: 2 }],
    })
    const given = await host.send('POST', `${base}/stays`, {
      stays: [
        {
          mobilityId: mobilities[0],
          roomId: home.body.rooms[0].id,
          startsOn: '2027-05-04',
          endsOn: '2027-05-07',
        },
      ],
    })
    expect(given.body.done).toHaveLength(1)
    const { body } = await at(host, 'week-board?from=2027-05-06&rows=homes')
    expect(body.items[0]).toMatchObject({ name: 'Piso Triana', free: [2, 1, 1, 1, 2, 2, 2] })
    expect(body.withoutCount).toBe(2)
    const seen = (await at(school, 'week-board?from=2027-05-06&rows=homes')).body
    expect(seen.items[0]).toMatchObject({
      name: 'Piso Triana',
      known: false,
      free: [null, null, null, null, null, null, null],
    })
    expect((await at(other, 'week-board?from=2027-05-06&rows=homes')).body.items).toEqual([])
  })

  it('answers page by page', async () => {
    const first = (await at(host, 'week-board?from=2027-05-06&rows=homes&limit=1')).body
    expect(first).toMatchObject({ total: 1, next: null })
    expect((await at(host, 'week-board?cursor=nonsense')).status).toBe(422)
  })
})

describe('the overview of a week', () => {
  it('says who comes, which company to visit and what is due', async () => {
    const { body } = await at(host, 'week-overview?from=2027-05-06')
    expect(body.columns[1]).toMatchObject({ people: 3 })
    expect(body.columns[1].arrivals.map(({ count }: { count: number }) => count)).toEqual([2, 1])
    expect(body.duties.length).toBeGreaterThan(0)
    expect(body.visitDays).toBe(60)
  })

  it('knows hours and days from journeys, and counts the rest without an hour', async () => {
    await world.asSystem(({ db }) =>
      sql`insert into journey (sending_id, hosting_id, flow_id, mobility_id, direction, on_day, at_time)
        select sending_id, hosting_id, flow_id, id, 'out', departure + case when sending_id = ${school.organisationId} then 0 else 1 end, '13:20'
        from mobility where hosting_id = ${host.organisationId} and departure = '2027-05-04'`.execute(db),
    )
    const { body } = await at(host, 'week-overview?from=2027-05-06')
    expect(body.columns[1].arrivals).toMatchObject([{ count: 2, hours: [{ time: '13:20', count: 2 }] }])
    expect(body.columns[2].arrivals).toMatchObject([{ count: 1, hours: [{ time: '13:20', count: 1 }] }])
    expect(body.columns[1].people).toBe(3)
  })

  it('counts those who travel along as the list of arrivals does', async () => {
    await world.asSystem(async ({ db }) => {
      await sql`with booked as (insert into journey_booking (organisation_id, hosting_id, entered_by)
          values (${school.organisationId}, ${host.organisationId}, 'test') returning id), leg as (
          insert into journey_leg (booking_id, organisation_id, hosting_id, direction, means, from_town, from_country, to_town, to_country,
            departs_on, departs_at, arrives_on, arrives_at)
          select id, ${school.organisationId}::uuid, ${host.organisationId}::uuid, 'out', 'train', 'Verona', 'IT', 'Sevilla', 'ES',
            '2027-05-04', '08:00', '2027-05-04', '13:20' from booked returning id), along as (
          insert into journey (sending_id, hosting_id, flow_id, name, direction, leg_id, on_day, at_time)
          select ${school.organisationId}::uuid, ${host.organisationId}::uuid, ${flow}::uuid, 'Elisa Conte', 'out', id, '2027-05-04', '13:20' from leg)
        update journey set leg_id = leg.id from leg where journey.leg_id is null`.execute(db)
    })
    const { body } = await at(host, 'week-overview?from=2027-05-06')
    const day = body.columns[1].arrivals.reduce((sum: number, one: { count: number }) => sum + one.count, 0)
    const list = (await at(host, 'arrivals?from=2027-05-04&to=2027-05-04')).body.items
    expect([day, list.length]).toEqual([3, 3])
    expect((await at(stranger, 'week-overview?from=2027-05-06')).body.columns[1].arrivals).toEqual([])
  })

  it('keeps an interval of visits for each organisation', async () => {
    const path = `/organisations/${host.organisationId}/visit-interval`
    expect((await host.send('PUT', path, { days: 0 })).status).toBe(422)
    expect((await host.send('PUT', path, { days: 30 })).body).toEqual({ days: 30 })
    expect((await at(host, 'week-overview')).body.visitDays).toBe(30)
    expect((await at(school, 'week-overview')).body.visitDays).toBe(60)
  })
})

describe('options', () => {
  const row = { people: 9, accompanying: 1, startsOn: '2027-05-05', endsOn: '2027-05-20' }
  beforeAll(() =>
    world.asSystem(async ({ db }) => {
      const party = JSON.stringify({ name: 'Lycée' })
      for (const [title, until] of [
        ['Option', '2027-05-10'],
        ['Passed', '2027-05-04'],
      ])
        await sql`with asked as (insert into request (sender_id, host_id, title, people, starts_on, ends_on, state, buyer, written_by, created_by)
            values (${other.organisationId}, ${host.organisationId}, ${title}, ${row.people}, ${row.startsOn}, ${row.endsOn}, 'quoted',
              ${party}::jsonb, ${other.organisationId}, 'test') returning id)
          insert into quotation (request_id, sender_id, host_id, number, state, currency, people, accompanying, starts_on, ends_on,
            valid_until, option_until, lines, cancellation, net, vat, gross, written_by)
          select id, ${other.organisationId}::uuid, ${host.organisationId}::uuid, 1, 'sent', 'EUR', ${row.people}, ${row.accompanying}, ${row.startsOn}::date,
            ${row.endsOn}::date, '2027-06-01', ${until}::date, '[]', '{}', 0, 0, 0, ${host.organisationId}::uuid from asked`.execute(
          db,
        )
    }),
  )

  const weekOf = async (monday: string) =>
    (await at(host, 'timeline?from=2027-04-01')).body.weeks.find(
      ({ from }: { from: string }) => from === monday,
    )

  it('are seen on the host’s board until their day has passed, and take no place', async () => {
    const before = (await at(host, 'week-board?from=2027-05-06')).body
    expect(before.options).toMatchObject([{ title: 'Option', people: 9, until: '2027-05-10' }])
    expect(before.totals).toMatchObject({
      used: [0, 3, 3, 3, 3, 3, 3],
      options: [0, 0, 9, 9, 9, 9, 9],
      tooFew: [0, 0, 9, 9, 9, 9, 9],
    })
    const homes = (await at(host, 'week-board?from=2027-05-06&rows=homes')).body
    expect(homes.options).toMatchObject([{ people: 10 }])
    const week = await weekOf('2027-05-03')
    expect(week.options).toBe(week.needed + 9)
    world.setToday('2027-05-11')
    expect((await at(host, 'week-board?from=2027-05-06')).body).toMatchObject({ options: [] })
    world.setToday('2027-05-05')
  })

  it('are kept no longer when the request is withdrawn', async () => {
    const move = (state: string) =>
      world.asSystem(({ db }) =>
        db
          .updateTable('request')
          .set({ state })
          .where('host_id', '=', host.organisationId)
          .where('title', '=', 'Option')
          .execute(),
      )
    await move('withdrawn')
    expect((await at(host, 'week-board?from=2027-05-06')).body.options).toEqual([])
    await move('quoted')
  })

  it('are nobody else’s, and no business of those who see no money', async () => {
    for (const member of [school, stranger, company])
      expect((await at(member, 'week-board?from=2027-05-06')).body.options).toEqual([])
    const mentor = await world.member(host.organisationId, ['mentor'])
    expect((await at(mentor, 'week-board?from=2027-05-06')).body.options).toEqual([])
    const named = await at(host, 'week-board?from=2027-05-06&town=Sevilla')
    expect(named.body.options).toEqual([])
  })

  it('stay when they are ordered, whatever the day, until the people are known by name', async () => {
    const before = await weekOf('2027-05-03')
    await world.asSystem(({ db }) =>
      sql`with taken as (update quotation set state = 'accepted' where option_until = '2027-05-10' returning *)
        insert into host_order (request_id, quotation_id, sender_id, host_id, ordered_on, ordered_by)
        select request_id, id, sender_id, host_id, '2027-05-05'::date, 'test' from taken`.execute(db),
    )
    world.setToday('2027-05-11')
    const board = (await at(host, 'week-board?from=2027-05-06')).body
    expect(board.options).toMatchObject([{ title: 'Option', people: 9, until: null }])
    expect(board.totals.options).toEqual([0, 0, 9, 9, 9, 9, 9])
    world.setToday('2027-05-05')
    // What was an option is needed now.
    expect(await weekOf('2027-05-03')).toMatchObject({ needed: before.needed + 9, options: before.options })
    await world.asSystem(({ db }) =>
      sql`update host_order set state = 'cancelled', cancelled_on = '2027-05-05', cancellation = '{}'
        where host_id = ${host.organisationId}::uuid`.execute(db),
    )
    expect((await at(host, 'week-board?from=2027-05-06')).body.options).toEqual([])
  })

  it('take those who are known off once, whatever was ordered for their flow', async () => {
    const order = (title: string, people: number, from: string, to: string) =>
      world.asSystem(({ db }) =>
        sql`with asked as (insert into request (sender_id, host_id, flow_id, title, people, starts_on, ends_on, state, buyer, written_by, created_by)
            values (${school.organisationId}, ${host.organisationId}, ${flow}, ${title}, ${people}, ${from}, ${to}, 'ordered', '{}',
              ${school.organisationId}, 'test') returning *),
          quoted as (insert into quotation (request_id, sender_id, host_id, number, state, currency, people, accompanying, starts_on, ends_on,
              valid_until, lines, cancellation, net, vat, gross, written_by)
            select id, sender_id, host_id, 1, 'accepted', 'EUR', people, 0, starts_on, ends_on, '2027-06-01'::date, '[]'::jsonb, '{}'::jsonb, 0, 0, 0,
              host_id from asked returning *)
          insert into host_order (request_id, quotation_id, sender_id, host_id, flow_id, ordered_on, ordered_by)
          select q.request_id, q.id, q.sender_id, q.host_id, a.flow_id, '2027-03-01'::date, 'test' from quoted q, asked a`.execute(
          db,
        ),
      )
    // Two of the flow are known by name: they are those of the first order.
    await order('April', 2, '2027-04-05', '2027-04-20')
    await order('May', 5, '2027-05-05', '2027-05-20')
    const { options } = (await at(host, 'week-board?from=2027-05-06')).body
    expect(options).toMatchObject([{ title: 'May', people: 5 }])
    expect((await at(host, 'week-board?from=2027-04-05')).body.options).toEqual([])
    await world.asSystem(({ db }) =>
      sql`update host_order set state = 'cancelled', cancelled_on = '2027-05-05', cancellation = '{}'
        where flow_id = ${flow}::uuid`.execute(db),
    )
  })

  it('let a sender wear one sign on the week board and the bed board', async () => {
    const week = (await at(host, 'week-board?from=2027-05-06')).body.senders
    const beds = (await at(host, 'bed-board?from=2027-05-01&to=2027-05-14')).body.items
    const stays = beds.flatMap((one: { stays: object[] }) => one.stays)
    expect(stays.length).toBeGreaterThan(0)
    for (const { schoolId, mark } of stays)
      expect(week.find(({ id }: { id: string }) => id === schoolId)).toMatchObject(mark)
  })
})

describe('timeline and map', () => {
  it('groups flows by who looks at them', async () => {
    const forHost = (await at(host, 'timeline?from=2027-04-01')).body
    expect(forHost.by).toBe('sender')
    expect(forHost.groups.map(({ name }: { name: string }) => name)).toEqual([
      'Istituto Aurora',
      'Lycée du Moulin',
    ])
    const forSchool = (await at(school, 'timeline?from=2027-04-01')).body
    expect(forSchool).toMatchObject({
      by: 'destination',
      groups: [{ name: 'Sevilla', flows: [{ id: flow, people: 2, places: 5 }] }],
    })
    const week = forHost.weeks.find(({ from }: { from: string }) => from === '2027-05-03')
    expect(week).toMatchObject({ people: 3, needed: 10, beds: 2, places: 2 })
    expect((await at(stranger, 'timeline?from=2027-04-01')).body.groups).toEqual([])
  })

  it('puts towns on the map and lists what is in them', async () => {
    const { body } = await at(host, 'map?from=2027-05-06')
    expect(body.towns).toMatchObject([{ town: 'Sevilla', companies: 1, homes: 1, people: 3 }])
    const people = await at(host, 'map/things?kind=people&town=sevilla&country=ES&from=2027-05-06&limit=2')
    expect(people.body.items).toHaveLength(2)
    const rest = await at(
      host,
      `map/things?kind=people&town=sevilla&country=ES&from=2027-05-06&limit=2&cursor=${people.body.next}`,
    )
    expect(rest.body.items).toHaveLength(1)
    const own = await at(school, 'map/things?kind=people&town=Sevilla&country=ES&from=2027-05-06')
    expect(own.body.items.map(({ name }: { name: string }) => name)).toEqual(['Anna Rossi', 'Luca Rossi'])
    expect((await at(school, 'map?from=2027-05-06')).body.towns[0]).toMatchObject({ homes: 0, people: 2 })
  })
})

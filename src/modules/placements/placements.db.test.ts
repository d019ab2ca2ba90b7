import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createGuardians, createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { issueLink } from '#modules/tutor-links/tutor-links.actions.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { followPlacements } from './follow-placements.actions.ts'
import { mailAbout } from './mails.actions.ts'

const stay = { departure: '2027-05-03', returnDate: '2027-05-28' }
const secretWord = 'Zaubermond'

let world: World
let hosting: Member
let school: Member
let bakery: string
let garage: string
let position: string
let flow: string
let people: string[]
let participant: Client
let guardian: Client
let tutor: Client
let base: string
let schoolBase: string

/** Participants of the flow: the first has an account, the second is a minor with a guardian. */
async function enrol(): Promise<string[]> {
  return school.run(async (context) => {
    ;[flow = ''] = await addFlows(context, [
      {
        name: 'To Seville',
        activityType: 'LM-SHORT-VET',
        hostingId: hosting.organisationId,
        country: 'ES',
        places: 20,
      },
    ])
    const birth = ['2008-01-01', '2010-06-01', ...Array.from({ length: 14 }, () => '2008-02-02')]
    const ids = await createPeople(
      context,
      birth.map((birthDate, i) => ({
        kind: 'learner' as const,
        givenName: `Anna María ${i}`,
        familyName: secretWord,
        birthDate,
        email: `learner${i}@school.example`,
      })),
    )
    const [guardianId = ''] = await createGuardians(context, [
      { minorId: ids[1] ?? '', givenName: 'Paola', familyName: secretWord, email: 'paola@home.example' },
    ])
    const made = await createMobilities(
      context,
      ids.map((personId) => ({
        personId,
        flowId: flow,
        activityType: 'LM-SHORT-VET',
        country: 'ES',
        town: 'Sevilla',
        hostingId: hosting.organisationId,
        field: '0721',
        status: 'accepted' as const,
        ...stay,
      })),
    )
    participant = await account(ids[0] ?? '', 'learner0@school.example')
    guardian = await account(guardianId, 'paola@home.example')
    return made.map(({ id }) => id)
  })
}

async function account(personId: string, email: string): Promise<Client> {
  const person = await world.person(email, email)
  people0.push([personId, person.userId])
  return person
}
const people0: [string, string][] = []

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  const host = await world.organisation({
    name: 'Puerta Sur',
    kind: 'hosting',
    country: 'ES',
    town: 'Sevilla',
  })
  const sender = await world.organisation({ name: 'Aurora', kind: 'sending', country: 'IT', town: 'Verona' })
  bakery = await world.organisation({
    name: 'Panadería Sol',
    kind: 'company',
    country: 'ES',
    town: 'Sevilla',
  })
  garage = await world.organisation({ name: 'Taller Luna', kind: 'company', country: 'ES', town: 'Sevilla' })
  hosting = await world.member(host, ['coordinator'])
  school = await world.member(sender, ['coordinator'])
  base = `/organisations/${host}`
  schoolBase = `/organisations/${sender}`
  await world.asSystem(async ({ db }) => {
    await insertPartnerships(db, sender, [{ partnerId: host, kind: 'host' }])
    await insertPartnerships(db, host, [
      { partnerId: bakery, kind: 'company' },
      { partnerId: garage, kind: 'company' },
    ])
  })
  people = await enrol()
  await world.asSystem(async ({ db }) => {
    for (const [personId, userId] of people0)
      await db.updateTable('person').set({ user_id: userId }).where('id', '=', personId).execute()
  })
  position = await hosting.run(async ({ db }) => {
    const [id = ''] = await insertPositions(db, host, [
      {
        ...positionInput.parse({ title: 'Baker', field: '0721', places: 9, workingHours: '6:00–13:00' }),
        companyId: bakery,
      },
    ])
    return id
  })
  const link = await hosting.run((context) =>
    issueLink(context, {
      companyId: bakery,
      tutorName: 'Josefa',
      tutorEmail: 'josefa@sol.example',
      language: 'es',
      days: 90,
      send: false,
    }),
  )
  tutor = world.anonymous({ authorization: `Link ${link.url.split('/t/')[1]}` })
})
afterAll(() => world.stop())

const propose = async (
  mobilityId: string | undefined,
  body: object = {},
  member = hosting,
): Promise<string> => {
  const answer = await member.send('POST', `/organisations/${member.organisationId}/placements`, {
    mobilityId,
    positionId: position,
    ...body,
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id as string
}
const act = (id: string, body: object, member = hosting) =>
  member.send('POST', `/organisations/${member.organisationId}/placements/${id}/steps`, body)
const read = async (id: string, member = hosting) =>
  (await member.get(`/organisations/${member.organisationId}/placements/${id}`)).body
const record = async (id: string | undefined) => (await school.get(`${schoolBase}/mobilities/${id}`)).body
const answer = (id: string, body: object) => tutor.send('POST', `/tutor/placements/${id}/answer`, body)

describe('the steps of a placement', () => {
  it('lead from a proposal, by the company’s link and two approvals, to a confirmed placement in the record', async () => {
    const [ana] = people
    const id = await propose(ana)
    expect(await record(ana)).toMatchObject({ company: { name: 'Panadería Sol' }, companyStage: 'proposed' })
    expect((await tutor.get('/tutor/placements')).body.items).toEqual([])
    expect((await participant.get(`/me/mobilities/${ana}/placements`)).body.items).toEqual([])

    const sent = await act(id, { do: 'send' })
    expect(sent.body.placement, sent.text).toMatchObject({ step: 'sent', turns: ['company'] })
    const [offered] = (await tutor.get('/tutor/placements')).body.items
    expect(offered).toMatchObject({
      step: 'sent',
      familyName: null,
      profile: { givenName: 'Anna María 0', ageBand: '18-20', age: null, school: 'Aurora' },
      position: 'Baker',
      from: 'Puerta Sur',
    })
    expect(JSON.stringify(offered)).not.toContain(secretWord)
    expect((await tutor.get('/tutor')).body.trainees).toEqual([])

    const interview = { day: '2027-03-05', time: '10:30', way: 'phone', place: '+34 600' }
    const past = await answer(id, { do: 'interview', interview: { ...interview, day: '2027-02-01' } })
    expect(past.body.errors[0]).toMatchObject({ field: 'interview.day' })
    expect((await answer(id, { do: 'interview', interview })).body).toMatchObject({ step: 'interview' })
    const [own] = (await participant.get(`/me/mobilities/${ana}/placements`)).body.items
    expect(own).toMatchObject({ step: 'interview', interview: { day: '2027-03-05' }, approval: 'later' })

    const accepted = await answer(id, {
      do: 'accept',
      workingHours: '7:00–13:00',
      workplaceAddress: 'Calle Sol 1',
      tutor: { name: 'Josefa Marín', phone: '+34 655' },
    })
    expect(accepted.body, accepted.text).toMatchObject({ step: 'accepted', familyName: secretWord })
    const after = await record(ana)
    expect(after).toMatchObject({
      companyStage: 'confirmed',
      workingHours: '7:00–13:00',
      workplaceAddress: 'Calle Sol 1',
      status: 'placed',
    })
    expect(after.contacts).toContainEqual(
      expect.objectContaining({ role: 'company', duty: 'tutor', name: 'Josefa Marín', phone: '+34 655' }),
    )
    expect((await tutor.get('/tutor')).body.trainees).toHaveLength(1)

    expect((await act(id, { do: 'approve' }, school)).body.placement).toMatchObject({
      step: 'approved',
      turns: ['participant'],
    })
    const yes = await participant.send('POST', `/me/mobilities/${ana}/placements/${id}/approval`, {
      yes: true,
    })
    expect(yes.body.items[0], yes.text).toMatchObject({ step: 'confirmed', approval: 'given' })
    const confirmed = await record(ana)
    expect(confirmed.facts.map(({ name }: { name: string }) => name)).toContain('placement.confirmed')
    const shown = await read(id)
    expect(shown.history.map(({ type }: { type: string }) => type)).toEqual([
      'placement.proposed',
      'placement.sent',
      'placement.interview-set',
      'placement.accepted',
      'placement.approved',
      'placement.approved',
      'placement.confirmed',
    ])
  })

  it('are refused in the wrong order, from the wrong side, and after the fact', async () => {
    const id = await propose(people[2])
    expect((await act(id, { do: 'approve' }, school)).body.reason.code).toBe('placements:whyNot.not-now')
    expect((await act(id, { do: 'send' }, school)).body.reason.code).toBe('placements:whyNot.only-arranger')
    expect((await act(id, { do: 'confirm' })).status).toBe(409)
    expect((await answer(id, { do: 'accept' })).status).toBe(404)
    await act(id, { do: 'send' })
    expect((await act(id, { do: 'send' })).body.reason.code).toBe('placements:whyNot.not-now')
    expect((await act(id, { do: 'refuse', code: 'other' })).body.errors[0].field).toBe('reason')
    const refused = await answer(id, { do: 'refuse', code: 'language', reason: 'No Spanish' })
    expect(refused.status, refused.text).toBe(200)
    expect(await read(id)).toMatchObject({ step: 'refused', reasonCode: 'language', reason: 'No Spanish' })
    expect(await record(people[2])).toMatchObject({ companyStage: 'declined' })
    expect((await answer(id, { do: 'accept' })).status).toBe(409)
    expect((await tutor.get('/tutor/placements')).text).not.toContain(id)
    const again = await propose(people[2])
    expect(await record(people[2])).toMatchObject({ companyStage: 'proposed' })
    expect(again).not.toBe(id)
  })

  it('hear what the participant finds wrong, and are confirmed by hand with a reason only', async () => {
    const [ana] = people
    const id = await propose(people[3])
    await act(id, { do: 'accept' })
    expect((await act(id, { do: 'confirm' })).body.reason.code).toBe('placements:whyNot.reason-needed')
    expect((await act(id, { do: 'confirm', reason: 'Said on the phone' })).body.placement.step).toBe(
      'confirmed',
    )
    const stranger = await participant.send('POST', `/me/mobilities/${people[3]}/placements/${id}/approval`, {
      yes: true,
    })
    expect(stranger.status).toBe(404)
    expect(
      (await participant.send('POST', `/me/mobilities/${ana}/placements/${id}/approval`, { yes: true }))
        .status,
    ).toBe(404)
  })

  it('ask the guardian of a minor where the sender wishes it', async () => {
    const minor = people[1]
    const id = await propose(minor)
    await act(id, { do: 'accept' })
    expect((await read(id)).turns).toEqual(['sending', 'participant'])
    const rules = await school.send('PUT', `${schoolBase}/placement-rules`, {
      guardianApproves: true,
      version: 0,
    })
    expect(rules.body).toEqual({ guardianApproves: true, version: 1 })
    expect(
      (await school.send('PUT', `${schoolBase}/placement-rules`, { guardianApproves: false, version: 0 }))
        .status,
    ).toBe(409)
    expect((await read(id)).turns).toEqual(['sending', 'guardian'])
    const path = `/me/mobilities/${minor}/placements/${id}/approval`
    const no = await guardian.send('POST', path, { yes: false, words: 'Too far from the flat' })
    expect(no.status, no.text).toBe(200)
    expect(await read(id)).toMatchObject({
      objection: 'Too far from the flat',
      turns: ['hosting'],
      step: 'accepted',
    })
    expect((await guardian.send('POST', path, { yes: true })).body.items[0].step).toBe('approved')
    expect((await guardian.send('POST', path, { yes: true })).body.reason.code).toBe(
      'placements:whyNot.approved-already',
    )
    await act(id, { do: 'approve' }, school)
    expect((await read(id)).step).toBe('confirmed')
  })

  it('are taken once when two people act at once', async () => {
    const id = await propose(people[4])
    await act(id, { do: 'send' })
    const both = await Promise.all([
      answer(id, { do: 'accept' }),
      act(id, { do: 'withdraw', code: 'other-place' }),
      answer(id, { do: 'refuse', code: 'dates' }),
    ])
    const done = both.filter(({ status }) => status === 200)
    expect(both.every(({ status }) => [200, 404, 409].includes(status))).toBe(true)
    expect(done.length).toBeGreaterThan(0)
    const { step } = await read(id)
    expect(['withdrawn', 'refused']).toContain(step)
  })
})

describe('many placements', () => {
  it('are sent, approved and confirmed in one go, one answer for each; a company that drops out opens a repair', async () => {
    const ids: string[] = []
    for (const person of people.slice(5, 10)) ids.push(await propose(person))
    const many = (body: object, member = hosting) =>
      member.send('POST', `/organisations/${member.organisationId}/placements/steps`, body)
    const sent = await many({ act: { do: 'send' }, all: { group: 'to-send', flow } })
    expect(sent.body.done, sent.text).toBeGreaterThanOrEqual(5)
    expect(sent.body.rows[0].told).toEqual(['Josefa'])
    const again = await many({ act: { do: 'send' }, ids })
    expect(again.body).toMatchObject({ done: 0 })
    expect(again.body.rows[0]).toMatchObject({ state: 'skipped', why: { code: 'not-now' } })
    for (const id of ids) await answer(id, { do: 'accept' })
    const approved = await many({ act: { do: 'approve' }, ids }, school)
    expect(approved.body.done).toBe(5)
    const confirmed = await many({
      act: { do: 'confirm', reason: 'All said yes at the meeting' },
      ids: ids.slice(0, 3),
    })
    expect(confirmed.body.done).toBe(3)
    expect((await record(people[5])).facts.map(({ name }: { name: string }) => name)).toContain(
      'placement.confirmed',
    )
    const counts = (await hosting.get(`${base}/placements/counts?flow=${flow}`)).body
    expect(counts.confirmed).toBeGreaterThanOrEqual(3)

    const lost = await hosting.send('POST', `${base}/companies/${bakery}/drop-out`, {
      reason: 'Water damage',
    })
    expect(lost.status, lost.text).toBe(200)
    expect(lost.body.done).toBeGreaterThanOrEqual(5)
    expect(lost.body.repair).toMatchObject({ flowIds: [flow], positionIds: [position] })
    const back = await record(people[5])
    expect(back).toMatchObject({ company: null, companyStage: null, status: 'accepted' })
    expect(back.facts.map(({ name }: { name: string }) => name)).not.toContain('placement.confirmed')
    expect((await hosting.get(`${base}/positions/${position}`)).body.taken).toBe(0)
    expect((await tutor.get('/tutor')).body.trainees).toEqual([])
    expect((await hosting.send('POST', `${base}/companies/${bakery}/drop-out`, {})).status).toBe(409)
  })

  it('are listed by step, flow, company and words, page by page', async () => {
    const list = async (query: string) => (await hosting.get(`${base}/placements?${query}`)).body
    const all = await list('limit=200')
    const first = await list('limit=5')
    expect(first.items).toHaveLength(5)
    const second = await list(`limit=5&cursor=${first.next}`)
    expect(second.items[0].id).toBe(all.items[5].id)
    expect(
      (await list('group=over&limit=200')).items.every(({ step }: { step: string }) =>
        ['refused', 'withdrawn', 'ended'].includes(step),
      ),
    ).toBe(true)
    expect((await list(`company=${garage}`)).items).toEqual([])
    expect((await list('q=maria%207')).items.length).toBeGreaterThan(0)
    expect((await list('q=nobody')).items).toEqual([])
    expect((await list(`flow=${garage}`)).items).toEqual([])
    expect((await school.get(`${schoolBase}/placements?limit=200`)).body.items).toHaveLength(all.items.length)
    const company = await world.member(bakery, ['coordinator'])
    expect((await company.get(`/organisations/${bakery}/placements`)).body.items).toEqual([])
    expect((await hosting.get(`${base}/placements?group=nonsense`)).status).toBe(422)
  })
})

describe('two companies in turn', () => {
  it('share the stay: days that overlap and shares beyond the whole are refused, and the record names the current one', async () => {
    const person = people[10]
    const first = await propose(person)
    await act(first, { do: 'accept', tutor: { name: 'Josefa' } })
    const second = (body: object) =>
      hosting.send('POST', `${base}/placements`, { mobilityId: person, companyId: garage, ...body })
    expect((await second({})).body.reason.code).toBe('placements:whyNot.has-place')
    const turn = { inTurnWith: first, startsOn: '2027-05-17', share: 40 }
    expect((await second({ ...turn, endsOn: '2027-06-30' })).body.errors[0]).toMatchObject({
      field: 'endsOn',
    })
    const made = await second(turn)
    expect(made.status, made.text).toBe(201)
    expect(await read(first)).toMatchObject({ startsOn: '2027-05-03', endsOn: '2027-05-16', share: 60 })
    expect(made.body).toMatchObject({ startsOn: '2027-05-17', endsOn: '2027-05-28', share: 40 })
    const other = made.body.id as string
    const change = async (body: object) =>
      hosting.send('PUT', `${base}/placements/${other}`, {
        startsOn: '2027-05-17',
        endsOn: '2027-05-28',
        share: 40,
        version: (await read(other)).version,
        ...body,
      })
    expect((await change({ startsOn: '2027-05-10' })).body.errors[0]).toMatchObject({
      field: 'startsOn',
      code: 'placements:field.overlap',
    })
    expect((await change({ share: 50 })).body.errors[0]).toMatchObject({
      field: 'share',
      values: { left: 40 },
    })
    expect((await change({ endsOn: '2027-05-01' })).body.errors[0].field).toBe('endsOn')
    expect((await change({ version: 99 })).status).toBe(409)
    expect((await change({ workplaceAddress: 'Calle Luna 2', tutor: { name: 'Manuel' } })).status).toBe(200)

    expect(await record(person)).toMatchObject({
      company: { name: 'Panadería Sol' },
      companyStage: 'confirmed',
    })
    await act(other, { do: 'accept' })
    expect(
      (await record(person)).parties.filter(({ role }: { role: string }) => role === 'company'),
    ).toHaveLength(2)
    await act(first, { do: 'confirm', reason: 'Agreed' })
    expect((await record(person)).facts.map(({ name }: { name: string }) => name)).not.toContain(
      'placement.confirmed',
    )
    await act(other, { do: 'confirm', reason: 'Agreed' })
    expect((await record(person)).facts.map(({ name }: { name: string }) => name)).toContain(
      'placement.confirmed',
    )
    world.setToday('2027-05-18')
    await world.asSystem((context) => followPlacements(context, [person ?? '']))
    expect(await record(person)).toMatchObject({
      company: { name: 'Taller Luna' },
      companyStage: 'confirmed',
    })
    world.setToday('2027-03-01')
    await world.asSystem((context) => followPlacements(context, [person ?? '']))
  })
})

describe('a record that is written past its placements', () => {
  it('is followed by them: a company named outright, another one, a fact by hand, somebody who steps back', async () => {
    const person = people[11]
    await school.send('PUT', `${schoolBase}/mobilities/${person}/company`, { name: 'Horno Nuevo' })
    const of = async () => (await hosting.get(`${base}/placements?mobility=${person}`)).body.items
    expect(await of()).toMatchObject([{ step: 'sent', company: { name: 'Horno Nuevo' } }])
    await school.send('PUT', `${schoolBase}/mobilities/${person}/company`, { name: 'Horno Viejo' })
    expect(
      (await of())
        .map((one: { step: string; company: { name: string } }) => [one.company.name, one.step])
        .toSorted(),
    ).toEqual([
      ['Horno Nuevo', 'withdrawn'],
      ['Horno Viejo', 'sent'],
    ])
    await school.send('PUT', `${schoolBase}/mobilities/${person}/facts/company.confirmed`, {})
    expect((await of()).find(({ step }: { step: string }) => step === 'accepted').company.name).toBe(
      'Horno Viejo',
    )
    await school.send('POST', `${schoolBase}/mobilities/${person}/status`, { to: 'withdrawn', reason: 'Ill' })
    expect((await of()).every(({ step }: { step: string }) => step === 'withdrawn')).toBe(true)
  })

  it('moves the days of placements with those of the stay', async () => {
    const id = await propose(people[12])
    const { version } = await record(people[12])
    const moved = await school.send(
      'PATCH',
      `${schoolBase}/mobilities/${people[12]}`,
      { departure: '2027-05-05' },
      { 'if-match': `"${version}"` },
    )
    expect(moved.status, moved.text).toBe(200)
    expect(await read(id)).toMatchObject({ startsOn: '2027-05-05', endsOn: '2027-05-28' })
  })
})

describe('what a company sees of a person', () => {
  it('is what the person writes, with a CV, and nothing else', async () => {
    const [ana] = people
    const path = `/me/mobilities/${ana}/company-profile`
    const before = (await participant.get(path)).body
    expect(before).toMatchObject({ version: 0, view: { givenName: 'Anna María 0' } })
    const cv = await participant.upload(
      `/me/mobilities/${ana}/files`,
      { name: 'cv.pdf', bytes: new TextEncoder().encode('%PDF-1.4 cv') },
      { purpose: 'cv' },
    )
    const body = {
      about: 'I like bread.',
      hopes: 'Early shifts are fine.',
      languages: [{ code: 'es', level: 'A2' }],
      skills: ['Sourdough'],
      cvFileId: cv.body.id,
      version: 0,
    }
    expect((await participant.send('PUT', path, { ...body, cvFileId: ana })).body.errors[0].field).toBe(
      'cvFileId',
    )
    const saved = await participant.send('PUT', path, body)
    expect(saved.body, saved.text).toMatchObject({
      version: 1,
      view: { about: 'I like bread.', hasCv: true },
    })
    expect((await participant.send('PUT', path, body)).status).toBe(409)
    expect((await guardian.get(path)).status).toBe(404)
    expect((await hosting.get(`${base}/mobilities/${ana}/company-profile`)).body.view).toMatchObject({
      about: 'I like bread.',
    })
    expect((await hosting.get(`${base}/mobilities/${ana}/cv`)).status).toBe(200)
    expect(
      (await hosting.send('PUT', `${base}/mobilities/${ana}/company-profile`, { ...body, version: 1 }))
        .status,
    ).toBe(403)

    // The sender replaces it, the host may not, and the one before is gone.
    const staffPath = `/organisations/${school.organisationId}/mobilities/${ana}`
    const file = { name: 'better.pdf', bytes: new TextEncoder().encode('%PDF-1.4 better') }
    expect((await hosting.upload(`${base}/mobilities/${ana}/cv`, file)).status).toBe(403)
    const wrong = { name: 'cv.exe', bytes: new TextEncoder().encode('MZ') }
    expect((await school.upload(`${staffPath}/cv`, wrong)).body.errors[0].field).toBe('file')
    const better = await school.upload(`${staffPath}/cv`, file)
    expect(better.body, better.text).toMatchObject({ name: 'better.pdf' })
    const replaced = await school.send('PUT', `${staffPath}/company-profile`, {
      ...body,
      cvFileId: better.body.id,
      version: 1,
    })
    expect(replaced.body, replaced.text).toMatchObject({ cv: { name: 'better.pdf' } })
    const kept = await world.asSystem(({ db }) =>
      db
        .selectFrom('file')
        .select('name')
        .where('mobility_id', '=', ana ?? '')
        .execute(),
    )
    expect(kept).toEqual([{ name: 'better.pdf' }])

    const id = await propose(ana, { positionId: null, companyId: bakery })
    expect((await tutor.get(`/tutor/placements/${id}/cv`)).status).toBe(404)
    await act(id, { do: 'send' })
    expect((await tutor.get(`/tutor/placements/${id}/cv`)).status).toBe(200)
    const list = (await tutor.get('/tutor/placements')).body.items as { id: string }[]
    const seen = JSON.stringify(list.find((one) => one.id === id))
    for (const never of [secretWord, '2008-01-01', 'learner0@', 'paola']) expect(seen).not.toContain(never)
    const account = await world.member(bakery, ['tutor'])
    expect((await account.get(`/organisations/${bakery}/mobilities/${ana}`)).status).toBe(404)
    const [offered] = (await account.get(`/organisations/${bakery}/offered-placements`)).body.items
    expect(offered).toMatchObject({
      id,
      familyName: null,
      acts: expect.arrayContaining([{ act: 'accept', whyNot: null }]),
    })
    const yes = await account.send('POST', `/organisations/${bakery}/offered-placements/${id}/answer`, {
      do: 'accept',
    })
    expect(yes.body, yes.text).toMatchObject({ step: 'accepted', familyName: secretWord })
    expect((await account.get(`/organisations/${bakery}/mobilities/${ana}`)).status).toBe(200)
    const left = await account.send('POST', `/organisations/${bakery}/offered-placements/${id}/answer`, {
      do: 'withdraw',
      code: 'company-left',
    })
    expect(left.status, left.text).toBe(200)
    expect((await account.get(`/organisations/${bakery}/mobilities/${ana}`)).status).toBe(404)
    expect((await read(id)).step).toBe('withdrawn')
  })
})

describe('whoever is concerned', () => {
  it('is told once in one mail, the company with a link to answer by', async () => {
    const ids = [await propose(people[13]), await propose(people[14])]
    await world.asSystem((context) =>
      mailAbout(context, { act: 'send', placementIds: ids, by: hosting.organisationId }),
    )
    const mails = () =>
      world.services.database.identity
        .selectFrom('identity.sent_mail')
        .selectAll()
        .where('kind', '=', 'placement')
        .orderBy('at')
        .execute()
    const [sent] = await mails()
    expect(sent?.recipient).toBeTruthy()
    expect(sent?.body_text).toContain('Anna María 13')
    expect(sent?.body_text).not.toContain(secretWord)
    for (const id of ids) await act(id, { do: 'accept' })
    await world.asSystem((context) =>
      mailAbout(context, { act: 'accept', placementIds: ids, by: hosting.organisationId }),
    )
    const to = (await mails()).map(({ recipient }) => recipient)
    expect(to.filter((one) => one === school.email)).toHaveLength(1)
    expect(to).toContain('learner13@school.example')
    expect(to).not.toContain(hosting.email)
  })
})

it('refuses bad input by field', async () => {
  const post = (body: object) => hosting.send('POST', `${base}/placements`, body)
  expect((await post({})).status).toBe(422)
  expect((await post({ mobilityId: garage, companyId: garage })).body.errors[0].field).toBe('mobilityId')
  expect((await post({ mobilityId: people[15] })).body.errors[0].field).toBe('name')
  expect((await post({ mobilityId: people[15], companyId: flow })).body.errors[0].field).toBe('companyId')
  expect((await post({ mobilityId: people[15], positionId: flow })).body.errors[0].field).toBe('positionId')
  expect(
    (await post({ mobilityId: people[15], companyId: garage, startsOn: '2027-05-20', endsOn: '2027-05-10' }))
      .body.errors[0].field,
  ).toBe('endsOn')
  expect(
    (await post({ mobilityId: people[15], companyId: garage, startsOn: '2027-04-20' })).body.errors[0].field,
  ).toBe('startsOn')
  expect(
    (await hosting.send('POST', `${base}/placements/steps`, { act: { do: 'send' } })).body.errors[0].field,
  ).toBe('ids')
  const far = await world.member(await world.organisation({ name: 'Far', kind: 'hosting', country: 'PT' }), [
    'coordinator',
  ])
  const id = await propose(people[15])
  expect((await far.get(`/organisations/${far.organisationId}/placements/${id}`)).status).toBe(404)
  const none = await far.send('POST', `/organisations/${far.organisationId}/placements/steps`, {
    act: { do: 'send' },
    ids: [id],
  })
  expect(none.body).toMatchObject({ done: 0, rows: [] })
})

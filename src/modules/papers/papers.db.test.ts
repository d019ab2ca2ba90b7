import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { refreshPapers } from './refresh-papers.actions.ts'

let world: World
let school: string
let host: string
let company: string
let coordinator: Member
let finance: Member
let agency: Member
let tutor: Member
let anna: Client
let flow: string
let mobility: string
let other: string
let base: string

const number = 'CA12345AB'
const card = { document: 'id-card', number, country: 'IT', validUntil: '2030-01-01' }

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending', country: 'IT' })
  host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' })
  company = await world.organisation({ name: 'Guardería Sol', kind: 'company', country: 'ES' })
  coordinator = await world.member(school, ['coordinator'])
  finance = await world.member(school, ['finance'])
  agency = await world.member(host, ['coordinator'])
  tutor = await world.member(company, ['tutor'])
  anna = await world.person('Anna Rossi')
  base = `/organisations/${school}`
  await coordinator.run(async (context) => {
    ;[flow = ''] = await addFlows(context, [
      { name: 'Seville', activityType: 'LM-SHORT-VET', country: 'ES', places: 5, hostingId: host },
    ])
    const people = await createPeople(
      context,
      ['Anna', 'Bea'].map((givenName) => ({
        kind: 'learner' as const,
        givenName,
        familyName: 'Rossi',
        birthDate: '2007-01-01',
        nationality: 'IT',
        country: 'IT',
        language: 'it',
        email: `${givenName.toLowerCase()}@example.org`,
      })),
    )
    const made = await createMobilities(
      context,
      people.map((personId) => ({
        personId,
        flowId: flow,
        activityType: 'LM-SHORT-VET',
        departure: '2027-05-04',
        returnDate: '2027-05-29',
        country: 'ES',
        hostingId: host,
        companyId: company,
        status: 'accepted' as const,
      })),
    )
    mobility = made[0]?.id ?? ''
    other = made[1]?.id ?? ''
  })
  await world.asSystem(async ({ db }) => {
    const row = await db
      .selectFrom('mobility')
      .select('person_id')
      .where('id', '=', mobility)
      .executeTakeFirstOrThrow()
    await db.updateTable('person').set({ user_id: anna.userId }).where('id', '=', row.person_id).execute()
  })
})
afterAll(() => world.stop())

const read = (who: Member, organisation = school) =>
  who.get(`/organisations/${organisation}/mobilities/${mobility}/papers`)
const standing = async (kind: string): Promise<string> =>
  (await read(coordinator)).body.papers.find((one: { kind: string }) => one.kind === kind).standing as string
const own = (kind: string, body: object) =>
  anna.send('PUT', `/me/mobilities/${mobility}/papers/${kind}`, body)
const step = (kind: string, asked: string, reason?: string) =>
  coordinator.send('POST', `${base}/papers/steps`, {
    items: [{ mobilityId: mobility, kind }],
    step: asked,
    ...(reason ? { reason } : {}),
  })
const task = async (key: string) => {
  const { items } = (await coordinator.get(`${base}/mobilities/${mobility}/tasks`)).body
  return items.find((one: { key: string }) => one.key === key) as { state: string; due: string } | undefined
}

describe('papers of a participant', () => {
  it('says what is needed and why', async () => {
    const { body } = await read(coordinator)
    expect(body).toMatchObject({ view: 'sender', inOrder: false, mayEdit: true })
    expect(
      body.papers.map((one: { kind: string; standing: string }) => `${one.kind} ${one.standing}`),
    ).toEqual(['identity missing', 'ehic missing', 'insurance missing', 'visa not-needed'])
  })

  it('takes what the participant enters, and refuses what cannot be', async () => {
    for (const [change, field] of [
      [{ validUntil: '2027-02-01' }, 'validUntil'],
      [{ validFrom: '2031-01-01' }, 'validUntil'],
      [{ country: 'XX' }, 'country'],
      [{ number: 'x'.repeat(300) }, 'number'],
      [{ number: '<script>' }, 'number'],
      [{ document: 'library-card' }, 'document'],
      [{ validUntil: '2027-02-30' }, 'validUntil'],
    ] as const) {
      const refused = await own('identity', { ...card, ...change, version: 0 })
      expect(refused.status, JSON.stringify(change)).toBe(422)
      expect(refused.body.errors[0].field).toBe(field)
    }
    expect((await own('nonsense', { ...card, version: 0 })).status).toBe(404)
    const saved = await own('identity', { ...card, version: 0 })
    expect(saved.status, saved.text).toBe(200)
    expect(saved.text).not.toContain(number)
    expect(saved.body.papers[0].paper).toMatchObject({ numberEnding: '45AB', step: 'handed-in', version: 1 })
    expect((await own('identity', { ...card, version: 0 })).status).toBe(409)
    expect(await standing('identity')).toBe('to-check')
  })

  it('shows a number to those who need it, and writes down who looked', async () => {
    expect((await read(coordinator)).text).not.toContain(number)
    const path = `${base}/mobilities/${mobility}/papers/identity/number`
    expect((await coordinator.send('POST', path)).body).toEqual({ number })
    const events = await coordinator.get(`${base}/mobilities/${mobility}/events`)
    expect(events.body.items[0]).toMatchObject({ type: 'paper.number-shown', data: { paper: 'identity' } })
    expect((await finance.send('POST', path)).status).toBe(403)
    const stored = await world.asSystem(({ db }) => db.selectFrom('paper_number').selectAll().execute())
    expect(JSON.stringify(stored)).not.toContain(number)
  })

  it('stands in the mobility’s timeline for those who may see papers, and for nobody else', async () => {
    const events = async (who: Member, organisation: string): Promise<string[]> =>
      (
        await who.get(`/organisations/${organisation}/mobilities/${mobility}/events?limit=100`)
      ).body.items.map(({ type }: { type: string }) => type)
    const seen = await events(coordinator, school)
    expect(seen).toContain('paper.handed-in')
    const others: [Member, string][] = [
      [finance, school],
      [agency, host],
      [tutor, company],
    ]
    for (const [who, organisation] of others) {
      const types = await events(who, organisation)
      expect(types.length).toBeGreaterThan(0)
      expect(types.filter((type) => type.startsWith('paper.'))).toEqual([])
    }
  })

  it('shows host and company what they need, and never a number', async () => {
    const hosts = await read(agency, host)
    expect(hosts.body).toMatchObject({ view: 'host', papers: [], inOrder: false })
    const companies = await read(tutor, company)
    expect(companies.body).toMatchObject({ view: 'company', papers: [], inOrder: null, insurance: null })
    for (const { text } of [hosts, companies]) expect(text).not.toContain('45AB')
    expect((await read(finance)).status).toBe(403)
    const path = `/organisations/${host}/mobilities/${mobility}/papers/identity`
    expect((await agency.send('PUT', path, { ...card, version: 1 })).status).toBe(404)
    expect((await agency.send('POST', `${path}/number`)).status).toBe(404)
    const rows = await agency.run(({ db }) => db.selectFrom('paper').selectAll().execute())
    expect(rows, 'row-level security').toEqual([])
    const numbers = await agency.run(({ db }) => db.selectFrom('paper_number').selectAll().execute())
    expect(numbers).toEqual([])
  })

  it('is checked off in bulk, one answer each, and completes the task', async () => {
    const answer = await coordinator.send('POST', `${base}/papers/steps`, {
      items: [
        { mobilityId: mobility, kind: 'identity' },
        { mobilityId: mobility, kind: 'ehic' },
        { mobilityId: flow, kind: 'identity' },
      ],
      step: 'checked',
    })
    expect(answer.body.items.map((one: { outcome: string; reason: string }) => one.reason)).toEqual([
      null,
      'nothing-yet',
      'not-there',
    ])
    expect((await task('papers'))?.state).toBe('open')
    await own('ehic', { number: '80380001234567', validUntil: '2029-01-01', version: 0 })
    await step('ehic', 'checked')
    expect((await task('papers'))?.state).toBe('done')
    expect((await step('ehic', 'sent-back')).body.errors[0].field).toBe('reason')
    await step('ehic', 'sent-back', 'The photo is of a tram ticket')
    expect(await standing('ehic')).toBe('sent-back')
    expect((await task('papers'))?.state).toBe('open')
    await step('ehic', 'checked')
    expect((await task('papers'))?.state).toBe('done')
  })

  it('has to be looked at again when its owner brings another picture of it, or takes it back', async () => {
    const path = `/me/mobilities/${mobility}/papers/ehic/scan`
    const picture = (text: string) => ({
      name: 'card.pdf',
      bytes: new TextEncoder().encode(`%PDF-1.4 ${text}`),
    })
    const paperNow = async () =>
      (await read(coordinator)).body.papers.find((one: { kind: string }) => one.kind === 'ehic')
    for (const change of [
      () => anna.upload(path, picture('mine')),
      () => anna.upload(path, picture('of a tram ticket')),
      () => anna.send('DELETE', path),
    ]) {
      expect((await paperNow()).standing).toBe('fine')
      expect((await task('papers'))?.state).toBe('done')
      expect((await change()).status).toBeLessThan(300)
      expect(await paperNow()).toMatchObject({
        standing: 'to-check',
        paper: { step: 'handed-in', seenOn: null, seenBy: null },
      })
      expect((await task('papers'))?.state).toBe('open')
      const events = await coordinator.get(`${base}/mobilities/${mobility}/events?limit=10`)
      expect(events.body.items.map(({ type }: { type: string }) => type)).toContain('paper.to-check-again')
      const list = await coordinator.get(`${base}/papers?filter=to-check`)
      expect(list.body.items.map((one: { mobilityId: string }) => one.mobilityId)).toEqual([mobility])
      await step('ehic', 'checked')
    }
    const before = (await paperNow()).paper.version
    await coordinator.upload(`${base}/mobilities/${mobility}/papers/ehic/scan`, picture('of the school'))
    expect((await paperNow()).paper).toMatchObject({ step: 'checked', version: before })
  })

  it('is watched: later dates take back what an identity card no longer covers', async () => {
    const record = (await coordinator.get(`${base}/mobilities/${mobility}`)).body
    await own('identity', { ...card, validUntil: '2027-06-10', version: await version('identity') })
    await step('identity', 'checked')
    expect((await task('papers'))?.state).toBe('done')
    const moved = await coordinator.send(
      'PATCH',
      `${base}/mobilities/${mobility}`,
      { return: '2027-06-13' },
      { 'if-match': String(record.version) },
    )
    expect(moved.status, moved.text).toBe(200)
    expect(await standing('identity')).toBe('runs-out')
    expect((await task('papers'))?.state).toBe('open')
    const list = await coordinator.get(`${base}/papers?filter=expiring`)
    expect(list.body.items.map((one: { mobilityId: string }) => one.mobilityId)).toEqual([mobility])
    expect(list.body).toMatchObject({ people: 2, counts: { expiring: 1, missing: 2 } })
  })

  it('keeps a scan sealed, for those who may edit, and forgets it', async () => {
    const path = `${base}/mobilities/${mobility}/papers/identity/scan`
    const bytes = new TextEncoder().encode('%PDF-1.4 secret scan')
    expect(
      (await anna.upload(`/me/mobilities/${mobility}/papers/identity/scan`, { name: 'id.pdf', bytes }))
        .status,
    ).toBe(201)
    expect(
      (await anna.upload(`/me/mobilities/${mobility}/papers/visa/scan`, { name: 'id.pdf', bytes })).status,
    ).toBe(409)
    const seen = await coordinator.send('POST', `${path}/view`)
    expect(seen.text).toContain('secret scan')
    const stored = await world.asSystem(({ db }) => db.selectFrom('paper_scan').select('sealed').execute())
    expect(stored[0]?.sealed.toString('latin1')).not.toContain('secret')
    expect((await coordinator.send('DELETE', path)).status).toBe(204)
    expect((await coordinator.send('POST', `${path}/view`)).status).toBe(404)
    const text = new TextEncoder().encode('hello')
    expect((await coordinator.upload(path, { name: 'id.pdf', bytes: text })).body.errors[0].field).toBe(
      'file',
    )
  })

  const version = async (kind: string): Promise<number> =>
    (await read(coordinator)).body.papers.find((one: { kind: string }) => one.kind === kind).paper
      .version as number
})

describe('a group policy', () => {
  const policy = {
    insurer: 'Alpenmutual',
    number: 'GP-1',
    emergencyPhone: '+39 02 5550 1180',
    covers: ['travel', 'liability', 'liability-work', 'accident', 'accident-work', 'illness', 'repatriation'],
    validFrom: '2027-01-01',
    validUntil: '2027-12-31',
  }

  it('covers all people of its flows but the exceptions, and says so as a fact', async () => {
    const exceptions = [{ mobilityId: other, reason: 'Own insurance' }]
    const wrong = await coordinator.send('POST', `${base}/group-policies`, {
      ...policy,
      validUntil: '2026-01-01',
    })
    expect(wrong.body.errors[0].field).toBe('validUntil')
    const foreign = await coordinator.send('POST', `${base}/group-policies`, {
      ...policy,
      flowIds: [mobility],
    })
    expect(foreign.body.errors[0].field).toBe('flowIds')
    const added = await coordinator.send('POST', `${base}/group-policies`, {
      ...policy,
      flowIds: [flow],
      exceptions,
    })
    expect(added.status, added.text).toBe(201)
    expect(await standing('insurance')).toBe('fine')
    expect((await task('insurance'))?.state).toBe('done')
    const list = await coordinator.get(`${base}/papers?q=bea`)
    expect(list.body.items[0].cells[2]).toMatchObject({ kind: 'insurance', standing: 'missing' })
    expect((await read(agency, host)).body.insurance).toMatchObject({ emergencyPhone: policy.emergencyPhone })
    const mine = (await anna.get('/me/papers')).body.items[0].papers[2]
    expect(mine.policy).toMatchObject({ number: 'GP-1', insurer: 'Alpenmutual' })
    const path = `${base}/group-policies/${added.body.id}`
    const saved = await coordinator.send('PUT', path, {
      ...policy,
      covers: ['travel'],
      flowIds: [flow],
      version: 1,
    })
    expect(saved.body).toMatchObject({ version: 2, exceptions: [] })
    expect(await standing('insurance')).toBe('incomplete')
    expect((await task('insurance'))?.state).toBe('open')
    expect((await coordinator.send('PUT', path, { ...policy, version: 1 })).status).toBe(409)
    expect(
      (
        await agency.send('PUT', `/organisations/${host}/group-policies/${added.body.id}`, {
          ...policy,
          version: 2,
        })
      ).status,
    ).toBe(404)
    expect((await coordinator.send('DELETE', path)).status).toBe(204)
    expect(await standing('insurance')).toBe('missing')
  })

  it('keeps the policy itself, sealed, for those who may see papers', async () => {
    const { body: policy } = await coordinator.send('POST', `${base}/group-policies`, {
      insurer: 'Sura',
      validFrom: '2027-01-01',
      validUntil: '2028-01-01',
    })
    const path = `${base}/group-policies/${policy.id}/scan`
    const pdf = (text: string) => ({
      name: `${text}.pdf`,
      bytes: new TextEncoder().encode(`%PDF-1.4 ${text}`),
    })
    expect((await coordinator.get(path)).status).toBe(404)
    const wrong = await coordinator.upload(path, { name: 'x.exe', bytes: new TextEncoder().encode('MZ') })
    expect(wrong.body.errors[0].field).toBe('file')
    expect((await coordinator.upload(path, pdf('first'))).status).toBe(201)
    expect((await coordinator.upload(path, pdf('policy'))).status).toBe(201)
    expect((await coordinator.get(path)).text).toContain('%PDF-1.4 policy')
    const { items } = (await coordinator.get(`${base}/group-policies`)).body
    const listed = items.find(({ id }: { id: string }) => id === policy.id)
    expect(listed.scan).toMatchObject({ name: 'policy.pdf' })
    const kept = await world.asSystem(({ db }) => db.selectFrom('group_policy_scan').selectAll().execute())
    expect(kept).toHaveLength(1)
    expect(kept[0]?.sealed.toString('latin1')).not.toContain('policy')
    expect((await finance.get(path)).status).toBe(403)
    expect((await agency.get(path.replace(school, host))).status).toBe(404)
    expect((await coordinator.send('DELETE', path)).status).toBe(204)
    expect((await coordinator.send('DELETE', path)).status).toBe(404)
  })

  it('leaves a fact that somebody said by hand alone', async () => {
    await coordinator.send('PUT', `${base}/mobilities/${mobility}/facts/insurance.valid`, {})
    await coordinator.run((context) => refreshPapers(context, [mobility]))
    expect((await task('insurance'))?.state).toBe('done')
  })
})

describe('rules that colleagues enter', () => {
  it('answer for everybody of a nationality, with source and who entered them', async () => {
    await world.asSystem(async ({ db }) => {
      const row = await db
        .selectFrom('mobility')
        .select('person_id')
        .where('id', '=', other)
        .executeTakeFirstOrThrow()
      await db.updateTable('person').set({ nationality: 'AL' }).where('id', '=', row.person_id).execute()
    })
    const visa = async () =>
      (await coordinator.get(`${base}/papers?q=bea`)).body.items[0].cells[3].standing as string
    expect(await visa()).toBe('unknown')
    const put = (body: object) => coordinator.send('PUT', `${base}/visa-rules`, body)
    const rule = { freeDays: 0, leadWeeks: 8, source: 'Letter of the consulate' }
    expect((await put({ nationality: 'AL', country: 'AL', rule })).body.errors[0].field).toBe('country')
    expect((await put({ nationality: 'AL', country: 'ES', rule: { ...rule, source: '' } })).status).toBe(422)
    expect((await put({ nationality: 'AL', country: 'ES', rule })).body.items[0]).toMatchObject({
      ...rule,
      enteredBy: 'coordinator',
      enteredOn: '2027-03-01',
    })
    expect(await visa()).toBe('missing')
    await put({ nationality: 'AL', country: 'ES', rule: null })
    expect(await visa()).toBe('unknown')
  })

  it('change what is asked for, and refuse a stale save', async () => {
    const path = `${base}/paper-settings`
    const settings = {
      covers: ['travel'],
      identityMargins: [{ country: 'ES', days: 90, source: 'House rule' }],
      leadWeeks: { ehic: 6 },
    }
    const saved = await coordinator.send('PUT', path, { ...settings, version: 0 })
    expect(saved.body, saved.text).toMatchObject({ ...settings, version: 1 })
    expect((await coordinator.send('PUT', path, { ...settings, version: 0 })).status).toBe(409)
    const identity = (await read(coordinator)).body.papers[0]
    expect(identity).toMatchObject({ certainty: 'entered', source: 'House rule', until: '2027-09-11' })
  })
})

describe('what a position demands', () => {
  it('becomes a task of the participant, moves with the dates, and goes with the position', async () => {
    const position = await world.asSystem(async ({ db }) => {
      const input = positionInput.parse({ title: 'Nursery', places: 1, papers: ['sexual-offences'] })
      const [id = ''] = await insertPositions(db, host, [{ ...input, companyId: company }])
      await db
        .updateTable('placement')
        .set({ position_id: id })
        .where('mobility_id', '=', mobility)
        .where('company_id', '=', company)
        .execute()
      return id
    })
    await agency.run((context) => refreshPapers(context, [mobility]))
    expect(await task('paper-sexual-offences')).toMatchObject({ state: 'open', due: '2027-03-09' })
    expect((await read(tutor, company)).body.certificates).toEqual([
      { kind: 'sexual-offences', standing: 'missing', shortBy: null, due: '2027-03-09' },
    ])
    const record = (await coordinator.get(`${base}/mobilities/${mobility}`)).body
    await coordinator.send(
      'PATCH',
      `${base}/mobilities/${mobility}`,
      { departure: '2027-05-05' },
      { 'if-match': String(record.version) },
    )
    expect((await task('paper-sexual-offences'))?.due).toBe('2027-03-10')
    const saved = (await agency.get(`/organisations/${host}/positions/${position}`)).body
    const gone = await agency.send('PUT', `/organisations/${host}/positions/${position}`, {
      ...saved,
      papers: [],
    })
    expect(gone.status, gone.text).toBe(200)
    expect(await task('paper-sexual-offences')).toBeUndefined()
  })
})

describe('asking for what is missing', () => {
  it('is one mail to each person, in their language, not twice a day', async () => {
    const ask = () =>
      coordinator.send('POST', `${base}/papers/reminders`, { mobilityIds: [mobility, other, flow] })
    const first = await ask()
    expect(first.body.items.map((one: { outcome: string }) => one.outcome)).toEqual([
      'done',
      'done',
      'refused',
    ])
    expect((await ask()).body.items.map((one: { reason: string }) => one.reason)).toEqual([
      'asked-today',
      'asked-today',
      'not-there',
    ])
    const { writeAsking } = await import('./ask.actions.ts')
    await world.asSystem((context) =>
      writeAsking(context, { organisationId: school, by: 'Chiara', mobilityIds: [mobility, other] }),
    )
    const mails = await world.services.database.identity
      .selectFrom('identity.sent_mail')
      .selectAll()
      .where('kind', '=', 'papers')
      .execute()
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [anna.email, 'bea@example.org'].toSorted(),
    )
    // An account says its language; without one the file does.
    const subjects = Object.fromEntries(mails.map(({ recipient, subject }) => [recipient, subject]))
    expect(subjects).toEqual({
      [anna.email]: 'Your papers for the stay abroad',
      'bea@example.org': 'I documenti per il soggiorno all’estero',
    })
    expect(mails.map((mail) => mail.body_text).join('')).not.toContain(number)
  })
})

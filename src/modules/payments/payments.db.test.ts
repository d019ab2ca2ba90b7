import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { createProject } from '#modules/projects/projects.actions.ts'
import { changedPack } from '#modules/rule-packs/changed-pack.fixture.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'

const own = { holder: 'IES Jaroso', iban: 'ES91 2100 0418 4502 0005 1332', bic: null }
const theirs = { holder: 'Ana Ruiz', iban: 'DE89 3704 0044 0532 0130 00', holderKind: 'self' }

describe('payments', () => {
  let world: World
  let finance: Member
  let coordinator: Member
  let base: string
  let project: string
  let ids: string[]
  let people: string[]
  let ana: Client

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
    base = `/organisations/${school}`
    const dates = { startDate: '2026-09-01', endDate: '2027-08-31' }
    project = await coordinator.run(async (context) => {
      const made = await createProject(context, {
        code: '2021-1-ES01-KA121-VET-000010',
        title: 'Paid',
        callYear: 2021,
        action: 'KA121-VET',
        ...dates,
      })
      return made.id
    })
    await coordinator.send('PUT', `${base}/projects/${project}/pack`, { shipped: '2021-ES' })
    ids = await coordinator.run(async (context) => {
      people = await createPeople(
        context,
        ['Ruiz', 'Soto', 'Vega'].map((familyName) => ({
          kind: 'learner' as const,
          givenName: 'Ana',
          familyName,
        })),
      )
      const made = await createMobilities(
        context,
        people.map((personId) => ({
          personId,
          projectId: project,
          activityType: 'LM-SHORT-VET',
          departure: '2027-05-03',
          returnDate: '2027-05-23',
          country: 'IT',
          town: 'Verona',
          status: 'accepted',
        })),
      )
      return made.map(({ id }) => id)
    })
    ana = await world.person('Ana Ruiz')
    await world.asSystem(({ db }) =>
      db
        .updateTable('person')
        .set({ user_id: ana.userId })
        .where('id', '=', people[0] ?? '')
        .execute(),
    )
  })
  afterAll(() => world.stop())

  const sign = (mobility: string, key = 'grant-agreement'): Promise<unknown> =>
    world.asSystem(({ db }) =>
      db
        .updateTable('task')
        .set({ state: 'done' })
        .where('mobility_id', '=', mobility)
        .where('key', '=', key)
        .execute(),
    )
  const stayOf = async (mobility: string) =>
    (await finance.get(`${base}/mobilities/${mobility}/payments`)).body
  const prepare = (more: object = {}) =>
    finance.send('POST', `${base}/projects/${project}/payment-runs`, {
      executionDate: '2027-04-26',
      dueUntil: '2027-04-30',
      ...more,
    })

  it('takes only an IBAN that can be right, from the participant too, and shows it by its ends', async () => {
    for (const [iban, code] of [
      ['DE89370400440532013001', 'checksum'],
      ['DE8937040044053201', 'length'],
      ['hello', 'country'],
    ]) {
      const wrong = await ana.send('PUT', `/me/people/${people[0]}/account`, { ...theirs, iban })
      expect(wrong.status).toBe(422)
      expect(wrong.body.errors[0], iban).toMatchObject({
        field: 'iban',
        code: expect.stringContaining(`payments:iban.`),
      })
      expect(code).toBeDefined()
    }
    const set = await ana.send('PUT', `/me/people/${people[0]}/account`, theirs)
    expect(set.body.account).toMatchObject({ holder: 'Ana Ruiz', iban: 'DE·· ···· 3000', holderKind: 'self' })
    expect((await ana.send('PUT', `/me/people/${people[1]}/account`, theirs)).status).toBe(404)
    // Somebody who still looks at the account before that one cannot bring it back.
    const stale = await finance.send('PUT', `${base}/people/${people[0]}/account`, {
      ...own,
      holderKind: 'self',
      version: 0,
    })
    expect(stale.status).toBe(409)
    expect((await finance.get(`${base}/people/${people[0]}/account`)).body.account.iban).toBe(
      'DE89370400440532013000',
    )
    for (const person of people.slice(1))
      await finance.send('PUT', `${base}/people/${person}/account`, theirs)
  })

  it('finds those who have given no account yet', async () => {
    const list = async (query: string) =>
      (await finance.get(`${base}/projects/${project}/payables?${query}`)).body.items
    expect(await list('account=missing')).toEqual([])
    expect(await list('search=Ruiz')).toHaveLength(1)
    await world.asSystem(({ db }) =>
      db
        .deleteFrom('bank_account')
        .where('person_id', '=', people[2] ?? '')
        .execute(),
    )
    expect(await list('account=missing')).toMatchObject([{ participant: 'Ana Vega' }])
    await finance.send('PUT', `${base}/people/${people[2]}/account`, { ...theirs, version: 0 })
  })

  it('says what each instalment waits for', async () => {
    const stay = await stayOf(ids[0] ?? '')
    // 275 + 1,078: travel and individual support, without what supports the school.
    expect(stay.total).toBe(1353)
    expect(stay.instalments).toMatchObject([
      { key: 'first', amount: 1082.4, due: '2027-04-26', state: 'waiting', missing: ['grant-agreement'] },
      { key: 'balance', amount: 270.6, state: 'waiting' },
    ])
    const mine = await ana.get(`/me/mobilities/${ids[0]}/payments`)
    expect(mine.body.instalments[0].missing).toEqual(['grant-agreement'])
    expect((await ana.get(`/me/mobilities/${ids[1]}/payments`)).status).toBe(404)
  })

  it('knows what is the participant’s where only the support of the school is missing', async () => {
    const adopt = (body: object) => finance.send('PUT', `${base}/projects/${project}/pack`, body)
    const pack = changedPack((given) => {
      given.organisationalSupport.byActivity['LM-SHORT-VET'] = [
        { fromParticipant: 1, amount: { value: null, state: 'not-known' } },
      ]
    })
    expect((await adopt({ pack: { ...pack, examples: [] } })).status).toBe(200)
    expect((await finance.get(`${base}/mobilities/${ids[0]}/grant`)).body.total).toBeNull()
    expect((await stayOf(ids[0] ?? '')).instalments[0]).toMatchObject({ amount: 1082.4 })
    await adopt({ shipped: '2021-ES' })
  })

  it('gathers what is ready into a run, exports it for the bank, and never pays twice', async () => {
    expect((await prepare()).body.reason.code).toBe('payments:whyNot.no-own-account')
    await finance.send('PUT', `${base}/account`, own)
    expect((await prepare()).body.reason.code).toBe('payments:whyNot.nothing-ready')
    for (const id of ids.slice(0, 2)) await sign(id)
    const run = await prepare()
    expect(run.body).toMatchObject({ payments: 2, total: 2164.8, state: 'prepared' })
    expect((await prepare()).status).toBe(409)
    const file = await finance.get(`${base}/payment-runs/${run.body.id}/file?format=sepa`)
    expect(file.text).toContain('<CtrlSum>2164.80</CtrlSum>')
    expect(file.text).toContain('<IBAN>ES9121000418450200051332</IBAN>')
    expect(file.text.match(/<IBAN>DE89370400440532013000<\/IBAN>/g)).toHaveLength(2)
    expect((await stayOf(ids[0] ?? '')).instalments[0].state).toBe('in-run')
  })

  it('brings the spreadsheet back row by row, and refuses a day that is none as a whole', async () => {
    const [run] = (await finance.get(`${base}/payment-runs`)).body.items
    const { text } = await finance.get(`${base}/payment-runs/${run.id}/file?format=csv`)
    const lines = text.trim().split('\r\n')
    const upload = (rows: string[]) =>
      finance.upload(`${base}/payment-runs/${run.id}/import`, {
        name: 'paid.csv',
        bytes: new TextEncoder().encode(rows.join('\r\n')),
      })
    const wrong = await upload([lines[0] ?? '', `${lines[1]}2027-02-30`, `${lines[2]}2027-04-26`])
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors[0]).toMatchObject({ code: 'payments:field.no-day', values: { row: 2 } })
    // Spreadsheets like to write days their own way.
    const half = await upload([
      lines[0] ?? '',
      `${lines[1]}26/04/2027`,
      lines[2] ?? '',
      'x-1,,,,,,2027-04-26',
    ])
    expect(half.body).toMatchObject({ paid: 1, state: 'prepared', unknown: ['x-1'] })
    const whole = await upload([lines[0] ?? '', `${lines[1]}2027-04-26`, `${lines[2]}2027-04-27`])
    expect(whole.body).toMatchObject({ paid: 1, state: 'paid' })
    const budget = await finance.get(`${base}/projects/${project}/budget`)
    expect(budget.body.totals.paid).toBe(2164.8)
    // 80 % of 275 and of 1,078 each.
    const paid = Object.fromEntries(
      budget.body.items.map(({ item, paid: euros }: { item: string; paid: number }) => [item, euros]),
    )
    expect(paid).toMatchObject({ travel: 440, 'individual-support': 1724.8, 'organisational-support': 0 })
  })

  it('opens the instalments of a cancelled run again', async () => {
    await sign(ids[2] ?? '')
    const run = await prepare()
    const cancelled = await finance.send('POST', `${base}/payment-runs/${run.body.id}/settlement`, {
      paidOn: null,
    })
    expect(cancelled.body.state).toBe('cancelled')
    expect((await stayOf(ids[2] ?? '')).instalments[0].state).toBe('ready')
    expect((await finance.get(`${base}/payment-runs/${run.body.id}/file?format=sepa`)).status).toBe(409)
  })

  it('gives a deposit back with the next run, and leaves it open when the run is cancelled', async () => {
    const stay = ids[2] ?? ''
    const added = await finance.send('POST', `${base}/mobilities/${stay}/payments`, {
      kind: 'deposit-return',
      amount: 50,
      purpose: 'Library card',
    })
    expect(added.status).toBe(201)
    const run = await prepare()
    expect(run.body).toMatchObject({ payments: 2, total: 1132.4 })
    const file = await finance.get(`${base}/payment-runs/${run.body.id}/file?format=sepa`)
    expect(file.text).toContain('<InstdAmt Ccy="EUR">50.00</InstdAmt>')
    await finance.send('POST', `${base}/payment-runs/${run.body.id}/settlement`, { paidOn: null })
    const back = (await stayOf(stay)).payments.find(({ kind }: { kind: string }) => kind === 'deposit-return')
    expect(back.state).toBe('open')
    const again = await prepare({ mobilities: [stay] })
    const done = await finance.send('POST', `${base}/payment-runs/${again.body.id}/settlement`, {
      paidOn: '2027-04-26',
    })
    expect(done.body).toMatchObject({ state: 'paid', payments: 2 })
    // A bank takes no file in which nothing is left to pay.
    expect((await finance.get(`${base}/payment-runs/${again.body.id}/file?format=sepa`)).status).toBe(409)
    expect((await finance.get(`${base}/payment-runs/${again.body.id}/file?format=csv`)).status).toBe(200)
  })

  it('asks back what a shorter stay was paid too much, and no more', async () => {
    const stay = ids[0] ?? ''
    const { version } = (await finance.get(`${base}/mobilities/${stay}/grant`)).body
    await finance.send(
      'PATCH',
      `${base}/mobilities/${stay}/grant`,
      { actualDays: 10 },
      { 'if-match': `${version}` },
    )
    const { recover } = await stayOf(stay)
    // 275 + 10 × 57 = 845 are due; 1,082.40 were paid.
    expect(recover).toBe(237.4)
    const ask = (amount: number) =>
      finance.send('POST', `${base}/mobilities/${stay}/payments`, { kind: 'recovery', amount })
    expect((await ask(300)).body.errors[0].field).toBe('amount')
    const asked = await ask(237.4)
    expect(asked.body.recover).toBe(0)
    const [payment] = asked.body.payments.filter(({ kind }: { kind: string }) => kind === 'recovery')
    const settled = await finance.send('POST', `${base}/payments/${payment.id}/settlement`, {
      paidOn: '2027-06-30',
      version: 1,
    })
    expect(settled.body).toMatchObject({ state: 'paid', paidOn: '2027-06-30' })
    expect(
      (await finance.send('POST', `${base}/payments/${payment.id}/settlement`, { paidOn: null, version: 1 }))
        .status,
    ).toBe(409)
  })

  it('lets the instalments be chosen, together a hundred percent', async () => {
    const half = { key: 'half', percent: 50, anchor: 'departure', offsetDays: -14, gates: [] }
    const set = (instalments: object[]) =>
      finance.send('PUT', `${base}/projects/${project}/instalments`, { instalments, version: 0 })
    expect((await set([half])).body.errors[0].code).toBe('payments:whyNot.not-hundred')
    const chosen = await set([half, { ...half, key: 'rest', anchor: 'return' }])
    expect(chosen.body).toMatchObject({ own: true, version: 1 })
    expect((await set([{ ...half, percent: 100 }])).status).toBe(409)
  })

  it('settles a withdrawal: what is kept, and what comes back', async () => {
    const stay = ids[1] ?? ''
    const path = `${base}/mobilities/${stay}/withdrawal`
    const costs = [{ about: 'Flight', amount: 300, refunded: 100, kept: true }]
    const body = { reason: 'Broke a leg', forceMajeure: true, costs, version: 0 }
    expect((await finance.send('PUT', path, body)).body.reason.code).toBe('payments:whyNot.still-goes')
    await coordinator.send('POST', `${base}/mobilities/${stay}/status`, {
      to: 'withdrawn',
      reason: 'Broke a leg',
      day: '2027-03-01',
    })
    const wrong = await finance.send('PUT', path, { ...body, costs: [{ ...costs[0], refunded: 301 }] })
    expect(wrong.body.errors[0].field).toBe('costs.0.refunded')
    const saved = await finance.send('PUT', path, body)
    // 1,082.40 were paid; 200 stay with the participant.
    expect(saved.body).toMatchObject({ state: 'open', paid: 1082.4, kept: 200, toReturn: 882.4 })
    expect((await stayOf(stay)).recover).toBe(882.4)
    // What was paid to somebody who withdrew is still paid.
    expect((await finance.get(`${base}/projects/${project}/budget`)).body.totals).toMatchObject({
      paid: 2164.8 + 1082.4 - 237.4,
    })
    expect((await finance.send('PUT', path, body)).status).toBe(409)
    const settled = await finance.send('POST', `${path}/settlement`, { version: 1 })
    expect(settled.body).toMatchObject({ state: 'settled' })
    const after = await stayOf(stay)
    expect(after.recover).toBe(0)
    expect(after.payments.at(-1)).toMatchObject({ kind: 'withdrawal-return', amount: 882.4, state: 'open' })
    expect((await finance.send('POST', `${path}/settlement`, { version: 2 })).status).toBe(409)
  })

  it('shares organisational support with the host, and asks for it once', async () => {
    const host = await world.organisation({ name: 'Host Verona', kind: 'hosting' })
    const flow = await coordinator.run(async (context) => {
      await insertPartnerships(context.db, coordinator.organisationId, [{ partnerId: host, kind: 'host' }])
      const [made = ''] = await addFlows(context, [
        { name: 'Verona', activityType: 'LM-SHORT-VET', projectId: project, hostingId: host },
      ])
      await context.db
        .updateTable('mobility')
        .set({ flow_id: made })
        .where('id', 'in', [ids[0] ?? '', ids[2] ?? ''])
        .execute()
      return made
    })
    const path = `${base}/flows/${flow}/support-split`
    const agree = (body: object) => finance.send('PUT', path, body)
    expect((await agree({ kind: 'percent', value: 101, version: 0 })).body.errors[0].field).toBe('value')
    // Two participants of 350 each (annex IV, call 2021).
    expect((await agree({ kind: 'percent', value: 40, version: 0 })).body).toMatchObject({
      support: 700,
      hostShare: 280,
    })
    expect((await agree({ kind: 'per-participant', value: 100, version: 1 })).body).toMatchObject({
      hostShare: 200,
    })
    expect((await finance.send('POST', `${path}/payment`, {})).body).toMatchObject({ paid: 200 })
    expect((await finance.send('POST', `${path}/payment`, {})).status).toBe(409)
  })

  it('asks a whole flow for a deposit, but for those who are exempt with a reason', async () => {
    const flow = await coordinator.run(async (context) => {
      const [made = ''] = await addFlows(context, [
        { name: 'Deposit', projectId: project, activityType: 'LM-SHORT-VET' },
      ])
      return made
    })
    const path = `${base}/flows/${flow}/contributions`
    const body = { kind: 'deposit', amount: 50, purpose: 'Keys', exempt: [ids[0]] }
    expect((await finance.send('POST', path, body)).body.reason.code).toBe('payments:whyNot.nobody-accepted')
    await coordinator.send('POST', `${base}/mobilities/bulk`, {
      selection: { ids },
      action: { kind: 'assign-flow', flowId: flow, takeDates: false },
    })
    expect((await finance.send('POST', path, body)).body.errors[0].field).toBe('reason')
    const foreign = await finance.send('POST', path, { ...body, exempt: [flow], reason: 'x' })
    expect(foreign.body.errors[0].field).toBe('exempt')
    const asked = await finance.send('POST', path, { ...body, reason: 'Fewer opportunities' })
    expect(asked.status, asked.text).toBe(201)
    expect(asked.body.asked).toMatchObject([{ purpose: 'Keys', amount: 50, exempt: 1, paid: 0 }])
    const twice = await finance.send('POST', path, { ...body, reason: 'Fewer opportunities' })
    expect(twice.body.reason.code).toBe('payments:whyNot.everybody-asked')

    const back = { kind: 'deposit', purpose: 'Keys' }
    expect((await finance.send('POST', `${path}/return`, back)).body.reason.code).toBe(
      'payments:whyNot.nothing-to-return',
    )
    const payments = `${base}/flows/${flow}/payments`
    const { items } = (await finance.get(`${payments}?state=open`)).body
    const deposits = items
      .filter(({ kind }: { kind: string }) => kind === 'deposit')
      .map(({ id }: { id: string }) => id)
    const exempt = (await finance.get(`${payments}?state=exempt`)).body.items[0].id
    const settled = await finance.send('POST', `${payments}/settlement`, {
      ids: [...deposits, exempt, flow],
      paidOn: '2027-04-01',
    })
    expect(settled.body).toEqual({
      done: deposits.length,
      skipped: [
        { id: exempt, why: 'exempt' },
        { id: flow, why: 'not-there' },
      ],
    })
    const returned = await finance.send('POST', `${path}/return`, back)
    expect(returned.status, returned.text).toBe(201)
    expect(returned.body.asked).toMatchObject([{ paid: deposits.length, returned: deposits.length, open: 0 }])
    expect((await finance.send('POST', `${path}/return`, back)).status).toBe(409)
    const first = (await finance.get(`${payments}?limit=1`)).body
    expect(first.items).toMatchObject([{ kind: 'deposit-return', state: 'open', amount: 50 }])
    expect((await finance.get(`${payments}?limit=1&cursor=${first.next}`)).body.items[0].id).not.toBe(
      first.items[0].id,
    )
    const stay = await finance.get(`${base}/mobilities/${ids[0]}/payments`)
    expect(stay.body.payments).toContainEqual(
      expect.objectContaining({ kind: 'deposit', state: 'exempt', note: 'Fewer opportunities' }),
    )
  })
})

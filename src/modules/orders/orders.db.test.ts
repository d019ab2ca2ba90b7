import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { insertOrganisation } from '#modules/organisations/organisations.store.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { createProject } from '#modules/projects/projects.actions.ts'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

let world: World
let host: Member
let sender: Member
let finance: Member
const today = '2027-03-01'
const at = (member: Member, path: string): string => `/organisations/${member.organisationId}/${path}`

const settings = {
  party: {
    name: 'Puerta Sur S.L.',
    street: 'Calle Feria 1',
    town: 'Sevilla',
    country: 'ES',
    vatId: 'ES B-12345674',
  },
  iban: 'ES91 2100 0418 4502 0005 1332',
  currency: 'EUR',
  vat: [{ name: 'IVA', category: 'S', rate: 21 }],
  invoiceFormat: 'PS-{year}-{number:4}',
  creditFormat: 'CR-{year}-{number}',
  paymentDays: 30,
  validDays: 30,
  cancellation: {
    steps: [
      { days: 60, percent: 0 },
      { days: 30, percent: 50 },
    ],
    late: 100,
    forceMajeure: 0,
  },
  version: 0,
}
const standard = { category: 'S', rate: 21 }
const prices = {
  name: 'General',
  currency: 'EUR',
  validFrom: '2027-01-01',
  lines: [
    { service: 'placement', title: 'Placement', unit: 'person', price: 95, vat: standard },
    {
      service: 'accommodation',
      title: 'Bed',
      unit: 'person-night',
      who: 'everybody',
      price: 17.5,
      vat: standard,
    },
    { service: 'culture', title: 'Cordoba', unit: 'person', price: 32, vat: standard },
    { service: 'certificates', title: 'Certificates', unit: 'person', price: 6, vat: standard, usual: true },
  ],
}
const asked = {
  title: 'Seville in May',
  people: 20,
  accompanying: 1,
  startsOn: '2027-05-04',
  endsOn: '2027-05-29',
  services: ['placement', 'accommodation'],
}

beforeAll(async () => {
  world = await openWorld({ today })
  const hostId = await world.organisation({
    name: 'Puerta Sur',
    kind: 'hosting',
    country: 'ES',
    town: 'Sevilla',
  })
  const senderId = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
  host = await world.member(hostId, ['coordinator'])
  sender = await world.member(senderId, ['coordinator'])
  finance = await world.member(senderId, ['finance'])
  await world.asSystem(async ({ db }) => {
    await insertPartnerships(db, senderId, [{ partnerId: hostId, kind: 'host' }])
    await insertPartnerships(db, hostId, [{ partnerId: senderId, kind: 'sender' }])
  })
  await host.send('PUT', at(host, 'invoice-settings'), settings)
  await host.send('POST', at(host, 'price-lists'), prices)
})
afterAll(() => world.stop())

async function ask(change: object = {}): Promise<string> {
  const answer = await sender.send('POST', at(sender, 'requests'), {
    ...asked,
    partnerId: host.organisationId,
    ...change,
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id as string
}
async function quoted(request: string) {
  const begun = await host.send('POST', at(host, `requests/${request}/quotations`), {})
  expect(begun.status, begun.text).toBe(201)
  const draft = begun.body.quotations.at(-1)
  const sent = await host.send('POST', at(host, `quotations/${draft.id}/sending`), { version: draft.version })
  expect(sent.status, sent.text).toBe(200)
  return sent.body.quotations.at(-1)
}
async function ordered(change: object = {}) {
  const request = await ask(change)
  const quotation = await quoted(request)
  const answer = await sender.send('POST', at(sender, `quotations/${quotation.id}/decision`), {
    to: 'accepted',
    version: quotation.version,
  })
  expect(answer.status, answer.text).toBe(200)
  return { request, quotation, order: answer.body.whole }
}
/** An order over one service of each kind of tax, at these prices without VAT. */
async function orderedFor(price: number, other = 0) {
  const request = await ask()
  const begun = await host.send('POST', at(host, `requests/${request}/quotations`), {})
  const draft = begun.body.quotations.at(-1)
  const line = { service: 'other', title: 'All in', unit: 'group', quantity: 1 }
  const lines = [
    { ...line, price, vat: standard },
    { ...line, price: other, vat: { category: 'S', rate: 10 } },
  ]
  const saved = await host.send('PUT', at(host, `quotations/${draft.id}`), { ...draft, lines })
  expect(saved.status, saved.text).toBe(200)
  const sent = await host.send('POST', at(host, `quotations/${draft.id}/sending`), { version: 2 })
  const answer = await sender.send('POST', at(sender, `quotations/${draft.id}/decision`), {
    to: 'accepted',
    version: sent.body.quotations.at(-1).version,
  })
  expect(answer.status, answer.text).toBe(200)
  return { request, order: answer.body.whole }
}
async function drafted(order: string, percent: number | null = null) {
  const answer = await host.send('POST', at(host, `orders/${order}/invoices`), { percent })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.invoices.find(({ state }: { state: string }) => state === 'draft')
}
const issue = (invoice: { id: string; version: number }) =>
  host.send('POST', at(host, `invoices/${invoice.id}/issue`), { version: invoice.version })

describe('the settings', () => {
  it('are kept as a bank and a tax office write them', async () => {
    expect((await host.get(at(host, 'invoice-settings'))).body).toMatchObject({
      party: { vatId: 'ESB12345674' },
      iban: 'ES9121000418450200051332',
      example: { invoice: 'PS-2027-0001' },
      version: 1,
    })
    expect((await host.get(at(host, 'price-lists'))).body.items).toHaveLength(1)
    expect((await finance.get(at(finance, 'price-lists'))).body.items).toEqual([])
  })
})

describe('a request', () => {
  it('is answered from the price list, with quantities from the group, and seen by the two sides only', async () => {
    const request = await ask({ mostPeople: 25 })
    const begun = await host.send('POST', at(host, `requests/${request}/quotations`), {})
    const [draft] = begun.body.quotations
    expect(
      draft.lines.map(({ title, quantity }: { title: string; quantity: number }) => [title, quantity]),
    ).toEqual([
      ['Placement', 20],
      ['Bed', 21 * 25],
      ['Certificates', 20],
    ])
    expect(draft.totals).toMatchObject({ net: 1900 + 9187.5 + 120, gross: Math.round(11207.5 * 121) / 100 })
    expect(draft.perPersonAtMost).toBeLessThan(draft.perPerson)
    expect((await sender.get(at(sender, `requests/${request}`))).body).toMatchObject({
      quotations: [],
      next: 'wait-for-quotation',
    })
    expect((await sender.get(at(sender, `quotations/${draft.id}/file`))).status).toBe(404)
    const other = await world.member(await world.organisation({ name: 'Other', kind: 'sending' }), [
      'administrator',
    ])
    expect((await other.get(at(other, `requests/${request}`))).status).toBe(404)
    const viewer = await world.member(host.organisationId, ['viewer'])
    expect((await viewer.get(at(viewer, `requests/${request}`))).status).toBe(403)
    const mails = await world.services.database.identity
      .selectFrom('identity.sent_mail')
      .selectAll()
      .where('kind', '=', 'order')
      .execute()
    // Neither organisation has an address in this world: nothing is sent, nothing fails.
    expect(mails).toEqual([])
  })

  it('is revised as a new version, and the old one is kept', async () => {
    const request = await ask()
    const first = await quoted(request)
    const begun = await host.send('POST', at(host, `requests/${request}/quotations`), { from: 'before' })
    const draft = begun.body.quotations.at(-1)
    expect(draft).toMatchObject({ number: 2, state: 'draft', lines: first.lines })
    const twice = await host.send('POST', at(host, `requests/${request}/quotations`), {})
    expect(twice.body.reason.code).toBe('orders:whyNot.draft-there')
    const edit = { ...draft, lines: [{ ...draft.lines[0], price: 90 }] }
    const saved = await host.send('PUT', at(host, `quotations/${draft.id}`), edit)
    expect(saved.status, saved.text).toBe(200)
    expect((await host.send('PUT', at(host, `quotations/${draft.id}`), edit)).status).toBe(409)
    await host.send('POST', at(host, `quotations/${draft.id}/sending`), { version: 2 })
    const seen = await sender.get(at(sender, `requests/${request}`))
    expect(seen.body.quotations.map(({ state }: { state: string }) => state)).toEqual(['revised', 'sent'])
    const late = await sender.send('POST', at(sender, `quotations/${first.id}/decision`), {
      to: 'accepted',
      version: seen.body.quotations[0].version,
    })
    expect(late.body.reason.code).toBe('orders:whyNot.not-open')
    expect(
      (await host.send('POST', at(host, `quotations/${draft.id}/decision`), { to: 'accepted', version: 3 }))
        .status,
    ).toBe(403)
    world.setToday('2027-06-01')
    const expired = await sender.send('POST', at(sender, `quotations/${draft.id}/decision`), {
      to: 'accepted',
      version: 3,
    })
    expect(expired.body.reason.code).toBe('orders:whyNot.expired')
    world.setToday(today)
  })

  it('is declined by the host or withdrawn by the sender, and opened again', async () => {
    const request = await ask()
    const decide = (member: Member, to: string, version: number) =>
      member.send('POST', at(member, `requests/${request}/decision`), { to, version, reason: 'Full' })
    expect((await decide(sender, 'declined', 1)).status).toBe(403)
    expect((await decide(host, 'declined', 1)).body).toMatchObject({
      state: 'declined',
      reason: 'Full',
      next: 'nothing',
    })
    expect((await decide(host, 'declined', 2)).body.reason.code).toBe('orders:whyNot.over')
    expect((await decide(host, 'open', 1)).status).toBe(409)
    expect((await decide(host, 'open', 2)).body).toMatchObject({ state: 'open' })
    expect((await decide(sender, 'withdrawn', 3)).body).toMatchObject({ state: 'withdrawn' })
  })

  it('that is declined or withdrawn is not ordered, and nothing is quoted for it', async () => {
    const request = await ask()
    const quotation = await quoted(request)
    const begun = await host.send('POST', at(host, `requests/${request}/quotations`), { from: 'before' })
    const draft = begun.body.quotations.at(-1)
    const withdrawn = await sender.send('POST', at(sender, `requests/${request}/decision`), {
      to: 'withdrawn',
      reason: 'No grant',
      version: begun.body.version,
    })
    expect(withdrawn.status, withdrawn.text).toBe(200)
    for (const to of ['accepted', 'declined']) {
      const answer = await sender.send('POST', at(sender, `quotations/${quotation.id}/decision`), {
        to,
        version: quotation.version,
      })
      expect(answer.body.reason.code).toBe('orders:whyNot.over')
    }
    const sent = await host.send('POST', at(host, `quotations/${draft.id}/sending`), {
      version: draft.version,
    })
    expect(sent.body.reason.code).toBe('orders:whyNot.over')
    expect((await host.get(at(host, `requests/${request}`))).body).toMatchObject({
      state: 'withdrawn',
      whole: null,
    })
  })

  it('goes to a host without an account by mail; the sender writes the answer down and orders', async () => {
    const unclaimed = await world.asSystem(async (context) => {
      const row = await insertOrganisation(context, {
        name: 'Ponte',
        kind: 'hosting',
        country: 'PT',
        email: 'geral@ponte.example',
        kept_by: sender.organisationId,
      })
      await insertPartnerships(context.db, sender.organisationId, [{ partnerId: row.id, kind: 'host' }])
      return row.id
    })
    const request = await ask({ partnerId: unclaimed })
    const mail = await world.services.database.identity
      .selectFrom('identity.sent_mail')
      .selectAll()
      .where('recipient', '=', 'geral@ponte.example')
      .executeTakeFirstOrThrow()
    expect(mail.body_text).toContain(sender.email)
    const begun = await sender.send('POST', at(sender, `requests/${request}/quotations`), {})
    expect(begun.status, begun.text).toBe(201)
    const draft = begun.body.quotations[0]
    const lines = [
      {
        service: 'other',
        title: 'All in',
        unit: 'person',
        quantity: 20,
        price: 600,
        vat: { category: 'O', rate: 0, reason: 'As told' },
      },
    ]
    const saved = await sender.send('PUT', at(sender, `quotations/${draft.id}`), { ...draft, lines })
    expect(saved.status, saved.text).toBe(200)
    await sender.send('POST', at(sender, `quotations/${draft.id}/sending`), { version: 2 })
    const order = await sender.send('POST', at(sender, `quotations/${draft.id}/decision`), {
      to: 'accepted',
      version: 3,
    })
    expect(order.body).toMatchObject({ state: 'ordered', whole: { gross: 12_000 }, next: 'nothing' })
    const invoice = await sender.send('POST', at(sender, `orders/${order.body.whole.id}/invoices`), {})
    expect(invoice.status).toBe(403)
  })

  it('refuses what cannot be, by field', async () => {
    const refused = async (change: object): Promise<string[]> => {
      const answer = await sender.send('POST', at(sender, 'requests'), {
        ...asked,
        partnerId: host.organisationId,
        ...change,
      })
      return (answer.body.errors ?? []).map(({ field }: { field: string }) => field)
    }
    expect(await refused({ endsOn: '2027-05-01' })).toEqual(['endsOn'])
    expect(await refused({ people: -1 })).toEqual(['people'])
    expect(await refused({ mostPeople: 3 })).toEqual(['mostPeople'])
    expect(await refused({ startsOn: '2027-02-30' })).toEqual(['startsOn'])
    expect(await refused({ flowId: host.organisationId })).toEqual(['flowId'])
    expect(await refused({ partnerId: sender.organisationId })).toEqual(['partnerId'])
    expect(await refused({ partnerId: '00000000-0000-7000-8000-000000000000' })).toEqual(['partnerId'])
    const request = await ask()
    const begun = await host.send('POST', at(host, `requests/${request}/quotations`), {})
    const draft = begun.body.quotations[0]
    const wrong = async (change: object): Promise<string[]> => {
      const answer = await host.send('PUT', at(host, `quotations/${draft.id}`), { ...draft, ...change })
      return (answer.body.errors ?? []).map(({ field }: { field: string }) => field)
    }
    expect(await wrong({ lines: [{ ...draft.lines[0], quantity: -2 }] })).toEqual(['lines.0.quantity'])
    expect(await wrong({ lines: [{ ...draft.lines[0], vat: { category: 'E', rate: 0 } }] })).toEqual([
      'lines.0.vat',
    ])
    expect(await wrong({ currency: 'ZZZ' })).toEqual(['currency'])
    expect(await wrong({ endsOn: draft.startsOn })).toEqual(['endsOn'])
    expect(await wrong({ validUntil: '2027-02-01' })).toEqual(['validUntil'])
    expect(await wrong({ cancellation: { steps: [{ days: 3, percent: 101 }], late: 100 } })).toEqual([
      'cancellation.steps.0.percent',
    ])
    expect(await wrong({ cancellation: { steps: [{ days: 3, percent: 90 }], late: 10 } })).toEqual([
      'cancellation.steps',
    ])
    const set = async (change: object): Promise<string[]> => {
      const answer = await host.send('PUT', at(host, 'invoice-settings'), {
        ...settings,
        version: 1,
        ...change,
      })
      return (answer.body.errors ?? []).map(({ field }: { field: string }) => field)
    }
    expect(await set({ iban: 'ES91 2100 0418 4502 0005 1333' })).toEqual(['iban'])
    expect(await set({ party: { ...settings.party, vatId: '12345' } })).toEqual(['party.vatId'])
    expect(await set({ invoiceFormat: 'R-{number}' })).toEqual(['invoiceFormat'])
    expect(await set({ creditFormat: settings.invoiceFormat })).toEqual(['creditFormat'])
    expect(await set({ vat: [{ name: 'x', category: 'S', rate: 101 }] })).toEqual(['vat.0.rate'])
    expect((await host.send('PUT', at(host, 'invoice-settings'), settings)).status).toBe(409)
  })
})

describe('an order', () => {
  it('names the flow’s host and confirms hosting for those whom it hosts, and takes it back when it is cancelled', async () => {
    const [flow, mobility] = await sender.run(async (context) => {
      const [flowId = ''] = await addFlows(context, [
        {
          name: 'May',
          activityType: 'LM-SHORT-VET',
          country: 'ES',
          startDate: '2027-05-04',
          endDate: '2027-05-29',
        },
      ])
      const [personId = ''] = await createPeople(context, [
        {
          kind: 'learner',
          givenName: 'Anna',
          familyName: 'Rossi',
          birthDate: '2005-05-05',
          email: 'a@example.org',
        },
      ])
      const [made] = await createMobilities(context, [
        {
          personId,
          flowId,
          activityType: 'LM-SHORT-VET',
          departure: '2027-05-04',
          returnDate: '2027-05-29',
          country: 'ES',
          town: 'Sevilla',
          hostingId: host.organisationId,
          companyId: null,
          projectId: null,
          status: 'selected',
        },
      ])
      return [flowId, made?.id ?? '']
    })
    const facts = (): Promise<string[]> =>
      world.asSystem(async ({ db }) =>
        (
          await db
            .selectFrom('fact')
            .select('name')
            .where('mobility_id', '=', mobility ?? '')
            .execute()
        ).map(({ name }) => name),
      )
    const { request, order } = await ordered({ flowId: flow })
    expect((await sender.get(at(sender, `flows/${flow}`))).body.hosting.id).toBe(host.organisationId)
    expect(await facts()).toContain('hosting.confirmed')
    const wrongSide = await host.send('POST', at(host, `orders/${order.id}/cancellation`), {
      side: 'sender',
      version: 1,
    })
    expect(wrongSide.status).toBe(403)
    world.setToday('2027-04-10')
    const seen = await sender.get(at(sender, `requests/${request}`))
    // 24 days before the arrival all steps have passed.
    expect(seen.body.whole.today).toMatchObject({ percent: 100, by: 'late', cost: order.gross, daysLeft: 24 })
    const cancelled = await sender.send('POST', at(sender, `orders/${order.id}/cancellation`), {
      forceMajeure: true,
      reason: 'Flood',
      version: 1,
    })
    expect(cancelled.body.whole).toMatchObject({
      state: 'cancelled',
      owed: 0,
      cancellation: { by: 'force-majeure', percent: 0 },
    })
    expect(await facts()).not.toContain('hosting.confirmed')
    const again = await sender.send('POST', at(sender, `orders/${order.id}/cancellation`), { version: 2 })
    expect(again.body.reason.code).toBe('orders:whyNot.cancelled')
    world.setToday(today)
  })

  it('that is cancelled late is invoiced by its terms', async () => {
    const { order } = await ordered()
    world.setToday('2027-03-20')
    const cancelled = await sender.send('POST', at(sender, `orders/${order.id}/cancellation`), { version: 1 })
    expect(cancelled.body.whole.cancellation).toMatchObject({ percent: 50, by: 'step', step: 30 })
    const invoice = await drafted(order.id)
    expect(invoice.totals.gross).toBeCloseTo(order.gross / 2, 1)
    world.setToday(today)
  })

  it('is made once, however often one presses', async () => {
    const request = await ask()
    const quotation = await quoted(request)
    const press = () =>
      sender.send('POST', at(sender, `quotations/${quotation.id}/decision`), {
        to: 'accepted',
        version: quotation.version,
      })
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
  })
})

describe('an invoice', () => {
  it('gets its number when it is issued: consecutive for all who issue at once, without gaps', async () => {
    const drafts = []
    for (let i = 0; i < 5; i += 1) drafts.push(await drafted((await ordered()).order.id))
    const answers = await Promise.all(drafts.map(issue))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const list = await host.get(at(host, 'invoices?view=due&limit=100'))
    const numbers = (list.body.items as { number: string }[]).map(({ number }) => number).sort()
    expect(numbers).toEqual(numbers.map((_, i) => `PS-2027-${String(i + 1).padStart(4, '0')}`))
    expect((await issue(drafts[0])).body.reason.code).toBe('orders:whyNot.issued')
  })

  it('that lacks something is refused by field and leaves no gap', async () => {
    const { order } = await ordered()
    const draft = await drafted(order.id)
    const edit = await host.send('PUT', at(host, `invoices/${draft.id}`), {
      ...draft,
      buyer: { ...draft.buyer, town: null, street: null, country: null },
    })
    expect(edit.status, edit.text).toBe(200)
    const broken = edit.body.invoices.find(({ id }: { id: string }) => id === draft.id)
    expect(broken.missing.map(({ rule }: { rule: string }) => rule)).toEqual(['BR-10', 'BR-11'])
    const refused = await issue(broken)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'buyer.town',
      'buyer.country',
    ])
    const before = (await host.get(at(host, 'invoice-settings'))).body.example.invoice
    const mended = await host.send('PUT', at(host, `invoices/${draft.id}`), {
      ...broken,
      buyer: { ...draft.buyer, vatId: 'IT12345678901' },
    })
    const issued = await issue(mended.body.invoices.find(({ id }: { id: string }) => id === draft.id))
    expect(issued.body.invoices[0].number).toBe(before)
  })

  it('stays as it is once issued, on paper and as e-invoice, and only a credit note takes it back', async () => {
    const { request, order } = await ordered()
    const draft = await drafted(order.id, 30)
    expect((await host.get(at(host, `invoices/${draft.id}/file`))).status).toBe(409)
    expect((await sender.get(at(sender, `invoices/${draft.id}/file`))).status).toBe(404)
    const issued = (await issue(draft)).body.invoices[0]
    expect(
      (await host.send('PUT', at(host, `invoices/${draft.id}`), { ...draft, version: issued.version }))
        .status,
    ).toBe(409)
    expect((await host.send('DELETE', at(host, `invoices/${draft.id}`))).status).toBe(409)
    await expect(
      world.asSystem(({ db }) =>
        db.updateTable('invoice').set({ gross: 1, net: 1, vat: 0 }).where('id', '=', draft.id).execute(),
      ),
    ).rejects.toThrow(/cannot be changed/)
    await expect(
      world.asSystem(({ db }) => db.deleteFrom('invoice').where('id', '=', draft.id).execute()),
    ).rejects.toThrow(/cannot be removed/)

    const pdf = await finance.get(at(finance, `invoices/${draft.id}/file`))
    expect([pdf.status, pdf.headers['content-type'], pdf.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
    const xml = await finance.get(at(finance, `invoices/${draft.id}/file?format=ubl`))
    expect(xml.text).toContain(`<cbc:ID>${issued.number}</cbc:ID>`)
    expect(xml.text).toContain('<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>')
    expect(xml.text).toContain(
      `<cbc:PayableAmount currencyID="EUR">${issued.totals.gross.toFixed(2)}</cbc:PayableAmount>`,
    )

    const credit = await host.send('POST', at(host, `invoices/${draft.id}/credit-note`))
    const note = credit.body.invoices.find(
      ({ kind, state }: { kind: string; state: string }) => kind === 'credit-note' && state === 'draft',
    )
    const done = await issue(note)
    expect(done.status, done.text).toBe(200)
    expect(
      done.body.invoices.map(({ state, number }: { state: string; number: string }) => [state, number]),
    ).toEqual(
      expect.arrayContaining([
        ['credited', issued.number],
        ['issued', 'CR-2027-1'],
      ]),
    )
    const seen = await sender.get(at(sender, `requests/${request}`))
    expect(seen.body.whole).toMatchObject({ invoiced: 0, left: order.gross })
    expect((await host.get(at(host, `invoices/${note.id}/file?format=ubl`))).text).toContain(
      `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${issued.number}`,
    )
  })

  it('ends with nothing left where the VAT of its parts misses that of the order by a cent', async () => {
    const { request, order } = await orderedFor(1000.03)
    expect(order.gross).toBe(1210.04)
    await issue(await drafted(order.id, 30))
    const done = await issue(await drafted(order.id))
    expect(done.body).toMatchObject({ whole: { invoiced: 1210.03, left: 0 }, next: 'wait-for-payment' })
    const more = await host.send('POST', at(host, `orders/${order.id}/invoices`), {})
    expect(more.body.reason.code).toBe('orders:whyNot.all-invoiced')
    const list = await host.get(at(host, 'requests?step=ordered&limit=200'))
    expect(list.body.items.find(({ id }: { id: string }) => id === request).next).toBe('wait-for-payment')
  })

  it('over a part is at most what is left', async () => {
    const { order } = await orderedFor(1000)
    await issue(await drafted(order.id, 60))
    const second = await drafted(order.id, 60)
    expect(second.totals).toMatchObject({ net: 400 })
    expect((await issue(second)).body.whole).toMatchObject({ invoiced: order.gross, left: 0 })
  })

  it('over a cancelled order comes to what cancelling costs, and leaves nothing', async () => {
    const { order } = await orderedFor(33.33, 0.02)
    world.setToday('2027-03-20')
    const cancelled = await sender.send('POST', at(sender, `orders/${order.id}/cancellation`), { version: 1 })
    const { cost } = cancelled.body.whole.cancellation
    const invoice = await drafted(order.id)
    expect([invoice.totals.gross, cancelled.body.whole.left]).toEqual([cost, cost])
    expect((await issue(invoice)).body).toMatchObject({ whole: { left: 0 }, next: 'wait-for-payment' })
    world.setToday(today)
  })

  it('is paid in parts, overdue, and reminded of once a day', async () => {
    const { request, order } = await ordered()
    const draft = await drafted(order.id)
    const edit = await host.send('PUT', at(host, `invoices/${draft.id}`), {
      ...draft,
      buyer: { ...draft.buyer, email: 'pay@aurora.example' },
    })
    const issued = (await issue(edit.body.invoices[0])).body.invoices[0]
    const receive = (amount: number, paidOn = '2027-03-01') =>
      host.send('POST', at(host, `invoices/${issued.id}/receipts`), { amount, paidOn })
    expect((await receive(100)).body.invoices[0]).toMatchObject({ state: 'part-paid', paid: 100 })
    expect((await receive(1e7)).body.errors[0].field).toBe('amount')
    expect((await receive(1, '2027-03-02')).body.errors[0].field).toBe('paidOn')
    expect(
      (await sender.send('POST', at(sender, `invoices/${issued.id}/receipts`), { amount: 1, paidOn: today }))
        .status,
    ).toBe(403)
    world.setToday('2027-04-05')
    expect((await sender.get(at(sender, `requests/${request}`))).body).toMatchObject({
      next: 'pay',
      invoices: [{ overdue: true }],
    })
    expect(
      (await finance.get(at(finance, 'invoices?view=overdue'))).body.items.map(
        ({ id }: { id: string }) => id,
      ),
    ).toContain(issued.id)
    expect(
      (await host.send('POST', at(host, `invoices/${issued.id}/reminder`))).body.invoices[0].reminders,
    ).toBe(1)
    expect((await host.send('POST', at(host, `invoices/${issued.id}/reminder`))).body.reason.code).toBe(
      'orders:whyNot.reminded',
    )
    // The invoice and the reminder carry the paper.
    const papers = await world.services.database.identity
      .selectFrom('identity.sent_mail as m')
      .leftJoin('identity.sent_mail_file as f', 'f.mail_id', 'm.id')
      .select(['m.subject', 'f.name', 'f.bytes'])
      .where('m.recipient', '=', 'pay@aurora.example')
      .execute()
    expect(papers.map(({ name }) => name)).toEqual([`${issued.number}.pdf`, `${issued.number}.pdf`])
    expect(papers.map(({ bytes }) => String(bytes?.subarray(0, 5)))).toEqual(['%PDF-', '%PDF-'])
    const paid = await receive(Math.round((issued.totals.gross - 100) * 100) / 100, '2027-04-05')
    expect(paid.body.invoices[0]).toMatchObject({ state: 'paid', open: 0 })
    const receipt = paid.body.invoices[0].receipts[0].id
    expect((await host.send('DELETE', at(host, `invoices/${issued.id}/receipts/${receipt}`))).status).toBe(
      204,
    )
    expect((await host.get(at(host, `requests/${request}`))).body.invoices[0].state).toBe('part-paid')
    const csv = await host.get(at(host, 'invoices/file?view=due'))
    expect(csv.text).toContain(issued.number)
    expect((await host.get(at(host, 'invoices/file?format=xlsx'))).headers['content-type']).toContain(
      'spreadsheetml',
    )
    world.setToday(today)
  })
})

describe('what a project’s flows cost at their hosts', () => {
  it('is ordered, invoiced, paid and open, for whoever sees money at the sender', async () => {
    const { project, flow } = await sender.run(async (context) => {
      const made = await createProject(context, {
        code: '2026-1-IT01-KA121-VET-000999999',
        action: 'KA121-VET',
        title: 'Ordered',
        callYear: 2026,
        startDate: '2026-09-01',
        endDate: '2027-11-30',
      })
      const [id = ''] = await addFlows(context, [
        { name: 'Seville', activityType: 'LM-SHORT-VET', country: 'ES', places: 20, projectId: made.id },
      ])
      return { project: made.id, flow: id }
    })
    const path = `projects/${project}/orders`
    expect((await finance.get(at(finance, path))).body).toEqual({ items: [], totals: [] })
    const waiting = await ask({ flowId: flow, title: 'Only quoted' })
    const offer = await quoted(waiting)
    const { request, order, quotation } = await ordered({ flowId: flow })
    await ordered({ title: 'Of no project' })
    const bill = await issue(await drafted(order.id, 50))
    const invoice = bill.body.invoices.find(({ state }: { state: string }) => state === 'issued')
    await host.send('POST', at(host, `invoices/${invoice.id}/receipts`), {
      paidOn: '2027-03-01',
      amount: 1000,
    })
    const answer = await finance.get(at(finance, path))
    expect(answer.status, answer.text).toBe(200)
    const gross = quotation.totals.gross as number
    expect(answer.body.items.find((one: { requestId: string }) => one.requestId === request)).toMatchObject({
      state: 'ordered',
      ordered: gross,
      invoiced: invoice.totals.gross,
      paid: 1000,
      open: Math.round((gross - 1000) * 100) / 100,
    })
    expect(answer.body.totals).toEqual([
      expect.objectContaining({ currency: 'EUR', ordered: gross, offered: offer.totals.gross }),
    ])
    expect((await host.get(at(host, path))).status).not.toBe(200)
  })
})

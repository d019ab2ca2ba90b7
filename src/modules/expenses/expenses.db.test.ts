import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'

const lunch = { day: '2027-02-27', category: 'meals', about: 'Lunch', amount: 100, currency: 'EUR' }

describe('expenses day by day', () => {
  let world: World
  let finance: Member
  let teacher: Member
  let ana: Client
  let base: string
  let flow: string
  let mobility: string

  beforeAll(async () => {
    world = await openWorld()
    const school = await world.organisation({
      name: 'IES Jaroso',
      kind: 'sending',
      country: 'ES',
      town: 'Sevilla',
    })
    const coordinator = await world.member(school, ['coordinator'])
    finance = await world.member(school, ['finance'])
    teacher = await world.member(school, ['mentor'])
    ana = await world.person('Ana Ruiz')
    base = `/organisations/${school}`
    await coordinator.run(async (context) => {
      ;[flow = ''] = await addFlows(context, [
        { name: 'Gdańsk', activityType: 'LM-SHORT-VET', country: 'PL', places: 5 },
      ])
      const [personId = ''] = await createPeople(context, [
        { kind: 'learner', givenName: 'Ana', familyName: 'Ruiz' },
      ])
      const [made] = await createMobilities(context, [
        { personId, flowId: flow, activityType: 'LM-SHORT-VET', status: 'abroad' },
      ])
      mobility = made?.id ?? ''
    })
    await world.asSystem(async ({ db }) => {
      const row = await db
        .selectFrom('mobility')
        .select('person_id')
        .where('id', '=', mobility)
        .executeTakeFirstOrThrow()
      await db.updateTable('person').set({ user_id: ana.userId }).where('id', '=', row.person_id).execute()
    })
  })
  afterAll(() => world.stop())

  const enter = (who: Member, body: object) => who.send('POST', `${base}/flows/${flow}/expenses`, body)

  it('adds up against the flow’s budget', async () => {
    await finance.send('PUT', `${base}/flows/${flow}/expense-budget`, { euros: 500 })
    expect((await enter(teacher, lunch)).body).toMatchObject({ euros: 100, state: 'entered', mine: true })
    const { body } = await finance.get(`${base}/flows/${flow}/expenses`)
    expect(body.sums).toMatchObject({ budget: 500, spent: 100, accepted: 0 })
    expect(body.items[0].mine).toBe(false)
  })

  it('keeps what has no rate yet, and fills its euros when the rate of the day comes', async () => {
    const tram = { ...lunch, category: 'local-transport', amount: 85, currency: 'PLN' }
    const entered = await enter(teacher, tram)
    expect(entered.body).toMatchObject({ euros: null, perEuro: null })
    const judge = (version: number) =>
      finance.send('POST', `${base}/expenses/${entered.body.id}/judgement`, { state: 'accepted', version })
    expect((await judge(1)).body.reason.code).toBe('expenses:whyNot.no-rate')
    const rates = await finance.send('PUT', `${base}/currency-rates`, {
      rates: [{ currency: 'PLN', day: '2027-02-26', perEuro: 4.25 }],
    })
    expect(rates.body).toEqual({ rates: 1, filled: 1 })
    expect((await judge(1)).status).toBe(409)
    expect((await judge(2)).body).toMatchObject({ euros: 20, state: 'accepted' })
    expect((await enter(teacher, tram)).body.euros).toBe(20)
  })

  it('takes a file of the European Central Bank, and refuses any other as a whole', async () => {
    const entered = await enter(teacher, { ...lunch, amount: 10, currency: 'USD' })
    const upload = (text: string) =>
      finance.upload(`${base}/currency-rates/file`, {
        name: 'eurofxref.csv',
        bytes: new TextEncoder().encode(text),
      })
    const wrong = await upload('name,amount\nAnna,3')
    expect(wrong.body.errors).toMatchObject([{ field: 'file', code: 'expenses:field.no-rates-file' }])
    const old = await upload('Date,USD\n2020-01-02,1.1')
    expect(old.body.errors[0].code).toBe('expenses:field.rates-too-old')
    expect((await finance.get(`${base}/currency-rates`)).body.waiting).toEqual([
      { currency: 'USD', day: lunch.day, expenses: 1 },
    ])
    const done = await upload(
      'Date, USD, SEK, \n26 February 2027, 1.25, 11.5, \n25 February 2027, 1.2, N/A, \n',
    )
    expect(done.body).toEqual({ rates: 3, filled: 1, first: '2027-02-25', last: '2027-02-26' })
    const seen = (await finance.get(`${base}/flows/${flow}/expenses`)).body.items
    expect(seen.find(({ id }: { id: string }) => id === entered.body.id)).toMatchObject({
      euros: 8,
      perEuro: 1.25,
    })
    const { latest, waiting } = (await finance.get(`${base}/currency-rates`)).body
    expect(waiting).toEqual([])
    expect(latest).toContainEqual({ currency: 'USD', day: '2027-02-26', perEuro: 1.25 })
    expect((await teacher.get(`${base}/currency-rates`)).status).toBe(403)
  })

  it('takes a participant’s receipt from the phone, and shows it to those who see money', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
    const receipt = await ana.upload(`/me/mobilities/${mobility}/files`, { name: 'receipt.png', bytes: png })
    const mine = await ana.send('POST', `/me/mobilities/${mobility}/expenses`, {
      ...lunch,
      amount: 9.5,
      receiptId: receipt.body.id,
    })
    expect(mine.status).toBe(201)
    expect((await ana.get(`/me/mobilities/${mobility}/expenses`)).body.items).toMatchObject([
      { amount: 9.5, mine: true },
    ])
    const seen = (await finance.get(`${base}/flows/${flow}/expenses`)).body.items.find(
      ({ amount }: { amount: number }) => amount === 9.5,
    )
    expect(seen).toMatchObject({ participant: 'Ana Ruiz', receiptId: receipt.body.id })
    // A slip of the thumb is taken back, but not somebody else's entry nor one that was judged.
    const slip = await ana.send('POST', `/me/mobilities/${mobility}/expenses`, { ...lunch, amount: 950 })
    const takeBack = (id: string) => ana.send('DELETE', `/me/mobilities/${mobility}/expenses/${id}`)
    expect((await takeBack(slip.body.id)).status).toBe(204)
    const [foreign] = (await teacher.get(`${base}/flows/${flow}/expenses`)).body.items
    expect((await takeBack(foreign.id)).status).toBe(404)
    expect((await finance.get(`${base}/files/${receipt.body.id}`)).status).toBe(200)
    expect((await teacher.get(`${base}/files/${receipt.body.id}`)).status).toBe(404)
    const notes = (await teacher.get(`${base}/flows/${flow}/expenses`)).body.items
    expect(notes.every(({ mine: own }: { mine: boolean }) => own)).toBe(true)
  })

  it('refuses by field what cannot be, and says why', async () => {
    for (const [body, field] of [
      [{ ...lunch, day: '2027-03-02' }, 'day'],
      [{ ...lunch, amount: 0 }, 'amount'],
      [{ ...lunch, currency: 'zł' }, 'currency'],
      [{ ...lunch, receiptId: '00000000-0000-7000-8000-000000000000' }, 'receiptId'],
    ] as const) {
      const answer = await enter(teacher, body)
      expect(answer.status).toBe(422)
      expect(answer.body.errors[0].field).toBe(field)
    }
    const [one] = (await teacher.get(`${base}/flows/${flow}/expenses`)).body.items
    const refused = await finance.send('POST', `${base}/expenses/${one.id}/judgement`, {
      state: 'refused',
      version: one.version,
    })
    expect(refused.body.errors[0].field).toBe('reason')
  })

  it('lets one take back only one’s own unjudged entry', async () => {
    const entered = await enter(teacher, { ...lunch, amount: 3 })
    expect((await finance.send('DELETE', `${base}/expenses/${entered.body.id}`)).status).toBe(404)
    expect((await teacher.send('DELETE', `${base}/expenses/${entered.body.id}`)).status).toBe(204)
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type TestAnswer, type World } from '../../../test/support/world.ts'
import { runCheck, runImport } from './run-import.actions.ts'

const sample = join(import.meta.dirname, '../../../test/data/erasmus-placements-2008-2012-sample.csv')

describe('imports', () => {
  let world: World
  let school: string
  let coordinator: Member
  const at = (path = '', organisation = school): string => `/organisations/${organisation}/imports${path}`
  const text = (lines: string[]): Uint8Array => Buffer.from(lines.join('\n'))
  const ok = (answer: TestAnswer, status = 200) => {
    expect(answer.status, answer.text).toBe(status)
    return answer.body
  }
  const bring = async (bytes: Uint8Array, name = 'list.csv') =>
    ok(await coordinator.upload(at(), { name, bytes }), 201)
  /** What the job does, here and now. */
  const check = async ({ id, version }: { id: string; version: number }) => {
    await runCheck(world.services, id, version)
    return ok(await coordinator.get(at(`/${id}`)))
  }
  const start = async (id: string) => {
    const { version } = ok(await coordinator.send('POST', at(`/${id}/start`)), 202)
    await runImport(world.services, id, version)
    return ok(await coordinator.get(at(`/${id}`)))
  }
  const rows = async (id: string, query = '') =>
    ok(await coordinator.get(at(`/${id}/rows?limit=200&${query}`))).items
  const count = async (table: 'mobility' | 'person' | 'flow' | 'event'): Promise<number> =>
    world.asSystem(async ({ db }) => {
      const row = await db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return row.n
    })

  const header = 'First name;Surname;Birth date;E-mail;Country;Departure;Return;Host;Company'
  const list = [
    header,
    'Anna;Rossi;12.03.2009;anna@example.org;Spain;04.05.2027;29.05.2027;Sevilla Host;Bar Central',
    'Luca;Bianchi;01.02.2009;luca@example.org;España;04.05.2027;29.05.2027;Sevilla Host;',
    'Maria;Verdi;05.06.2009;maria(at)example.org;ES;04.05.2027;29.05.2027;Sevilla Host;',
    '@Noor;O’Brien;;;Malta;31.02.2027;29.05.2027;;',
    'Sofia;;;;Malta;10.06.2027;09.06.2027;;=1+1',
  ]

  beforeAll(async () => {
    world = await openWorld({ today: '2027-03-01' })
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    coordinator = await world.member(school, ['coordinator'])
  })
  afterAll(() => world.stop())

  it('try everything and take it back, mend rows in place, then bring in what is ready', async () => {
    const uploaded = await bring(text(list))
    expect(uploaded).toMatchObject({ state: 'checking', missing: [], total: 5 })
    const before = [await count('mobility'), await count('person'), await count('flow'), await count('event')]
    const checked = await check(uploaded)
    expect(checked).toMatchObject({ state: 'checked', ready: 2, toCheck: 1, refused: 2 })
    expect([
      await count('mobility'),
      await count('person'),
      await count('flow'),
      await count('event'),
    ]).toEqual(before)
    const all = await rows(uploaded.id)
    expect(all.map((row: { number: number; state: string }) => [row.number, row.state])).toEqual([
      [5, 'refused'],
      [6, 'refused'],
      [4, 'to-check'],
      [2, 'ready'],
      [3, 'ready'],
    ])
    expect(all[0].problems).toMatchObject([{ field: 'departure', code: 'date-does-not-exist' }])
    expect(all[2].problems).toMatchObject([
      { field: 'participant.email', code: 'email-unreadable', level: 'warning' },
    ])

    const mend = (row: number, body: object) =>
      coordinator.send('PATCH', at(`/${uploaded.id}/rows/${row}`), body)
    expect(ok(await mend(5, { corrections: { departure: '1.3.2027' } }))).toMatchObject({
      row: { state: 'ready', read: { name: '@Noor O’Brien', departure: '2027-03-01' } },
      counts: { ready: 3, refused: 1 },
    })
    ok(await mend(4, { decisions: { accepted: ['email-unreadable'] } }))
    expect(await start(uploaded.id)).toMatchObject({ state: 'imported', imported: 4, refused: 1, ready: 0 })
    expect(await count('mobility')).toBe(4)
    const left = await coordinator.get(at(`/${uploaded.id}/left`))
    expect(left.text).toContain('First name;Surname')
    expect(left.text).toContain(`Sofia;;;;Malta;10.06.2027;09.06.2027;;'=1+1;`)

    const again = await check(await bring(Buffer.from(left.text.replace('09.06.2027', '19.06.2027'))))
    expect(again).toMatchObject({ remembered: false, ready: 1, total: 1 })
    expect(await start(again.id)).toMatchObject({ imported: 1 })
  })

  it('make nothing double when the same file comes twice, in whatever order of columns', async () => {
    const mobilities = await count('mobility')
    const again = await check(await bring(text(list)))
    expect(again).toMatchObject({ alreadyThere: 4, ready: 0 })
    const turned = list.map((line) => line.split(';').toReversed().join(';'))
    expect(await check(await bring(text(turned)))).toMatchObject({ alreadyThere: 4 })
    expect((await coordinator.send('POST', at(`/${again.id}/start`))).status).toBe(409)
    expect(await count('mobility')).toBe(mobilities)
  })

  it('find people and partners that are known and ask about those that may be', async () => {
    const [people, partners] = [await count('person'), 'Sevilla Host']
    const checked = await check(
      await bring(
        text([
          header,
          'Anna;Rossi;12.03.2009;anna@example.org;Spain;04.09.2027;29.09.2027;sevilla host;',
          'Ana;Rossi;;;Spain;04.09.2027;29.09.2027;sevilla host;',
          'Luca;Bianchi;01.02.2009;luca@example.org;Spain;04.05.2027;30.05.2027;;',
        ]),
      ),
    )
    expect(checked).toMatchObject({ ready: 1, toCheck: 2 })
    const [likely, sameStay] = await rows(checked.id, 'state=to-check')
    expect(likely.problems).toMatchObject([{ code: 'person-likely', candidates: [{ name: 'Anna Rossi' }] }])
    expect(sameStay.problems).toMatchObject([{ code: 'person-known' }, { code: 'same-stay' }])
    ok(await coordinator.send('PATCH', at(`/${checked.id}/rows/3`), { decisions: { person: 'new' } }))
    ok(await coordinator.send('PATCH', at(`/${checked.id}/rows/4`), { decisions: { skip: true } }))
    expect(await start(checked.id)).toMatchObject({ imported: 2 })
    expect(await count('person')).toBe(people + 1)
    const hosts = await world.asSystem(({ db }) =>
      db.selectFrom('organisation').select('id').where('name', 'ilike', partners).execute(),
    )
    expect(hosts).toHaveLength(1)
  })

  it('bring what grants are computed from, for past stays too', async () => {
    const checked = await check(
      await bring(
        text([
          'First name;Surname;Country;Departure;Return;Green travel;Travel days;Fewer opportunities;Zero grant',
          'Eva;Longo;Malta;04.10.2027;29.10.2027;sì;4;x;no',
          'Ivo;Longo;Malta;04.10.2026;29.10.2026;ja;2;;',
          'Ugo;Longo;Malta;04.10.2027;29.10.2027;perhaps;99;;',
        ]),
      ),
    )
    expect(checked).toMatchObject({ ready: 2, toCheck: 1 })
    const [unclear] = await rows(checked.id, 'state=to-check')
    expect(unclear.problems).toMatchObject([
      { field: 'money.green', code: 'yes-no-unreadable', values: { text: 'perhaps' } },
      { field: 'money.travelDays', code: 'travel-days-unreadable' },
    ])
    await start(checked.id)
    const answers = await world.asSystem(({ db }) =>
      db
        .selectFrom('mobility_grant as g')
        .innerJoin('mobility as m', 'm.id', 'g.mobility_id')
        .select('g.inputs')
        .orderBy('m.departure', 'desc')
        .execute(),
    )
    expect(answers.map(({ inputs }) => inputs)).toEqual([
      { green: true, travelDays: 4, fewerOpportunities: true },
      { green: true, travelDays: 2 },
    ])
  })

  it('take the published list of 2,000 placements, twice', { timeout: 120_000 }, async () => {
    const bytes = await readFile(sample)
    const mobilities = await count('mobility')
    const uploaded = await bring(bytes, 'placements.csv')
    expect(uploaded).toMatchObject({
      state: 'uploaded',
      total: 2000,
      derived: ['departure-first-of-month', 'return-from-length'],
      mapping: {
        startMonth: 14,
        lengthMonths: 11,
        'company.name': 8,
        country: 9,
        grant: 20,
        'school.code': 0,
      },
    })
    expect(uploaded.missing).toEqual(['participant.givenName'])
    const columns = at(`/${uploaded.id}/columns`)
    expect((await coordinator.send('PUT', columns, { mapping: uploaded.mapping, options: {} })).status).toBe(
      422,
    )
    const asked = ok(
      await coordinator.send('PUT', columns, { mapping: uploaded.mapping, options: { nameless: true } }),
      202,
    )
    const checked = await check(asked)
    expect(checked).toMatchObject({ ready: 1978, toCheck: 1, refused: 21 })
    const done = await start(checked.id)
    expect(done.imported).toBe(checked.ready)
    expect(await count('mobility')).toBe(mobilities + done.imported)
    const second = await bring(bytes, 'placements.csv')
    expect(second).toMatchObject({ remembered: true, state: 'checking' })
    expect(await check(second)).toMatchObject({ alreadyThere: done.imported, ready: 0 })
  })

  it('are nobody else’s', async () => {
    const other = await world.organisation({ name: 'Other', kind: 'sending' })
    const stranger = await world.member(other, ['coordinator'])
    const viewer = await world.member(school, ['viewer'])
    const { id } = await bring(text(list.slice(0, 2)))
    expect((await stranger.get(at(`/${id}`))).status).toBe(404)
    expect((await stranger.get(at(`/${id}`, other))).status).toBe(404)
    expect((await stranger.get(at(`/${id}/rows`, other))).status).toBe(404)
    expect((await stranger.send('DELETE', at(`/${id}`, other))).status).toBe(404)
    expect((await viewer.get(at(`/${id}`))).status).toBe(403)
    expect((await coordinator.send('DELETE', at(`/${id}`))).status).toBe(204)
    expect((await coordinator.get(at(`/${id}`))).status).toBe(404)
  })

  it('say what is wrong with a file', async () => {
    const pdf = await coordinator.upload(at(), { name: 'list.xlsx', bytes: Buffer.from('%PDF-1.7') })
    expect(pdf.status).toBe(422)
    expect(pdf.body.errors).toMatchObject([{ field: 'file', code: 'exchange:file.file-is-pdf' }])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'

describe('people', () => {
  let world: World
  let school: string
  let coordinator: Member
  const at = (path: string, organisation = school): string => `/organisations/${organisation}/people${path}`

  beforeAll(async () => {
    world = await openWorld()
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    coordinator = await world.member(school, ['coordinator'])
  })
  afterAll(() => world.stop())

  async function create(values: object): Promise<{ id: string; version: number }> {
    const answer = await coordinator.send('POST', at(''), { kind: 'learner', familyName: '', ...values })
    expect(answer.status, answer.text).toBe(201)
    return answer.body
  }

  it('keeps names whole in any script and lists them by plain family name, page by page', async () => {
    const names = [
      ['Anna', 'Öztürk'],
      ['İpek', 'Özdemir'],
      ['María José', 'de la Peña García'],
      ['Łukasz', 'Zieliński'],
      ['Νίκος', 'Παπαδόπουλος'],
      ['Суzana', 'Иванова'],
      ['Björk', ''],
    ]
    for (const [givenName, familyName] of names) await create({ givenName, familyName })
    const first = await coordinator.get(at('?limit=4'))
    const rest = await coordinator.get(at(`?limit=4&cursor=${first.body.next}`))
    expect(rest.body.next).toBeNull()
    const listed = [...first.body.items, ...rest.body.items].map(
      (one: { givenName: string; familyName: string }) => `${one.familyName}|${one.givenName}`,
    )
    expect(listed).toEqual([
      '|Björk',
      'de la Peña García|María José',
      'Özdemir|İpek',
      'Öztürk|Anna',
      'Zieliński|Łukasz',
      'Παπαδόπουλος|Νίκος',
      'Иванова|Суzana',
    ])
  })

  it('finds by parts of names without accents, in any order, and by number', async () => {
    await create({ givenName: 'Søren', familyName: 'Åkesson', studentNumber: 'ST_100%' })
    const names = async (search: string): Promise<string[]> =>
      (await coordinator.get(at(`?search=${encodeURIComponent(search)}`))).body.items.map(
        (one: { familyName: string }) => one.familyName,
      )
    expect(await names('akes soren')).toEqual(['Åkesson'])
    expect(await names('PENA maria')).toEqual(['de la Peña García'])
    expect(await names('ipek')).toEqual(['Özdemir'])
    expect(await names('st_100%')).toEqual(['Åkesson'])
    expect(await names('st-100')).toEqual([])
  })

  it('filters minors, kinds and those without a guardian', async () => {
    const minor = await create({ givenName: 'Mino', familyName: 'Filtro', birthDate: '2010-03-02' })
    await create({ givenName: 'Adulta', familyName: 'Filtro', birthDate: '2009-03-01', kind: 'staff' })
    const found = async (query: string): Promise<string[]> =>
      (await coordinator.get(at(`?search=filtro&${query}`))).body.items.map(
        (one: { givenName: string }) => one.givenName,
      )
    expect(await found('minor=true')).toEqual(['Mino'])
    expect(await found('minor=false')).toEqual(['Adulta'])
    expect(await found('kind=staff&kind=guardian')).toEqual(['Adulta'])
    expect(await found('minor=true&withoutGuardian=true')).toEqual(['Mino'])
    const added = await coordinator.send('POST', at(`/${minor.id}/guardians`), {
      givenName: 'Mamma',
      familyName: 'Filtro',
      phone: '+39 045 1',
      relation: 'mother',
    })
    expect(added.body.guardians).toMatchObject([{ givenName: 'Mamma', relation: 'mother' }])
    expect(await found('minor=true&withoutGuardian=true')).toEqual([])
    const guardian = added.body.guardians[0].id
    expect((await coordinator.get(at(`/${guardian}`))).body.minors).toMatchObject([{ id: minor.id }])
    expect((await coordinator.send('DELETE', at(`/${minor.id}/guardians/${guardian}`))).status).toBe(204)
    expect((await coordinator.send('DELETE', at(`/${minor.id}/guardians/${guardian}`))).status).toBe(404)
  })

  it('refuses impossible birth dates and a student number twice, by field', async () => {
    const wrong = await coordinator.send('POST', at(''), {
      kind: 'learner',
      givenName: 'X',
      birthDate: '2027-03-02',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors).toMatchObject([{ field: 'birthDate', code: 'in-the-future' }])
    await create({ givenName: 'One', studentNumber: 'N-1' })
    const twice = await coordinator.send('POST', at(''), {
      kind: 'learner',
      givenName: 'Two',
      studentNumber: 'N-1',
    })
    expect(twice.body.errors).toMatchObject([{ field: 'studentNumber', code: 'taken' }])
  })

  it('merges edits by field and tells what changed where they overlap', async () => {
    const colleague = await world.member(school, ['coordinator'], 'Carla Verdi')
    const person = await create({ givenName: 'Edita', familyName: 'Merge' })
    const edit = (member: Member, version: number, body: object) =>
      member.send('PATCH', at(`/${person.id}`), body, { 'if-match': `"${version}"` })
    expect((await edit(colleague, 1, { phone: '111' })).body.version).toBe(2)
    const merged = await edit(coordinator, 1, { email: 'edita@example.org' })
    expect(merged.body).toMatchObject({ version: 3, phone: '111', email: 'edita@example.org' })
    expect(merged.headers['etag']).toBe('"3"')
    const overlapping = await edit(coordinator, 1, { phone: '222' })
    expect(overlapping.status).toBe(409)
    expect(overlapping.body.changed).toMatchObject({ version: 3, fields: ['phone', 'email'] })
    expect((await edit(coordinator, 3, { phone: '' })).body.phone).toBeNull()
    const history = await coordinator.get(at(`/${person.id}/history`))
    expect(history.body.items.map((one: { type: string }) => one.type)).toEqual([
      'person.changed',
      'person.changed',
      'person.changed',
      'person.created',
    ])
    expect(history.body.items[2]).toMatchObject({ by: 'Carla Verdi', changes: { phone: [null, '111'] } })
  })

  it('keeps files from other organisations, and editing from those who may only read', async () => {
    const person = await create({ givenName: 'Segreta' })
    const foreign = await world.member(await world.organisation({ name: 'Foreign', kind: 'sending' }), [
      'coordinator',
    ])
    for (const path of [`/${person.id}`, `/${person.id}/history`])
      expect((await foreign.get(at(path, foreign.organisationId))).status).toBe(404)
    const edit = await foreign.send(
      'PATCH',
      at(`/${person.id}`, foreign.organisationId),
      { phone: '1' },
      { 'if-match': '1' },
    )
    expect(edit.status).toBe(404)
    expect((await foreign.get(at('', foreign.organisationId))).body.items).toEqual([])
    const viewer = await world.member(school, ['viewer'])
    expect(
      (await viewer.send('PATCH', at(`/${person.id}`), { phone: '1' }, { 'if-match': '1' })).status,
    ).toBe(403)
  })

  it('suggests the files that may be the same person', async () => {
    const known = await create({
      givenName: 'Doppia',
      familyName: 'Persona',
      birthDate: '2009-01-01',
      email: 'd.p@example.org',
    })
    const ask = async (query: string) =>
      (await coordinator.get(at(`/duplicates?${query}`))).body.items as {
        id: string
        by: string
        certain: boolean
      }[]
    expect(await ask('givenName=Dóppia&familyName=Persona&birthDate=2009-01-01')).toMatchObject([
      { id: known.id, by: 'name-and-birth-date', certain: true },
    ])
    expect(await ask('givenName=Doppio&familyName=Persona')).toMatchObject([
      { id: known.id, by: 'name', certain: false },
    ])
    expect(await ask(`givenName=Doppia&familyName=Persona&except=${known.id}`)).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { newMobility } from './mobility-rows.examples.ts'

describe('merging two files', () => {
  let world: World
  let school: string
  let coordinator: Member
  const at = (path: string): string => `/organisations/${school}/people${path}`

  beforeAll(async () => {
    world = await openWorld()
    school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    coordinator = await world.member(school, ['coordinator'])
  })
  afterAll(() => world.stop())

  const create = async (values: object): Promise<string> =>
    (await coordinator.send('POST', at(''), { kind: 'learner', ...values })).body.id

  it('moves mobilities and guardians, fills what was empty and keeps both histories', async () => {
    const kept = await create({ givenName: 'Anna', familyName: 'Rossi', phone: '1' })
    const other = await create({
      givenName: 'Anna M.',
      familyName: 'Rossi',
      phone: '2',
      email: 'anna@example.org',
    })
    const guardian = (await coordinator.send('POST', at(`/${other}/guardians`), { givenName: 'Mamma' })).body
      .guardians[0].id
    const mobility = await newMobility(world, { sendingId: school, personId: other })
    const merged = await coordinator.send('POST', at(`/${kept}/merge`), { other })
    expect(merged.status, merged.text).toBe(200)
    expect(merged.body).toMatchObject({
      id: kept,
      version: 2,
      givenName: 'Anna',
      phone: '1',
      email: 'anna@example.org',
      guardians: [{ id: guardian }],
      mobilities: [{ id: mobility }],
    })
    expect((await coordinator.get(at(`/${other}`))).status).toBe(404)
    const parties = await world.asSystem(({ db }) =>
      db
        .selectFrom('mobility_party')
        .select(['role', 'person_id', 'sort_name'])
        .where('mobility_id', '=', mobility)
        .execute(),
    )
    expect(parties.find(({ role }) => role === 'participant')?.person_id).toBe(kept)
    expect(new Set(parties.map((party) => party.sort_name))).toEqual(new Set(['rossi anna']))
    // The guardian of the file that ended stands by the one that is kept.
    expect(parties.map(({ role }) => role).sort()).toEqual(['guardian', 'participant', 'sending'])
    const history = (await coordinator.get(at(`/${kept}/history`))).body.items as {
      type: string
      data: object
    }[]
    expect(history[0]).toMatchObject({ type: 'person.merged', data: { other, otherName: 'Anna M. Rossi' } })
    expect(history.filter(({ type }) => type === 'person.created')).toHaveLength(2)
  })

  it('joins two files of one guardian without doubling the guardianship', async () => {
    const minor = await create({ givenName: 'Luca' })
    const guardianOf = async (givenName: string): Promise<string> => {
      const { guardians } = (await coordinator.send('POST', at(`/${minor}/guardians`), { givenName })).body
      return guardians.at(-1).id
    }
    const first = await guardianOf('Papà')
    const second = await guardianOf('Papa')
    await coordinator.send('POST', at(`/${first}/merge`), { other: second })
    expect((await coordinator.get(at(`/${minor}`))).body.guardians).toMatchObject([
      { id: first, givenName: 'Papà' },
    ])
  })

  it('refuses itself, guardian with minor, and two people who both sign in', async () => {
    const one = await create({ givenName: 'One' })
    const two = await create({ givenName: 'Two' })
    const why = async (kept: string, other: string) =>
      (await coordinator.send('POST', at(`/${kept}/merge`), { other })).body.reason?.code
    expect(await why(one, one)).toBe('people:whyNot.same-file')
    await coordinator.send('POST', at(`/${one}/guardians`), { guardian: two })
    expect(await why(one, two)).toBe('people:whyNot.guardian-of-each-other')
    await coordinator.send('DELETE', at(`/${one}/guardians/${two}`))
    for (const id of [one, two]) {
      const { userId } = await world.person(`User ${id}`)
      await world.asSystem(({ db }) =>
        db.updateTable('person').set({ user_id: userId }).where('id', '=', id).execute(),
      )
    }
    expect(await why(one, two)).toBe('people:whyNot.both-have-accounts')
  })
})

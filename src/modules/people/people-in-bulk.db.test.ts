import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { findKnownPeople, createGuardians, createPeople } from './people-in-bulk.actions.ts'

describe('people by the thousand', () => {
  let world: World
  let coordinator: Member

  beforeAll(async () => {
    world = await openWorld()
    coordinator = await world.member(await world.organisation({ name: 'Istituto Aurora', kind: 'sending' }), [
      'coordinator',
    ])
  })
  afterAll(() => world.stop())

  const people = Array.from({ length: 5000 }, (_, i) => ({
    kind: 'learner' as const,
    givenName: `Álvaro ${i.toString(36)}`,
    familyName: `Núñez ${(i * 7919).toString(36)}`,
    birthDate: `2009-0${1 + (i % 9)}-1${i % 10}`,
    ...(i % 2 === 0 ? { studentNumber: `S-${i}` } : {}),
  }))

  it('opens files and finds them again, each at its own place', async () => {
    const ids = await coordinator.run((context) => createPeople(context, people))
    const found = await coordinator.run((context) =>
      findKnownPeople(
        context,
        people.map((one) => ({ ...one, givenName: one.givenName.replace('Á', 'a').toUpperCase() })),
      ),
    )
    expect(found.map((match) => match.exact?.person.id)).toEqual(ids)
    expect(found.slice(0, 2).map((match) => match.exact?.by)).toEqual([
      'student-number',
      'name-and-birth-date',
    ])
  })

  it('links known guardians, opens new ones once, and tells the journal', async () => {
    const minors = await coordinator.run((context) =>
      createPeople(
        context,
        [1, 2, 3].map((i) => ({ kind: 'learner', givenName: `Kind ${i}`, familyName: 'Weiß' })),
      ),
    )
    const [one = '', two = '', three = ''] = minors
    const weiss = { givenName: 'Eva', familyName: 'Weiß', email: 'eva@example.org' }
    const add = (guardians: Parameters<typeof createGuardians>[1]) =>
      coordinator.run((context) => createGuardians(context, guardians))
    const first = await add([
      { ...weiss, minorId: one, relation: 'mother' },
      { givenName: 'WEISS', familyName: 'eva', email: 'Eva@example.org', minorId: two },
      { givenName: 'Jan', familyName: 'Weiß', email: 'eva@example.org', minorId: one },
    ])
    expect(first[0]).toBe(first[1])
    expect(first[2]).not.toBe(first[0])
    expect(await add([{ ...weiss, minorId: three }])).toEqual([first[0]])
    const links = await coordinator.run(({ db }) =>
      db
        .selectFrom('guardianship')
        .select('minor_id')
        .where('guardian_id', '=', first[0] ?? '')
        .execute(),
    )
    expect(links).toHaveLength(3)
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGuardians, createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import { createMobilities } from './create-mobilities.actions.ts'
import { readersOf } from './readers.store.ts'

let world: World
/** Mobilities by the given name of the participant. */
let ids: Record<string, string>

beforeAll(async () => {
  world = await openWorld({ today: '2027-03-01' })
  const school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
  const coordinator = await world.member(school, ['coordinator'])
  const anna = await world.person('Anna Rossi', 'anna.now@example.org')
  const participants = [
    { givenName: 'Anna', birthDate: '2009-05-05', email: 'anna@example.org', departure: '2027-05-04' },
    // Of full age on the day of the departure.
    { givenName: 'Bruno', birthDate: '2009-05-04', email: 'bruno@example.org', departure: '2027-05-04' },
    { givenName: 'Carla', birthDate: '2009-02-28', email: 'carla@example.org' },
    { givenName: 'Dario', birthDate: '2009-03-02' },
    { givenName: 'Elsa', email: 'elsa@example.org', departure: '2027-05-04' },
  ]
  await coordinator.run(async (context) => {
    const people = await createPeople(
      context,
      participants.map(({ departure: _, ...one }) => ({ kind: 'learner', familyName: 'Rossi', ...one })),
    )
    await createGuardians(
      context,
      people.map((minorId, at) => ({
        minorId,
        givenName: 'Paola',
        familyName: participants[at]?.givenName ?? '',
        email: `of-${participants[at]?.givenName.toLowerCase()}@example.org`,
      })),
    )
    const made = await createMobilities(
      context,
      people.map((personId, at) => ({
        personId,
        activityType: 'LM-SHORT-VET',
        country: 'ES',
        status: 'selected' as const,
        ...(participants[at]?.departure ? { departure: participants[at].departure } : {}),
      })),
    )
    ids = Object.fromEntries(made.map(({ id }, at) => [participants[at]?.givenName ?? '', id]))
    await context.db
      .updateTable('person')
      .set({ user_id: anna.userId })
      .where('id', '=', people[0] ?? '')
      .execute()
  })
})
afterAll(() => world.stop())

const addresses = async (...names: string[]): Promise<string[]> => {
  const mobilities = names.map((name) => ids[name] ?? '')
  const readers = await world.asSystem(({ db }) => readersOf(db, mobilities, '2027-03-01'))
  return readers.map(({ participant, email }) => `${participant.split(' ')[0]}: ${email}`)
}

it('writes to guardians only while the participant is a minor, and to accounts before files', async () => {
  expect(await addresses('Anna')).toEqual(['Anna: anna.now@example.org', 'Anna: of-anna@example.org'])
  expect(await addresses('Bruno')).toEqual(['Bruno: bruno@example.org'])
  expect(await addresses('Carla'), 'no day is known yet').toEqual(['Carla: carla@example.org'])
  expect(await addresses('Dario')).toEqual(['Dario: of-dario@example.org'])
  expect(await addresses('Elsa'), 'the age is not known').toEqual(['Elsa: elsa@example.org'])
  expect(await addresses('Bruno', 'Carla')).toHaveLength(2)
  expect(await addresses()).toEqual([])
})

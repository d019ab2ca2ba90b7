import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createGuardians, createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { openWorld, type Client, type Member, type World } from '../../../test/support/world.ts'
import { mailPacks } from './give-packs.actions.ts'

describe('departure packs', () => {
  let world: World
  let coordinator: Member
  let host: Member
  let anna: Client
  let base: string
  const ids: string[] = []

  beforeAll(async () => {
    world = await openWorld({ today: '2027-04-20' })
    const school = await world.organisation({ name: 'Istituto Aurora', kind: 'sending' })
    const hosting = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' })
    coordinator = await world.member(school, ['coordinator'])
    host = await world.member(hosting, ['coordinator'])
    anna = await world.person('Anna Rossi')
    base = `/organisations/${school}/mobilities`
    await world.asSystem(({ db }) => insertPartnerships(db, school, [{ partnerId: hosting, kind: 'host' }]))
    await coordinator.run(async (context) => {
      const people = await createPeople(context, [
        { kind: 'learner', givenName: 'Anna', familyName: 'Rossi', email: 'anna@example.org' },
        { kind: 'learner', givenName: 'Bruno', familyName: 'Verdi', email: 'bruno@example.org' },
        { kind: 'learner', givenName: 'Carla', familyName: 'Neri' },
      ])
      await createGuardians(context, [
        { minorId: people[0] ?? '', givenName: 'Paola', familyName: 'Rossi', email: 'paola@example.org' },
      ])
      const made = await createMobilities(
        context,
        people.map((personId) => ({
          personId,
          activityType: 'LM-SHORT-VET',
          departure: '2027-05-04',
          returnDate: '2027-05-29',
          country: 'ES',
          town: 'Sevilla',
          hostingId: hosting,
          status: 'selected' as const,
        })),
      )
      ids.push(...made.map(({ id }) => id))
    })
    await world.asSystem(async ({ db }) => {
      const row = await db
        .selectFrom('mobility')
        .select('person_id')
        .where('id', '=', ids[0] ?? '')
        .executeTakeFirstOrThrow()
      await db.updateTable('person').set({ user_id: anna.userId }).where('id', '=', row.person_id).execute()
      await db
        .updateTable('task')
        .set({ state: 'done' })
        .where('key', 'in', ['insurance', 'room', 'name-arrival-contact', 'confirm-placement'])
        .where('mobility_id', '=', ids[0] ?? '')
        .execute()
    })
  })
  afterAll(() => world.stop())

  const give = (chosen: readonly string[], anyway = false) =>
    coordinator.send('POST', `${base}/bulk`, {
      selection: { ids: chosen },
      action: { kind: 'give-pack', anyway },
    })

  it('names what a pack waits for, to those who send, host and travel', async () => {
    const { body } = await coordinator.get(`${base}/${ids[1]}/departure-pack`)
    expect(body).toMatchObject({ participant: 'Bruno Verdi', host: 'Puerta Sur', givenAt: null })
    expect(body.missing.map(({ key }: { key: string }) => key)).toEqual(
      expect.arrayContaining(['insurance', 'room']),
    )
    const seen = await host.get(`/organisations/${host.organisationId}/mobilities/${ids[1]}/departure-pack`)
    expect(seen.body.participant).toBe('Bruno Verdi')
    expect((await anna.get(`/me/mobilities/${ids[1]}/departure-pack`)).status).toBe(404)
    expect((await anna.get(`/me/mobilities/${ids[0]}/departure-pack`)).body.missing).toEqual([])
  })

  it('gives what is whole, refuses what waits, and gives nothing twice', async () => {
    const first = await give(ids)
    expect(first.body).toMatchObject({ done: 1, refused: 2, skipped: 0 })
    const results = await coordinator.get(`${base}/bulk/${first.body.id}/results?outcome=refused`)
    expect(results.body.items[0].reason.code).toBe('pack-waits')
    const second = await give(ids, true)
    expect(second.body).toMatchObject({ done: 1, skipped: 1, refused: 1 })
    await world.asSystem((context) => mailPacks(context, ids))
    const mails = await world.services.database.identity
      .selectFrom('identity.sent_mail')
      .select(['recipient', 'body_text'])
      .where('kind', '=', 'departure-pack')
      .execute()
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([
      'anna@example.org',
      'bruno@example.org',
      'paola@example.org',
    ])
    expect(mails[0]?.body_text).toContain('/pack')
  })

  it('completes the task, and hears from the phone that the pack has arrived', async () => {
    const tasks = await coordinator.get(`${base}/${ids[0]}/tasks`)
    const task = tasks.body.items.find(({ key }: { key: string }) => key === 'departure-pack')
    expect(task.state).toBe('done')
    const received = await anna.send('POST', `/me/mobilities/${ids[0]}/departure-pack/receipt`)
    expect(received.body.receivedAt).toContain('2027-04-20')
    expect((await anna.send('POST', `/me/mobilities/${ids[1]}/departure-pack/receipt`)).status).toBe(404)
    await coordinator.run((context) =>
      recordFacts(context, [{ mobilityId: ids[0] ?? '', name: 'departure-pack.received' }]),
    )
    const { body } = await coordinator.get(`${base}/${ids[0]}/departure-pack`)
    expect(body.receivedAt).toBe(received.body.receivedAt)
  })
})

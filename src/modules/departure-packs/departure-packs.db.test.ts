import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFlows } from '#modules/flows/flows.actions.ts'
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
        {
          kind: 'learner',
          givenName: 'Anna',
          familyName: 'Rossi',
          birthDate: '2010-01-01',
          email: 'anna@example.org',
        },
        {
          kind: 'learner',
          givenName: 'Bruno',
          familyName: 'Verdi',
          birthDate: '2009-05-04',
          email: 'bruno@example.org',
        },
        { kind: 'learner', givenName: 'Carla', familyName: 'Neri' },
      ])
      await createGuardians(context, [
        { minorId: people[0] ?? '', givenName: 'Paola', familyName: 'Rossi', email: 'paola@example.org' },
        // Of full age on the day of the departure.
        { minorId: people[1] ?? '', givenName: 'Ugo', familyName: 'Verdi', email: 'ugo@example.org' },
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
    // The account's address goes before that of the file.
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [anna.email, 'bruno@example.org', 'paola@example.org'].toSorted(),
    )
    expect(mails[0]?.body_text).toContain('/pack')
  })

  it('names the same insurance as the emergency card, all of it from one paper', async () => {
    const flow = await coordinator.run(async (context) => {
      const [id = ''] = await addFlows(context, [
        { name: 'Sevilla', activityType: 'LM-SHORT-VET', country: 'ES', places: 5 },
      ])
      await context.db
        .updateTable('mobility')
        .set({ flow_id: id })
        .where('id', '=', ids[0] ?? '')
        .execute()
      return id
    })
    const school = `/organisations/${coordinator.organisationId}`
    const seen = async () => {
      const pack = (await anna.get(`/me/mobilities/${ids[0]}/departure-pack`)).body.insurance
      const card = (await anna.get('/me/papers')).body.items[0].insurance
      const hosts = `/organisations/${host.organisationId}/mobilities/${ids[0]}`
      const { insurance } = (await host.get(`${hosts}/papers`)).body
      expect((await host.get(`${hosts}/departure-pack`)).body.insurance).toEqual(pack)
      const said = card && { insurer: card.insurer, emergencyPhone: card.emergencyPhone }
      expect(said).toEqual(pack)
      // A host reads whom to call; without a number there is nobody.
      const callable = pack?.emergencyPhone ? pack : null
      const shown = insurance && { insurer: insurance.insurer, emergencyPhone: insurance.emergencyPhone }
      expect(shown).toEqual(callable)
      return card
    }
    const own = { insurer: 'Salud', emergencyPhone: '+34 900 1', validUntil: '2027-12-31' }
    const put = (body: object, version: number) =>
      anna.send('PUT', `/me/mobilities/${ids[0]}/papers/insurance`, { ...body, version })
    expect(await seen()).toBeNull()
    // An own insurance without a number of its own, and a policy of the group with one.
    await put({ ...own, emergencyPhone: null }, 0)
    expect(await seen()).toMatchObject({ insurer: 'Salud', emergencyPhone: '' })
    const policy = {
      insurer: 'Alpenmutual',
      number: 'GP-1',
      emergencyPhone: '+39 02 1',
      covers: ['illness'],
      validFrom: '2027-05-01',
      validUntil: '2027-05-31',
      flowIds: [flow],
    }
    const added = await coordinator.send('POST', `${school}/group-policies`, policy)
    expect(added.status, added.text).toBe(201)
    const group = { insurer: 'Alpenmutual', emergencyPhone: '+39 02 1', number: 'GP-1' }
    expect(await seen()).toEqual(group)
    await put(own, 1)
    expect(await seen()).toEqual({ insurer: 'Salud', emergencyPhone: '+34 900 1', number: null })
    await put({ ...own, validUntil: '2027-05-20' }, 2)
    expect(await seen()).toEqual(group)
    await put(own, 3)
    await coordinator.send('POST', `${school}/papers/steps`, {
      items: [{ mobilityId: ids[0], kind: 'insurance' }],
      step: 'not-needed',
      reason: 'The group has one',
    })
    expect(await seen()).toEqual(group)
    const changed = { ...policy, validUntil: '2027-05-20', version: added.body.version }
    await coordinator.send('PUT', `${school}/group-policies/${added.body.id}`, changed)
    expect(await seen()).toBeNull()
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

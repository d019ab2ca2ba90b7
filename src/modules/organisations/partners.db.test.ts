import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../test/support/world.ts'
import { findOrCreatePartners, type NamedPartner } from './find-or-create-partners.actions.ts'

describe('partners', () => {
  let world: World
  let anna: Member
  let other: Member
  let path: string
  beforeAll(async () => {
    world = await openWorld()
    anna = await world.member(
      await world.organisation({ name: 'Scuola Aurora', kind: 'sending' }),
      ['coordinator'],
      'Anna',
    )
    other = await world.member(
      await world.organisation({ name: 'Schule Kiel', kind: 'sending' }),
      ['coordinator'],
      'Olaf',
    )
    path = `/organisations/${anna.organisationId}/partners`
  })
  afterAll(() => world.stop())

  const create = (values: object) => anna.send('POST', path, { kinds: ['host'], ...values })

  it('are found whatever the accents, page by page, and never by others', async () => {
    await create({ name: 'Panadería Núñez', kinds: ['company'], country: 'ES', town: 'Cádiz' })
    await create({ name: 'Ålesund vgs', country: 'NO' })
    await create({ name: 'Zeta', country: 'ES', erasmusCode: 'E ZETA01' })
    const names = async (query: string) =>
      ((await anna.get(`${path}?${query}`)).body.items as { name: string }[]).map(({ name }) => name)
    expect(await names('q=cadiz%20NUNEZ')).toEqual(['Panadería Núñez'])
    expect(await names('q=zeta01')).toEqual(['Zeta'])
    expect(await names('country=ES&country=NO&kind=host')).toEqual(['Ålesund vgs', 'Zeta'])
    const first = await anna.get(`${path}?limit=2`)
    expect(first.body.items).toHaveLength(2)
    expect(await names(`limit=2&cursor=${first.body.next}`)).toEqual(['Zeta'])
    const id = first.body.items[0].id as string
    expect((await other.get(`/organisations/${other.organisationId}/partners/${id}`)).status).toBe(404)
    expect((await other.get(`/organisations/${other.organisationId}/partners`)).body.items).toEqual([])
  })

  it('merge edits, keep a note, and can be archived', async () => {
    const made = (await create({ name: 'Casa Sur', note: 'Ask for Marta' })).body
    const edit = (body: object, version: number) =>
      anna.send('PATCH', `${path}/${made.id}`, body, { 'if-match': `"${version}"` })
    expect((await edit({ town: 'Málaga' }, 1)).body).toMatchObject({ town: 'Málaga', version: 2 })
    expect((await edit({ phone: '123' }, 1)).status).toBe(200)
    expect((await edit({ town: 'Granada' }, 1)).status).toBe(409)
    const archived = await anna.send('PUT', `${path}/${made.id}/partnership`, {
      kinds: ['host', 'school'],
      note: 'Closed',
      archived: true,
    })
    expect(archived.body).toMatchObject({ archived: true, note: 'Closed', kinds: ['host', 'school'] })
    const living = (await anna.get(`${path}?archived=false`)).body.items as { id: string }[]
    expect(living.map(({ id }) => id)).not.toContain(made.id)
  })

  it('tell likely duplicates before a second one is made', async () => {
    await create({ name: 'Instituto del Mar', country: 'ES', oid: 'E10000001' })
    const found = async (query: string) => (await anna.get(`${path}/duplicates?${query}`)).body.items
    expect(await found('name=instituto%20del%20mar%20cadiz&country=ES')).toMatchObject([
      { name: 'Instituto del Mar', by: 'name' },
    ])
    expect(await found('oid=e1000%200001')).toMatchObject([{ by: 'oid', partner: true }])
    expect(await found('name=instituto%20del%20mar&country=PT')).toEqual([])
    const second = await create({ name: 'Sea', oid: 'E10000001' })
    expect(second.body.errors[0]).toMatchObject({ field: 'oid', code: 'organisations:oid.partner' })
  })

  it('become their own when somebody accepts, and keep their contacts', async () => {
    const { id } = (await create({ name: 'Host Sevilla', oid: 'E10000007', email: 'info@host.example' })).body
    const contact = { holders: [{ name: 'Marta', email: 'marta@host.example' }] }
    expect((await anna.send('PUT', `${path}/${id}/contacts/arrival`, contact)).body.contacts).toMatchObject([
      { duty: 'arrival', today: { kind: 'holder' } },
    ])
    await anna.send('POST', `${path}/${id}/invitation`, { email: 'marta@host.example' })
    const mail = await world.asSystem(({ db }) =>
      db
        .selectFrom('identity.sent_mail')
        .select('body_text')
        .where('recipient', '=', 'marta@host.example')
        .executeTakeFirstOrThrow(),
    )
    const token = /\/invitation\/([\w-]+)/.exec(mail.body_text)?.[1]
    const marta = await world.person('Marta Gil')
    expect((await marta.send('POST', `/invitations/${token}/accept`)).body).toEqual({ organisationId: id })
    expect((await marta.get(`/organisations/${id}/partners`)).body.items).toMatchObject([
      { name: 'Scuola Aurora', kinds: ['sender'] },
    ])
    const now = (await anna.get(`${path}/${id}`)).body
    expect(now).toMatchObject({
      claimed: true,
      whyNotEdit: 'partner-claimed',
      invitation: { state: 'accepted' },
    })
    expect(now.contacts[0].holders[0].name).toBe('Marta')
    const edit = await anna.send('PATCH', `${path}/${id}`, { town: 'X' }, { 'if-match': '"2"' })
    expect(edit.body.reason.code).toBe('organisations:whyNot.partner-claimed')

    // Somebody else who knows the OID may work with them, but sees no names until they work with them too.
    const foreign = `/organisations/${other.organisationId}/partners/${id}/link`
    expect((await other.send('POST', foreign, { oid: 'E99999999', kinds: ['host'] })).status).toBe(404)
    expect((await other.send('POST', foreign, { oid: 'E10000007', kinds: ['host'] })).body).toMatchObject({
      claimed: true,
      contacts: [],
    })
  })

  it('are found or written down for a whole file at once', async () => {
    const rows: NamedPartner[] = [
      { name: 'instituto del mar', kind: 'host', country: 'ES' },
      { name: 'Otro nombre', kind: 'host', oid: 'E10000001' },
      { name: 'Café Nuevo', kind: 'company', country: 'ES', town: 'Cádiz' },
      { name: 'Cafe nuevo ', kind: 'company', country: 'ES', town: 'cadiz', email: 'hola@cafe.example' },
      ...Array.from({ length: 300 }, (_, i) => ({
        name: `Firma ${i % 150}`,
        kind: 'company' as const,
        country: 'IT',
      })),
    ]
    const found = await anna.run((context) => findOrCreatePartners(context, rows))
    expect(found[0]).toMatchObject({ created: false, by: 'name' })
    expect(found[1]).toMatchObject({ created: false, by: 'oid', id: found[0]?.id })
    expect(found[2]).toMatchObject({ created: true })
    expect(found[3]?.id).toBe(found[2]?.id)
    expect(new Set(found.slice(4).map(({ id }) => id)).size).toBe(150)
    expect((await anna.get(`${path}/${found[2]?.id}`)).body).toMatchObject({
      name: 'Café Nuevo',
      email: 'hola@cafe.example',
    })
    const again = await anna.run((context) => findOrCreatePartners(context, rows))
    expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
    expect(again.every(({ created }) => !created)).toBe(true)
  })
})

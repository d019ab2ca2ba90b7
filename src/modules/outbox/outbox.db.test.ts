import { afterAll, beforeAll, expect, it } from 'vitest'
import { handOver } from '#server/mail/mail.ts'
import { openWorld, type World } from '../../../test/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
  for (const to of ['anna@example.org', 'luca@example.org'])
    await world.services.database.transaction({ kind: 'system' }, (db) =>
      handOver(world.services, db, {
        to,
        language: 'en',
        kind: 'invitation',
        subject: `For ${to}`,
        text: 'Welcome: https://softmob.example/x',
        html: '',
        ...(to === 'anna@example.org' && {
          file: {
            name: 'Terms.pdf',
            contentType: 'application/pdf',
            bytes: new TextEncoder().encode('%PDF'),
          },
        }),
      }),
    )
})
afterAll(() => world.stop())

it('does not exist where mails are really sent', async () => {
  const person = await world.person('Anna Rossi')
  expect((await person.get('/outbox')).status).toBe(404)
})

it('shows the mails of a demo, page by page', async () => {
  world.services.config.demo = true
  try {
    const person = await world.person('Luca Bianchi')
    const first = await person.get('/outbox?limit=1')
    expect(first.status).toBe(200)
    expect(first.body.items).toHaveLength(1)
    const second = await person.get(`/outbox?limit=1&cursor=${first.body.next}`)
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id)
    const found = await person.get('/outbox?to=anna')
    expect(found.body.items.map(({ to }: { to: string }) => to)).toEqual(['anna@example.org'])
    const one = await person.get(`/outbox/${found.body.items[0].id}`)
    expect(one.body).toMatchObject({
      subject: 'For anna@example.org',
      text: 'Welcome: https://softmob.example/x',
      file: 'Terms.pdf',
    })
    const file = await person.get(`/outbox/${found.body.items[0].id}/file`)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['content-disposition']).toContain('Terms.pdf')
    const plain = await person.get('/outbox?to=luca')
    expect((await person.get(`/outbox/${plain.body.items[0].id}/file`)).status).toBe(404)
  } finally {
    world.services.config.demo = false
  }
})

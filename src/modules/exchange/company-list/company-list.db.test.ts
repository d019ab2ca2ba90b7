import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Member, type World } from '../../../../test/support/world.ts'

let world: World
let base: string
let coordinator: Member

const file = `Empresa;Localidad;País;Correo;Empleados;Puesto;Plazas;Desde;Hasta;Notas internas
Panadería Sol;Sevilla;España;sol@example.org;5;Panadero;2;01/03/2028;30/06/2028;
Panadería Sol;Sevilla;España;sol@example.org;5;Pastelero;1;01/03/2028;30/06/2028;
Taller Luna;Cádiz;España;luna(at)example;muchos;Mecánico;0;30/02/2028;01/01/2028;
`
beforeAll(async () => {
  world = await openWorld({ today: '2027-11-01' })
  const host = await world.organisation({ name: 'Puerta Sur', kind: 'hosting', country: 'ES' })
  coordinator = await world.member(host, ['coordinator'])
  base = `/organisations/${host}`
})
afterAll(() => world.stop())

async function read(text: string) {
  const answer = await coordinator.upload(`${base}/company-list-file`, {
    name: 'empresas.csv',
    bytes: new TextEncoder().encode(text),
  })
  const columns = answer.body.columns.map(({ guess }: { guess: string | null }) => guess)
  return { columns, rows: answer.body.rows as { number: number; cells: string[] }[] }
}

describe('a list of companies', () => {
  it('is read with its columns guessed, and checked row by row without changing anything', async () => {
    const list = await read(file)
    expect(list.columns).toEqual(
      ['name', 'town', 'country', 'email', 'employees', 'title', 'places', 'startsOn', 'endsOn', null].slice(
        0,
        list.columns.length,
      ),
    )
    const checked = (await coordinator.send('POST', `${base}/company-list-check`, list)).body.rows
    expect(checked[0]).toEqual({ number: 2, company: 'new', position: 'new', problems: [] })
    const problems = checked[2].problems.map(
      ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
    )
    expect(problems).toEqual([
      'email no-email',
      'employees no-number',
      'startsOn no-date',
      'places out-of-range',
    ])
    expect((await coordinator.get(`${base}/companies`)).body.items).toEqual([])
  })

  it('is refused as a whole while a row is wrong, and doubles nothing when it comes twice', async () => {
    const list = await read(file)
    const refused = await coordinator.send('POST', `${base}/company-list`, list)
    expect(refused.body.errors[0]).toMatchObject({ field: 'rows', code: 'company-list:row-wrong' })
    expect((await coordinator.get(`${base}/companies`)).body.items).toEqual([])
    const right = { ...list, rows: list.rows.slice(0, 2) }
    const first = await coordinator.send('POST', `${base}/company-list`, right)
    expect(first.body).toEqual({ companies: 1, known: 0, positions: 2, same: 0 })
    const second = await coordinator.send('POST', `${base}/company-list`, right)
    expect(second.body).toEqual({ companies: 0, known: 1, positions: 0, same: 2 })
    const again = (await coordinator.send('POST', `${base}/company-list-check`, right)).body.rows
    expect(again[0]).toMatchObject({ company: 'known', position: 'known' })
    expect((await coordinator.get(`${base}/companies`)).body.items).toMatchObject([
      {
        name: 'Panadería Sol',
        email: 'sol@example.org',
        employees: 5,
        positions: 2,
        later: { from: '2028-03-01', places: 3 },
      },
    ])
  })

  it('fills in what is not known and leaves what somebody wrote down', async () => {
    const company = (await coordinator.get(`${base}/companies`)).body.items[0]
    const card = (await coordinator.get(`${base}/companies/${company.id}`)).body
    await coordinator.send('PUT', `${base}/companies/${company.id}`, { version: card.version, employees: 7 })
    const list = await read(
      'Company,Town,Country,Employees,Languages,Tutor\nPanaderia SOL,Sevilla,ES,99,"Spanish, English",Ana\n',
    )
    await coordinator.send('POST', `${base}/company-list`, list)
    const after = (await coordinator.get(`${base}/companies/${company.id}`)).body
    expect(after.card).toMatchObject({ employees: 7, languages: ['es', 'en'], tutors: [{ name: 'Ana' }] })
  })

  it('refuses what is no list', async () => {
    const empty = await coordinator.upload(`${base}/company-list-file`, {
      name: 'x.csv',
      bytes: new Uint8Array(),
    })
    expect(empty.status).toBe(422)
    const twice = { columns: ['name', 'name'], rows: [{ number: 1, cells: ['a', 'b'] }] }
    expect((await coordinator.send('POST', `${base}/company-list`, twice)).body.errors[0].field).toBe(
      'columns',
    )
  })
})

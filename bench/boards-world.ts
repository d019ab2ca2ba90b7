import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { insertKey } from '#modules/accounts/accounts.store.ts'
import { openDatabase } from '#server/database/database.ts'
import type { BenchWorld } from './bench-world.ts'

/** A host with many beds, and a key of its coordinator. */
export interface HostWorld {
  organisationId: string
  headers: Record<string, string>
  /** A day on which all the stays are going on. */
  day: string
}

const beds = 2000
const stays = 1500
const day = '2027-03-03'
const name = 'Host of the boards'

/**
 * A host with 2,000 beds in 250 homes and 1,500 people who sleep there, work at 400 companies and come from all senders. Made once; a
 * database that has it is left as it is.
 */
export async function openHostWorld(world: BenchWorld): Promise<HostWorld> {
  const client = new pg.Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    const known = await client.query<{ id: string }>('select id from organisation where name = $1', [name])
    const organisationId = known.rows[0]?.id ?? (await build(client))
    const key = await keyOf(world.databaseUrl, organisationId)
    return { organisationId, headers: { authorization: `Bearer ${key}` }, day }
  } finally {
    await client.end()
  }
}

async function build(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "insert into organisation (name, short_name, kind, country, town, claimed_at) values ($1, 'boards', 'hosting', 'ES', 'Sevilla', now()) returning id",
    [name],
  )
  const host = rows[0]?.id ?? ''
  await client.query('begin')
  await client.query(
    `with h as (
      insert into housing (organisation_id, name, kind, country, town)
      select $1, 'Home ' || i, 'flat', 'ES', 'Sevilla' from generate_series(1, $2::integer / 8) i returning id
    ), r as (
      insert into room (organisation_id, housing_id, name) select $1, h.id, 'Room ' || i from h, generate_series(1, 4) i returning id
    )
    insert into bed (organisation_id, room_id, name) select $1, r.id, i::text from r, generate_series(1, 2) i`,
    [host, beds],
  )
  await client.query(
    `update mobility m set hosting_id = $1, company_id = c.id, company_stage = 'confirmed', status = 'abroad', departure = '2027-02-22', return_date = '2027-03-19'
    from (select id, row_number() over (order by id) as n from mobility where status in ('ready', 'placed', 'abroad', 'accepted') limit $2) picked,
      (select id, row_number() over (order by id) as n from organisation where kind = 'company' and short_name = 'load' limit 400) c
    where m.id = picked.id and c.n = 1 + picked.n % 400`,
    [host, stays],
  )
  await client.query('select app.sync_parties(array(select id from mobility where hosting_id = $1))', [host])
  await client.query(
    `insert into partnership (organisation_id, partner_id, kind)
    select distinct $1::uuid, company_id, 'company' from mobility where hosting_id = $1`,
    [host],
  )
  await client.query(
    `insert into position (organisation_id, company_id, title, places, starts_on, ends_on)
    select $1, partner_id, 'Trainee', 4, '2027-01-01', '2027-12-31' from partnership where organisation_id = $1 and kind = 'company'`,
    [host],
  )
  await client.query(
    `insert into stay (organisation_id, mobility_id, bed_id, starts_on, ends_on)
    select $1, m.id, b.id, m.departure, m.return_date
    from (select *, row_number() over (order by id) as n from mobility where hosting_id = $1) m
    join (select id, row_number() over (order by id) as n from bed where organisation_id = $1) b on b.n = m.n`,
    [host],
  )
  await client.query('commit')
  await client.query('analyze')
  return host
}

async function keyOf(url: string, organisationId: string): Promise<string> {
  const database = openDatabase(url, { connections: 1 })
  try {
    return await database.transaction({ kind: 'system' }, async (db) => {
      const userId = randomUUID()
      const email = `boards-${userId.slice(0, 8)}@example.org`
      await db
        .insertInto('identity.user')
        .values({ id: userId, name: 'Boards', email, emailVerified: true })
        .execute()
      await db
        .insertInto('membership')
        .values({
          organisation_id: organisationId,
          user_id: userId,
          name: 'Boards',
          email,
          roles: ['coordinator'],
        })
        .execute()
      return (await insertKey(db, userId, 'boards')).key
    })
  } finally {
    await database.close()
  }
}

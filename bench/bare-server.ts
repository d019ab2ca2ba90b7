import { createServer } from 'node:http'
import pg from 'pg'
import type { BenchWorld } from './bench-world.ts'

/** The same page of the grid by `node:http` and `pg` alone: no accounts, no checks, no scope. What a framework costs is the difference. */
export async function bareServer(world: BenchWorld): Promise<{ urls: string[]; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 10, options: '-c jit=off' })
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    pool
      .query({
        name: 'page',
        text: pageSql,
        values: [world.organisationId, [url.searchParams.get('status')], [url.searchParams.get('country')]],
      })
      .then(
        ({ rows }) =>
          answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: rows })),
        (error: unknown) => answer.writeHead(500).end(String(error)),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    urls: ['selected', 'accepted', 'placed', 'closed'].flatMap((status) =>
      ['ES', 'DE', 'MT'].map((country) => `${base}/?status=${status}&country=${country}`),
    ),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await pool.end()
    },
  }
}

/** The statement of mobilities.store.ts for status and country, by departure. */
const pageSql = `
  select m.id, m.number, m.version, m.person_id as "personId", s.given_name as "givenName", s.family_name as "familyName",
    s.birth_date as "birthDate", m.status, m.activity_type as "activityType", m.flow_id as "flowId", f.name as "flowName", m.country, m.town,
    m.departure, m.return_date as "returnDate", m.sending_id as "sendingId", o.name as "sendingName", m.hosting_id as "hostingId",
    h.name as "hostingName", m.company_id as "companyId", c.name as "companyName", m.line, m.turn, m.turn_since as "turnSince",
    m.next_due as "nextDue", m.tasks_done as done, m.tasks_total as total
  from (
    select p.mobility_id, p.departure from mobility_party p
    where p.organisation_id = $1 and p.main and p.status = any ($2::text[]) and p.country = any ($3::text[]) and p.departure is not null
    order by p.departure, p.mobility_id limit 51
  ) p
  join mobility m on m.id = p.mobility_id
  join person s on s.id = m.person_id
  join organisation o on o.id = m.sending_id
  left join flow f on f.id = m.flow_id
  left join organisation h on h.id = m.hosting_id
  left join organisation c on c.id = m.company_id
  order by p.departure, p.mobility_id`

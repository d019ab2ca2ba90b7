import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { insertKey } from '#modules/accounts/accounts.store.ts'
import { allProjections } from '#modules/all-projections.ts'
import { refreshTasks } from '#modules/tasks/sync-tasks.actions.ts'
import { contextIn, type Services } from '#server/context.ts'
import { openDatabase } from '#server/database/database.ts'
import { familyNames, names } from './demo-year/names.ts'

export interface LoadOptions {
  mobilities: number
  organisations: number
  log?: (line: string) => void
}

/** Things of the load world, apart from whatever else there is. */
const ofLoad = "sending_id in (select id from organisation where short_name = 'load')"

/**
 * A large world for load tests: invented, deterministic in shape (a few large senders, many small ones; half of the
 * mobilities over, half in all states of preparation and stay). Loaded once: a database that has it is left as it is.
 * Answers the largest sender and a key of its coordinator.
 */
export async function loadWorld(
  url: string,
  options: LoadOptions,
): Promise<{ organisationId: string; key: string }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const there = await client.query<{ n: number }>(
      `select count(*)::integer as n from (select from mobility where ${ofLoad} limit 1) x`,
    )
    if ((there.rows[0]?.n ?? 0) === 0) await build(client, url, options)
  } finally {
    await client.end()
  }
  return coordinatorOfLargest(url)
}

async function build(
  client: pg.Client,
  url: string,
  { mobilities, organisations, log = () => {} }: LoadOptions,
): Promise<void> {
  const step = async (title: string, text: string, values: unknown[] = []): Promise<void> => {
    const started = performance.now()
    await client.query(text, values)
    log(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  const senders = Math.max(1, Math.round((organisations * 2) / 3))
  const hosts = Math.max(1, organisations - senders)
  const given = [...names.IT.woman, ...names.IT.man, ...names.DE.woman, ...names.FR.man]
  const family = [...familyNames('IT'), ...familyNames('DE'), ...familyNames('FR')]
  await client.query('select setseed(0.42)')
  await step('organisations', organisationsSql, [senders, hosts, senders * 8])
  await step('projects and flows', flowsSql)
  await step('people', peopleSql, [mobilities, senders, given, family])
  await client.query("set session_replication_role = 'replica'")
  await step('mobilities', mobilitiesSql)
  await step('parties', partiesSql)
  await client.query("set session_replication_role = 'origin'")
  await step('facts', factsSql)
  await step('events', eventsSql)
  await client.query('analyze')
  await loadTasks(client, url, log)
}

const organisationsSql = `
  with made as (
    select i, case when i <= $1::integer then 'sending' when i <= $1::integer + $2::integer then 'hosting' else 'company' end as kind
    from generate_series(1, $1::integer + $2::integer + $3::integer) i
  )
  insert into organisation (name, short_name, kind, country, town, claimed_at)
  select case kind when 'sending' then 'School ' when 'hosting' then 'Host ' else 'Company ' end || i, 'load', kind,
    (array['IT', 'DE', 'ES', 'FR', 'PL', 'FI', 'PT', 'MT', 'IE', 'NL'])[1 + i % 10], 'Town ' || i % 400, now()
  from made order by i`

const flowsSql = `
  with p as (
    insert into project (organisation_id, code, title, call_year, action, start_date, end_date)
    select id, '2026-1-XX01-KA121-VET-' || lpad(row_number() over (order by id)::text, 9, '0'), 'Mobility ' || name, 2026, 'KA121-VET', '2026-06-01', '2028-08-31'
    from organisation where kind = 'sending' and short_name = 'load' returning id, organisation_id
  )
  insert into flow (organisation_id, project_id, name, activity_type, country, start_date, end_date, places)
  select p.organisation_id, p.id, 'Flow ' || n, 'LM-SHORT-VET', (array['ES', 'DE', 'MT', 'IE', 'PT'])[1 + n % 5], '2026-01-10'::date + n * 22, '2026-01-10'::date + n * 22 + 27, 60
  from p cross join generate_series(1, 40) n`

// A few senders are large: the share falls with the square of the rank.
const peopleSql = `
  with senders as (select array_agg(id order by name) as ids from organisation where kind = 'sending' and short_name = 'load')
  insert into person (organisation_id, kind, given_name, family_name, birth_date, email, nationality, language)
  select ids[1 + floor($2::integer * power(random(), 2.2))::integer], 'learner',
    ($3::text[])[1 + floor(random() * array_length($3::text[], 1))::integer],
    ($4::text[])[1 + floor(random() * array_length($4::text[], 1))::integer],
    '2006-01-01'::date + floor(random() * 1500)::integer, 'learner' || i || '@example.org', 'IT', 'it'
  from senders, generate_series(1, $1::integer) i`

const mobilitiesSql = `
  with hosts as (select array_agg(id order by name) as ids from organisation where kind = 'hosting' and short_name = 'load'),
  companies as (select array_agg(id order by name) as ids from organisation where kind = 'company' and short_name = 'load'),
  drawn as (
    select s.id as person_id, s.organisation_id, random() as r, random() as h, random() as c, floor(random() * 40)::integer as f
    from person s join organisation o on o.id = s.organisation_id and o.short_name = 'load'
  )
  insert into mobility (sending_id, project_id, flow_id, person_id, activity_type, status, departure, return_date, country, town, hosting_id, company_id, company_stage)
  select d.organisation_id, f.project_id, f.id, d.person_id, 'LM-SHORT-VET',
    case when d.r < 0.5 then 'closed' else (array['draft', 'selected', 'accepted', 'placed', 'ready', 'abroad', 'returned', 'assessed', 'withdrawn', 'cancelled'])[1 + floor(d.r * 1000)::integer % 10] end,
    f.start_date, f.end_date, f.country, 'Town ' || floor(d.r * 400)::integer,
    hosts.ids[1 + floor(d.h * array_length(hosts.ids, 1))::integer],
    companies.ids[1 + floor(d.c * array_length(companies.ids, 1))::integer], 'proposed'
  from drawn d
  cross join hosts cross join companies
  join lateral (select * from flow where flow.organisation_id = d.organisation_id order by flow.start_date offset d.f limit 1) f on true`

const keys = `m.status, m.departure, m.return_date, m.country, m.flow_id, m.project_id, m.activity_type,
  app.plain(s.family_name || ' ' || s.given_name), app.plain(s.given_name || ' ' || s.family_name || ' ' || s.given_name) || ' ' || m.number`
const columns =
  'mobility_id, role, organisation_id, person_id, status, departure, return_date, country, flow_id, project_id, activity_type, sort_name, search'
const partiesSql = `
  insert into mobility_party (${columns})
  select m.id, r.role, r.organisation_id, r.person_id, ${keys}
  from mobility m join person s on s.id = m.person_id
  cross join lateral (values ('sending', m.sending_id, null::uuid), ('hosting', m.hosting_id, null), ('company', m.company_id, null), ('participant', null, m.person_id)) as r (role, organisation_id, person_id)
  where m.${ofLoad}`

const factsSql = `
  insert into fact (mobility_id, name, at, by_label)
  select m.id, f.name, now(), 'load' from mobility m
  cross join lateral unnest(case
    when m.status in ('accepted', 'placed') then array['participant.accepted', 'participant.data-checked', 'hosting.confirmed']
    when m.status in ('ready', 'abroad', 'returned', 'assessed') then array['participant.accepted', 'participant.data-checked', 'hosting.confirmed', 'hosting.mentor-named', 'company.proposed', 'company.confirmed']
    else array[]::text[] end) as f (name)
  where m.${ofLoad}`

const eventsSql = `
  insert into event (at, type, subject_kind, subject_id, mobility_id, actor_label)
  select now() - interval '30 days', e.type, 'mobility', m.id, m.id, 'load'
  from mobility m cross join (values ('mobility.created'), ('mobility.edited'), ('mobility.status-changed')) as e (type)
  where m.${ofLoad}`

/** Tasks of the mobilities that go on, made by the same rules as in daily use. */
async function loadTasks(client: pg.Client, url: string, log: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from mobility where status not in ('closed', 'withdrawn', 'cancelled') and ${ofLoad} order by id`,
  )
  const database = openDatabase(url, { connections: 2 })
  const services = { database, projections: allProjections, clock: () => new Date() } as unknown as Services
  const started = performance.now()
  for (let start = 0; start < rows.length; start += 1000) {
    const ids = rows.slice(start, start + 1000).map((row) => row.id)
    await database.transaction({ kind: 'system' }, (db) =>
      refreshTasks(contextIn(services, { kind: 'system', name: 'load' }, db), ids),
    )
    if (start % 20_000 === 0 && start > 0)
      log(
        `tasks of ${start} of ${rows.length} mobilities: ${((performance.now() - started) / 1000).toFixed(0)} s`,
      )
  }
  await database.close()
}

async function coordinatorOfLargest(url: string): Promise<{ organisationId: string; key: string }> {
  const database = openDatabase(url, { connections: 1 })
  try {
    return await database.transaction({ kind: 'system' }, async (db) => {
      const { id } = await db
        .selectFrom('mobility')
        .select((e) => ['sending_id as id', e.fn.countAll<number>().as('n')])
        .where('sending_id', 'in', (q) =>
          q.selectFrom('organisation').select('id').where('short_name', '=', 'load'),
        )
        .groupBy('sending_id')
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      const userId = randomUUID()
      const email = `load-${userId.slice(0, 8)}@example.org`
      await db
        .insertInto('identity.user')
        .values({ id: userId, name: 'Load', email, emailVerified: true })
        .execute()
      await db
        .insertInto('membership')
        .values({
          organisation_id: id,
          user_id: userId,
          name: 'Load',
          email,
          roles: ['administrator', 'coordinator'],
        })
        .execute()
      return { organisationId: id, key: (await insertKey(db, userId, 'load')).key }
    })
  } finally {
    await database.close()
  }
}

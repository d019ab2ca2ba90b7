import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { allocateRooms } from '#modules/stays/allocate-rooms.ts'
import { isLawful, type Guest, type Room } from '#modules/stays/room-rules.rules.ts'
import { seeded } from '../database/seeds/demo-year/random.ts'
import type { BenchWorld } from './bench-world.ts'
import { load, percentile, type Report } from './measure.ts'

const periods = [
  ['2027-05-01', '2027-05-28'],
  ['2027-05-10', '2027-06-05'],
  ['2027-05-01', '2027-06-12'],
] as const

/** So many people of eight flows with three periods, and so many rooms of one to four beds in a quarter as many houses. */
function instanceOf(people: number, roomCount: number, bedsFrom: number): { guests: Guest[]; rooms: Room[] } {
  const random = seeded(people + bedsFrom)
  const guests = Array.from({ length: people }, (_one, i): Guest => {
    const flow = random.whole(0, 7)
    const [from, to] = periods[flow % 3] ?? periods[0]
    return {
      id: `g${i}`,
      name: `Guest ${i}`,
      gender: random.chance(0.01) ? null : random.chance(0.5) ? 'woman' : 'man',
      minor: random.chance(0.6),
      leader: random.chance(0.04),
      accessNeeds: random.chance(0.03),
      petAllergy: random.chance(0.06),
      smokeAllergy: random.chance(0.06),
      dietKitchen: random.chance(0.06),
      quiet: random.chance(0.08),
      group: `f${flow}`,
      place: 'ES Sevilla',
      friends: random.chance(0.3) ? [`g${random.whole(0, people - 1)}`] : [],
      from,
      to,
    }
  })
  const rooms = Array.from({ length: roomCount }, (_one, i): Room => {
    const house = i % Math.ceil(roomCount / 4)
    const like = seeded(house + 7)
    const family = like.chance(0.3)
    return {
      id: `r${i}`,
      housingId: `h${house}`,
      beds: Array.from({ length: random.whole(bedsFrom, 4) }, (_bed, bed) => ({
        id: `r${i} ${bed}`,
        busy: random.chance(0.05) ? [{ from: '2027-04-01', to: '2027-05-05' }] : [],
      })),
      occupants: [],
      accessible: like.chance(0.3),
      pets: like.chance(0.2),
      smoking: like.chance(0.15),
      dietKitchen: like.chance(0.6),
      quiet: like.chance(0.3),
      family,
      vettedUntil: family ? (like.chance(0.8) ? '2028-01-01' : '2027-05-20') : null,
      far: [],
    }
  })
  return { guests, rooms }
}

/** Rooms for 500 people, with beds enough and with too few; then the bed board of 2,000 beds and 1,500 stays. */
export async function run(world: BenchWorld, report: Report): Promise<void> {
  await allocations(report)
  await board(world, report)
}

async function allocations(report: Report): Promise<void> {
  for (const bedsFrom of [2, 1]) {
    const { guests, rooms } = instanceOf(500, 200, bedsFrom)
    const beds = rooms.reduce((sum, room) => sum + room.beds.length, 0)
    const started = performance.now()
    const { placed, bound } = await allocateRooms(guests, rooms, { seconds: 8 })
    if (!isLawful(guests, rooms, placed)) throw new Error('The allocation breaks a rule.')
    report({
      name: `rooms for 500 people × 200 rooms, ${beds} beds (${placed.size} placed, at most ${bound})`,
      value: (performance.now() - started) / 1000,
      unit: 's',
      n: placed.size,
    })
  }
}

async function board(world: BenchWorld, report: Report): Promise<void> {
  await furnish(world)
  const base = `${world.url}/api/v1/organisations/${world.organisationId}/bed-board`
  const urls = ['2027-05-03', '2027-05-17', '2027-06-07'].flatMap((from) =>
    ['', '&free=true', '&q=house 1'].map(
      (more) => `${base}?from=${from}&to=${from.slice(0, 5)}07-10&limit=20${more}`,
    ),
  )
  const pages = await load(urls, { connections: 1, total: 150, headers: world.headers })
  report({
    name: 'bed board of 2,000 beds and 1,500 stays, a page of 20 housings, p95',
    value: percentile(pages.times, 0.95),
    unit: 'ms',
    n: pages.times.length,
  })
}

/** 250 housings of 8 beds, and a stay for 1,500 of the organisation's people; only once per world. */
async function furnish({ databaseUrl, organisationId }: BenchWorld): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from housing where organisation_id = $1 limit 1', [
      organisationId,
    ])
    if (rows.length > 0) return
    const houses = Array.from({ length: 250 }, () => randomUUID())
    await client.query(
      `insert into housing (id, organisation_id, name, kind, country, town)
        select id, $1, 'House ' || at, 'flat', 'ES', 'Sevilla' from unnest($2::uuid[]) with ordinality as h (id, at)`,
      [organisationId, houses],
    )
    await client.query(
      `insert into room (organisation_id, housing_id, name) select $1, id, n::text from unnest($2::uuid[]) id cross join generate_series(1, 4) n`,
      [organisationId, houses],
    )
    await client.query(
      `insert into bed (organisation_id, room_id, name)
        select $1, r.id, n::text from room r cross join generate_series(1, 2) n where r.organisation_id = $1`,
      [organisationId],
    )
    await client.query(
      `insert into stay (organisation_id, mobility_id, bed_id, starts_on, ends_on)
        select $1, m.id, b.id, date '2027-05-01' + (m.at % 30)::int, date '2027-05-28' + (m.at % 30)::int
        from (select mobility_id as id, row_number() over (order by mobility_id) as at from mobility_party where organisation_id = $1 limit 1500) m
          join (select id, row_number() over (order by id) as at from bed where organisation_id = $1) b on b.at = m.at
        on conflict do nothing`,
      [organisationId],
    )
    await client.query('analyze housing, room, bed, stay')
  } finally {
    await client.end()
  }
}

import { addRow, noRows, type Problem } from '#server/optimise/solver.ts'
import type { Period } from './load.rules.ts'
import { limitsOn, stayOf, type Edge, type MatchInstance, type Pair } from './match.rules.ts'
import { restsTooLittle, samePeriod, tightMoments, type Use } from './over-time.rules.ts'
import type { Seats } from './seats.rules.ts'

interface Decided {
  locks: readonly Pair[]
  /** A lawful choice among the edges to begin with. */
  start: readonly Pair[]
  /** Where the locks sit. */
  seats: Seats
  /** Pairs that nothing locked stands against; each becomes the column of its place in the list. */
  edges: readonly Edge[]
}

/** Columns of which only so many can be chosen. */
interface Ceiling {
  columns: readonly number[]
  most: number
}

/**
 * One column for each pair. Places are counted over time: one row for each day on which the most can meet at a position, in its pool or of one
 * group (a single row where all stays overlap). People on the one side and rows that lie within each other or apart on the other make a
 * network: all its vertices are whole, so are those of the face on which a goal is reached, and the relaxation is enough. Rows that cross, rest
 * between groups, and friends, need whole columns.
 */
export function problemOf(instance: MatchInstance, { locks, start, seats, edges }: Decided): Problem {
  const rows = noRows()
  for (const columns of columnsBy(edges, ({ participant }) => participant).values())
    addRow(rows, 0, 1, ones(columns))
  const ceilings = ceilingsOf(instance, seats, edges)
  for (const { columns, most } of ceilings) addRow(rows, 0, most, ones(columns))
  const upper = edges.map(() => 1)
  const score = edges.map((edge) => edge.score)
  const together = friendColumns(instance, locks, edges)
  for (const { worth, one, other } of together) {
    const column = upper.length
    upper.push(1)
    score.push(worth)
    // Together at a position only as far as each of the two is there.
    for (const at of [one, other])
      if (at !== null)
        addRow(rows, -1, 0, [
          [column, 1],
          [at, -1],
        ])
  }
  const { coming, apart } = groupColumns(instance, edges, upper.length)
  for (const { column, seats: theirs } of coming) {
    upper[column] = 1
    score[column] = 0
    // Whoever comes, comes with their group.
    for (const own of columnsBy(theirs, (at) => edges[at]?.participant ?? '').values())
      addRow(rows, -1, 0, [[column, -1], ...own.map((i): [number, number] => [theirs[i] ?? 0, 1])])
  }
  for (const [one, other] of apart)
    addRow(rows, 0, 1, [
      [one, 1],
      [other, 1],
    ])
  const begun = new Map(start)
  const first = Float64Array.from(upper, (_one, column) => {
    const edge = edges[column]
    return edge && begun.get(edge.participant) === edge.position ? 1 : 0
  })
  for (const [at, { one, other }] of together.entries())
    first[edges.length + at] = Math.min(
      one === null ? 1 : (first[one] ?? 0),
      other === null ? 1 : (first[other] ?? 0),
    )
  for (const { column, seats: theirs } of coming)
    first[column] = theirs.some((seat) => (first[seat] ?? 0) > 0) ? 1 : 0
  const placed = upper.map((_one, column) => (column < edges.length ? 1 : 0))
  const kept = new Map(instance.current ?? [])
  const keeps = upper.map((_one, column) => {
    const edge = edges[column]
    return edge && kept.get(edge.participant) === edge.position ? 1 : 0
  })
  return {
    upper,
    rows,
    goals: instance.current ? [placed, keeps, score] : [placed, score],
    whole: together.length > 0 || apart.length > 0 || !isNested(ceilings, edges.length),
    start: first,
    // Friends are together as soon as both are there: that column follows of itself.
    broken: new Set(together.map((_one, at) => edges.length + at)),
  }
}

/** What bounds how many can come: places of positions, of pools, and limits by group, wherever more would like to than can. */
function ceilingsOf(instance: MatchInstance, seats: Seats, edges: readonly Edge[]): Ceiling[] {
  const participants = new Map(instance.participants.map((one) => [one.id, one]))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const stays = edges.map(({ participant }) => stayOf(participants.get(participant)))
  const bounded = (use: Use, columns: readonly number[]): Ceiling[] => {
    const { windows, of } = windowsOf(columns.map((column) => stays[column] ?? stayOf(undefined)))
    return tightMoments(windows, use)
      .map(({ windows: open, left }) => ({
        most: Math.max(0, left),
        columns: columns.filter((_column, i) => open.has(of[i] ?? 0)),
      }))
      .filter(({ most, columns: all }) => all.length > most)
  }
  const byLimit = new Map<string, { use: Use; columns: number[] }>()
  for (const [column, { participant, position }] of edges.entries()) {
    const [who, where] = [participants.get(participant), positions.get(position)]
    if (!who || !where) continue
    for (const limit of limitsOn(who, where)) {
      const entry = byLimit.get(limit.key) ?? { use: seats.limit(where, limit), columns: [] }
      entry.columns.push(column)
      byLimit.set(limit.key, entry)
    }
  }
  const pooled = columnsBy(edges, ({ position }) => positions.get(position)?.pool ?? '')
  return [
    ...columnsBy(edges, ({ position }) => position)
      .entries()
      .flatMap(([id, columns]) => bounded(seats.position(id), columns)),
    ...pooled.entries().flatMap(([id, columns]) => {
      const use = seats.pool(id)
      return use ? bounded(use, columns) : []
    }),
    ...byLimit.values().flatMap(({ use, columns }) => bounded(use, columns)),
  ]
}

/** Whether of any two ceilings one lies within the other, or they share nothing. */
function isNested(ceilings: readonly Ceiling[], count: number): boolean {
  const innermost = new Int32Array(count).fill(-1)
  for (const [at, { columns }] of ceilings
    .toSorted((a, b) => b.columns.length - a.columns.length)
    .entries()) {
    const around = innermost[columns[0] ?? 0]
    for (const column of columns) {
      if (innermost[column] !== around) return false
      innermost[column] = at
    }
  }
  return true
}

/**
 * Groups that cannot both come because their company rests between them: for each, a column that is 1 where anybody of it comes, and the pairs
 * of those columns that exclude each other. Only where a company rests, and only the groups that are too near to another one.
 */
function groupColumns(
  { pools = [], positions, participants }: MatchInstance,
  edges: readonly Edge[],
  first: number,
): { coming: { column: number; seats: number[] }[]; apart: [number, number][] } {
  const resting = new Map(pools.flatMap(({ id, restDays = 0 }) => (restDays > 0 ? [[id, restDays]] : [])))
  const coming: { column: number; seats: number[] }[] = []
  const apart: [number, number][] = []
  if (resting.size === 0) return { coming, apart }
  const poolOf = new Map(positions.map(({ id, pool }) => [id, pool ?? '']))
  const people = new Map(participants.map((one) => [one.id, one]))
  for (const [pool, columns] of columnsBy(edges, ({ position }) => poolOf.get(position) ?? '')) {
    const rest = resting.get(pool)
    if (rest === undefined) continue
    const { windows, of } = windowsOf(
      columns.map((column) => stayOf(people.get(edges[column]?.participant ?? ''))),
    )
    const known = new Map<number, number>()
    const columnOf = (window: number): number => {
      const before = known.get(window)
      if (before !== undefined) return before
      const column = first + coming.length
      known.set(window, column)
      coming.push({ column, seats: columns.filter((_column, i) => of[i] === window) })
      return column
    }
    for (const [i, one] of windows.entries())
      for (const [j, other] of windows.slice(0, i).entries())
        if (restsTooLittle(one, other, rest)) apart.push([columnOf(j), columnOf(i)])
  }
  return { coming, apart }
}

/** The different periods among stays, and for each stay which one it is. */
function windowsOf(stays: readonly Period[]): { windows: Period[]; of: number[] } {
  const windows: Period[] = []
  const of = stays.map((stay) => {
    const at = windows.findIndex((one) => samePeriod(one, stay))
    return at < 0 ? windows.push(stay) - 1 : at
  })
  return { windows, of }
}

/** For each pair of friends and each position both could have: the columns of their seats, null where one is locked there. */
function friendColumns(
  instance: MatchInstance,
  locks: readonly Pair[],
  edges: readonly Edge[],
): { worth: number; one: number | null; other: number | null }[] {
  if (!instance.friends?.length) return []
  const seats = new Map<string, Map<string, number | null>>()
  for (const [participant, position] of locks) seats.set(participant, new Map([[position, null]]))
  for (const [column, { participant, position }] of edges.entries()) {
    const own = seats.get(participant) ?? new Map<string, number | null>()
    own.set(position, column)
    seats.set(participant, own)
  }
  return instance.friends.flatMap(([one, other, worth]) =>
    [...(seats.get(one) ?? [])].flatMap(([position, column]) => {
      const beside = seats.get(other)?.get(position)
      return beside === undefined || worth <= 0 ? [] : [{ worth, one: column, other: beside }]
    }),
  )
}

const ones = (columns: readonly number[]): [number, number][] => columns.map((column) => [column, 1])

/** The places in a list by what they have in common. */
function columnsBy<T>(list: readonly T[], key: (one: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, one] of list.entries()) {
    const name = key(one)
    const own = groups.get(name)
    if (own) own.push(at)
    else groups.set(name, [at])
  }
  return groups
}

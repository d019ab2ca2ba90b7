import type { Period } from './load.rules.ts'
import {
  limitsOn,
  stayOf,
  type MatchInstance,
  type MatchParticipant,
  type MatchPosition,
  type MatchReason,
  type Pair,
} from './match.rules.ts'
import { fullestDuring, restsTooLittle, samePeriod, seat, useOf, type Use } from './over-time.rules.ts'

/** What keeps somebody from a position while others sit where they sit. */
export interface Hindrance {
  code: 'full' | 'pool-full' | 'limit' | 'no-rest'
  kind?: string
  group?: string
}

/** Who sits where and when: how much is left of positions, pools and limits over time. */
export interface Seats {
  seat: (participant: string, position: string) => void
  /** The first thing that stands in somebody's way; null: they may sit there. */
  hindrance: (participant: string, position: string) => Hindrance | null
  /** What those who sit exceed; in the order in which it was exceeded. */
  over: () => MatchReason[]
  position: (id: string) => Use
  pool: (id: string) => Use | null
  limit: (position: MatchPosition, limit: { key: string; kind: string; group: string; most: number }) => Use
  /** The stays of those who sit in a pool, each period once. */
  stays: (pool: string) => readonly Period[]
}

/** Seats these people, one after the other, whether it is lawful or not. */
export function seatsOf(instance: MatchInstance, seated: Iterable<Pair> = []): Seats {
  const participants = new Map(instance.participants.map((one) => [one.id, one]))
  const positions = new Map(instance.positions.map((one) => [one.id, one]))
  const pools = new Map((instance.pools ?? []).map((one) => [one.id, one]))
  const uses = new Map<string, Use>()
  const stays = new Map<string, Period[]>()
  const over = new Map<string, MatchReason>()
  const use = (key: string, make: () => Use): Use => {
    const known = uses.get(key) ?? make()
    uses.set(key, known)
    return known
  }

  const ofPosition = (id: string): Use =>
    use(`position ${id}`, () => useOf(positions.get(id)?.places ?? 0, positions.get(id)?.taken))
  const ofPool = (id: string): Use | null => {
    const pool = pools.get(id)
    return pool && pool.places !== null
      ? use(`pool ${id}`, () => useOf(pool.places ?? Infinity, pool.taken))
      : null
  }
  const ofLimit: Seats['limit'] = (position, { key, kind, group, most }) =>
    use(`limit ${key}`, () =>
      useOf(
        most,
        (position.taken ?? []).filter(({ groups }) => groups?.[kind] === group),
      ),
    )
  const tooSoon = (pool: string, stay: Period): boolean => {
    const rest = pools.get(pool)?.restDays ?? 0
    return rest > 0 && (stays.get(pool) ?? []).some((other) => restsTooLittle(stay, other, rest))
  }

  /** Seats one more and notes what that is too much for. */
  const add = (kept: Use, stay: Period, reason: (count: { left: number; seated: number }) => MatchReason) => {
    seat(kept, stay)
    const fullest = fullestDuring(kept, stay)
    if (fullest.left >= 0) return
    const found = reason(fullest)
    const key = JSON.stringify([found.code, found.position, found.kind, found.group])
    over.set(key, { ...found, count: Math.max(found.count ?? 0, over.get(key)?.count ?? 0) })
  }
  const sit = (who: MatchParticipant, where: MatchPosition): void => {
    const stay = stayOf(who)
    add(ofPosition(where.id), stay, ({ seated: count }) => ({
      code: 'locked-too-many',
      position: where.id,
      count,
    }))
    for (const limit of limitsOn(who, where))
      add(ofLimit(where, limit), stay, ({ seated: count }) => ({
        code: 'locked-over-limit',
        position: where.id,
        kind: limit.kind,
        group: limit.group,
        count,
      }))
    const { pool } = where
    if (pool === undefined) return
    const shared = ofPool(pool)
    if (shared) add(shared, stay, ({ left }) => ({ code: 'locked-over-pool', position: pool, count: -left }))
    if (tooSoon(pool, stay)) over.set(`rest ${pool}`, { code: 'locked-no-rest', position: where.id })
    const there = stays.get(pool) ?? []
    if (!there.some((one) => samePeriod(one, stay))) stays.set(pool, [...there, stay])
  }
  const seats: Seats = {
    seat: (participant, position) => {
      const [who, where] = [participants.get(participant), positions.get(position)]
      if (who && where) sit(who, where)
    },
    hindrance: (participant, position) => {
      const [who, where] = [participants.get(participant), positions.get(position)]
      if (!who || !where) return null
      const stay = stayOf(who)
      const isFull = (kept: Use | null): boolean => kept !== null && fullestDuring(kept, stay).left <= 0
      if (isFull(ofPosition(position))) return { code: 'full' }
      if (where.pool !== undefined && isFull(ofPool(where.pool))) return { code: 'pool-full' }
      const limit = limitsOn(who, where).find((one) => isFull(ofLimit(where, one)))
      if (limit) return { code: 'limit', kind: limit.kind, group: limit.group }
      return where.pool !== undefined && tooSoon(where.pool, stay) ? { code: 'no-rest' } : null
    },
    over: () => [...over.values()],
    position: ofPosition,
    pool: ofPool,
    limit: ofLimit,
    stays: (pool) => stays.get(pool) ?? [],
  }
  for (const [participant, position] of seated) seats.seat(participant, position)
  return seats
}

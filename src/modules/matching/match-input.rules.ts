import { z } from 'zod'
import type { MatchInstance } from './match.rules.ts'

const id = z.string().min(1)
const pair = z.tuple([id, id])

const schema = z.object({
  participants: z.array(z.object({ id, groups: z.record(z.string(), z.string()).optional() })),
  positions: z.array(
    z.object({
      id,
      places: z.number().int().min(0).max(1_000_000),
      limits: z.record(z.string(), z.number().int().min(0)).optional(),
      pool: id.optional(),
    }),
  ),
  scores: z.array(z.tuple([id, id, z.number().min(-1e9).max(1e9)])),
  locks: z.array(pair).nullish(),
  current: z.array(pair).nullish(),
  pools: z.array(z.object({ id, places: z.number().int().min(0) })).nullish(),
  friends: z.array(z.tuple([id, id, z.number().min(0).max(1e9)])).nullish(),
})

/** Reads what is to be matched; answers complaints, each naming where and what, where it makes no sense. */
export function readMatchInput(given: unknown): MatchInstance | string[] {
  const read = schema.safeParse(given)
  if (!read.success)
    return read.error.issues
      .slice(0, 50)
      .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
  const { participants, positions, scores, locks, current, friends, pools } = read.data
  const people = new Set(participants.map((one) => one.id))
  const places = new Set(positions.map((one) => one.id))
  const complaints = [
    ...twice(
      'participants',
      participants.map((one) => one.id),
    ),
    ...twice(
      'positions',
      positions.map((one) => one.id),
    ),
    ...twice(
      'scores',
      scores.map(([who, where]) => `${who} → ${where}`),
    ),
    ...twice(
      'current',
      (current ?? []).map(([who]) => who),
    ),
    ...unknown(
      'scores',
      'participant',
      scores.map(([who]) => who),
      people,
    ),
    ...unknown(
      'scores',
      'position',
      scores.map(([, where]) => where),
      places,
    ),
    ...unknown(
      'locks',
      'participant',
      (locks ?? []).map(([who]) => who),
      people,
    ),
    ...unknown(
      'locks',
      'position',
      (locks ?? []).map(([, where]) => where),
      places,
    ),
    ...unknown(
      'current',
      'participant',
      (current ?? []).map(([who]) => who),
      people,
    ),
    ...unknown(
      'friends',
      'participant',
      (friends ?? []).flatMap(([one, other]) => [one, other]),
      people,
    ),
  ]
  if (complaints.length > 0) return complaints.slice(0, 50)
  return {
    participants: participants.map(({ id: own, groups }) => ({ id: own, ...(groups ? { groups } : {}) })),
    positions: positions.map(({ limits, pool, ...one }) => ({
      ...one,
      ...(limits ? { limits } : {}),
      ...(pool === undefined ? {} : { pool }),
    })),
    scores,
    ...(locks ? { locks } : {}),
    ...(current ? { current } : {}),
    ...(friends ? { friends } : {}),
    ...(pools ? { pools } : {}),
  }
}

function twice(field: string, ids: readonly string[]): string[] {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const one of ids)
    if (seen.has(one)) doubled.add(one)
    else seen.add(one)
  return [...doubled].map((one) => `${field}: ${one} is there twice.`)
}

function unknown(field: string, kind: string, ids: readonly string[], known: ReadonlySet<string>): string[] {
  return [...new Set(ids.filter((one) => !known.has(one)))].map(
    (one) => `${field}: there is no ${kind} ${one}.`,
  )
}

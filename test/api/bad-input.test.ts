import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeCursor } from '#shared/cursor.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { allContracts } from '#modules/all-contracts.ts'
import { openWorld, type Client, type Member, type TestAnswer, type World } from '../support/world.ts'
import { sharedRecord, type SharedRecord } from '../support/shared-record.ts'

/**
 * Every endpoint, asked wrongly: ids, filters and fields that nobody would send on purpose. The answer is a refusal in the form
 * of a problem, or an answer; never a fault of ours and never something of our insides. Made from the contracts.
 */
const all = Object.values(allContracts).flatMap((contract) => Object.values(contract) as Endpoint[])
const title = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`

const oddIds = [
  '0',
  "' or 1=1 --",
  '%00',
  '%F0%9F%98%80',
  'x'.repeat(3000),
  '00000000-0000-0000-0000-000000000000',
]
const oddQueries = [
  '',
  'null',
  '-1',
  '1e9',
  '%00',
  "';--",
  'x'.repeat(5000),
  'W10',
  'WyJ4Il0',
  '2027-02-30',
  '%ED%A0%80',
]
const oddValues: unknown[] = [
  null,
  -1,
  1e300,
  0.001,
  true,
  '',
  ' ',
  'a\u0000b',
  '\u202Eabc',
  'x'.repeat(200_000),
  '2027-02-30',
  '00000000-0000-7000-8000-000000000000',
  [],
  [null],
  {},
  { a: { b: [{}] } },
]
const oddWords = ['x', '', '2027-02-30', 'a\u0000b', 1e300, null]
const nothing = '00000000-0000-7000-8000-000000000000'
/** Cursors as lists make them, of one to four values: `alien` ones end in what no list ends in, so that each has to refuse them. */
const oddCursors = oddWords.flatMap((odd) =>
  [0, 1, 2, 3].flatMap((more) => {
    const words = Array.from({ length: more }, () => odd)
    return [
      { cursor: encodeCursor([...words, odd]), alien: true },
      { cursor: encodeCursor([...words, nothing]), alien: false },
    ]
  }),
)
const oddBodies: unknown[] = [null, 'text', 1, [], [[]], { __proto__: { x: 1 } }, { unknown: 1 }]

describe('bad input', () => {
  let world: World
  let record: SharedRecord
  let member: Member
  let person: Client

  beforeAll(async () => {
    world = await openWorld()
    record = await sharedRecord(world)
    member = await world.member(record.sendingId, ['administrator', 'coordinator'])
    person = await world.person('Nobody Involved')
  })
  afterAll(() => world.stop())

  const clientFor = (endpoint: Endpoint): Client =>
    typeof endpoint.audience === 'object'
      ? member
      : endpoint.audience === 'person'
        ? person
        : world.anonymous()
  const pathOf = (endpoint: Endpoint, instead: Record<string, string> = {}): string =>
    endpoint.path.replaceAll(
      /:(\w+)/g,
      (_, name: string) =>
        instead[name] ?? (name === 'organisation' ? record.sendingId : (record.ids[name] ?? record.nothing)),
    )
  const ask = (endpoint: Endpoint, path: string, body: unknown = {}): Promise<TestAnswer> =>
    endpoint.method === 'GET'
      ? clientFor(endpoint).get(path)
      : clientFor(endpoint).send(endpoint.method, path, body, endpoint.versioned ? { 'if-match': '1' } : {})

  /** What is wrong with an answer, whatever was asked; null for a calm one. */
  const faultOf = ({ status, headers, text }: TestAnswer, about: unknown): string | null => {
    const said = JSON.stringify(about)?.slice(0, 200)
    if (status >= 500) return `${status} for ${said}`
    if (status < 400) return null
    if (!String(headers['content-type']).includes('application/problem+json')) return `no problem for ${said}`
    if (/\bat \S+:\d+:\d+|node_modules|select |syntax error/i.test(text))
      return `tells our insides for ${said}`
    return text.length < 20_000 ? null : `answers ${text.length} characters for ${said}`
  }

  const named = (some: readonly Endpoint[]) => some.map((endpoint) => [title(endpoint), endpoint] as const)

  it.each(named(all.filter(({ path }) => path.includes(':'))))(
    '%s refuses ids that are none',
    async (_, endpoint) => {
      for (const [, name = ''] of endpoint.path.matchAll(/:(\w+)/g))
        for (const id of oddIds) {
          const answer = await ask(endpoint, pathOf(endpoint, { [name]: id }))
          expect(faultOf(answer, { name, id })).toBeNull()
          expect(answer.status, `${name} ${id}`).toBeGreaterThanOrEqual(400)
        }
    },
  )

  it.each(named(all.filter(({ query }) => query)))('%s takes odd filters calmly', async (_, endpoint) => {
    for (const name of [...keysOf(endpoint.query), 'unknown'])
      for (const value of oddQueries)
        expect(
          faultOf(await ask(endpoint, `${pathOf(endpoint)}?${name}=${value}`), { name, value }),
        ).toBeNull()
  })

  const lists = all.filter(({ query }) => keysOf(query).includes('cursor'))
  it.each(named(lists))('%s refuses cursors that it did not make', async (_, endpoint) => {
    for (const { cursor, alien } of oddCursors) {
      const query = new URLSearchParams({ ...neededOf(endpoint.query), cursor })
      const answer = await ask(endpoint, `${pathOf(endpoint)}?${query.toString()}`)
      expect(faultOf(answer, { cursor: atob(cursor) })).toBeNull()
      const field = /"field":"(.*?)"/.exec(answer.text)?.[1]
      const told = answer.status === 422 ? field === 'cursor' : answer.status >= 400 || !alien
      expect(told, `${answer.status} ${field} for ${atob(cursor)}`).toBe(true)
    }
  })

  const withBody = all.filter(({ method, carries }) => /POST|PUT|PATCH/.test(method) && carries !== 'upload')
  it.each(named(withBody))('%s takes odd bodies and fields calmly', async (_, endpoint) => {
    for (const body of oddBodies)
      expect(faultOf(await ask(endpoint, pathOf(endpoint), body), body)).toBeNull()
    for (const field of keysOf(endpoint.body))
      for (const value of oddValues)
        expect(
          faultOf(await ask(endpoint, pathOf(endpoint), { [field]: value }), { field, value }),
        ).toBeNull()
  })
})

/** The top-level fields of a shape, for unions those of all members. */
function keysOf(schema: z.ZodType | undefined): string[] {
  if (!schema) return []
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonShape
  return [...new Set(fieldsOf(json))]
}

/** Something for each part of a query without which it is not read. */
function neededOf(schema: z.ZodType | undefined): Record<string, string> {
  if (!schema) return {}
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonShape
  return Object.fromEntries(
    (json.required ?? []).map((name) => [name, sampleOf(name, (json.properties?.[name] ?? {}) as JsonShape)]),
  )
}

function sampleOf(name: string, { enum: choices, format }: JsonShape): string {
  if (format === 'uuid') return nothing
  return choices?.[0] ?? (name === 'to' ? '2027-05-09' : format === 'date' ? '2027-05-03' : 'x')
}

interface JsonShape {
  required?: string[]
  enum?: string[]
  format?: string
  properties?: Record<string, unknown>
  anyOf?: JsonShape[]
  oneOf?: JsonShape[]
  allOf?: JsonShape[]
}

const fieldsOf = (shape: JsonShape): string[] => [
  ...Object.keys(shape.properties ?? {}),
  ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].flatMap(fieldsOf),
]

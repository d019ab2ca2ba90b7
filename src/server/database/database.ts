import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** A transaction of the application's role, in which a scope is set. Every store function takes one. */
export type Db = Transaction<DB>

/** On whose behalf the rows are asked for; row-level security reads it (database/migrations/0007). */
export type Scope =
  | { kind: 'system' }
  | {
      kind: 'actor'
      organisation?: string | undefined
      user?: string | undefined
      people?: readonly string[]
    }

export interface Database {
  /** Runs `work` in one transaction under `scope`; rolled back when it throws. */
  transaction<T>(scope: Scope, work: (db: Db) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** For identity tables only, which have no row-level security. */
  readonly identity: Kysely<DB>
  readonly pool: pg.Pool
  readonly url: string
  close(): Promise<void>
}

// Days stay strings: a Date would shift with the machine's time zone. Big integers here are counts and row numbers.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (value) => value)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** Opens the pool. Each connection starts in the role that owns nothing and sees no rows until a scope is set. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    types,
    pipeline: true,
    options: '-c role=softmob_app -c jit=off -c statement_timeout=120000',
  } as pg.PoolConfig)
  pool.on('error', () => {
    // An idle connection that the server closed is replaced by the pool at the next use.
  })
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: eagerPool(pool) }) })
  return {
    identity: kysely,
    pool,
    url,
    transaction: async (scope, work, { readOnly = false } = {}) => {
      const begin = readOnly ? kysely.transaction().setAccessMode('read only') : kysely.transaction()
      return begin.execute(async (db) => {
        const scoped = setScope(db, scope)
        // Not awaited: it travels with the first query. Should it fail, the transaction is aborted and so is that query.
        scoped.catch(() => {})
        const result = await work(db)
        await scoped
        return result
      })
    },
    close: async () => {
      await kysely.destroy()
    },
  }
}

function setScope(db: Db, scope: Scope): Promise<unknown> {
  if (scope.kind === 'system') return sql`select set_config('app.scope', 'system', true)`.execute(db)
  return sql`select set_config('app.organisation', ${scope.organisation ?? ''}, true),
    set_config('app.user', ${scope.user ?? ''}, true),
    set_config('app.people', ${scope.people?.length ? `{${scope.people.join(',')}}` : ''}, true)`.execute(db)
}

/**
 * A statement that holds this comment is planned once per connection and known by name from then on. For the hottest
 * reads only: the grid's page took longer to plan than to run (2.5 ms and 1.2 ms on 200,000 mobilities).
 */
export const kept = '/* kept */'

/** A name for PostgreSQL (63 letters at most) that stands for exactly this text. */
const nameOf = (text: string): string => createHash('sha1').update(text).digest('hex')

/**
 * `begin` is sent without waiting for its answer, so that begin, scope and first query travel together
 * (measured: 0.84 instead of 0.49 of the rate without a transaction).
 */
function eagerPool(pool: pg.Pool): pg.Pool {
  return {
    connect: async () => {
      const client = await pool.connect()
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
      return {
        query: (...args: unknown[]): Promise<unknown> => {
          const text = args[0]
          if (typeof text !== 'string') return query(...args)
          if (text.includes(kept)) return query({ name: nameOf(text), text, values: args[1] })
          if (!/^(begin|start transaction)/i.test(text)) return query(...args)
          query(...args).catch(() => {})
          return Promise.resolve({ command: 'BEGIN', rowCount: 0, rows: [] })
        },
        release: () => client.release(),
      } as unknown as pg.PoolClient
    },
    end: () => pool.end(),
    options: pool.options,
  } as unknown as pg.Pool
}

import type { Projection } from '#modules/journal/projections.ts'
import type { Config } from './config.ts'
import type { Actor } from './actor.ts'
import { organisationOf } from './actor.ts'
import type { Database, Db, Scope } from './database/database.ts'
import type { Auth } from './auth/auth.ts'
import type { JobData, JobName, Jobs } from './jobs/jobs.ts'

/** The parts of the machine room that outlive a request. */
export interface Services {
  config: Config
  database: Database
  jobs: Jobs
  auth: Auth
  /** What follows events in their own transaction (modules/all-projections.ts). */
  projections: readonly Projection[]
  /** Now; tests set it. */
  clock: () => Date
  log: Log
}

export interface Log {
  info(values: object, message: string): void
  warn(values: object, message: string): void
  error(values: object, message: string): void
}

/** What every action gets: one transaction, one actor, one moment. */
export interface Context {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
  readonly services: Services
  /** Enqueues a job in this transaction: it runs once this commits, and never if it does not. */
  enqueue<N extends JobName>(
    name: N,
    data: JobData[N],
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>
}

/** Runs `work` as `actor` in one transaction, under the actor's row-level scope. */
export function runAs<T>(
  services: Services,
  actor: Actor,
  work: (context: Context) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  return services.database.transaction(scopeOf(actor), (db) => work(contextIn(services, actor, db)), options)
}

/** A context inside a transaction that is already open. */
export function contextIn(services: Services, actor: Actor, db: Db): Context {
  return {
    db,
    actor,
    now: services.clock(),
    services,
    enqueue: (name, data, options) => services.jobs.enqueue(db, name, data, options),
  }
}

/** Row-level scope of an actor. */
export function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'system') return { kind: 'system' }
  if (actor.kind === 'anonymous') return { kind: 'actor' }
  if (actor.kind === 'tutor-link') return { kind: 'actor', organisation: actor.organisationId }
  // A member acts for the organisation alone; what they are as a participant is asked under /me.
  if (actor.kind === 'member')
    return { kind: 'actor', organisation: organisationOf(actor), user: actor.userId }
  return { kind: 'actor', user: actor.userId, people: actor.personIds }
}

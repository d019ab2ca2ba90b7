import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from '../database/database.ts'
import type { Services } from '../context.ts'

/** Every job and what it carries. A module adds its own by declaration merging in its `*.jobs.ts`. */
export interface JobData {
  'mail.send': { mailId: string }
}
export type JobName = keyof JobData

export interface JobDefinition<N extends JobName = JobName> {
  name: N
  /** Done once per row; throwing means another try. */
  run: (services: Services, data: JobData[N], job: { id: string; signal: AbortSignal }) => Promise<void>
  retryLimit?: number
  /** Seconds until a run counts as lost. */
  expireInSeconds?: number
  /** Cron expression (UTC) for sweeps. */
  schedule?: string
  /** How many run at once in one process. */
  concurrency?: number
}

/** Declares a job with its data typed by name. */
export function job<N extends JobName>(definition: JobDefinition<N>): JobDefinition {
  return definition as unknown as JobDefinition
}

export interface Jobs {
  enqueue<N extends JobName>(
    db: Db,
    name: N,
    data: JobData[N],
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>
  start(services: Services): Promise<void>
  stop(): Promise<void>
}

/** Jobs live in the same database (schema `pgboss`), so that they are enqueued in the transaction that asks for them. */
export function openJobs(
  url: string,
  definitions: readonly JobDefinition[],
  options: { run: boolean },
): Jobs & { prepare(): Promise<void> } {
  const boss = new PgBoss({ connectionString: url, max: 4, schedule: options.run, supervise: options.run })
  boss.on('error', () => {
    // Reported by the job's own retry state; the connection is renewed by the pool.
  })
  return {
    prepare: async () => {
      await boss.start()
      for (const d of definitions) {
        await boss.createQueue(d.name, {
          retryLimit: d.retryLimit ?? 3,
          retryBackoff: true,
          expireInSeconds: d.expireInSeconds ?? 900,
        })
      }
      await boss.getDb().executeSql('grant usage on schema pgboss to softmob_app', [])
      await boss
        .getDb()
        .executeSql('grant select, insert, update, delete on all tables in schema pgboss to softmob_app', [])
      await boss.getDb().executeSql('grant execute on all functions in schema pgboss to softmob_app', [])
    },
    enqueue: async (db, name, data, sendOptions) => {
      await boss.send(name, data, {
        ...(sendOptions?.startAfter ? { startAfter: sendOptions.startAfter } : {}),
        ...(sendOptions?.singletonKey ? { singletonKey: sendOptions.singletonKey } : {}),
        db: fromKysely(db),
      })
    },
    start: async (services) => {
      if (!options.run) return
      for (const d of definitions) await work(boss, services, d)
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 20_000 })
    },
  }
}

async function work(boss: PgBoss, services: Services, d: JobDefinition): Promise<void> {
  if (d.schedule) await boss.schedule(d.name, d.schedule, {})
  await boss.work<JobData[JobName]>(
    d.name,
    { pollingIntervalSeconds: 0.5, localConcurrency: d.concurrency ?? 1 },
    async ([one]) => {
      if (!one) return
      try {
        await d.run(services, one.data, { id: one.id, signal: one.signal })
      } catch (error) {
        services.log.error({ job: d.name, id: one.id, error }, 'job failed')
        throw error
      }
    },
  )
}

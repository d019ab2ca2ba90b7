import { sql } from 'kysely'
import { notPossible } from '#shared/problems.ts'
import type { MemberActor } from '#server/actor.ts'
import { memberActor } from '#server/auth/member-actor.ts'
import { runAs, type Context, type Services } from '#server/context.ts'
import { previewOf } from '#server/database/preview.ts'
import { bringIn } from './bring-in.actions.ts'
import { openRows, recount, saveAnswers } from './import-rows.store.ts'
import { lockedImport, readImport, refuseWhile } from './imports.actions.ts'
import { findImport, importOfJob, setChecked, updateImport, type ImportRecord } from './imports.store.ts'
import { stylesOf } from './rows/column-styles.rules.ts'

const system = { kind: 'system', name: 'imports' } as const

/** Starts bringing the ready rows in; it goes on as a job. */
export async function startImport(context: Context, id: string) {
  const record = await lockedImport(context, id)
  refuseWhile(record, ['checking', 'importing'])
  if (record.ready === 0) throw notPossible('exchange:whyNot.nothing-ready')
  await updateImport(context.db, id, { state: 'importing', checked: 0, failure: null })
  const { version } = await lockedImport(context, id)
  await context.enqueue('import.run', { importId: id, version })
  return readImport(context, id)
}

/** The dry run: everything that an import does, taken back; only the answers stay. */
export const runCheck = (services: Services, importId: string, version: number): Promise<void> =>
  run(services, importId, version, 'checking', async (context, record, progress) => {
    const rows = await openRows(context.db, importId)
    const styles = stylesOf(rows, record.mapping, record.options.dateOrder ?? undefined)
    const source = { ...record.source, styles }
    const answers = await previewOf(context, () =>
      bringIn(context, { ...record, source }, rows, 'with-questions', progress),
    )
    await saveAnswers(context.db, importId, answers)
    await updateImport(context.db, importId, { source, state: 'checked', checked: record.total })
    await recount(context.db, importId)
  })

/** The import itself: one transaction, so that all ready rows are brought in or none. */
export const runImport = (services: Services, importId: string, version: number): Promise<void> =>
  run(services, importId, version, 'importing', async (context, record, progress) => {
    // Two imports of one organisation at a time would both make what is new in both.
    await sql`select pg_advisory_xact_lock(hashtext('import'), hashtext(${record.organisation_id}))`.execute(
      context.db,
    )
    const rows = (await openRows(context.db, importId)).filter(({ state }) => state === 'ready')
    await saveAnswers(context.db, importId, await bringIn(context, record, rows, 'ready-only', progress))
    await updateImport(context.db, importId, {
      state: 'imported',
      checked: record.total,
      finished_at: context.now,
    })
    await recount(context.db, importId)
  })

type Work = (
  context: Context,
  record: ImportRecord,
  progress: (done: number) => Promise<void>,
) => Promise<void>

/** Runs the work of a job in the name of whoever brought the file; what goes wrong is left on the import. */
async function run(
  services: Services,
  importId: string,
  version: number,
  state: 'checking' | 'importing',
  work: Work,
): Promise<void> {
  const record = await runAs(services, system, ({ db }) => importOfJob(db, importId))
  // Given up meanwhile, or asked again with other columns: a later job does it.
  if (!record || record.state !== state || record.version !== version) return
  const actor = await memberActor(services.database, record.user_id ?? '', record.organisation_id)
  if (!actor) return fail(services, importId, 'member-gone')
  try {
    await runAs(services, actor, (context) => guarded(context, actor, record, work))
  } catch (error) {
    if (error instanceof Overtaken) return
    services.log.error({ importId, error }, 'import failed')
    await fail(services, importId, 'unexpected')
  }
}

/** Thrown to take everything back when the import was given up or changed while the job ran. */
class Overtaken extends Error {}

async function guarded(
  context: Context,
  actor: MemberActor,
  record: ImportRecord,
  work: Work,
): Promise<void> {
  // Told in transactions of their own: whoever looks on sees nothing of this one before it ends.
  const progress = (done: number): Promise<void> =>
    runAs(context.services, system, async ({ db }) => {
      await setChecked(db, record.id, done)
    })
  await work(context, record, progress)
  // The work itself has counted the version up twice; anybody else's change would show as more.
  const after = await findImport(context.db, actor.organisationId, record.id)
  if (!after || after.version !== record.version + 2) throw new Overtaken()
}

const fail = (services: Services, importId: string, code: string): Promise<void> =>
  runAs(services, system, ({ db }) => updateImport(db, importId, { state: 'failed', failure: { code } }))

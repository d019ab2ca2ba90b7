import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { automaticChange } from './lifecycle.rules.ts'
import { loadLifecycle, saveStatuses } from './lifecycle.store.ts'
import { todayOf } from './mobility-scope.ts'

/**
 * Moves mobilities on where the recorded facts and finished tasks allow the next step by themselves (accepted, placed,
 * ready, abroad, returned, assessed). Each step is an event of its own, in the name of whoever made it possible.
 * Recording it asks again, until nothing more follows.
 */
export async function advance(context: Context, mobilityIds: readonly string[]): Promise<void> {
  const today = todayOf(context)
  const loaded = await loadLifecycle(context.db, mobilityIds, today)
  const steps = loaded.flatMap((mobility) => {
    const status = automaticChange(mobility, today)
    return status === null
      ? []
      : [{ id: mobility.id, from: mobility.status, status, reason: null, day: null }]
  })
  if (steps.length === 0) return
  const versions = await saveStatuses(context.db, steps, context.now)
  await recordEvents(
    context,
    steps.map((step) => ({
      type: 'mobility.status-changed',
      subject: { kind: 'mobility', id: step.id },
      mobilityId: step.id,
      changes: { status: [step.from, step.status] },
      data: { from: step.from, to: step.status, automatic: true, version: versions.get(step.id) },
    })),
  )
}

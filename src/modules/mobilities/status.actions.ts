import type { Day } from '#shared/dates.ts'
import { notFound, notPossible } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import type { Reason } from './conditions.rules.ts'
import { whyNotChange, type Given } from './lifecycle.rules.ts'
import { loadLifecycle, saveStatuses, type LifecycleRow, type StatusUpdate } from './lifecycle.store.ts'
import { todayOf } from './mobility-scope.ts'
import { rolesHeldIn } from './roles.store.ts'
import { isEnd, type Status } from './statuses.rules.ts'

export interface StatusChange extends Given {
  to: Status
}

/** What came of a change for each mobility: null when done, else why not. Unknown ones are absent. */
export type StatusAnswers = Map<string, Reason | null>

/** Moves mobilities to a status, each judged for itself; those that cannot are left as they are. */
export async function changeStatuses(
  context: Context,
  ids: readonly string[],
  change: StatusChange,
): Promise<StatusAnswers> {
  const today = todayOf(context)
  const rows = await loadLifecycle(context.db, ids, today, { lock: true })
  const roles = await rolesHeldIn(context, ids)
  const permissions = context.actor.kind === 'member' ? context.actor.permissions : new Set<string>()
  const given: Given = {
    reason: change.reason ?? '',
    ...(change.day ? { day: change.day } : {}),
    override: change.override ?? false,
  }
  const answers: StatusAnswers = new Map()
  for (const row of rows) {
    const held = roles.get(row.id)
    if (held) answers.set(row.id, whyNotChange(row, change.to, { roles: held, permissions }, today, given))
  }
  await save(
    context,
    rows.filter((row) => answers.get(row.id) === null),
    change,
    today,
  )
  return answers
}

async function save(
  context: Context,
  rows: readonly LifecycleRow[],
  change: StatusChange,
  today: Day,
): Promise<void> {
  const reason = change.reason?.trim() || null
  const day = change.day ?? (isEnd(change.to) ? today : null)
  const updates = rows.map((row): StatusUpdate => ({ id: row.id, status: change.to, reason, day }))
  const versions = await saveStatuses(context.db, updates, context.now)
  await recordEvents(
    context,
    rows.map((row) => ({
      type: 'mobility.status-changed',
      subject: { kind: 'mobility', id: row.id },
      mobilityId: row.id,
      changes: { status: [row.status, change.to] },
      data: {
        from: row.status,
        to: change.to,
        version: versions.get(row.id),
        ...(reason ? { reason } : {}),
        ...(day ? { day } : {}),
      },
    })),
  )
}

/** Moves one mobility or throws why not. */
export async function changeStatus(context: Context, id: string, change: StatusChange): Promise<void> {
  const answers = await changeStatuses(context, [id], change)
  const reason = answers.get(id)
  if (reason === undefined) throw notFound()
  if (reason) throw notPossible(`mobilities:whyNot.${reason.code}`, reason.values)
}

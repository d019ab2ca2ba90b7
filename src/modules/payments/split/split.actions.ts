import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import type { splitContract } from './split.contract.ts'
import { hostShare } from './split.rules.ts'
import * as store from './split.store.ts'

type Contract = typeof splitContract
type Shown = z.input<Contract['read']['answer']>

export async function readSplit(context: Context, flowId: string): Promise<Shown> {
  const row = await store.readSplit(context.db, memberOf(context.actor).organisationId, flowId)
  if (!row) throw notFound()
  const { hostId: _hostId, ...shown } = row
  return { ...shown, hostShare: hostShare(row) }
}

export async function saveSplit(
  context: Context,
  flowId: string,
  input: z.output<Contract['save']['body']>,
): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const row = await store.readSplit(context.db, organisationId, flowId, { lock: true })
  if (!row) throw notFound()
  if (row.version !== input.version)
    throw new Problem('conflict', {
      changed: { version: row.version, fields: ['value'], by: null, at: null },
    })
  if (input.kind === 'percent' && input.value > 100)
    throw invalidField('value', 'payments:field.above-hundred', 'A percentage is at most 100.')
  const { kind, value, note } = input
  await store.saveSplit(context.db, { flowId, organisationId, kind, value, note: note ?? null }, context.now)
  await tell(context, flowId, 'support-split.saved')
  return readSplit(context, flowId)
}

/** Asks for what is still to be paid to the host. */
export async function askShare(context: Context, flowId: string, due: string | null): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const row = await store.readSplit(context.db, organisationId, flowId, { lock: true })
  if (!row) throw notFound()
  const amount = Math.round(((hostShare(row) ?? 0) - row.paid) * 100) / 100
  if (!row.hostId) throw notPossible('payments:whyNot.no-host')
  if (amount <= 0) throw notPossible('payments:whyNot.nothing-to-share')
  await store.insertShare(context.db, {
    organisationId,
    flowId,
    payeeId: row.hostId,
    amount,
    due,
    by: labelOf(context.actor),
  })
  await tell(context, flowId, 'support-split.asked')
  return readSplit(context, flowId)
}

const tell = (context: Context, flowId: string, type: string): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'support-split', id: flowId }, audience: 'organisation' })

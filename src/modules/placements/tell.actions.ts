import { organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { AskedAct } from './placements.shapes.contract.ts'
import type { PlacementRow } from './placements.store.ts'

/** What is told by mail; an interview's outcome and one of two approvals are read in the record. */
const told: readonly AskedAct['do'][] = [
  'send',
  'interview',
  'accept',
  'refuse',
  'object',
  'confirm',
  'withdraw',
]

/** Has everybody concerned told in one mail each, once this is saved. */
export async function tellAbout(
  context: Context,
  act: AskedAct['do'],
  rows: readonly PlacementRow[],
): Promise<void> {
  // A proposal that was never sent is nobody's loss.
  const known = act === 'withdraw' ? rows.filter(({ sentAt }) => sentAt !== null) : rows
  if (!told.includes(act) || known.length === 0) return
  await context.enqueue('placements.tell', {
    act,
    placementIds: known.map(({ id }) => id),
    by: organisationOf(context.actor) ?? null,
  })
}

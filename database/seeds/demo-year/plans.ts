import { addDays } from '#shared/dates.ts'
import { createPlan } from '#modules/matching/plans.actions.ts'
import type { PlayedFlow, Stage } from './stage.ts'

/** The host has looked at one of the two flows that still need places, and has applied nothing yet. */
export async function planPlaces(
  { as, today, organisations }: Stage,
  played: readonly PlayedFlow[],
): Promise<void> {
  const host = organisations.hosts['puerta-sur'].actor
  const mobilityIds = played.find(({ flow }) => flow.name === 'Séville printemps')?.mobilityIds ?? []
  if (!host || mobilityIds.length === 0) return
  const context = as(host, addDays(today, -3))
  const flows = await context.db
    .selectFrom('mobility')
    .select('flow_id')
    .distinct()
    .where('id', 'in', mobilityIds)
    .where('flow_id', 'is not', null)
    .execute()
  await createPlan(context, {
    name: 'Spring, first look',
    flowIds: flows.flatMap(({ flow_id }) => flow_id ?? []),
    locks: [],
    without: [],
    seconds: 60,
  })
}

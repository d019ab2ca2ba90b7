import { daysOfPeriod, type Day } from '#shared/dates.ts'
import { distanceBetween } from '#modules/places/places.actions.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import type { BudgetGroup } from './budget.rules.ts'
import type { BudgetProject, flowsOfProject } from './budget.store.ts'
import { imagine } from './simulate.rules.ts'

type FlowRow = Awaited<ReturnType<typeof flowsOfProject>>[number]

/** The distance to a town of the same list as everywhere; null where a name is not clear. */
export function kilometresTo(
  home: Pick<BudgetProject, 'homeCountry' | 'homeTown'>,
  country: string | null,
  town: string | null,
): number | null {
  if (!home.homeCountry || !home.homeTown || !country || !town) return null
  const answer = distanceBetween({ city: home.homeTown, country: home.homeCountry }, { city: town, country })
  return 'km' in answer ? answer.km : null
}

/**
 * Places that nobody has yet of flows that have not left, as imagined mobilities: what the forecast counts beside the plan, accompanying
 * persons included. A place costs what the pack says of the flow's dates and town, without flags.
 */
export function freePlacesOf(
  pack: RulePack,
  flows: readonly FlowRow[],
  groups: readonly BudgetGroup[],
  home: BudgetProject,
  today: Day,
): { groups: BudgetGroup[]; places: number } {
  const taken = (flowId: string, companions: boolean): number =>
    groups.reduce(
      (sum, group) =>
        group.flowId === flowId && group.accompanying === companions ? sum + group.mobilities : sum,
      0,
    )
  const free = flows.flatMap((flow) => {
    if (!flow.country || !flow.start_date || !flow.end_date || flow.start_date < today) return []
    const participants = Math.max(0, flow.places - taken(flow.id, false))
    const accompanying = Math.max(0, flow.accompanying_places - taken(flow.id, true))
    if (participants + accompanying === 0) return []
    const { group } = imagine(
      pack,
      {
        activityType: flow.activity_type,
        country: flow.country,
        participants,
        accompanying,
        days: daysOfPeriod(flow.start_date, flow.end_date),
        distanceKm: kilometresTo(home, flow.country, flow.town),
        startDate: flow.start_date,
      },
      { country: home.homeCountry, action: home.action },
    )
    return [{ ...group, flowId: flow.id }]
  })
  return { groups: free, places: free.reduce((sum, { mobilities }) => sum + mobilities, 0) }
}

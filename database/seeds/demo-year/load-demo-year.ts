import { addDays, type Day } from '#shared/dates.ts'
import type { Actor, MemberActor } from '#server/actor.ts'
import { contextIn, type Context, type Services } from '#server/context.ts'
import type { Db } from '#server/database/database.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities, type NewMobility } from '#modules/mobilities/create-mobilities.actions.ts'
import { changeStatuses } from '#modules/mobilities/status.actions.ts'
import { refreshTasks } from '#modules/tasks/sync-tasks.actions.ts'
import { demoFlows, type DemoFlow } from './flows.ts'
import { foundOrganisations } from './organisations.ts'
import { planJourneys } from './journeys.ts'
import { handInPapers } from './papers.ts'
import { tradeOrders } from './orders.ts'
import { payGrants } from './payments.ts'
import { enrol } from './people.ts'
import { planPlaces } from './plans.ts'
import { play, type Player } from './play.ts'
import { foundProjects } from './projects.ts'
import { giveFlags } from './rates.ts'
import { seeded } from './random.ts'
import { spendOnTheSpot } from './spending.ts'
import type { PlayedFlow, Stage } from './stage.ts'
import { askForPlaces, ratePastCompanies } from './availability.ts'
import { keepRegister } from './register.ts'
import { houseGuests } from './stays.ts'
import { takePlaces } from './placements.ts'
import { castRoles } from './roles.ts'
import { giveTutorLink } from './tutor-link.ts'

/**
 * Loads the demo year if the database is empty; dates are relative to today. Answers the secret of the tutor's link that
 * was made, or null when there was something already.
 */
export async function loadDemoYear(services: Services): Promise<string | null> {
  return services.database.transaction({ kind: 'system' }, async (db) => {
    const there = await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()
    if (there) return null
    const stage = await setStage(services, db)
    const played: PlayedFlow[] = []
    for (const flow of demoFlows) played.push(await playFlow(stage, flow))
    await castRoles(stage, played)
    await keepRegister(stage, played)
    await houseGuests(stage, played)
    await takePlaces(stage, played)
    await planPlaces(stage, played)
    await planJourneys(stage, played)
    await handInPapers(stage, played)
    await askForPlaces(stage)
    await ratePastCompanies(stage)
    await freshen(stage, played)
    await payGrants(stage)
    await spendOnTheSpot(stage)
    await tradeOrders(stage)
    return giveTutorLink(stage)
  })
}

async function setStage(services: Services, db: Db): Promise<Stage> {
  const today = services.clock().toISOString().slice(0, 10)
  const as = (actor: Actor, day: Day): Context => ({
    ...contextIn(services, actor, db),
    now: new Date(`${day}T09:00:00Z`),
  })
  const organisations = await foundOrganisations(
    as({ kind: 'system', name: 'SoftMob' }, addDays(today, -400)),
  )
  const projects = await foundProjects(as, organisations, today)
  return { today, as, organisations, projects, random: seeded(2026) }
}

async function playFlow(stage: Stage, flow: DemoFlow): Promise<PlayedFlow> {
  const { today, random, organisations, projects } = stage
  const sender = organisations.senders[flow.sender]
  const host = organisations.hosts[flow.host]
  const departs = addDays(today, flow.departs)
  const returns = addDays(departs, flow.days - 1)
  const planned = earlier(addDays(departs, -150), addDays(today, -6))
  const at = (day: Day): Context => stage.as(sender, day)
  const projectId = projects[flow.sender][flow.project] ?? projects[flow.sender]['2026'] ?? null
  const [flowId = ''] = await addFlows(at(planned), [
    {
      name: flow.name,
      activityType: flow.activity,
      projectId,
      country: host.country,
      town: host.town,
      startDate: departs,
      endDate: returns,
      places: flow.people + random.whole(0, 4),
      accompanyingPlaces: flow.kind === 'staff' ? 0 : Math.ceil(flow.people / 20),
      hostingId: host.id,
    },
  ])
  const people = await enrol(stage.as(sender, today), flow, random)
  const rows = people.map((personId): NewMobility => ({
    personId,
    flowId,
    projectId,
    activityType: flow.activity,
    departure: departs,
    returnDate: returns,
    country: host.country,
    town: host.town,
    hostingId: host.id,
    companyId: companyFor(stage, flow, departs),
  }))
  const made = await createMobilities(at(planned), rows)
  const mobilityIds = made.map(({ id }) => id)
  await giveFlags(at(planned), sender.organisationId, mobilityIds, random)
  const players = await playersOf(stage, mobilityIds, rows)
  const leaving = players.filter(() => random.chance(0.035))
  await play(
    at,
    players.filter((player) => !leaving.includes(player)),
    { departs, returns, today, staff: flow.kind === 'staff' },
    random,
  )
  await leave(stage, sender, leaving, departs)
  return { flow, mobilityIds }
}

/** Companies are proposed about three months ahead. */
function companyFor({ today, organisations, random }: Stage, flow: DemoFlow, departs: Day): string | null {
  const proposed =
    flow.kind !== 'staff' &&
    !['group-vet', 'LM-SKILL-VET'].includes(flow.activity) &&
    addDays(departs, -90) <= today
  const list = organisations.companies[organisations.hosts[flow.host].town] ?? []
  return proposed && list.length > 0 && random.chance(departs <= today ? 1 : 0.9)
    ? random.pick(list).id
    : null
}

async function playersOf(
  { as, today }: Stage,
  ids: readonly string[],
  rows: readonly NewMobility[],
): Promise<Player[]> {
  const { db } = as({ kind: 'system', name: 'SoftMob' }, today)
  const guarded = await db
    .selectFrom('mobility_party')
    .select('mobility_id')
    .where('mobility_id', 'in', [...ids])
    .where('role', '=', 'guardian')
    .execute()
  const minors = new Set(guarded.map((row) => row.mobility_id))
  return ids.map((id, i) => ({ id, minor: minors.has(id), company: Boolean(rows[i]?.companyId) }))
}

/** A few step back, some are called off, and one stay in a hundred ends early: a year is never without them. */
async function leave(
  stage: Stage,
  sender: MemberActor,
  players: readonly Player[],
  departs: Day,
): Promise<void> {
  const reasons = ['Found an apprenticeship at home', 'Health reasons', 'Family reasons', 'Changed school']
  const day = earlier(addDays(departs, -40), addDays(stage.today, -3))
  const context = stage.as(sender, day)
  for (const { id } of players) {
    await changeStatuses(context, [id], { to: 'selected' })
    const to = stage.random.chance(0.7)
      ? 'withdrawn'
      : stage.random.chance(0.7)
        ? 'cancelled'
        : 'force-majeure'
    await changeStatuses(context, [id], { to, reason: stage.random.pick(reasons), day })
  }
}

/** Whose turn it is and what is late are as of today, not as of the last step. */
async function freshen({ as, today }: Stage, played: readonly PlayedFlow[]): Promise<void> {
  await refreshTasks(
    as({ kind: 'system', name: 'SoftMob' }, today),
    played.flatMap(({ mobilityIds }) => mobilityIds),
  )
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

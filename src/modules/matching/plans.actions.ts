import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf, type Actor } from '#server/actor.ts'
import { runAs, type Context, type Services } from '#server/context.ts'
import { memberActor } from '#server/auth/member-actor.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { buildMatch, type PlanInput } from './build-match.rules.ts'
import { inputOf } from './plan-input.ts'
import { resultOf } from './plan-result.rules.ts'
import { brokenRules, usualWeights } from './pair.rules.ts'
import type { matchingContract } from './plans.contract.ts'
import * as store from './plans.store.ts'
import { solveInWorker } from './solve-in-worker.ts'

type Contract = typeof matchingContract
type Item = z.input<Contract['create']['answer']>
type Shown = z.input<Contract['read']['answer']>

/** Up to so many people a plan is solved while one waits: it takes less than a second. */
const atOnce = 200

export async function listPlans(context: Context, page: z.output<Contract['list']['query']>) {
  const found = await store.listPlans(context.db, memberOf(context.actor).organisationId, page)
  return { ...found, items: found.items.map(itemOf) }
}

export async function readPlan(context: Context, id: string): Promise<Shown> {
  const row = await ownPlan(context, id)
  return {
    ...itemOf(row),
    flowIds: row.flowIds,
    weights: row.weights,
    locks: row.locks,
    without: row.without,
    pairs: row.result?.pairs ?? [],
    unplaced: row.result?.unplaced ?? [],
    positions: row.result?.positions ?? [],
    contradictions: row.result?.contradictions ?? [],
  }
}

/** Makes a plan for the people of flows that the organisation sends or hosts. */
export async function createPlan(
  context: Context,
  asked: z.output<Contract['create']['body']>,
): Promise<Item> {
  const { organisationId } = memberOf(context.actor)
  if ((await store.flowsReached(context.db, organisationId, asked.flowIds)) < new Set(asked.flowIds).size)
    throw invalidField('flowIds', 'matching:field.no-flow', 'There is no such flow.')
  if (asked.repairs) await ownPlan(context, asked.repairs)
  const plan = { ...asked, weights: asked.weights ?? usualWeights }
  const id = await store.insertPlan(context.db, organisationId, plan, labelOf(context.actor), context.now)
  await tell(context, 'match-plan.made', id, { name: asked.name })
  return begin(context, id)
}

/** Turns weights, locks or positions; the plan is solved anew. */
export async function changePlan(
  context: Context,
  id: string,
  { version, ...change }: z.output<Contract['change']['body']>,
): Promise<Item> {
  const row = await ownPlan(context, id, { lock: true })
  refuseStale(row, version)
  if (row.state === 'applied') throw notPossible('matching:whyNot.applied')
  await store.changePlan(context.db, id, change)
  await tell(context, 'match-plan.changed', id, { name: row.name })
  return begin(context, id)
}

export async function cancelPlan(context: Context, id: string): Promise<Item> {
  const row = await ownPlan(context, id, { lock: true })
  if (row.state !== 'waiting' && row.state !== 'solving') throw notPossible('matching:whyNot.not-running')
  await store.askToCancel(context.db, id)
  await store.setState(context.db, id, 'cancelled', context.now)
  return itemOf(await ownPlan(context, id))
}

/** What one change would cost: the best plan with it, against the best without. */
export async function tryMove(
  context: Context,
  id: string,
  { mobilityId, positionId }: z.output<Contract['tryMove']['body']>,
) {
  const row = await ownPlan(context, id)
  const { result } = row
  if (!result) throw notPossible('matching:whyNot.not-solved')
  const input = await inputOf(context, row)
  const candidate = input.candidates.find((one) => one.mobilityId === mobilityId)
  const opening = input.openings.find((one) => one.id === positionId)
  if (!candidate) throw invalidField('mobilityId', 'not-there', 'This person is not looked for.')
  if (!opening) throw invalidField('positionId', 'not-there', 'This position is not in the plan.')
  const nothing = { placed: 0, score: 0, moved: [] }
  const broken = brokenRules(candidate, opening)
  if (broken.length > 0) return { possible: false, broken, ...nothing }
  const moved = await solved(
    {
      ...input,
      current: result.pairs.map((pair) => [pair.mobilityId, pair.positionId] as const),
      locks: [...input.locks.filter(([who]) => who !== mobilityId), [mobilityId, positionId] as const],
    },
    row.seconds,
  )
  if (!moved || moved.status === 'infeasible') return { possible: false, broken: [], ...nothing }
  const before = new Map(result.pairs.map((pair) => [pair.mobilityId, pair.positionId]))
  const after = new Map(moved.pairs.map((pair) => [pair.mobilityId, pair.positionId]))
  return {
    possible: true,
    broken: [],
    placed: moved.placed - result.placed,
    score: Math.round((moved.score - result.score) * 100) / 100,
    moved: input.candidates
      .filter((one) => one.mobilityId !== mobilityId)
      .filter((one) => before.get(one.mobilityId) !== after.get(one.mobilityId))
      .map((one) => ({
        mobilityId: one.mobilityId,
        participant: one.participant,
        positionId: after.get(one.mobilityId) ?? null,
      })),
  }
}

/** Solves a plan that waits: at once where it is small, else as a job. */
async function begin(context: Context, id: string): Promise<Item> {
  const row = await ownPlan(context, id)
  const input = await inputOf(context, row)
  if (input.candidates.length > atOnce) {
    const { userId } = memberOf(context.actor)
    await context.enqueue('match.solve', { planId: id, organisationId: row.organisationId, userId })
    return itemOf(row)
  }
  const result = await solved(input, row.seconds)
  if (result) await store.setState(context.db, id, 'solved', context.now, result)
  return itemOf(await ownPlan(context, id))
}

async function solved(input: PlanInput, seconds: number, signal?: AbortSignal) {
  const built = buildMatch(input)
  const plan = await solveInWorker(built.instance, { seconds, ...(signal ? { signal } : {}) })
  return plan && resultOf(input, built, plan)
}

/** Solves a large plan beside everything else; looks each second whether it was called off. */
export async function runPlan(
  services: Services,
  job: { planId: string; organisationId: string; userId: string },
  stopping: AbortSignal,
): Promise<void> {
  const actor = await memberActor(services.database, job.userId, job.organisationId)
  if (!actor) return
  const input = await runAs(services, actor, async (context) => {
    const row = await store.findPlan(context.db, job.organisationId, job.planId, { lock: true })
    if (!row || (row.state !== 'waiting' && row.state !== 'solving')) return null
    await store.setState(context.db, job.planId, 'solving', context.now)
    return { ...(await inputOf(context, row)), seconds: row.seconds }
  })
  if (!input) return
  const calledOff = new AbortController()
  const look = setInterval(
    () => void lookWhether(services, actor, job).then((off) => off && calledOff.abort()),
    1000,
  )
  try {
    const result = await solved(input, input.seconds, AbortSignal.any([calledOff.signal, stopping]))
    if (result)
      await runAs(services, actor, async (context) => {
        const row = await store.findPlan(context.db, job.organisationId, job.planId, { lock: true })
        if (row?.state === 'solving')
          await store.setState(context.db, job.planId, 'solved', context.now, result)
      })
  } catch (error) {
    services.log.error({ error, planId: job.planId }, 'a match could not be solved')
    await runAs(services, actor, (context) => store.setState(context.db, job.planId, 'failed', context.now))
  } finally {
    clearInterval(look)
  }
}

async function lookWhether(
  services: Services,
  actor: Actor,
  job: { planId: string; organisationId: string },
): Promise<boolean> {
  const row = await runAs(services, actor, ({ db }) => store.findPlan(db, job.organisationId, job.planId))
  return row?.cancel ?? true
}

export function refuseStale(row: store.PlanRow, version: number): void {
  if (row.version !== version)
    throw new Problem('conflict', {
      changed: { version: row.version, fields: ['plan'], by: null, at: null },
    })
}

export async function ownPlan(
  context: Context,
  id: string,
  options: { lock?: boolean } = {},
): Promise<store.PlanRow> {
  const row = await store.findPlan(context.db, memberOf(context.actor).organisationId, id, options)
  if (!row) throw notFound()
  return row
}

const itemOf = (row: store.PlanRow): Item => ({
  id: row.id,
  name: row.name,
  state: row.state,
  status: row.result?.status ?? null,
  people: row.result?.people ?? 0,
  placed: row.result?.placed ?? null,
  moved: row.result?.moved ?? null,
  score: row.result?.score ?? null,
  bound: row.result?.bound ?? null,
  repairs: row.repairs,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  appliedAt: row.appliedAt?.toISOString() ?? null,
  version: row.version,
})

export const tell = (
  context: Context,
  type: string,
  id: string,
  data: Record<string, string | number>,
): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'match-plan', id }, data, audience: 'organisation' })

import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import { runAs, type Context, type Services } from '#server/context.ts'
import { memberActor } from '#server/auth/member-actor.ts'
import { positionNames } from '#modules/companies/positions.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { buildMatch, type PlanInput } from './build-match.rules.ts'
import { inputOf } from './plan-input.ts'
import { resultOf, type PlanResult } from './plan-result.rules.ts'
import { brokenRules, usualWeights } from './pair.rules.ts'
import type { matchingContract } from './plans.contract.ts'
import * as store from './plans.store.ts'
import type { MatchProgress } from './solve-match.ts'
import { solveInWorker } from './solve-in-worker.ts'

type Contract = typeof matchingContract
type Item = z.input<Contract['create']['answer']>
type Shown = z.input<Contract['read']['answer']>

/** Up to so many people a plan is solved while one waits, since that mostly takes less than a second. */
const atOnce = 200
/** Seconds that one waits for it; what takes longer goes on as a job. */
const atOnceSeconds = 4

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
    leftOut: await positionNames(context.db, row.organisationId, row.without),
    pairs: row.result?.pairs ?? [],
    unplaced: row.result?.unplaced ?? [],
    positions: (row.result?.positions ?? []).map((one) => ({
      ...one,
      free: one.free ?? Math.max(0, one.places - one.used),
    })),
    contradictions: row.result?.contradictions ?? [],
    progress: row.progress && { ...row.progress, mostSeconds: row.seconds },
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
  const plan = asked.repairs
    ? takenOver(asked, await ownPlan(context, asked.repairs))
    : { ...asked, weights: asked.weights ?? usualWeights }
  const id = await store.insertPlan(context.db, organisationId, plan, labelOf(context.actor), context.now)
  await tell(context, 'match-plan.made', id, { name: asked.name })
  return begin(context, id)
}

/** A repair goes on from what was turned about the plan it repairs: weights, locks that can still hold, what was left out. */
function takenOver(asked: z.output<Contract['create']['body']>, before: store.PlanRow) {
  const without = [...new Set([...before.without, ...asked.without])]
  const locks = asked.locks.length > 0 ? asked.locks : before.locks
  return {
    ...asked,
    without,
    weights: asked.weights ?? before.weights,
    locks: locks.filter(({ positionId }) => !without.includes(positionId)),
  }
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
  await tell(context, 'match-plan.cancelled', id, { name: row.name })
  return itemOf(await ownPlan(context, id))
}

/** Each holds a worker and a connection for seconds; others are told to wait. */
const mostTries = 2
let tries = 0

/** What one change would cost: the best plan with it, as it would be solved, against the plan as it is. */
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
  const nothing = { proven: true, contradictions: [], placed: 0, score: 0, moved: [] }
  const broken = brokenRules(candidate, opening)
  if (broken.length > 0) return { possible: false, broken, ...nothing }
  if (tries >= mostTries) throw notPossible('matching:whyNot.busy')
  tries += 1
  const moved = await solved(
    {
      ...input,
      locks: [...input.locks.filter(([who]) => who !== mobilityId), [mobilityId, positionId] as const],
    },
    { seconds: Math.min(row.seconds, atOnceSeconds) },
  ).finally(() => (tries -= 1))
  if (!moved || moved.status === 'infeasible')
    return { possible: false, broken: [], ...nothing, contradictions: moved?.contradictions ?? [] }
  const before = new Map(result.pairs.map((pair) => [pair.mobilityId, pair.positionId]))
  const after = new Map(moved.pairs.map((pair) => [pair.mobilityId, pair.positionId]))
  return {
    possible: true,
    proven: moved.status === 'optimal',
    broken: [],
    contradictions: [],
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

/** Solves a plan that waits: at once where it is small and quick, else as a job. */
async function begin(context: Context, id: string): Promise<Item> {
  const row = await ownPlan(context, id)
  const input = await inputOf(context, row)
  const small = input.candidates.length <= atOnce
  const result = small && (await solved(input, { seconds: Math.min(row.seconds, atOnceSeconds) }))
  if (result && (result.status !== 'feasible' || row.seconds <= atOnceSeconds))
    await store.setState(context.db, id, 'solved', context.now, result)
  else {
    const { userId } = memberOf(context.actor)
    await context.enqueue('match.solve', { planId: id, organisationId: row.organisationId, userId })
  }
  return itemOf(await ownPlan(context, id))
}

async function solved(input: PlanInput, options: Parameters<typeof solveInWorker>[1]) {
  const built = buildMatch(input)
  const plan = await solveInWorker(built.instance, options)
  return plan && resultOf(input, built, plan)
}

/** Milliseconds between two looks at whether a run still counts. */
const lookEvery = 700

/** Solves a large plan beside everything else; notes how far it is, and ends as soon as it was called off or the plan was changed. */
export async function runPlan(
  services: Services,
  job: { planId: string; organisationId: string; userId: string },
  stopping: AbortSignal,
): Promise<void> {
  const actor = await memberActor(services.database, job.userId, job.organisationId)
  if (!actor) {
    // Whoever asked is no member any more: nobody waits for it, and the plan does not say so for ever.
    await runAs(services, { kind: 'system', name: 'SoftMob' }, async ({ db, now }) => {
      const row = await store.findPlan(db, job.organisationId, job.planId, { lock: true })
      if (row?.state === 'waiting' || row?.state === 'solving')
        await store.setState(db, job.planId, 'failed', now)
    })
    return
  }
  const begun = await runAs(services, actor, async (context) => {
    const row = await store.findPlan(context.db, job.organisationId, job.planId, { lock: true })
    if (!row || (row.state !== 'waiting' && row.state !== 'solving')) return null
    await store.setState(context.db, job.planId, 'solving', context.now)
    return { input: await inputOf(context, row), seconds: row.seconds, version: row.version + 1 }
  })
  if (!begun) return
  const { input, seconds, version } = begun
  const started = performance.now()
  const calledOff = new AbortController()
  let at: MatchProgress | null = null
  const note = async (): Promise<void> => {
    const progress = at && { ...at, seconds: Math.round((performance.now() - started) / 1000) }
    const counts = await runAs(services, actor, ({ db }) =>
      store.noteProgress(db, job.planId, version, progress),
    )
    if (!counts) calledOff.abort()
  }
  const look = setInterval(
    () => void note().catch((error: unknown) => services.log.warn({ error }, 'progress is not noted')),
    lookEvery,
  )
  const settle = (state: 'solved' | 'failed', result?: PlanResult) =>
    runAs(services, actor, async (context) => {
      const row = await store.findPlan(context.db, job.organisationId, job.planId, { lock: true })
      if (row?.state === 'solving' && row.version === version)
        await store.setState(context.db, job.planId, state, context.now, result)
    })
  try {
    const result = await solved(input, {
      seconds,
      signal: AbortSignal.any([calledOff.signal, stopping]),
      progress: (now) => (at = now),
    })
    if (result) await settle('solved', result)
    // The server stops: another one takes the job up again.
    else if (!calledOff.signal.aborted) throw new Error('The solving was interrupted.')
  } catch (error) {
    if (stopping.aborted) throw error
    services.log.error({ error, planId: job.planId }, 'a match could not be solved')
    await settle('failed')
  } finally {
    clearInterval(look)
  }
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

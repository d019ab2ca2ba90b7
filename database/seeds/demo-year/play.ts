import { addDays, type Day } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { saveStatuses } from '#modules/mobilities/lifecycle.store.ts'
import type { Status } from '#modules/mobilities/statuses.rules.ts'
import { setTaskState } from '#modules/tasks/tasks.store.ts'
import type { Random } from './random.ts'

/** One mobility of a flow on its way through the demo year. */
export interface Player {
  id: string
  minor: boolean
  company: boolean
}

export interface Stay {
  departs: Day
  returns: Day
  today: Day
  staff: boolean
}

interface Step {
  /** The day it happens. */
  on: Day
  /** How many of the group come this far. */
  share: number
  run: (context: Context, players: readonly Player[]) => Promise<void>
}

/**
 * Lets a group go its way with the same actions as in daily use, each on its day, up to today. A step on its day takes most of
 * the group; the rest fall behind by a step, which is how a real week looks.
 */
export async function play(
  at: (day: Day) => Context,
  players: readonly Player[],
  stay: Stay,
  random: Random,
): Promise<void> {
  let going = [...players]
  for (const step of stepsOf(stay)) {
    if (step.on > stay.today) return
    // Those behind catch up once the departure is near: nobody departs half prepared.
    const catchUp = stay.today >= stay.departs ? 1 : step.share
    const now = going.filter(() => random.chance(catchUp))
    await step.run(at(step.on), now)
    going = now
  }
}

const facts =
  (...names: string[]) =>
  (context: Context, players: readonly Player[]): Promise<void> =>
    recordFacts(
      context,
      players.flatMap(({ id, minor }) =>
        names
          .filter((name) => minor || !name.startsWith('guardian.'))
          .map((name) => ({ mobilityId: id, name })),
      ),
    )

function stepsOf({ departs, returns, staff }: Stay): Step[] {
  const before = (days: number): Day => addDays(departs, -days)
  return [
    { on: before(140), share: 1, run: (context, players) => move(context, players, 'draft', 'selected') },
    { on: before(122), share: 0.96, run: facts('participant.accepted', 'guardian.consented') },
    { on: before(105), share: 0.95, run: facts('participant.data-checked', 'guardian.data-checked') },
    { on: before(96), share: 1, run: facts('hosting.confirmed') },
    {
      on: before(62),
      share: 0.9,
      run: (context, players) => (staff ? Promise.resolve() : confirm(context, players)),
    },
    { on: before(45), share: 0.92, run: facts('hosting.mentor-named') },
    { on: before(26), share: 0.85, run: facts('hosting.arrival-contact-named', 'journey.known') },
    { on: before(21), share: 0.9, run: facts('stay.given') },
    { on: before(12), share: 0.8, run: (context, players) => finish(context, players, 'ready') },
    { on: departs, share: 1, run: facts('participant.arrived') },
    { on: addDays(returns, 1), share: 1, run: facts('mobility.returned') },
    { on: addDays(returns, 16), share: 1, run: facts('mobility.assessed') },
    { on: addDays(returns, 50), share: 1, run: close },
  ]
}

async function move(context: Context, players: readonly Player[], from: Status, to: Status): Promise<void> {
  await saveStatuses(
    context.db,
    players.map(({ id }) => ({ id, status: to, reason: null, day: null })),
    context.now,
  )
  await recordEvents(
    context,
    players.map(({ id }) => ({
      type: 'mobility.status-changed',
      subject: { kind: 'mobility', id },
      mobilityId: id,
      changes: { status: [from, to] },
      data: { from, to },
    })),
  )
}

async function confirm(context: Context, players: readonly Player[]): Promise<void> {
  const ids = players.filter(({ company }) => company).map(({ id }) => id)
  if (ids.length === 0) return
  await context.db
    .updateTable('mobility')
    .set({ company_stage: 'confirmed', working_hours: '9:00–14:00, 16:00–18:00' })
    .where('id', 'in', ids)
    .execute()
  await facts('company.confirmed')(
    context,
    players.filter(({ company }) => company),
  )
}

/** Ticks the tasks that nothing else completes, up to a milestone. */
async function finish(
  context: Context,
  players: readonly Player[],
  milestone: 'ready' | 'closed',
): Promise<void> {
  const ids = players.map(({ id }) => id)
  if (ids.length === 0) return
  // Papers of years past were kept in a folder at school.
  await facts('insurance.valid', 'papers.complete')(context, players)
  const open = await context.db
    .selectFrom('task')
    .select(['id', 'mobility_id'])
    .where('mobility_id', 'in', ids)
    .where('state', '=', 'open')
    .where('fact', 'is', null)
    .where((e) => (milestone === 'ready' ? e('anchor', '=', 'departure') : e.val(true)))
    .execute()
  await setTaskState(
    context.db,
    open.map(({ id }) => id),
    {
      state: 'done',
      doneAt: context.now,
      doneBy: 'name' in context.actor ? context.actor.name : '',
      waivedReason: null,
    },
  )
  await recordEvents(
    context,
    ids.map((id) => ({
      type: 'task.done',
      subject: { kind: 'mobility', id },
      mobilityId: id,
      data: { key: 'insurance' },
    })),
  )
}

async function close(context: Context, players: readonly Player[]): Promise<void> {
  await finish(context, players, 'closed')
  await move(context, players, 'assessed', 'closed')
}

import type { z } from 'zod'
import { notAllowed, notFound, notPossible, Problem } from '#shared/problems.ts'
import type { PersonActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { factsMadeBy } from './fact-makers.rules.ts'
import { recordFacts } from './facts.actions.ts'
import { minorIn, showRow } from './mobility-rows.store.ts'
import { todayOf } from './mobility-scope.ts'
import type { ownMobility } from './own-mobilities.contract.ts'
import { helpersOf, ownMobilities, type HelperRow, type OwnRow } from './own-mobilities.store.ts'
import type { PartyRole } from './party-roles.rules.ts'
import { reportProblem } from './problems.actions.ts'
import { problemsOf } from './record.store.ts'
import { changeStatus } from './status.actions.ts'
import { phaseOf } from './statuses.rules.ts'

type Shown = z.input<typeof ownMobility>

/** The own mobilities and those of minors in one's care; the next one first, those that are over last. */
export async function listOwn(context: Context): Promise<{ items: Shown[] }> {
  const rows = await ownMobilities(context.db, personOf(context).personIds)
  return { items: await showAll(context, rows) }
}

export async function readOwn(context: Context, id: string): Promise<Shown> {
  const [shown] = await showAll(context, [await reach(context, id)])
  if (!shown) throw notFound()
  return shown
}

/** Says yes: as the participant, or as the guardian of a minor. */
export async function accept(context: Context, id: string): Promise<Shown> {
  const row = await reach(context, id)
  const decision = decisionOf(row, minorIn(row, todayOf(context)))
  if (decision !== 'accept' && decision !== 'consent')
    throw notPossible(
      decision === 'waits-for-guardian'
        ? 'mobilities:whyNot.guardian-decides'
        : 'mobilities:whyNot.nothing-to-accept',
    )
  await recordFacts(context, [
    { mobilityId: id, name: decision === 'accept' ? 'participant.accepted' : 'guardian.consented' },
  ])
  return readOwn(context, id)
}

export async function withdraw(context: Context, id: string, reason: string): Promise<Shown> {
  await reach(context, id)
  await changeStatus(context, id, { to: 'withdrawn', reason })
  return readOwn(context, id)
}

export async function recordOwnFact(context: Context, id: string, fact: string): Promise<Shown> {
  const row = await reach(context, id)
  if (!factsMadeBy([row.role]).includes(fact)) throw notAllowed('mobilities:whyNot.not-your-fact')
  const today = todayOf(context)
  if (fact === 'participant.arrived' && (!row.departure || today < row.departure))
    throw notPossible('mobilities:whyNot.departure-ahead', { day: row.departure ?? '' })
  await recordFacts(context, [{ mobilityId: id, name: fact }])
  return readOwn(context, id)
}

export async function reportOwnProblem(
  context: Context,
  id: string,
  problem: { kind: string; text: string },
): Promise<{ told: string[] }> {
  await reach(context, id)
  const { told } = await reportProblem(context, id, problem)
  return { told }
}

function personOf({ actor }: Context): PersonActor {
  if (actor.kind === 'person') return actor
  throw new Problem('not-signed-in')
}

async function reach(context: Context, id: string): Promise<OwnRow> {
  const [row] = await ownMobilities(context.db, personOf(context).personIds, id)
  if (!row) throw notFound()
  return row
}

/** A minor says yes for themselves, but the place is taken only with the guardian's consent. */
function decisionOf(row: OwnRow, minor: boolean): Shown['decision'] {
  if (row.status !== 'selected') return 'none'
  if (row.role === 'guardian') return minor && !row.facts.includes('guardian.consented') ? 'consent' : 'none'
  if (row.role !== 'participant') return 'none'
  if (!row.facts.includes('participant.accepted')) return 'accept'
  return minor && !row.facts.includes('guardian.consented') ? 'waits-for-guardian' : 'none'
}

async function showAll(context: Context, rows: readonly OwnRow[]): Promise<Shown[]> {
  const helpers = Map.groupBy(
    await helpersOf(
      context.db,
      rows.map(({ id }) => id),
    ),
    ({ mobilityId }) => mobilityId,
  )
  return Promise.all(rows.map((row) => show(context, row, helpers.get(row.id) ?? [])))
}

async function show(context: Context, row: OwnRow, helpers: readonly HelperRow[]): Promise<Shown> {
  const today = todayOf(context)
  const { version: _, ...shown } = showRow(row, today)
  const minor = minorIn(row, today)
  const problems = (await problemsOf(context.db, row.id)).filter((problem) =>
    ['participant', 'guardian'].includes(problem.reporter_role),
  )
  return {
    ...shown,
    role: row.role,
    companyStage: row.companyStage,
    workingHours: row.workingHours,
    workplaceAddress: row.workplaceAddress,
    contacts: helpers.flatMap(({ role, name, duty, email, phone, organisation }) =>
      name === null ? [] : [{ role: role as PartyRole, duty: duty ?? '', name, email, phone, organisation }],
    ),
    helpers: helpers.map(({ mobilityId: _id, ...helper }) => helper),
    decision: decisionOf(row, minor),
    canWithdraw:
      phaseOf(shown.status) === 'preparation' &&
      (row.role === 'guardian' || (row.role === 'participant' && !minor)),
    dataChecked: row.facts.includes(
      row.role === 'guardian' ? 'guardian.data-checked' : 'participant.data-checked',
    ),
    problems: problems.map((problem) => ({
      id: problem.id,
      kind: problem.kind,
      text: problem.text,
      at: problem.created_at.toISOString(),
      answer: problem.answer,
    })),
  }
}

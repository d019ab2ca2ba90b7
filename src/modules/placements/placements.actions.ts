import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rolesHeldIn } from '#modules/mobilities/roles.store.ts'
import { scopeOf } from '#modules/mobilities/mobility-scope.ts'
import { companyView } from './company-view.rules.ts'
import { companyContacts } from './company-contacts.store.ts'
import { sidesOf } from './placements.access.ts'
import type { placementsContract } from './placements.contract.ts'
import * as store from './placements.store.ts'
import { findRules, saveRules as keepRules } from './placement-rules.store.ts'
import { profilesOf } from './profiles.store.ts'
import { showPlacement, type ShownPlacement } from './show-placement.ts'
import type { AskedAct } from './placements.shapes.contract.ts'
import { takeSteps, type Judged } from './take-steps.actions.ts'

type Contract = typeof placementsContract
type Outcome = z.input<Contract['actOnMany']['answer']>
type Repair = NonNullable<Outcome['repair']>

/** So many are taken a step on at once. */
const most = 1000

export async function listPlacements(context: Context, query: z.output<Contract['list']['query']>) {
  const { limit, cursor, ...filters } = query
  const page = await store.listPlacements(context.db, scopeOf(context), filters, { limit, cursor })
  return { next: page.next, items: page.items.map((row) => showPlacement(context, row)) }
}

export const countPlacements = (context: Context, filters: z.output<Contract['counts']['query']>) =>
  store.countPlacements(context.db, scopeOf(context), filters)

/** One placement with what its company sees of the person, and its history. */
export async function readPlacement(context: Context, id: string) {
  const [row] = await reach(context, [id])
  if (!row) throw notFound()
  const [profile] = await profilesOf(context.db, [row.mobilityId])
  if (!profile) throw notFound()
  const history = await store.historyOf(context.db, id)
  return {
    ...showPlacement(context, row),
    view: companyView(profile, row.minimumAge),
    history: history.map(({ at, data, ...event }) => ({ ...event, at: at.toISOString(), data: data ?? {} })),
  }
}

/** Takes one placement a step on, or throws why not. A placement that is taken back says how to repair. */
export async function actOnOne(context: Context, id: string, act: AskedAct) {
  const { judged, repair } = await actOn(context, [id], act)
  const [one] = judged
  if (!one) throw notFound()
  if (one.why) throw notPossible(`placements:whyNot.${one.why.code}`, one.why.values)
  return { placement: await shown(context, id), repair }
}

/** Takes many a step on: those named, or all that match. */
export async function actOnMany(
  context: Context,
  { act, ids, all }: z.output<Contract['actOnMany']['body']>,
): Promise<Outcome> {
  if (!ids && !all)
    throw invalidField('ids', 'placements:field.which', 'Name the placements, or all that match.')
  const chosen = ids ?? (await store.idsThatMatch(context.db, scopeOf(context), all ?? {}, most))
  const { judged, repair } = await actOn(context, chosen, act)
  return outcomeOf(context, judged, act, repair)
}

/** A company drops out: all its open placements that the asker arranges or sends are taken back. */
export async function dropOut(
  context: Context,
  companyId: string,
  { code, reason }: z.output<Contract['dropOut']['body']>,
): Promise<Outcome> {
  const open = ['proposed', 'sent', 'interview', 'accepted', 'approved', 'confirmed'] as const
  const ids = await store.idsThatMatch(
    context.db,
    scopeOf(context),
    { company: companyId, step: [...open] },
    most,
  )
  const act = { do: 'withdraw' as const, code, reason }
  const { judged, repair } = await actOn(context, ids, act)
  if (judged.length === 0) throw notPossible('placements:whyNot.nobody-there')
  return outcomeOf(context, judged, act, repair)
}

export const readRules = (context: Context) => findRules(context.db, memberOf(context.actor).organisationId)

export async function saveRules(context: Context, input: z.output<Contract['saveRules']['body']>) {
  const { organisationId } = memberOf(context.actor)
  const saved = await keepRules(context.db, organisationId, input, context.now)
  if (!saved) {
    const { version } = await findRules(context.db, organisationId)
    throw new Problem('conflict', { changed: { version, fields: ['guardianApproves'], by: null, at: null } })
  }
  await recordEvent(context, {
    type: 'placement.rules-saved',
    subject: { kind: 'organisation', id: organisationId },
    data: { guardianApproves: input.guardianApproves },
    audience: 'organisation',
  })
  return readRules(context)
}

/** The rows that the asking member reaches through a part in their mobilities; companies have a list of their own. */
export async function reach(
  context: Context,
  ids: readonly string[],
  options: { lock?: boolean } = {},
): Promise<store.PlacementRow[]> {
  if (options.lock) await store.lockPlacements(context.db, ids)
  const rows = await store.findPlacements(context.db, ids)
  const roles = await rolesHeldIn(
    context,
    rows.map(({ mobilityId }) => mobilityId),
  )
  const { organisationId } = memberOf(context.actor)
  return rows.filter(
    (row) => roles.has(row.mobilityId) && sidesOf(row, organisationId).some((side) => side !== 'company'),
  )
}

export async function shown(context: Context, id: string): Promise<ShownPlacement> {
  const [row] = await store.findPlacements(context.db, [id])
  if (!row) throw notFound()
  return showPlacement(context, row)
}

async function actOn(context: Context, ids: readonly string[], act: AskedAct) {
  const rows = await reach(context, ids, { lock: true })
  const { organisationId } = memberOf(context.actor)
  const judged = await takeSteps(context, rows, act, (row) => sidesOf(row, organisationId))
  const lost = judged.filter(({ why }) => why === null).map(({ row }) => row)
  return { judged, repair: act.do === 'withdraw' ? repairOf(lost, organisationId) : null }
}

/** What a plan needs to find other places for those who lost theirs: it goes on from the plan that had given most of them. */
function repairOf(rows: readonly store.PlacementRow[], organisationId: string): Repair | null {
  const flowIds = [...new Set(rows.flatMap(({ flowId }) => flowId ?? []))]
  if (flowIds.length === 0) return null
  const own = rows.filter(({ planId, arrangedBy }) => planId !== null && arrangedBy === organisationId)
  const byPlan = [...Map.groupBy(own, ({ planId }) => planId)].toSorted(
    ([a, some], [b, others]) => others.length - some.length || ((a ?? '') < (b ?? '') ? 1 : -1),
  )
  return {
    planId: byPlan[0]?.[0] ?? null,
    flowIds,
    positionIds: [...new Set(rows.flatMap(({ positionId }) => positionId ?? []))],
  }
}

async function outcomeOf(
  context: Context,
  judged: readonly Judged[],
  act: AskedAct,
  repair: Repair | null,
): Promise<Outcome> {
  const contacts =
    act.do === 'send'
      ? await companyContacts(context.db, [...new Set(judged.map(({ row }) => row.companyId))])
      : []
  return {
    done: judged.filter(({ why }) => why === null).length,
    rows: judged.map(({ row, why }) => ({
      id: row.id,
      participant: row.participant,
      company: row.company,
      state:
        why === null
          ? 'done'
          : why.code === 'not-now' || why.code === 'approved-already'
            ? 'skipped'
            : 'refused',
      why,
      told:
        why === null
          ? contacts
              .filter(({ companyId }) => companyId === row.companyId)
              .map(({ name, email }) => name || email)
          : [],
    })),
    repair,
  }
}

import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findPosition, lockPositions, type PositionRow } from '#modules/companies/positions.store.ts'
import { changesBetween, recordEvent, recordEvents } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { worksTogether, lockMobilities, type MobilityFullRow } from '#modules/mobilities/edit.store.ts'
import { rolesHeld } from '#modules/mobilities/roles.store.ts'
import { phaseOf, type Status } from '#modules/mobilities/statuses.rules.ts'
import { findOrCreatePartners } from '#modules/organisations/find-or-create-partners.actions.ts'
import { followPlacements } from './follow-placements.actions.ts'
import { makeRoom, whyNotPeriod, type Period } from './placement-periods.rules.ts'
import { isFirm, isOpen, replaced } from './placement-steps.rules.ts'
import { insertPlacement, savePlacement, saveStep } from './placement-writes.store.ts'
import { reach, shown } from './placements.actions.ts'
import type { placementsContract } from './placements.contract.ts'
import {
  findPlacements,
  lockPlacements,
  mostAtOnce,
  placementsOf,
  type PlacementRow,
} from './placements.store.ts'
import type { ShownPlacement } from './show-placement.ts'
import { tellAbout } from './tell.actions.ts'

type Contract = typeof placementsContract
type Proposal = z.output<Contract['propose']['body']>

/** Proposes a company by hand. What was proposed before and is not firm makes room; with `inTurnWith` both stay, one after the other. */
export async function propose(context: Context, input: Proposal): Promise<ShownPlacement> {
  const record = await recordOf(context, input.mobilityId)
  const position = await positionOf(context, input, record)
  const companyId = position?.companyId ?? (await companyOf(context, input, record))
  const open = (await placementsOf(context.db, [record.id])).filter(({ step }) => isOpen(step))
  if (open.some((one) => one.companyId === companyId)) throw notPossible('placements:whyNot.proposed-already')
  const period = {
    startsOn: input.startsOn ?? record.departure,
    endsOn: input.endsOn ?? record.return_date,
    share: input.share,
  }
  const first = open.find(({ id }) => id === input.inTurnWith)
  if (input.inTurnWith && !first)
    throw invalidField('inTurnWith', 'placements:field.no-placement', 'There is no such placement.')
  if (first) await giveRoom(context, record, open, first, period)
  else await replaceOpen(context, open)
  if (!first) refusePeriod(period, [], record)
  const id = await insertPlacement(
    context.db,
    {
      mobilityId: record.id,
      companyId,
      positionId: position?.id ?? null,
      planId: null,
      arrangedBy: memberOf(context.actor).organisationId,
      ...period,
      workingHours: input.workingHours ?? position?.workingHours ?? null,
      workplaceAddress: input.workplaceAddress ?? position?.site ?? null,
      tutor: input.tutor ?? tutorOf(position),
    },
    context.now,
  )
  await tellProposed(context, id)
  await followPlacements(context, [record.id])
  return shown(context, id)
}

/** Changes days, share, hours, address or tutor. */
export async function changePlacement(
  context: Context,
  id: string,
  { version, ...input }: z.output<Contract['change']['body']>,
): Promise<ShownPlacement> {
  const [row] = await reach(context, [id], { lock: true })
  if (!row) throw notFound()
  if (row.version !== version)
    throw new Problem('conflict', {
      changed: { version: row.version, fields: ['placement'], by: null, at: null },
    })
  if (!isOpen(row.step)) throw notPossible('placements:whyNot.not-now', { step: row.step })
  const others = (await placementsOf(context.db, [row.mobilityId])).filter(
    (one) => isOpen(one.step) && one.id !== id,
  )
  const next = {
    startsOn: input.startsOn ?? row.departure,
    endsOn: input.endsOn ?? row.returnDate,
    share: input.share,
    workingHours: input.workingHours ?? null,
    workplaceAddress: input.workplaceAddress ?? null,
    tutor: input.tutor ?? null,
  }
  refusePeriod(next, others, { departure: row.departure, return_date: row.returnDate })
  await savePlacement(context.db, id, next)
  const { tutor: _tutor, ...before } = row
  await recordEvent(context, {
    type: 'placement.changed',
    subject: { kind: 'placement', id },
    mobilityId: row.mobilityId,
    changes: changesBetween(before, { ...next, tutor: undefined }),
    data: { company: row.company },
  })
  await followPlacements(context, [row.mobilityId])
  return shown(context, id)
}

/** A plan's proposal of a position; null, or why it is not possible. The caller follows with the records. */
export async function proposeByPlan(
  context: Context,
  { mobilityId, position, planId }: { mobilityId: string; position: PositionRow; planId: string },
): Promise<string | null> {
  const [record] = await lockMobilities(context.db, [mobilityId])
  if (!record || !(await reaches(context, mobilityId))) return 'not-found'
  if (phaseOf(record.status as Status) === 'over') return 'not-possible'
  const open = (await placementsOf(context.db, [mobilityId])).filter(({ step }) => isOpen(step))
  await replaceOpen(context, open)
  const id = await insertPlacement(
    context.db,
    {
      mobilityId,
      companyId: position.companyId,
      positionId: position.id,
      planId,
      arrangedBy: memberOf(context.actor).organisationId,
      // Whoever is there already begins now.
      startsOn: record.departure !== null && record.departure < todayOf(context) ? todayOf(context) : null,
      endsOn: null,
      share: 100,
      workingHours: position.workingHours,
      workplaceAddress: position.site,
      tutor: tutorOf(position),
    },
    context.now,
  )
  await tellProposed(context, id)
  return null
}

const tutorOf = (position: PositionRow | null) =>
  position?.tutor ? { name: position.tutor, phone: '', email: '' } : null

async function tellProposed(context: Context, id: string): Promise<void> {
  const [row] = await findPlacements(context.db, [id])
  if (!row) throw notFound()
  await recordEvent(context, {
    type: 'placement.proposed',
    subject: { kind: 'placement', id },
    mobilityId: row.mobilityId,
    data: { company: row.company, ...(row.position ? { position: row.position } : {}) },
  })
}

/** What waits for an answer makes room for a new proposal; what a company has agreed to does not. */
async function replaceOpen(context: Context, open: readonly PlacementRow[]): Promise<void> {
  if (open.some(({ step }) => isFirm(step))) throw notPossible('placements:whyNot.has-place')
  await withdrawAll(context, open, replaced)
  await tellAbout(context, 'withdraw', open)
}

/** Takes proposals back that nobody has agreed to, for one reason. The caller follows with the records and tells who has to know. */
export async function withdrawAll(
  context: Context,
  rows: readonly PlacementRow[],
  code: string,
): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await lockPlacements(context.db, ids)
  await saveStep(context.db, ids, { step: 'withdrawn', reasonCode: code }, context.now)
  await recordEvents(
    context,
    rows.map(({ id, mobilityId, company }) => ({
      type: 'placement.withdrawn',
      subject: { kind: 'placement', id },
      mobilityId,
      data: { company, code },
    })),
  )
}

/** Two companies in turn: the first one's days and share become what the second leaves. */
async function giveRoom(
  context: Context,
  record: MobilityFullRow,
  open: readonly PlacementRow[],
  first: PlacementRow,
  second: Period,
): Promise<void> {
  const smaller = { ...first, ...makeRoom(first, second) }
  const others = open.map((one) => (one.id === first.id ? smaller : one))
  refusePeriod(second, others, record)
  refusePeriod(
    smaller,
    others.filter(({ id }) => id !== first.id),
    record,
  )
  await savePlacement(context.db, first.id, smaller)
  await recordEvent(context, {
    type: 'placement.changed',
    subject: { kind: 'placement', id: first.id },
    mobilityId: record.id,
    changes: changesBetween(
      { startsOn: first.startsOn, endsOn: first.endsOn, share: first.share },
      { startsOn: smaller.startsOn, endsOn: smaller.endsOn, share: smaller.share },
    ),
    data: { company: first.company },
  })
}

function refusePeriod(
  period: Period,
  others: readonly PlacementRow[],
  record: { departure: string | null; return_date: string | null },
): void {
  const why = whyNotPeriod(period, others, { departure: record.departure, returnDate: record.return_date })
  if (why)
    throw invalidField(
      why.field,
      `placements:field.${why.code}`,
      'These days or this share cannot be.',
      why.values,
    )
}

const reaches = async (context: Context, mobilityId: string): Promise<boolean> =>
  (await rolesHeld(context, mobilityId)).some((role) => role === 'sending' || role === 'hosting')

async function recordOf(context: Context, mobilityId: string): Promise<MobilityFullRow> {
  const [record] = (await reaches(context, mobilityId)) ? await lockMobilities(context.db, [mobilityId]) : []
  if (!record)
    throw invalidField('mobilityId', 'placements:field.no-mobility', 'There is no such participant.')
  if (phaseOf(record.status as Status) === 'over') throw notPossible('mobilities:whyNot.over')
  return record
}

async function positionOf(
  context: Context,
  { positionId, startsOn, endsOn }: Proposal,
  record: MobilityFullRow,
): Promise<PositionRow | null> {
  if (!positionId) return null
  const { organisationId } = memberOf(context.actor)
  await lockPositions(context.db, organisationId, [positionId])
  const position = await findPosition(context.db, organisationId, positionId)
  if (!position || position.archived)
    throw invalidField('positionId', 'placements:field.no-position', 'There is no such position.')
  const period = { from: startsOn ?? record.departure, to: endsOn ?? record.return_date }
  if ((await mostAtOnce(context.db, positionId, period, record.id)) >= position.places)
    throw invalidField('positionId', 'placements:field.full', 'All its places are taken.', {
      places: position.places,
    })
  return position
}

async function companyOf(context: Context, input: Proposal, record: MobilityFullRow): Promise<string> {
  const { organisationId } = memberOf(context.actor)
  if (input.companyId) {
    if (
      input.companyId !== record.company_id &&
      !(await worksTogether(context.db, organisationId, input.companyId))
    )
      throw invalidField(
        'companyId',
        'mobilities:field.no-partner',
        'This organisation is not among the partners.',
      )
    return input.companyId
  }
  if (!input.name)
    throw invalidField('name', 'mobilities:field.company-needed', 'Choose a company or name a new one.')
  const [found] = await findOrCreatePartners(context, [
    {
      name: input.name,
      kind: 'company',
      country: input.country ?? record.country,
      town: input.town ?? record.town,
    },
  ])
  return found?.id ?? ''
}

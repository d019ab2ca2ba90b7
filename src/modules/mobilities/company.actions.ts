import type { z } from 'zod'
import { invalidField, notAllowed, notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { findOrCreatePartners } from '#modules/organisations/find-or-create-partners.actions.ts'
import { saveEdit } from './edit.actions.ts'
import { lockMobilities, updateMobility, worksTogether } from './edit.store.ts'
import { recordFacts, withdrawFacts } from './facts.actions.ts'
import { mayProposeCompany } from './mobilities.access.ts'
import type { mobilitiesContract } from './mobilities.contract.ts'
import { holdingIn, readMobility, type ShownRecord } from './record.actions.ts'
import { phaseOf, type Status } from './statuses.rules.ts'

type Proposal = z.output<(typeof mobilitiesContract)['proposeCompany']['body']>

/** Proposes a company for the placement: a known organisation, or a new one that is written down as a partner. */
export async function proposeCompany(
  context: Context,
  mobilityId: string,
  proposal: Proposal,
): Promise<ShownRecord> {
  const holding = await holdingIn(context, mobilityId)
  if (!mayProposeCompany(holding)) throw notAllowed('mobilities:whyNot.only-sending-hosting')
  const [present] = await lockMobilities(context.db, [mobilityId])
  if (!present) throw notFound()
  if (phaseOf(present.status as Status) === 'over') throw notPossible('mobilities:whyNot.over')
  const companyId = await companyOf(context, proposal, present)
  const again = present.company_id === companyId && present.company_stage === 'declined'
  if (present.company_id !== companyId) await saveEdit(context, present, { companyId })
  await updateMobility(context.db, mobilityId, wordsOf(proposal, again), context.now)
  if (again) await recordFacts(context, [{ mobilityId, name: 'company.proposed' }])
  await recordEvent(context, {
    type: 'mobility.company-proposed',
    subject: { kind: 'mobility', id: mobilityId },
    mobilityId,
    data: { company: await nameOf(context, companyId), ...(await versionOf(context, mobilityId)) },
  })
  return readMobility(context, mobilityId)
}

function wordsOf(proposal: Proposal, again: boolean) {
  return {
    ...(again ? { company_stage: 'proposed' as const } : {}),
    ...(proposal.note === undefined ? {} : { company_note: proposal.note }),
    ...(proposal.workingHours === undefined ? {} : { working_hours: proposal.workingHours }),
    ...(proposal.workplaceAddress === undefined ? {} : { workplace_address: proposal.workplaceAddress }),
  }
}

async function companyOf(
  context: Context,
  proposal: Proposal,
  present: { company_id: string | null; country: string | null; town: string | null },
): Promise<string> {
  const { organisationId } = memberOf(context.actor)
  if (proposal.companyId) {
    const known =
      proposal.companyId === present.company_id ||
      (await worksTogether(context.db, organisationId, proposal.companyId))
    if (!known)
      throw invalidField(
        'companyId',
        'mobilities:field.no-partner',
        'This organisation is not among the partners.',
      )
    return proposal.companyId
  }
  if (!proposal.name)
    throw invalidField('name', 'mobilities:field.company-needed', 'Choose a company or name a new one.')
  const [found] = await findOrCreatePartners(context, [
    {
      name: proposal.name,
      kind: 'company',
      country: proposal.country ?? present.country,
      town: proposal.town ?? present.town,
    },
  ])
  return found?.id ?? ''
}

/** The company says yes: its stage, the fact and what it told with it. */
export async function confirmCompany(
  context: Context,
  mobilityId: string,
  told: { workingHours?: string | null | undefined; workplaceAddress?: string | null | undefined },
): Promise<void> {
  await updateMobility(
    context.db,
    mobilityId,
    {
      company_stage: 'confirmed',
      ...(told.workingHours ? { working_hours: told.workingHours } : {}),
      ...(told.workplaceAddress ? { workplace_address: told.workplaceAddress } : {}),
    },
    context.now,
  )
  await recordEvent(context, {
    type: 'mobility.company-confirmed',
    subject: { kind: 'mobility', id: mobilityId },
    mobilityId,
    data: await versionOf(context, mobilityId),
  })
  await recordFacts(context, [{ mobilityId, name: 'company.confirmed' }])
}

/** The company says no: another one has to be found. */
export async function declineCompany(context: Context, mobilityId: string, reason: string): Promise<void> {
  await updateMobility(context.db, mobilityId, { company_stage: 'declined' }, context.now)
  await recordEvent(context, {
    type: 'mobility.company-declined',
    subject: { kind: 'mobility', id: mobilityId },
    mobilityId,
    data: { reason, ...(await versionOf(context, mobilityId)) },
  })
  await withdrawFacts(context, [mobilityId], ['company.confirmed', 'company.proposed'])
}

async function versionOf({ db }: Context, id: string): Promise<{ version: number }> {
  return db.selectFrom('mobility').select('version').where('id', '=', id).executeTakeFirstOrThrow()
}

async function nameOf({ db }: Context, id: string): Promise<string> {
  return (
    (await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst())?.name ?? ''
  )
}

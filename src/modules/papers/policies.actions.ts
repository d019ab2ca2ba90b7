import type { z } from 'zod'
import { invalid, invalidField, notFound, Problem } from '#shared/problems.ts'
import type { Page } from '#shared/pages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { peopleOf } from './papers.store.ts'
import type { papersContract } from './papers.contract.ts'
import * as store from './policies.store.ts'
import { refreshPapers } from './refresh-papers.actions.ts'

type Contract = typeof papersContract
type Input = z.output<Contract['addPolicy']['body']>

export function listPolicies(
  context: Context,
  page: z.output<Contract['listPolicies']['query']>,
): Promise<Page<store.PolicyRow>> {
  return store.listPolicies(context.db, memberOf(context.actor).organisationId, page)
}

/** One insurance for all people of some flows; who is covered by it has no insurance task any more. */
export async function addPolicy(context: Context, input: Input): Promise<store.PolicyRow> {
  const { organisationId } = memberOf(context.actor)
  await refuseWrong(context, input)
  const id = await store.insertPolicy(context.db, organisationId, input, context.now)
  await follow(context, 'policy.added', id, input.insurer, input.flowIds)
  return found(context, id)
}

export async function savePolicy(
  context: Context,
  id: string,
  input: z.output<Contract['savePolicy']['body']>,
): Promise<store.PolicyRow> {
  const { organisationId } = memberOf(context.actor)
  const before = await found(context, id)
  await refuseWrong(context, input)
  if (!(await store.updatePolicy(context.db, organisationId, id, input, context.now)))
    throw new Problem('conflict', {
      changed: { version: before.version, fields: ['policy'], by: null, at: null },
    })
  const flows = [...before.flows.map((flow) => flow.id), ...input.flowIds]
  await follow(context, 'policy.saved', id, input.insurer, flows)
  return found(context, id)
}

export async function endPolicy(context: Context, id: string): Promise<void> {
  const before = await found(context, id)
  await store.endPolicy(context.db, memberOf(context.actor).organisationId, id, context.now)
  const flows = before.flows.map((flow) => flow.id)
  await follow(context, 'policy.ended', id, before.insurer, flows)
}

async function found(context: Context, id: string): Promise<store.PolicyRow> {
  const row = await store.findPolicy(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return row
}

async function refuseWrong(context: Context, input: Input): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  if (input.validUntil < input.validFrom)
    throw invalidField('validUntil', 'papers:field.ends-first', 'It ends before it begins.')
  const flows = await store.flowsAmong(context.db, organisationId, input.flowIds)
  const foreign = input.flowIds.findIndex((id) => !flows.has(id))
  if (foreign >= 0) throw invalidField('flowIds', 'not-there', 'There is no such flow.')
  const people = await peopleOf(
    context.db,
    organisationId,
    input.exceptions.map(({ mobilityId }) => mobilityId),
  )
  const unknown = input.exceptions.findIndex(({ mobilityId }) => !people.has(mobilityId))
  if (unknown >= 0)
    throw invalid([
      { field: `exceptions.${unknown}.mobilityId`, code: 'not-there', message: 'There is no such mobility.' },
    ])
}

async function follow(
  context: Context,
  type: string,
  id: string,
  insurer: string,
  flowIds: readonly string[],
): Promise<void> {
  const { organisationId } = memberOf(context.actor)
  await recordEvent(context, {
    type,
    subject: { kind: 'policy', id },
    data: { insurer },
    audience: 'organisation',
  })
  await refreshPapers(context, await store.mobilitiesOfFlows(context.db, organisationId, flowIds))
}

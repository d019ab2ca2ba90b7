import type { z } from 'zod'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { Page } from '#shared/pages.ts'
import { tell } from './companies.actions.ts'
import type { companiesContract } from './companies.contract.ts'
import { findCompany } from './companies.store.ts'
import * as store from './positions.store.ts'

type Contract = typeof companiesContract
type Input = Omit<z.output<Contract['addPosition']['body']>, 'companyId'>

export async function listPositions(
  context: Context,
  { q, company, on, ...page }: z.output<Contract['listPositions']['query']>,
): Promise<Page<store.PositionRow>> {
  const { organisationId } = memberOf(context.actor)
  return store.listPositions(context.db, organisationId, { q, company, on }, page)
}

export async function readPosition(context: Context, id: string): Promise<store.PositionRow> {
  const row = await store.findPosition(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return row
}

export async function addPosition(
  context: Context,
  { companyId, ...input }: z.output<Contract['addPosition']['body']>,
): Promise<store.PositionRow> {
  const { organisationId } = memberOf(context.actor)
  refuseBackwards(input)
  if (!(await findCompany(context.db, organisationId, companyId)))
    throw invalidField('companyId', 'companies:field.no-company', 'This company is not in the register.')
  const [id = ''] = await store.insertPositions(context.db, organisationId, [{ ...input, companyId }])
  await tell(context, 'position.added', id, { title: input.title })
  return readPosition(context, id)
}

export async function savePosition(
  context: Context,
  id: string,
  input: z.output<Contract['savePosition']['body']>,
): Promise<store.PositionRow> {
  const { organisationId } = memberOf(context.actor)
  const present = await readPosition(context, id)
  refuseBackwards(input)
  if (!(await store.updatePosition(context.db, organisationId, id, input, context.now)))
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['position'], by: null, at: null },
    })
  await tell(context, input.archived ? 'position.archived' : 'position.saved', id, { title: input.title })
  return readPosition(context, id)
}

function refuseBackwards({ startsOn, endsOn }: Pick<Input, 'startsOn' | 'endsOn'>): void {
  if (startsOn && endsOn && endsOn < startsOn)
    throw invalidField('endsOn', 'companies:field.ends-first', 'The end is before the beginning.')
}

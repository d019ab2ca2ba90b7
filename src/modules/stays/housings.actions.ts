import type { z } from 'zod'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import * as store from './housings.store.ts'
import type { staysContract } from './stays.contract.ts'
import { staysIn } from './stays.store.ts'

type Contract = typeof staysContract
type Input = z.output<Contract['addHousing']['body']>

export async function listHousings(
  context: Context,
  { q, ...page }: z.output<Contract['listHousings']['query']>,
) {
  return store.listHousings(context.db, memberOf(context.actor).organisationId, q, page)
}

export async function readHousing(context: Context, id: string): Promise<store.HousingRow> {
  const row = await store.findHousing(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return row
}

export async function addHousing(context: Context, input: Input): Promise<store.HousingRow> {
  refuseTwice(input)
  const id = await store.insertHousing(context.db, memberOf(context.actor).organisationId, input)
  await tell(context, 'housing.added', id, input.name)
  return readHousing(context, id)
}

export async function saveHousing(
  context: Context,
  id: string,
  input: z.output<Contract['saveHousing']['body']>,
): Promise<store.HousingRow> {
  const present = await readHousing(context, id)
  refuseTwice(input)
  const { organisationId } = memberOf(context.actor)
  if (!(await store.updateHousing(context.db, organisationId, id, input, context.now)))
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['housing'], by: null, at: null },
    })
  await tell(context, input.archived ? 'housing.archived' : 'housing.saved', id, input.name)
  return readHousing(context, id)
}

/** A page of housings with everybody who has a bed there in a period. */
export async function readBoard(
  context: Context,
  { from, to, q, ...page }: z.output<Contract['board']['query']>,
) {
  if (to < from) throw invalidField('to', 'stays:field.ends-first', 'The end is before the beginning.')
  const { organisationId } = memberOf(context.actor)
  const found = await store.listHousings(context.db, organisationId, q, page)
  const stays = Map.groupBy(
    await staysIn(
      context.db,
      organisationId,
      found.items.map(({ id }) => id),
      { from, to },
    ),
    ({ housingId }) => housingId,
  )
  return {
    next: found.next,
    items: found.items.map((housing) => ({ ...housing, stays: stays.get(housing.id) ?? [] })),
  }
}

function refuseTwice({ rooms }: Input): void {
  if (new Set(rooms.map(({ name }) => name)).size < rooms.length)
    throw invalidField('rooms', 'stays:field.room-twice', 'Two rooms have one name.')
}

const tell = (context: Context, type: string, id: string, name: string): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'housing', id }, data: { name }, audience: 'organisation' })

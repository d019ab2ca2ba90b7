import type { z } from 'zod'
import { daysBetween } from '#shared/dates.ts'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { marksOf } from '#modules/mobilities/sender-marks.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { kilometresTo } from './distances.ts'
import * as store from './housings.store.ts'
import type { housingsContract } from './housings.contract.ts'
import { keeperOf } from './keeper.ts'
import { shownOf } from './shown-stay.ts'
import { staysIn } from './stays.store.ts'
import { vettingOf } from './vetting.rules.ts'

type Contract = typeof housingsContract
type Input = z.output<Contract['addHousing']['body']>
type Shown = z.input<Contract['readHousing']['answer']>

/** A board shows so many days at most: a quarter and a bit. */
const longestBoard = 100

const shown = <Row extends store.HousingRow>(context: Context, row: Row) => ({
  ...row,
  vetting: vettingOf(row.kind, row.vettedUntil, todayOf(context)),
})

export async function listHousings(
  context: Context,
  { q, kind, vetting, archived, ...page }: z.output<Contract['listHousings']['query']>,
) {
  const { organisationId } = keeperOf(context)
  const filter = { q, kind, vetting, archived: archived === 'true' }
  const found = await store.listHousings(context.db, organisationId, filter, todayOf(context), page)
  return { next: found.next, items: found.items.map((row) => shown(context, row)) }
}

export async function readHousing(context: Context, id: string): Promise<Shown> {
  const row = await store.findHousing(context.db, keeperOf(context).organisationId, id)
  if (!row) throw notFound()
  return shown(context, row)
}

export async function addHousing(context: Context, input: Input): Promise<Shown> {
  refuseTwice(input)
  const id = await store.insertHousing(context.db, keeperOf(context).organisationId, input)
  await tell(context, 'housing.added', id, input.name)
  return readHousing(context, id)
}

/** Saves a housing. A room or bed in which somebody sleeps, today or later, is not taken away. */
export async function saveHousing(
  context: Context,
  id: string,
  input: z.output<Contract['saveHousing']['body']>,
): Promise<Shown> {
  const present = await readHousing(context, id)
  refuseTwice(input)
  const { organisationId } = keeperOf(context)
  if (!(await store.updateHousing(context.db, organisationId, id, input, context.now)))
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['housing'], by: null, at: null },
    })
  const [sleeper] = await store.sleepersWithoutBed(context.db, id, todayOf(context))
  if (sleeper)
    throw invalidField(
      input.archived ? 'archived' : 'rooms',
      'stays:field.sleeps-there',
      'Somebody has a bed there.',
      { name: sleeper },
    )
  await tell(context, input.archived ? 'housing.archived' : 'housing.saved', id, input.name)
  return readHousing(context, id)
}

export async function staysOfHousing(
  context: Context,
  id: string,
  { from = todayOf(context) }: z.output<Contract['staysOfHousing']['query']>,
) {
  await readHousing(context, id)
  const { organisationId } = keeperOf(context)
  const rows = await staysIn(context.db, organisationId, [id], { from, to: '9999-12-31' })
  return { items: rows.map(shownOf) }
}

export async function distances(context: Context, id: string) {
  const housing = await readHousing(context, id)
  const companies = await store.companiesNear(context.db, keeperOf(context).organisationId)
  return kilometresTo(housing, companies)
}

/** A page of housings with everybody who has a bed there in a period. */
export async function readBoard(
  context: Context,
  { from, to, q, free, ...page }: z.output<Contract['board']['query']>,
) {
  if (to <= from) throw invalidField('to', 'stays:field.ends-first', 'The end is not after the beginning.')
  if (daysBetween(from, to) > longestBoard)
    throw invalidField('to', 'stays:field.too-long', 'The period is too long.', { days: longestBoard })
  const { organisationId } = keeperOf(context)
  const filter = { q, ...(free === 'true' ? { freeIn: { from, to } } : {}) }
  const found = await store.listHousings(context.db, organisationId, filter, todayOf(context), page)
  const ids = found.items.map(({ id }) => id)
  const stays = Map.groupBy(
    await staysIn(context.db, organisationId, ids, { from, to }),
    ({ housingId }) => housingId,
  )
  const all = [...stays.values()].flat()
  const marks = await marksOf(
    context.db,
    all.map(({ schoolId, school }) => ({ id: schoolId, name: school })),
  )
  return {
    next: found.next,
    items: found.items.map((row) => ({
      ...shown(context, row),
      stays: (stays.get(row.id) ?? []).map((stay) => ({
        ...shownOf(stay),
        mark: marks.get(stay.schoolId) ?? { short: '?', tone: 0, pattern: 0 },
      })),
    })),
  }
}

function refuseTwice({ rooms }: Input): void {
  if (new Set(rooms.map(({ name }) => name)).size < rooms.length)
    throw invalidField('rooms', 'stays:field.room-twice', 'Two rooms have one name.')
}

const tell = (context: Context, type: string, id: string, name: string): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'housing', id }, data: { name }, audience: 'organisation' })

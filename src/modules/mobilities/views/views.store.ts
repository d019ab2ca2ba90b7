import type { z } from 'zod'
import type { Db } from '#server/database/database.ts'
import type { savedView } from './views.contract.ts'

type Shown = z.input<typeof savedView>
type Input = Pick<Shown, 'list' | 'name' | 'state' | 'shared' | 'isDefault'>

/** The own views of a list and those that colleagues share, by name. */
export async function viewsOf(
  db: Db,
  organisationId: string,
  userId: string,
  list: string,
): Promise<Shown[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('list', '=', list)
    .where((e) => e.or([e('user_id', '=', userId), e('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => show(row, userId))
}

/** Saves a view; the own one of that name is replaced. Only one view of a list is the default. */
export async function saveView(db: Db, organisationId: string, userId: string, input: Input): Promise<Shown> {
  if (input.isDefault) {
    await db
      .updateTable('saved_view')
      .set({ is_default: false })
      .where('organisation_id', '=', organisationId)
      .where('user_id', '=', userId)
      .where('list', '=', input.list)
      .execute()
  }
  const values = { state: JSON.stringify(input.state), shared: input.shared, is_default: input.isDefault }
  const row = await db
    .insertInto('saved_view')
    .values({
      organisation_id: organisationId,
      user_id: userId,
      list: input.list,
      name: input.name,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'user_id', 'list', 'name']).doUpdateSet(values),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return show(row, userId)
}

/** Removes an own view; false when there was none. */
export async function removeView(
  db: Db,
  organisationId: string,
  userId: string,
  id: string,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('user_id', '=', userId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

function show(
  row: {
    id: string
    list: string
    name: string
    state: unknown
    shared: boolean
    is_default: boolean
    user_id: string
  },
  userId: string,
): Shown {
  return {
    id: row.id,
    list: row.list as Shown['list'],
    name: row.name,
    state: row.state as Shown['state'],
    shared: row.shared,
    isDefault: row.is_default && row.user_id === userId,
    own: row.user_id === userId,
  }
}

import type { z } from 'zod'
import { ageOn } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import { judgePapers } from './judge-papers.rules.ts'
import { countRows, listRows } from './list.store.ts'
import { loadPapers } from './load-papers.store.ts'
import type { papersContract } from './papers.contract.ts'

type Contract = typeof papersContract

/** The own participants with how each of their papers stands today; without numbers. */
export async function listPapers(
  context: Context,
  { flow, q, filter, when, ...page }: z.output<Contract['list']['query']>,
): Promise<z.input<Contract['list']['answer']>> {
  const scope = scopeOf(context)
  const today = todayOf(context)
  const those = {
    flow,
    from: when === 'ahead' ? today : undefined,
    before: when === 'abroad' ? today : undefined,
  }
  const found = await listRows(context.db, scope, { ...those, q, filter }, page)
  const { people, counts } = await countRows(context.db, scope, those)
  const loaded = await loadPapers(
    context.db,
    found.items.map(({ mobilityId }) => mobilityId),
  )
  const papers = new Map(loaded.map((one) => [one.mobilityId, one]))
  return {
    next: found.next,
    people,
    counts,
    items: found.items.map((row) => {
      const one = papers.get(row.mobilityId)
      return {
        mobilityId: row.mobilityId,
        participant: row.participant,
        minor: row.birthDate !== null && ageOn(row.birthDate, row.departure ?? today) < 18,
        flow: row.flowId ? { id: row.flowId, name: row.flow ?? '' } : null,
        country: row.country,
        departure: row.departure,
        return: row.returnDate,
        cells: one
          ? judgePapers(one, today).map(({ kind, standing, shortBy, need }) => ({
              kind,
              standing,
              shortBy,
              due: need.due,
            }))
          : [],
        askedOn: one?.askedOn ?? null,
      }
    }),
  }
}

import type { z } from 'zod'
import { invalidField, notFound, notPossible, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { tell } from './companies.actions.ts'
import { findCompany } from './companies.store.ts'
import { averageOf, marks, type Marks } from './ratings.rules.ts'
import * as store from './ratings.store.ts'
import type { registerContract } from './register.contract.ts'

type Contract = typeof registerContract
type History = z.input<Contract['history']['answer']>

/** Who was at a company and how it went; the numbers are of all of them, not of the page. */
export async function companyHistory(
  context: Context,
  companyId: string,
  page: z.output<Contract['history']['query']>,
): Promise<History> {
  const { organisationId } = memberOf(context.actor)
  const company = await findCompany(context.db, organisationId, companyId)
  if (!company) throw notFound()
  const found = await store.traineesOf(context.db, organisationId, companyId, page)
  return {
    next: found.next,
    items: found.items.map(({ rating, ...one }) => ({ ...one, rating: rating && shown(rating) })),
    summary: {
      ...(await store.countsOf(context.db, organisationId, companyId)),
      ratings: company.ratings,
      average: company.average,
      marks: await store.marksOf(context.db, organisationId, companyId),
    },
  }
}

const shown = (row: store.RatingRow) => ({ ...row, average: averageOf(row) ?? 0 })

/** Rates a company after a mobility; at least one mark. Not before the work has begun. */
export async function rateCompany(
  context: Context,
  companyId: string,
  mobilityId: string,
  { version, note = null, ...given }: z.output<Contract['rate']['body']>,
) {
  const key = { organisationId: memberOf(context.actor).organisationId, companyId, mobilityId }
  const present = await trainee(context, key)
  const today = todayOf(context)
  if (present.departure === null || present.departure > today) throw notPossible('companies:whyNot.not-begun')
  const told = Object.fromEntries(marks.map((mark) => [mark, given[mark] ?? null])) as Marks
  if (averageOf(told) === null)
    throw invalidField(marks[0], 'companies:field.mark-needed', 'Give at least one mark.')
  const by = { name: labelOf(context.actor), day: today, now: context.now }
  const saved =
    (present.rating?.version ?? 0) === version &&
    (await store.saveRating(context.db, key, { ...told, note, version }, by))
  if (!saved)
    throw new Problem('conflict', {
      changed: { version: present.rating?.version ?? 0, fields: ['rating'], by: null, at: null },
    })
  await tell(context, 'company.rated', companyId, { name: present.participant, average: averageOf(told) })
  const { rating } = await trainee(context, key)
  if (!rating) throw notFound()
  return shown(rating)
}

export async function removeRating(context: Context, companyId: string, mobilityId: string): Promise<void> {
  const key = { organisationId: memberOf(context.actor).organisationId, companyId, mobilityId }
  const present = await trainee(context, key)
  if (!(await store.deleteRating(context.db, key))) throw notFound()
  await tell(context, 'company.rating-removed', companyId, { name: present.participant })
}

async function trainee(
  context: Context,
  key: { organisationId: string; companyId: string; mobilityId: string },
) {
  const company = await findCompany(context.db, key.organisationId, key.companyId)
  const row = company && (await store.wasAt(context.db, key.organisationId, key.companyId, key.mobilityId))
  if (!row) throw notFound()
  return row
}

import type { z } from 'zod'
import { invalidField, notFound } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { cardsOf } from '#modules/companies/companies.store.ts'
import { insertPositions, setPlaces } from '#modules/companies/positions.store.ts'
import { addresseeOf, isOpenAnswer, takeOverOf } from './availability.rules.ts'
import type { availabilityContract } from './availability.contract.ts'
import * as store from './availability.store.ts'

type Contract = typeof availabilityContract
type PerCompany = z.input<Contract['remind']['answer']>

export async function listAsks(context: Context, page: z.output<Contract['list']['query']>) {
  const found = await store.listAsks(context.db, memberOf(context.actor).organisationId, page)
  return { ...found, items: found.items.map(itemOf) }
}

export async function readAsk(context: Context, id: string) {
  const ask = await ownAsk(context, id)
  const answers = await store.answersOf(context.db, id)
  return { ...itemOf(ask), message: ask.message, answers: answers.map(shown) }
}

/** Asks many companies at once; the mails with their links are written by a job. */
export async function askCompanies(
  context: Context,
  { companyIds, answerBy = null, message = null, ...asked }: z.output<Contract['ask']['body']>,
): Promise<z.input<Contract['ask']['answer']>> {
  const { organisationId, userId } = memberOf(context.actor)
  if (asked.endsOn < asked.startsOn)
    throw invalidField('endsOn', 'availability:field.ends-first', 'The end is before the beginning.')
  if (answerBy && answerBy < context.now.toISOString().slice(0, 10))
    throw invalidField('answerBy', 'availability:field.past', 'This day is over.')
  const known = new Map(
    (await store.reachables(context.db, organisationId, companyIds)).map((one) => [one.id, one]),
  )
  const companies = [...known.values()].map((company) => {
    const addressee = addresseeOf(company)
    return { id: company.id, name: addressee?.name ?? company.name, email: addressee?.email ?? null }
  })
  const id = await store.insertAsk(
    context.db,
    organisationId,
    { ...asked, answerBy, message },
    companies,
    labelOf(context.actor),
    context.now,
  )
  const reachable = companies.filter(({ email }) => email !== null).map((one) => one.id)
  if (reachable.length > 0)
    await context.enqueue('availability.write', {
      askId: id,
      organisationId,
      userId,
      companyIds: reachable,
      reminder: false,
    })
  await tell(context, 'availability.asked', id, { name: asked.name, companies: companies.length })
  const addresses = new Map(companies.map((one) => [one.id, one.email]))
  return {
    id,
    items: [...new Set(companyIds)].map((companyId) => ({
      companyId,
      company: known.get(companyId)?.name ?? '',
      result: addresses.get(companyId) ? ('done' as const) : ('refused' as const),
      code: known.has(companyId) ? (addresses.get(companyId) ? null : 'no-address') : 'not-there',
    })),
  }
}

/** Asks those again who have not answered. */
export async function remind(
  context: Context,
  id: string,
  companyIds: readonly string[],
): Promise<PerCompany> {
  const { organisationId, userId } = memberOf(context.actor)
  await ownAsk(context, id)
  const rows = await store.answersOf(context.db, id, companyIds)
  const open = rows.filter(({ state }) => isOpenAnswer(state)).map(({ companyId }) => companyId)
  if (open.length > 0)
    await context.enqueue('availability.write', {
      askId: id,
      organisationId,
      userId,
      companyIds: open,
      reminder: true,
    })
  return perCompany(companyIds, rows, ({ state }) =>
    isOpenAnswer(state) ? null : state === 'no-address' ? 'no-address' : 'answered',
  )
}

/** Writes down what was said on the phone. */
export async function writeAnswer(
  context: Context,
  id: string,
  companyId: string,
  answer: z.output<Contract['write']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  await ownAsk(context, id)
  const saved = await store.saveAnswer(
    context.db,
    { askId: id, companyId, organisationId },
    answerOf(answer),
    labelOf(context.actor),
    context.now,
  )
  const [row] = await store.answersOf(context.db, id, [companyId])
  if (!saved || !row) throw notFound()
  await tell(context, 'availability.answered', id, { company: row.company, places: answer.places })
  return shown(row)
}

/**
 * Takes answers over: makes positions with the period that was asked for and the field of the company's card, or gives the places to the position
 * that is there and was chosen.
 */
export async function takeOver(
  context: Context,
  id: string,
  { companyIds, chosen }: z.output<Contract['toPositions']['body']>,
): Promise<z.input<Contract['toPositions']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const ask = await ownAsk(context, id)
  // Whoever presses twice waits here, and is told the second time.
  await store.lockAsk(context.db, id)
  const rows = await store.answersOf(context.db, id, companyIds)
  const choices = new Map(chosen.map((one) => [one.companyId, one.positionId]))
  const takes = new Map(rows.map((row) => [row.companyId, takeOverOf(row, choices.get(row.companyId))]))
  const ready = rows.filter(({ companyId }) => takes.get(companyId)?.make)
  const used = rows.flatMap(({ companyId, places }) => {
    const positionId = takes.get(companyId)?.positionId
    return positionId ? [{ companyId, positionId, places: places ?? 0 }] : []
  })
  const cards = new Map(
    (
      await cardsOf(
        context.db,
        organisationId,
        ready.map((row) => row.companyId),
      )
    ).map((card) => [card.companyId, card]),
  )
  const positions = await insertPositions(
    context.db,
    organisationId,
    ready.map((row) => ({
      ...positionInput.parse({
        title: row.title?.trim() || ask.name,
        tasks: row.tasks,
        field: cards.get(row.companyId)?.field ?? null,
        startsOn: ask.startsOn,
        endsOn: ask.endsOn,
        places: row.places ?? 0,
        workingHours: row.workingHours,
        note: row.note,
      }),
      companyId: row.companyId,
    })),
  )
  await setPlaces(context.db, organisationId, used, context.now)
  const done = new Map([
    ...ready.map(({ companyId }, i) => [companyId, positions[i] ?? ''] as const),
    ...used.map(({ companyId, positionId }) => [companyId, positionId] as const),
  ])
  await store.rememberPositions(
    context.db,
    id,
    [...done].map(([companyId, positionId]) => ({ companyId, positionId })),
  )
  if (done.size > 0)
    await tell(context, 'availability.taken-over', id, { name: ask.name, companies: done.size })
  const byId = new Map(rows.map((row) => [row.companyId, row]))
  return {
    items: [...new Set(companyIds)].map((companyId) => {
      const take = takes.get(companyId)
      return {
        companyId,
        company: byId.get(companyId)?.company ?? '',
        result: take?.make ? 'made' : take?.positionId ? 'updated' : 'skipped',
        code: take ? take.code : 'not-asked',
        positionId: done.get(companyId) ?? null,
      }
    }),
  }
}

function perCompany(
  asked: readonly string[],
  rows: readonly store.AnswerRow[],
  why: (row: store.AnswerRow) => string | null,
): PerCompany {
  const byId = new Map(rows.map((row) => [row.companyId, row]))
  return {
    items: [...new Set(asked)].map((companyId) => {
      const row = byId.get(companyId)
      const code = row ? why(row) : 'not-asked'
      return { companyId, company: row?.company ?? '', result: code === null ? 'done' : 'skipped', code }
    }),
  }
}

export const answerOf = (answer: z.output<Contract['write']['body']>): store.AnswerInput => ({
  places: answer.places,
  title: answer.title || null,
  tasks: answer.tasks || null,
  workingHours: answer.workingHours || null,
  note: answer.note || null,
})

async function ownAsk(context: Context, id: string): Promise<store.AskRow> {
  const row = await store.findAsk(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return row
}

const itemOf = ({ organisationId: _1, message: _2, language: _3, createdAt, ...row }: store.AskRow) => ({
  ...row,
  createdAt: createdAt.toISOString(),
})

const shown = (row: store.AnswerRow) => ({
  ...row,
  askedAt: row.askedAt?.toISOString() ?? null,
  remindedAt: row.remindedAt?.toISOString() ?? null,
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

const tell = (
  context: Context,
  type: string,
  id: string,
  data: Record<string, string | number>,
): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'availability', id }, data, audience: 'organisation' })

import type { z } from 'zod'
import { notFound, notPossible } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { tutorOf } from '#modules/tutor-links/tutor.actions.ts'
import { readLink } from '#modules/tutor-links/tutor-links.store.ts'
import { answerOf } from './asks.actions.ts'
import type { availabilityContract } from './availability.contract.ts'
import { isOpenAnswer } from './availability.rules.ts'
import * as store from './availability.store.ts'

type Contract = typeof availabilityContract

/** What the giver of the link wants to know of the company. */
export async function companyAsks(context: Context): Promise<z.input<Contract['own']['answer']>> {
  const { asks } = await reach(context)
  return {
    items: asks.map(({ state, positionId: _, ...ask }) => ({
      ...ask,
      answered: !isOpenAnswer(state) && state !== 'no-address',
    })),
  }
}

/** The company's answer; it can change its mind until the host has made a position of it. */
export async function companyAnswers(
  context: Context,
  askId: string,
  answer: z.output<Contract['answer']['body']>,
): Promise<void> {
  const { link, asks, name } = await reach(context)
  const ask = asks.find(({ id }) => id === askId)
  if (!ask) throw notFound()
  if (ask.positionId) throw notPossible('availability:whyNot.taken-over')
  const key = { askId, companyId: link.company_id, organisationId: link.issued_by }
  await store.saveAnswer(context.db, key, answerOf(answer), name, context.now)
  await recordEvent(context, {
    type: 'availability.answered',
    subject: { kind: 'availability', id: askId },
    organisationId: link.issued_by,
    data: { company: link.name, places: answer.places },
    audience: 'organisation',
  })
}

async function reach(context: Context) {
  const tutor = tutorOf(context)
  const link = await readLink(context.db, tutor.linkId)
  const today = context.now.toISOString().slice(0, 10)
  const asks = await store.ownAsks(context.db, link.company_id, link.issued_by, today)
  return { link, asks, name: tutor.name }
}

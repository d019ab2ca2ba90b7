import { addDays } from '#shared/dates.ts'
import { notFound } from '#shared/problems.ts'
import { labelOf, memberOf, organisationOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from './tasks.actions.ts'
import * as store from './tasks.store.ts'

/** Whoever keeps the money sees no problems: they may be about health. */
const seesCare = (context: Context): boolean => memberOf(context.actor).permissions.has('care.read')

/** The start page of staff: what needs them now (late and due this week, what departs first before the rest), and the week. */
export async function todayOfOrganisation(context: Context) {
  const today = todayOf(context)
  const organisationId = organisationOf(context.actor) ?? ''
  const until = addDays(today, 7)
  const groups = await store.dueGroups(context.db, organisationId, addDays(until, 1))
  const problems = seesCare(context) ? await store.openProblems(context.db, organisationId) : []
  return {
    now: groups.map((group) => ({
      key: group.key,
      title: group.title,
      duty: group.duty,
      fact: group.fact,
      flow: group.flow_id && group.flow ? { id: group.flow_id, name: group.flow } : null,
      due: group.due,
      count: group.n,
      taskIds: group.ids,
      departure: group.departure,
      example: group.example,
      mobilityId: group.mobility_id,
    })),
    week: await store.weekOf(context.db, organisationId, today, until),
    problems: problems.map((problem) => ({
      id: problem.id,
      mobilityId: problem.mobility_id,
      participant: problem.participant,
      kind: problem.kind,
      text: problem.text,
      by: problem.by,
      at: problem.at.toISOString(),
    })),
  }
}

/** Answers a reported problem once, for all who see it. */
export async function answerProblem(context: Context, id: string, answer: string): Promise<void> {
  if (!seesCare(context)) throw notFound()
  const found = await store.answerProblem(context.db, organisationOf(context.actor) ?? '', id, {
    answer,
    by: labelOf(context.actor),
    at: context.now,
  })
  if (!found) throw notFound()
  await recordEvent(context, {
    type: 'problem.answered',
    subject: { kind: 'problem', id },
    mobilityId: found.mobility_id,
    data: { answer },
  })
}

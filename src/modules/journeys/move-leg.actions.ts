import { invalid, notFound, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { judgeLegs } from './judge-legs.ts'
import { lockLeg, updateLeg } from './legs.store.ts'
import { settleWays } from './settle.actions.ts'
import { waysOnLegs } from './ways.store.ts'

/** A train is late or a flight was moved: one leg has a new hour where people are met. Answers how many travel on it. */
export async function moveLeg(
  context: Context,
  id: string,
  { day, time }: { day: string; time: string },
): Promise<{ people: number }> {
  const leg = await lockLeg(context.db, memberOf(context.actor).organisationId, id)
  if (!leg) throw notFound()
  const moved =
    leg.direction === 'out' ? { arrivesOn: day, arrivesAt: time } : { departsOn: day, departsAt: time }
  const [judged] = judgedHere(() => judgeLegs([{ ...leg, ...moved }]))
  if (!judged) throw notFound()
  await updateLeg(context.db, id, judged)
  const travellers = await waysOnLegs(context.db, [id])
  await settleWays(context, travellers)
  return { people: travellers.length }
}

/** The form has a day and a time only: mistakes of the leg stand at these. */
function judgedHere<T>(judge: () => T): T {
  try {
    return judge()
  } catch (error) {
    if (!(error instanceof Problem) || !error.details.errors) throw error
    throw invalid(
      error.details.errors.map((one) => ({ ...one, field: one.field.endsWith('On') ? 'day' : 'time' })),
    )
  }
}

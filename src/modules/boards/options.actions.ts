import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import type { Period } from './days.rules.ts'
import { beyondKnown, type Option } from './options.rules.ts'
import { keptBetween } from './options.store.ts'

const most = 500

/** What the organisation keeps for senders in a period. Quotations are money: whoever does not see money sees no options. */
export async function keptOptions(context: Context, period: Period): Promise<Option[]> {
  const { organisationId, namedIn } = scopeOf(context)
  if (namedIn !== null || !memberOf(context.actor).permissions.has('money.read')) return []
  const kept = await keptBetween(context.db, organisationId, period, todayOf(context))
  return beyondKnown(kept)
    .filter(({ within }) => within)
    .slice(0, most)
    .map(({ within: _within, known: _known, ...option }) => option)
}

import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { plainNames } from '#modules/people/known-people.store.ts'
import { placeFlows, type AskedFlow, type FreshFlow } from './find-flows.rules.ts'
import { addFlows, type FlowInput } from './flows.actions.ts'
import { ownFlows } from './flows.store.ts'

/**
 * For each row, in the same order: the id of its flow, found or newly planned; null where the row names neither a flow nor
 * country and departure. Works for thousands of rows at once. Projects and hosts are taken as checked.
 */
export async function findOrCreateFlows(
  context: Context,
  rows: readonly AskedFlow[],
): Promise<{ ids: (string | null)[]; created: string[] }> {
  const { organisationId } = memberOf(context.actor)
  const names = await plainNames(
    context.db,
    rows.map((row) => row.name ?? ''),
  )
  const known = await ownFlows(context.db, organisationId)
  const { places, fresh } = placeFlows(
    rows.map((row, i) => ({ ...row, plainName: names[i] ?? '' })),
    known.map((flow) => ({
      id: flow.id,
      plainName: flow.plainName,
      projectId: flow.project_id,
      activityType: flow.activity_type,
      country: flow.country,
      startDate: flow.start_date,
    })),
  )
  const language = memberOf(context.actor).language
  const created =
    fresh.length > 0
      ? await addFlows(
          context,
          fresh.map((flow) => inputOf(flow, language)),
        )
      : []
  const ids = places.map((place) => {
    if (place === null) return null
    return 'known' in place ? place.known : (created[place.fresh] ?? null)
  })
  return { ids, created }
}

function inputOf(flow: FreshFlow, language: string): FlowInput {
  const { startDate, endDate } = flow
  return {
    ...flow,
    name: flow.name ?? nameOf(flow, language),
    // Dates that contradict each other are the rows' business, not the flow's.
    endDate: startDate && endDate && endDate < startDate ? null : endDate,
  }
}

/** `Spain, May 2027`, in the language of whoever brings the rows in. */
function nameOf(flow: FreshFlow, language: string): string {
  const country = flow.country
    ? new Intl.DisplayNames([language], { type: 'region' }).of(flow.country)
    : undefined
  const month = flow.startDate
    ? new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${flow.startDate}T00:00:00Z`),
      )
    : undefined
  return [flow.town ?? country, month].filter(Boolean).join(', ')
}

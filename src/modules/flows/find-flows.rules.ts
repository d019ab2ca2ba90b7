import type { Day } from '#shared/dates.ts'

/** The flow that a row of a file means, as far as the row tells. */
export interface AskedFlow {
  name?: string | null | undefined
  projectId?: string | null | undefined
  activityType: string
  country?: string | null | undefined
  town?: string | null | undefined
  departure?: Day | null | undefined
  return?: Day | null | undefined
  hostingId?: string | null | undefined
}

export interface KnownFlow {
  id: string
  plainName: string
  projectId: string | null
  activityType: string
  country: string | null
  startDate: Day | null
}

/** A flow to be opened for some rows: their common values, the span of their dates, a place for each of them. */
export interface FreshFlow {
  name: string | null
  projectId: string | null
  activityType: string
  country: string | null
  town: string | null
  startDate: Day | null
  endDate: Day | null
  hostingId: string | null
  places: number
}

/** Where a row's flow is: here, the n-th of those to be opened, or nowhere, as the row tells too little. */
export type FlowPlace = { known: string } | { fresh: number } | null

/**
 * Finds each row's flow, in the same order. A flow is recognised by its name in the same project; rows without a name by
 * country, month of departure, activity type and project.
 */
export function placeFlows(
  rows: readonly (AskedFlow & { plainName: string })[],
  known: readonly KnownFlow[],
): { places: FlowPlace[]; fresh: FreshFlow[] } {
  const placeOf = new Map<string, FlowPlace>()
  for (const flow of known)
    for (const key of keysOfKnown(flow)) if (!placeOf.has(key)) placeOf.set(key, { known: flow.id })
  const fresh: FreshFlow[] = []
  const places = rows.map((row) => {
    const key = keyOf(row)
    if (key === null) return null
    // A flow without a project may be the one that a row with a project means, and the other way round.
    const place =
      placeOf.get(key) ?? (row.projectId ? placeOf.get(keyOf({ ...row, projectId: null }) ?? '') : null)
    const found = place ?? { fresh: fresh.push(freshFrom(row)) - 1 }
    placeOf.set(key, found)
    if ('fresh' in found) widen(fresh[found.fresh], row)
    return found
  })
  return { places, fresh }
}

const byName = (plainName: string, projectId: string | null): string =>
  `name|${projectId ?? ''}|${plainName.trim().replaceAll(/\s+/g, ' ')}`
const byMonth = (flow: {
  country: string
  month: string
  activityType: string
  projectId: string | null
}): string => `month|${flow.projectId ?? ''}|${flow.country}|${flow.month}|${flow.activityType}`

function keyOf(row: AskedFlow & { plainName: string }): string | null {
  const projectId = row.projectId ?? null
  if (row.plainName.trim() !== '') return byName(row.plainName, projectId)
  if (!row.country || !row.departure) return null
  return byMonth({
    country: row.country,
    month: row.departure.slice(0, 7),
    activityType: row.activityType,
    projectId,
  })
}

function keysOfKnown(flow: KnownFlow): string[] {
  const { country, startDate, activityType, projectId } = flow
  return [
    byName(flow.plainName, projectId),
    ...(country && startDate
      ? [byMonth({ country, month: startDate.slice(0, 7), activityType, projectId })]
      : []),
  ]
}

function freshFrom(row: AskedFlow): FreshFlow {
  return {
    name: row.name?.trim() || null,
    projectId: row.projectId ?? null,
    activityType: row.activityType,
    country: row.country ?? null,
    town: row.town ?? null,
    startDate: null,
    endDate: null,
    hostingId: row.hostingId ?? null,
    places: 0,
  }
}

/** Takes one more row into a new flow; what the rows do not agree upon is left open. */
function widen(flow: FreshFlow | undefined, row: AskedFlow): void {
  if (!flow) return
  flow.places += 1
  if (row.departure && (flow.startDate === null || row.departure < flow.startDate))
    flow.startDate = row.departure
  if (row.return && (flow.endDate === null || row.return > flow.endDate)) flow.endDate = row.return
  if ((row.country ?? null) !== flow.country) flow.country = null
  if ((row.town ?? null) !== flow.town) flow.town = null
  if ((row.hostingId ?? null) !== flow.hostingId) flow.hostingId = null
}

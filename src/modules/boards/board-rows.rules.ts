import { addDays, type Day } from '#shared/dates.ts'
import { periodOf, type Period } from './days.rules.ts'
import { byColumn, layLanes, placesOn, usedOn } from './lanes.rules.ts'
import { companyWarnings, homeWarnings, isOutside, type RowWarning } from './warnings.rules.ts'

/** Somebody's time at a company or in a bed. `to` is the last day, or the last night. */
export interface Bar extends Period {
  id: string
  mobilityId: string
  person: string
  senderId: string
  flowId: string | null
  step: string | null
  firm: boolean
  title: string | null
  meant: boolean
  problem: 'outside' | 'bed-kept' | 'bed-gone' | null
}

export interface Row {
  id: string
  name: string
  sortName: string
  town: string | null
  country: string | null
  field: string | null
  known: boolean
  lanes: { name: string | null; over: boolean }[]
  bars: (Bar & { lane: number })[]
  used: number[]
  free: (number | null)[]
  warnings: RowWarning[]
}

type Head = Pick<Row, 'id' | 'name' | 'sortName' | 'town' | 'country' | 'field' | 'known'>

export interface Position {
  id: string
  startsOn: Day | null
  endsOn: Day | null
  places: number
  archived: boolean
}

/** A bar at a company, with the position it belongs to where that is known. */
export type CompanyBar = Bar & { positionId: string | null }

/**
 * A company's row. Bars before and after the shown period count for the days between groups only. Where nobody told how many places there are,
 * nothing is free and nothing too many.
 */
export function companyRow(
  head: Head & { mostTrainees: number | null; restDays: number },
  positions: readonly Position[],
  bars: readonly CompanyBar[],
  columns: readonly Period[],
): Row {
  const period = periodOf(columns)
  const byId = new Map(positions.map((one) => [one.id, one]))
  const judged = bars.map((bar) => {
    const position = bar.positionId === null ? undefined : byId.get(bar.positionId)
    const closed = position?.archived && position.endsOn === null ? addDays(bar.from, -1) : position?.endsOn
    return { ...bar, opens: position?.startsOn ?? null, closes: closed ?? null }
  })
  const shown = judged.filter((bar) => bar.from <= period.to && bar.to >= period.from)
  const open = positions.filter(({ archived }) => !archived)
  const places = open.length > 0 ? placesOn(open, period) : null
  const used = usedOn(shown, period)
  const lanes = layLanes(shown)
  const most = Math.max(0, ...(places ?? []))
  const count = Math.max(most, 0, ...lanes.map((lane) => lane + 1))
  const { mostTrainees, restDays, ...shownHead } = head
  return {
    ...shownHead,
    lanes: Array.from({ length: count }, (_one, lane) => ({
      name: null,
      over: places !== null && lane >= most,
    })),
    bars: shown.map(({ opens, closes, positionId: _position, ...bar }, i) => ({
      ...bar,
      lane: lanes[i] ?? 0,
      problem: isOutside({ ...bar, opens, closes }) ? 'outside' : bar.problem,
    })),
    ...byColumn(columns, used, places),
    warnings: companyWarnings(
      judged.filter((bar) => shown.includes(bar) || restDays > 0),
      used,
      places,
      { mostTrainees, restDays },
      period,
    ).filter(({ code }) => code !== 'position-ended' || shown.some((bar) => isOutside(bar))),
  }
}

export interface Bed {
  id: string
  name: string
}

/** A bar in a bed. */
export type HomeBar = Bar & { bedId: string; bed: string; coming: boolean; archived: boolean }

/** A home's row: a lane for each bed of the register, and one for each bed that is gone but still slept in. */
export function homeRow(
  head: Head,
  beds: readonly Bed[],
  bars: readonly HomeBar[],
  columns: readonly Period[],
): Row {
  const period = periodOf(columns)
  const laneOf = new Map(beds.map(({ id }, lane) => [id, lane]))
  const lanes: Row['lanes'] = beds.map(({ name }) => ({ name, over: false }))
  for (const { bedId, bed } of bars)
    if (!laneOf.has(bedId)) {
      laneOf.set(bedId, lanes.length)
      lanes.push({ name: bed, over: beds.length > 0 })
    }
  const counted = bars.filter(({ archived }) => !archived || beds.length === 0)
  const places = beds.length > 0 ? usedOn([], period).map(() => beds.length) : null
  return {
    ...head,
    lanes,
    bars: bars.map(({ bedId, bed: _bed, coming, archived, ...bar }) => ({
      ...bar,
      lane: laneOf.get(bedId) ?? 0,
      problem: coming ? (archived ? 'bed-gone' : null) : 'bed-kept',
    })),
    ...byColumn(columns, usedOn(counted, period), places),
    warnings: homeWarnings(bars),
  }
}

/** What is used and free over rows. An overfull row takes no places from another one; null where no row knows its places. */
export function totalsOf(
  rows: readonly Pick<Row, 'used' | 'free'>[],
  columns: readonly Period[],
): { used: number[]; free: (number | null)[] } {
  return {
    used: columns.map((_one, at) => rows.reduce((sum, { used }) => sum + (used[at] ?? 0), 0)),
    free: columns.map((_one, at) => {
      const known = rows.map(({ free }) => free[at] ?? null).filter((free) => free !== null)
      return known.length === 0 ? null : known.reduce((sum, free) => sum + Math.max(0, free), 0)
    }),
  }
}

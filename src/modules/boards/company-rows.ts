import { addDays } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import { activityType } from '#modules/mobilities/activity-types.rules.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import { companyRow, type Bar, type CompanyBar, type Row } from './board-rows.rules.ts'
import {
  peopleBetween,
  placementsBetween,
  type PersonRow,
  type PlacementRow,
  type Somebody,
} from './boards.store.ts'
import { companiesWith, positionsOf } from './capacity.store.ts'
import { periodOf, type Period } from './days.rules.ts'

/** What a board is made of: its rows, whoever has no place in any of them, and everybody who is there. */
export interface BoardParts {
  rows: Row[]
  without: Bar[]
  people: Somebody[]
}

/** Whether somebody fits what was asked for. */
export type IsMeant = (person: Pick<Somebody, 'senderId' | 'flowId'>) => boolean

/** Steps at which a company has said yes. */
const firmSteps = new Set(['accepted', 'approved', 'confirmed', 'ended'])
/** Groups further away than this do not say anything about the days between two groups any more. */
const mostRestDays = 60

/** One row for each company with places or people in the period. */
export async function companyRows(
  db: Db,
  scope: MobilityScope,
  columns: readonly Period[],
  isMeant: IsMeant,
): Promise<BoardParts> {
  const period = periodOf(columns)
  const around = { from: addDays(period.from, -mostRestDays), to: addDays(period.to, mostRestDays) }
  const people = await peopleBetween(db, scope, around)
  const placements = await placementsBetween(db, scope, around)
  const register = scope.namedIn === null
  const positions = register ? await positionsOf(db, scope.organisationId) : []
  const bars = barsOf(people, placements, isMeant)
  const ids = [...new Set([...bars.keys(), ...positions.map(({ companyId }) => companyId)])]
  const companies = await companiesWith(db, scope.organisationId, ids, register)
  const positionsBy = Map.groupBy(positions, ({ companyId }) => companyId)
  const rows = companies
    .map(({ lastVisit: _visit, ...head }) =>
      companyRow(head, positionsBy.get(head.id) ?? [], bars.get(head.id) ?? [], columns),
    )
    .filter(({ lanes }) => lanes.length > 0)
  const here = people.filter(({ from, to }) => from <= period.to && to >= period.from)
  const placed = new Set([...bars.values()].flat().map(({ mobilityId }) => mobilityId))
  return {
    rows,
    people: here,
    without: here.filter((one) => needsPlace(one, placed)).map(waitingBar(isMeant)),
  }
}

const needsPlace = (person: PersonRow, placed: ReadonlySet<string>): boolean =>
  person.coming && !placed.has(person.mobilityId) && activityType(person.activityType)?.workPlacement === true

/** Everybody at a company, by company: by placement, or by the record where nobody has written a placement. */
function barsOf(
  people: readonly PersonRow[],
  placements: readonly PlacementRow[],
  isMeant: IsMeant,
): Map<string, CompanyBar[]> {
  const byPerson = Map.groupBy(placements, ({ mobilityId }) => mobilityId)
  const bars = people
    .filter(({ coming }) => coming)
    .flatMap((person): (CompanyBar & { companyId: string })[] => {
      const base = { ...waitingBar(isMeant)(person), problem: null }
      const own = byPerson.get(person.mobilityId)
      if (own)
        return own.map(({ id, companyId, positionId, title, from, to, step }) => ({
          ...base,
          companyId,
          positionId,
          id,
          title,
          from,
          to,
          step,
          firm: firmSteps.has(step),
        }))
      const { companyId, companyStage } = person
      if (companyId === null || companyStage === 'declined') return []
      const firm = companyStage === 'confirmed'
      return [{ ...base, companyId, positionId: null, step: companyStage, firm }]
    })
  const grouped = new Map<string, CompanyBar[]>()
  for (const { companyId, ...bar } of bars) grouped.set(companyId, [...(grouped.get(companyId) ?? []), bar])
  return grouped
}

/** Somebody's whole time as a bar of no row yet. */
export const waitingBar =
  (isMeant: IsMeant) =>
  (person: PersonRow): Bar => ({
    id: person.mobilityId,
    mobilityId: person.mobilityId,
    person: person.person,
    senderId: person.senderId,
    flowId: person.flowId,
    from: person.from,
    to: person.to,
    step: null,
    firm: true,
    title: null,
    meant: isMeant(person),
    problem: null,
  })

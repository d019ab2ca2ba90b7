import { addDays } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { MobilityScope } from '#modules/mobilities/mobility-scope.ts'
import { homeRow, type HomeBar } from './board-rows.rules.ts'
import { peopleBetween, staysBetween, type StayRow } from './boards.store.ts'
import { bedsOf, type BedRow } from './capacity.store.ts'
import { waitingBar, type BoardParts, type IsMeant } from './company-rows.ts'
import { periodOf, type Period } from './days.rules.ts'

/** One row for each home of the register, and for each other one in which somebody of the own mobilities lives. */
export async function homeRows(
  db: Db,
  scope: MobilityScope,
  columns: readonly Period[],
  isMeant: IsMeant,
): Promise<BoardParts> {
  const period = periodOf(columns)
  const people = await peopleBetween(db, scope, period)
  const stays = await staysBetween(db, scope, period)
  const beds = scope.namedIn === null ? await bedsOf(db, scope.organisationId) : []
  const bedsBy = Map.groupBy(beds, ({ housingId }) => housingId)
  const staysBy = Map.groupBy(stays, ({ housingId }) => housingId)
  const rows = [...new Set([...bedsBy.keys(), ...staysBy.keys()])].map((id) => {
    const own = bedsBy.get(id) ?? []
    const here = staysBy.get(id) ?? []
    return homeRow(
      headOf(id, own[0] ?? here[0], own.length > 0),
      own.map((bed) => ({ id: bed.id, name: bedName(bed) })),
      here.map((stay) => barOf(stay, isMeant(stay))),
      columns,
    )
  })
  const housed = new Set(stays.map(({ mobilityId }) => mobilityId))
  // Who lives where is asked for only where anybody gives beds at all.
  const without =
    rows.length === 0 ? [] : people.filter(({ coming, mobilityId }) => coming && !housed.has(mobilityId))
  return { rows, people: [...people, ...stays], without: without.map(waitingBar(isMeant)) }
}

const bedName = ({ room, bed }: { room: string; bed: string }): string => `${room} · ${bed}`

function headOf(id: string, some: BedRow | StayRow | undefined, known: boolean) {
  const name = some?.housing ?? ''
  const sortName = some && 'sortName' in some ? some.sortName : name.toLowerCase()
  return { id, name, sortName, town: some?.town ?? null, country: some?.country ?? null, field: null, known }
}

function barOf(stay: StayRow, meant: boolean): HomeBar {
  return {
    id: stay.id,
    mobilityId: stay.mobilityId,
    person: stay.person,
    senderId: stay.senderId,
    flowId: stay.flowId,
    from: stay.startsOn,
    to: addDays(stay.endsOn, -1),
    step: stay.step,
    // A bed that is given is taken, whether somebody has moved in or not.
    firm: true,
    title: bedName(stay),
    meant,
    problem: null,
    bedId: stay.bedId,
    bed: bedName(stay),
    coming: stay.coming,
    archived: stay.archived,
  }
}

import type { z } from 'zod'
import { cutPage, placeIn } from '#shared/cursor.ts'
import type { Context } from '#server/context.ts'
import { marksOf } from '#modules/mobilities/sender-marks.store.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import type { boardsContract } from './boards.contract.ts'
import { totalsOf, type Bar, type Row } from './board-rows.rules.ts'
import { companyRows } from './company-rows.ts'
import { sumOf } from './capacity.rules.ts'
import { columnsOf, mondayOf, periodOf, type Period } from './days.rules.ts'
import { homeRows } from './home-rows.ts'
import { byColumn, usedOn } from './lanes.rules.ts'
import { keptOptions } from './options.actions.ts'
import { tooFew, type Option } from './options.rules.ts'
import type { Somebody } from './boards.store.ts'

type Query = z.output<(typeof boardsContract)['week']['query']>
type Answer = z.input<(typeof boardsContract)['week']['answer']>

/** What is answered of a list that one reads from its beginning. */
const mostWithout = 200
const mostWarnings = 60

/** A board of companies or homes over a week or eight, with all that is free and all that is too much. */
export async function readWeekBoard(context: Context, query: Query): Promise<Answer> {
  const scope = scopeOf(context)
  const columns = columnsOf(mondayOf(query.from ?? todayOf(context)), query.span)
  const build = query.rows === 'homes' ? homeRows : companyRows
  const { rows, without, people } = await build(context.db, scope, columns, (person) =>
    isMeant(person, query),
  )
  const kept = rows.filter((row) => isAsked(row, query)).toSorted(byName)
  const page = pageOf(kept, query)
  const waiting = without.filter(({ meant }) => meant)
  const options = await optionsOf(context, query, columns)
  const totals = totalsOf(kept, columns)
  return {
    rows: query.rows,
    columns,
    ...(await namesOf(context, people, options)),
    options: options.map(({ accompanying: _along, flowId: _flow, sender: _sender, ...one }) => one),
    without: waiting.slice(0, mostWithout).map((bar) => ({ ...bar, lane: 0 })),
    withoutCount: waiting.length,
    totals: { ...totals, ...tentative(query, columns, options, without, totals.free) },
    warnings: kept
      .flatMap(({ id, name, warnings }) => warnings.map((warning) => ({ ...warning, rowId: id, name })))
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      .slice(0, mostWarnings),
    items: page.items.map(({ sortName: _name, ...row }) => row),
    next: page.next,
    total: kept.length,
  }
}

const isMeant = (person: Pick<Somebody, 'senderId' | 'flowId'>, { sender, flow }: Query): boolean =>
  (!sender?.length || sender.includes(person.senderId)) &&
  (!flow?.length || (person.flowId !== null && flow.includes(person.flowId)))

/** A row that fits what was asked for: by place and field, and with people of the senders and flows where those were named. */
function isAsked(row: Row, { town, field, sender, flow }: Query): boolean {
  const wanted = town?.trim().toLowerCase()
  return (
    (!wanted || (row.town ?? '').toLowerCase().includes(wanted)) &&
    (!field || (row.field ?? '').startsWith(field)) &&
    (!(sender?.length || flow?.length) || row.bars.some((bar: Bar) => bar.meant))
  )
}

/** Options of the senders and flows that are asked for. In which town or company they will be is not known, so a part of the board has none. */
async function optionsOf(context: Context, query: Query, columns: readonly Period[]): Promise<Option[]> {
  if (query.town?.trim() || query.field) return []
  const options = await keptOptions(context, periodOf(columns))
  return options
    .filter((one) => isMeant(one, query))
    .map((one) => (query.rows === 'homes' ? { ...one, people: one.people + one.accompanying } : one))
}

/** What options and those who wait would take, by column on the fullest day. */
function tentative(
  query: Query,
  columns: readonly Period[],
  options: readonly Option[],
  without: readonly Period[],
  free: readonly (number | null)[],
): Pick<Answer['totals'], 'options' | 'tooFew'> {
  const period = periodOf(columns)
  const kept = sumOf(
    options.map(({ from, to, people }) => ({ from, to, count: people })),
    period,
  )
  const waiting = usedOn(without, period)
  const all = kept.map((many, day) => (many === 0 ? 0 : many + (waiting[day] ?? 0)))
  const whole = !(query.sender?.length || query.flow?.length || query.town?.trim() || query.field)
  return {
    options: byColumn(columns, kept, null).used,
    tooFew: tooFew(whole ? byColumn(columns, all, null).used : [], free),
  }
}

const keyOf = ({ sortName, id }: Row): string => `${sortName}\u0000${id}`
const byName = (a: Row, b: Row): number => (keyOf(a) < keyOf(b) ? -1 : 1)

function pageOf(rows: readonly Row[], { limit, cursor }: Query): { items: Row[]; next: string | null } {
  const after = placeIn(cursor, 'text', 'id')
  const start = after === null ? 0 : rows.findIndex((row) => keyOf(row) > `${after[0]}\u0000${after[1]}`)
  return cutPage(start === -1 ? [] : rows.slice(start), limit, (last) => [last.sortName, last.id])
}

/** The senders of these people with their marks, and their flows, each by name. */
async function namesOf(
  { db }: Context,
  people: readonly Somebody[],
  options: readonly Option[],
): Promise<Pick<Answer, 'senders' | 'flows'>> {
  const senders = new Map(
    [...people, ...options].map(({ senderId, sender }) => [senderId, { id: senderId, name: sender }]),
  )
  const marks = await marksOf(db, [...senders.values()])
  const flows = new Map(
    people.flatMap(({ flowId, flow, senderId }) =>
      flowId === null ? [] : [[flowId, { id: flowId, name: flow ?? '', senderId }] as const],
    ),
  )
  const named = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name)
  return {
    senders: [...senders.values()]
      .toSorted(named)
      .map((one) => ({ ...one, ...(marks.get(one.id) ?? { short: '?', tone: 0, pattern: 0 }) })),
    flows: [...flows.values()].toSorted(named),
  }
}

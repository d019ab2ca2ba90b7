import type { z } from 'zod'
import { decodeCursor, encodeCursor } from '#shared/cursor.ts'
import type { Context } from '#server/context.ts'
import { scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import type { boardsContract } from './boards.contract.ts'
import { totalsOf, type Bar, type Row } from './board-rows.rules.ts'
import { companyRows } from './company-rows.ts'
import { columnsOf, mondayOf } from './days.rules.ts'
import { homeRows } from './home-rows.ts'
import { senderMarks } from './senders.rules.ts'
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
  return {
    rows: query.rows,
    columns,
    ...namesOf(people),
    without: waiting.slice(0, mostWithout).map((bar) => ({ ...bar, lane: 0 })),
    withoutCount: waiting.length,
    totals: totalsOf(kept, columns),
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

const keyOf = ({ sortName, id }: Row): string => `${sortName}\u0000${id}`
const byName = (a: Row, b: Row): number => (keyOf(a) < keyOf(b) ? -1 : 1)

function pageOf(rows: readonly Row[], { limit, cursor }: Query): { items: Row[]; next: string | null } {
  const after = cursor === undefined ? null : decodeCursor(cursor, 2)
  const start = after === null ? 0 : rows.findIndex((row) => keyOf(row) > `${after[0]}\u0000${after[1]}`)
  const items = start === -1 ? [] : rows.slice(start, start + limit)
  const last = items.at(-1)
  const more = last !== undefined && start + limit < rows.length
  return { items, next: more ? encodeCursor([last.sortName, last.id]) : null }
}

/** The senders of these people with their marks, and their flows, each by name. */
function namesOf(people: readonly Somebody[]): Pick<Answer, 'senders' | 'flows'> {
  const senders = new Map(people.map(({ senderId, sender }) => [senderId, { id: senderId, name: sender }]))
  const marks = new Map(senderMarks([...senders.values()]).map((mark) => [mark.id, mark]))
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

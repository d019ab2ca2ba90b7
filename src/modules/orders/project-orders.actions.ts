import type { z } from 'zod'
import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { projectOrdersContract } from './project-orders.contract.ts'
import { costLeft } from './parts.rules.ts'
import { ordersOfProject, ownsProject, type ProjectOrderRow } from './project-orders.store.ts'

type Answer = z.input<(typeof projectOrdersContract)['ordersOfProject']['answer']>
type Sums = Pick<Answer['items'][number], (typeof sums)[number]>

const sums = ['ordered', 'invoiced', 'paid', 'open', 'offered'] as const

/** What a project's flows cost at their hosts, each order and the sum of each currency. */
export async function listProjectOrders(context: Context, projectId: string): Promise<Answer> {
  const { organisationId } = memberOf(context.actor)
  if (!(await ownsProject(context.db, organisationId, projectId))) throw notFound()
  const items = (await ordersOfProject(context.db, organisationId, projectId)).map(show)
  const totals = [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, rows]) => ({
    currency,
    ...rows.reduce<Sums>(
      (all, row) => mapped((key) => cents(all[key] + row[key])),
      mapped(() => 0),
    ),
  }))
  return { items, totals }
}

function show(row: ProjectOrderRow): Answer['items'][number] {
  const ordered =
    row.state === 'quoted' ? 0 : row.state === 'cancelled' ? (row.cancellationCost ?? 0) : row.quoted
  // What has been invoiced is owed as it was invoiced, the rest as it will be.
  const left = row.state === 'quoted' ? 0 : costLeft(row.lines, row.cancellationPercent ?? 100, row.documents)
  const { requestId, title, state, startsOn, endsOn, currency, invoiced, paid } = row
  return {
    requestId,
    title,
    host: { id: row.hostId, name: row.host },
    flow: { id: row.flowId, name: row.flow },
    state,
    startsOn,
    endsOn,
    currency,
    ordered,
    invoiced,
    paid,
    open: Math.max(0, cents(left + invoiced - paid)),
    offered: state === 'quoted' ? row.quoted : 0,
  }
}

const cents = (amount: number): number => Math.round(amount * 100) / 100
const mapped = (of: (key: (typeof sums)[number]) => number): Sums =>
  Object.fromEntries(sums.map((key) => [key, of(key)])) as Sums

import type { Context } from '#server/context.ts'
import { recordFacts, withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { askTasks } from '#modules/tasks/asked-tasks.actions.ts'
import type { AskedTask } from '#modules/tasks/asked-tasks.store.ts'
import { judgePapers, type JudgedNeed } from './judge-papers.rules.ts'
import { factOfCertificate, isCertificate, taskOfCertificate, watchedStatuses } from './kinds.rules.ts'
import { keepStanding, loadPapers, type PapersOfMobility } from './load-papers.store.ts'
import { countsOf, factsOf } from './summary.rules.ts'

/**
 * Brings counts, facts and tasks of these mobilities in agreement with their papers, dates and positions. Doing it twice changes
 * nothing the second time. A fact that somebody said by hand stays until papers that were right cease to be.
 */
export async function refreshPapers(context: Context, mobilityIds: readonly string[]): Promise<void> {
  const size = 1000
  const ids = [...new Set(mobilityIds)]
  for (let start = 0; start < ids.length; start += size)
    await refreshChunk(context, ids.slice(start, start + size))
}

async function refreshChunk(context: Context, ids: readonly string[]): Promise<void> {
  const rows = (await loadPapers(context.db, ids)).filter(({ status }) =>
    (watchedStatuses as readonly string[]).includes(status),
  )
  const now = rows.map((row) => {
    const judged = judgePapers(row, null)
    const dated = row.departure !== null && row.returnDate !== null
    return { row, judged, facts: factsOf(judged, dated), counts: countsOf(judged) }
  })
  await keepStanding(
    context.db,
    now.filter(isChanged).map(({ row, facts, counts }) => ({ mobilityId: row.mobilityId, facts, ...counts })),
  )
  await askTasks(context, 'papers', new Map(now.map(({ row, judged }) => [row.mobilityId, tasksFor(judged)])))
  await withdrawLost(context, now)
  await recordFacts(
    context,
    now.flatMap(({ row, facts }) =>
      facts.filter((name) => !row.facts.includes(name)).map((name) => ({ mobilityId: row.mobilityId, name })),
    ),
  )
}

interface Renewed {
  row: PapersOfMobility
  judged: readonly JudgedNeed<unknown, unknown>[]
  facts: readonly string[]
  counts: ReturnType<typeof countsOf>
}

const isChanged = ({ row, facts, counts }: Renewed): boolean =>
  row.missing !== counts.missing ||
  row.toCheck !== counts.toCheck ||
  row.expiring !== counts.expiring ||
  row.unknown !== counts.unknown ||
  row.facts.join(' ') !== facts.join(' ')

/** Facts that papers had made true and do no more, taken back for all mobilities that lost the same ones at once. */
async function withdrawLost(context: Context, now: readonly Renewed[]): Promise<void> {
  const lost = Map.groupBy(
    now.flatMap(({ row, facts }) => {
      const names = row.facts.filter((name) => !facts.includes(name))
      return names.length > 0 ? [{ id: row.mobilityId, names }] : []
    }),
    ({ names }) => names.join(' '),
  )
  for (const same of lost.values())
    await withdrawFacts(
      context,
      same.map(({ id }) => id),
      same[0]?.names ?? [],
    )
}

/** One task of the participant for each certificate that the position demands, due when it has to be on its way. */
const tasksFor = (judged: readonly JudgedNeed<unknown, unknown>[]): AskedTask[] =>
  judged.flatMap(({ kind, need }) =>
    isCertificate(kind)
      ? [
          {
            key: taskOfCertificate(kind),
            owner: 'participant',
            anchor: 'departure',
            offsetDays: -7 * need.leadWeeks,
            fact: factOfCertificate(kind),
            blocks: 'ready',
          },
        ]
      : [],
  )

import { addDays } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { readBudget, setObjectives, setTarget } from '#modules/budget/budget.actions.ts'
import { enterExpense, judgeExpense, setBudget } from '#modules/expenses/expenses.actions.ts'
import type { ExpenseCategory } from '#modules/expenses/expenses.rules.ts'
import { askContributions, readContributions } from '#modules/payments/contributions/contributions.actions.ts'
import { askShare, saveSplit } from '#modules/payments/split/split.actions.ts'
import { saveWithdrawal } from '#modules/payments/withdrawals/withdrawals.actions.ts'
import type { Stage } from './stage.ts'

/** Day after departure, what for, which head, amount, currency. Invented. */
type Spent = readonly [number, string, ExpenseCategory, number, string?]

const malta: readonly Spent[] = [
  [0, 'Coach to Bergamo airport', 'travel', 640],
  [0, 'Tea for the group at the stopover in Luton', 'meals', 62.4, 'GBP'],
  [1, 'Weekly bus cards, 54 × 21', 'local-transport', 1134],
  [2, 'Boat to Gozo', 'culture', 259.2],
  [4, 'Chemist, plasters and pain killers', 'medical', 23.85],
  [5, 'Printing of learning agreements', 'materials', 17.6],
  [7, 'Shared dinner at the end of the first week', 'meals', 486],
  [9, 'Taxi to the hospital and back', 'local-transport', 38],
]
const seville: readonly Spent[] = [
  [0, 'Train Verona to Milan', 'travel', 892.8],
  [1, 'SIM cards for the accompanying teachers', 'other', 30],
  [2, 'Cathedral and Giralda, group ticket', 'culture', 310],
  [3, 'Work shoes for two kitchen trainees', 'materials', 71.9],
  [5, 'Metro cards', 'local-transport', 496],
]

/** What the Italian school promised, spends, asks for and shares in the flows that are abroad. */
export async function spendOnTheSpot(stage: Stage): Promise<void> {
  const { today, organisations, projects } = stage
  const context = stage.as(organisations.senders.aurora, addDays(today, -1))
  const { db } = context
  const flows = await db
    .selectFrom('flow')
    .select(['id', 'name', 'start_date'])
    .where('organisation_id', '=', organisations.senders.aurora.organisationId)
    .where('name', 'in', ['Malta now', 'Seville now'])
    .execute()
  for (const { id, name, start_date } of flows) {
    const spent = name === 'Malta now' ? malta : seville
    await setBudget(context, id, name === 'Malta now' ? 3000 : 3500)
    await spend(stage, id, start_date ?? today, spent)
    await saveSplit(context, id, { kind: 'per-participant', value: 120, version: 0 })
    if (name === 'Seville now') await askShare(context, id, addDays(today, 20))
    if (name === 'Malta now') await askForKeys(context, id, addDays(today, -15))
  }
  await promise(context, projects.aurora)
  await settleOne(context)
}

async function spend(
  stage: Stage,
  flowId: string,
  departure: string,
  spent: readonly Spent[],
): Promise<void> {
  const sender = stage.organisations.senders.aurora
  for (const [at, [after, about, category, amount, currency = 'EUR']] of spent.entries()) {
    const day = addDays(departure, after)
    const made = await enterExpense(stage.as(sender, addDays(day, 1)), flowId, {
      day,
      about,
      category,
      amount,
      currency,
    })
    // The last ones wait for somebody who keeps the money; what has no rate cannot be judged.
    if (made.euros !== null && at < spent.length - 2)
      await judgeExpense(stage.as(sender, addDays(day, 2)), made.id, {
        state: 'accepted',
        version: made.version,
      })
  }
}

async function askForKeys(context: Context, flowId: string, due: string): Promise<void> {
  const { people } = await readContributions(context, flowId)
  await askContributions(context, flowId, {
    kind: 'deposit',
    amount: 50,
    purpose: 'Deposit for the keys, given back at the end',
    due,
    exempt: people.flatMap((one) => (one.fewerOpportunities ? [one.mobilityId] : [])),
    reason: 'Fewer opportunities',
  })
}

/** The objectives of the Erasmus plan, which the targets serve. */
async function promise(context: Context, projects: Stage['projects']['aurora']): Promise<void> {
  const objectives = [
    { key: 'work', text: 'Every learner works abroad in a firm of their own trade' },
    { key: 'inclusion', text: 'One in ten participants has fewer opportunities' },
    { key: 'green', text: 'Four in ten travel green' },
  ]
  const numbers = { blended: 0, version: 0 }
  for (const [year, project] of Object.entries(projects)) {
    const { version } = (await readBudget(context, project)).project
    await setObjectives(context, project, { objectives, version })
    await setTarget(context, project, {
      ...numbers,
      activityType: 'SM-JOB-SHDW',
      participants: year === '2026' ? 10 : 18,
      days: year === '2026' ? 50 : 110,
      fewerOpportunities: 0,
      green: 4,
      accompanying: 0,
      objectives: ['green'],
    })
  }
}

/** Somebody withdrew when the flight was booked already. */
async function settleOne(context: Context): Promise<void> {
  const one = await context.db
    .selectFrom('mobility as m')
    .innerJoin('flow as f', 'f.id', 'm.flow_id')
    .select('m.id')
    .where('f.name', '=', 'Seville, next departure')
    .where('m.status', '=', 'withdrawn')
    .executeTakeFirst()
  if (!one) return
  await saveWithdrawal(context, one.id, {
    reason: 'Found an apprenticeship at home',
    forceMajeure: false,
    costs: [{ about: 'Flight to Seville, taxes come back', amount: 184.3, refunded: 46.2, kept: false }],
    version: 0,
  })
}

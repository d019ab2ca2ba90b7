import { composeIBAN } from 'ibantools'
import { sql } from 'kysely'
import { addDays } from '#shared/dates.ts'
import { Problem } from '#shared/problems.ts'
import { setAccount } from '#modules/payments/accounts.actions.ts'
import { prepareRun, settleRun } from '#modules/payments/runs.actions.ts'
import { setTarget } from '#modules/budget/budget.actions.ts'
import { keepScenario } from '#modules/budget/scenarios.actions.ts'
import type { Stage } from './stage.ts'

// Numbers of the right form that belong to nobody: the bank codes are those of documentation.
const schoolIban = 'IT60X0542811101000000123456'
const personIban = (at: number): string =>
  composeIBAN({ countryCode: 'LT', bban: `32500${String(10_000_000 + at).padStart(11, '0')}` }) ?? schoolIban

/** The Italian school's money so far: accounts, runs that were paid, one that is with the bank, targets and a scenario. */
export async function payGrants(stage: Stage): Promise<void> {
  const { today, projects, organisations, random } = stage
  const sender = organisations.senders.aurora
  const context = stage.as(sender, addDays(today, -30))
  await setAccount(context, { holder: 'Istituto Professionale Aurora', iban: schoolIban, bic: null })
  await openAccounts(stage)
  for (const project of Object.values(projects.aurora)) {
    const day = addDays(today, -12)
    const due = { executionDate: addDays(day, 2), dueUntil: addDays(today, -21) }
    const run = await prepareRun(stage.as(sender, day), project, due).catch(nothingReady)
    if (run) await settleRun(stage.as(sender, addDays(day, 3)), run.id, addDays(day, 2))
  }
  const project = projects.aurora['2026']
  if (!project) return
  await payThoseAbroad(stage, project)
  const numbers = { blended: 0, objectives: ['work', 'inclusion', 'green'], version: 0 }
  await setTarget(context, project, {
    ...numbers,
    activityType: 'LM-SHORT-VET',
    participants: 480,
    days: 13_400,
    fewerOpportunities: 55,
    green: 190,
    accompanying: 24,
  })
  await setTarget(context, project, {
    ...numbers,
    activityType: 'LM-LONG-VET',
    participants: 30,
    days: 2900,
    fewerOpportunities: 3,
    green: 12,
    accompanying: 0,
  })
  await keepScenario(context, project, {
    name: 'Malta in June',
    groups: [
      {
        activityType: 'LM-SHORT-VET',
        country: 'MT',
        town: 'Valletta',
        participants: random.whole(10, 14),
        accompanying: 1,
        days: 21,
        travelDays: 4,
        green: true,
        fewerOpportunities: 2,
        startDate: addDays(today, 190),
      },
    ],
  })
}

/** The first instalments of Malta are paid; those of Seville are with the bank. */
async function payThoseAbroad(stage: Stage, project: string): Promise<void> {
  const { today, organisations } = stage
  const sender = organisations.senders.aurora
  const { db } = stage.as(sender, today)
  const runFor = async (name: string, day: string) => {
    const flow = await db.selectFrom('flow').select('id').where('name', '=', name).executeTakeFirst()
    if (!flow) return null
    const due = { executionDate: addDays(day, 1), dueUntil: today, flow: flow.id }
    return prepareRun(stage.as(sender, day), project, due).catch(nothingReady)
  }
  const paid = await runFor('Malta now', addDays(today, -11))
  if (paid) await settleRun(stage.as(sender, addDays(today, -9)), paid.id, addDays(today, -10))
  await runFor('Seville now', addDays(today, -1))
}

/** Four in five participants have given their account. */
async function openAccounts({ as, organisations, today }: Stage): Promise<void> {
  const sender = organisations.senders.aurora
  const { db } = as(sender, today)
  const people = await db
    .selectFrom('person')
    .select(['id', 'given_name', 'family_name'])
    .where('organisation_id', '=', sender.organisationId)
    .where('kind', '<>', 'guardian')
    .orderBy('id')
    .execute()
  const some = people.filter((_, at) => at % 5 !== 4)
  await sql`insert into bank_account (person_id, organisation_id, holder, holder_kind, iban, entered_by)
    select * from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(() => sender.organisationId)}::uuid[],
      ${some.map((one) => `${one.given_name} ${one.family_name}`)}::text[], ${some.map(() => 'self')}::text[],
      ${some.map((_, at) => personIban(at))}::text[], ${some.map((one) => one.given_name)}::text[])`.execute(
    db,
  )
}

/** A project in which nothing is due yet has no run. */
function nothingReady(error: unknown): null {
  if (error instanceof Problem && error.details.reason?.code === 'payments:whyNot.nothing-ready') return null
  throw error
}

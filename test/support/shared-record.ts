import { randomUUID } from 'node:crypto'
import { insertBulk } from '#modules/bulk/bulk.store.ts'
import { saveTarget, targetsOf } from '#modules/budget/budget.store.ts'
import { insertScenario } from '#modules/budget/scenarios.store.ts'
import { insertExpense } from '#modules/expenses/expenses.store.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { reportProblem } from '#modules/mobilities/problems.actions.ts'
import { saveView } from '#modules/mobilities/views/views.store.ts'
import { insertInvitations, newToken } from '#modules/organisations/invitations.store.ts'
import { positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { usualWeights } from '#modules/matching/pair.rules.ts'
import { insertPlan } from '#modules/matching/plans.store.ts'
import { insertOrganisation } from '#modules/organisations/organisations.store.ts'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { createGuardians, createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { createProject } from '#modules/projects/projects.actions.ts'
import { copyChecklist } from '#modules/tasks/checklists.actions.ts'
import { defaultChecklists } from '#modules/tasks/default-checklists.rules.ts'
import { issueLink } from '#modules/tutor-links/tutor-links.actions.ts'
import { placesToLive } from './shared-stays.ts'
import { journeyThings } from './shared-journeys.ts'
import { orderThings } from './shared-orders.ts'
import { papersThings } from './shared-papers.ts'
import type { Member, World } from './world.ts'
import { askOf } from './shared-availability.ts'

/** One mobility that a sender shares with a host, a company and a participant, and somebody who has no part in it. */
export interface SharedRecord {
  sendingId: string
  hostingId: string
  companyId: string
  foreignId: string
  /** Ids of things of the sending organisation by the name of their path parameter. */
  ids: Record<string, string>
  /** A word that stands in all private things of the record and nowhere else. */
  secretWord: string
  /** Parameters whose values are words of the API and not things (a duty, a list name). */
  publicParameters: string[]
  /** An id that names nothing. */
  nothing: string
}

export async function sharedRecord(world: World): Promise<SharedRecord> {
  const secretWord = 'Zaubermond'
  const sendingId = await world.organisation({ name: `Istituto ${secretWord}`, kind: 'sending' })
  const hostingId = await world.organisation({
    name: 'Hosting Sevilla',
    kind: 'hosting',
    country: 'ES',
    town: 'Sevilla',
  })
  const companyId = await world.organisation({
    name: `Panadería ${secretWord}`,
    kind: 'company',
    country: 'ES',
    town: 'Sevilla',
  })
  const foreignId = await world.organisation({
    name: 'Foreign School',
    kind: 'sending',
    country: 'DE',
    town: 'Kiel',
  })
  await world.asSystem(({ db }) =>
    insertPartnerships(db, sendingId, [
      { partnerId: hostingId, kind: 'host' },
      { partnerId: companyId, kind: 'company' },
    ]),
  )
  const coordinator = await world.member(sendingId, ['administrator', 'coordinator'], secretWord)
  const nothing = randomUUID()
  const things = await mobilityThings(coordinator, { hostingId, companyId }, secretWord)
  return {
    sendingId,
    hostingId,
    companyId,
    foreignId,
    secretWord,
    nothing,
    publicParameters: ['duty', 'fact', 'check', 'direction', 'paper'],
    ids: {
      session: nothing,
      key: nothing,
      mail: nothing,
      row: '1',
      import: await importOf(coordinator, secretWord),
      file: await evidenceOf(coordinator, secretWord),
      check: 'safety',
      duty: 'mentor',
      role: 'hosting',
      fact: 'mobility.returned',
      ...(await world.asSystem((context) => papersThings(context, sendingId, secretWord))),
      ...(await organisationThings(world, sendingId, secretWord)),
      ...(await orderThings(world, sendingId, hostingId, secretWord)),
      ...(await placesToWork(world, coordinator, companyId, secretWord)),
      ...things,
      ...(await journeyThings(coordinator, things['flow'] ?? '', things['mobility'] ?? '', secretWord)),
      ...(await placesToLive(
        coordinator,
        { mobilityId: things['mobility'] ?? '', flowId: things['flow'] ?? '' },
        secretWord,
      )),
    },
  }
}

/** A list that the coordinator is bringing in. */
async function importOf(coordinator: Member, word: string): Promise<string> {
  const bytes = new TextEncoder().encode(`Given name;Family name;Country\nAnna;${word};ES\n`)
  const brought = await coordinator.upload(`/organisations/${coordinator.organisationId}/imports`, {
    name: `${word}.csv`,
    bytes,
  })
  if (brought.status !== 201) throw new Error(`The list was refused: ${brought.text}`)
  return brought.body.id as string
}

/** A receipt that the coordinator has kept. */
async function evidenceOf(coordinator: Member, word: string): Promise<string> {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${word}`)
  const kept = await coordinator.upload(
    `/organisations/${coordinator.organisationId}/files`,
    { name: `${word}.pdf`, bytes },
    { purpose: 'receipt' },
  )
  if (kept.status !== 201) throw new Error(`The receipt was refused: ${kept.text}`)
  return kept.body.id as string
}

/** A position at the company, and a plan. */
async function placesToWork(
  world: World,
  { organisationId }: Member,
  companyId: string,
  secretWord: string,
): Promise<Record<string, string>> {
  return world.asSystem(async ({ db, now }) => {
    const input = positionInput.parse({ title: secretWord, places: 1 })
    const [position = ''] = await insertPositions(db, organisationId, [{ ...input, companyId }])
    const asked = { name: secretWord, flowIds: [], locks: [], without: [], seconds: 5 }
    const plan = await insertPlan(db, organisationId, { ...asked, weights: usualWeights }, secretWord, now)
    const ask = await askOf(db, organisationId, companyId, secretWord, now)
    return { company: companyId, position, plan, ask }
  })
}

/** A member, an invitation and a partner of the sending organisation. */
async function organisationThings(
  world: World,
  sendingId: string,
  secretWord: string,
): Promise<Record<string, string>> {
  const member = await world.member(sendingId, ['viewer'], secretWord)
  return world.asSystem(async (context) => {
    const partner = await insertOrganisation(context, {
      name: `Partner ${secretWord}`,
      kind: 'hosting',
      kept_by: sendingId,
    })
    await insertPartnerships(context.db, sendingId, [{ partnerId: partner.id, kind: 'host' }])
    const { token_hash } = newToken()
    const [invitation] = await insertInvitations(context.db, [
      {
        organisation_id: sendingId,
        kind: 'colleague',
        email: `${secretWord.toLowerCase()}@example.org`,
        roles: ['viewer'],
        token_hash,
        invited_by: secretWord,
        expires_at: new Date('2030-01-01'),
      },
    ])
    return {
      member: member.actor.membershipId,
      partner: partner.id,
      invitation: invitation?.id ?? '',
      token: newToken().token,
    }
  })
}

/** A project with a flow with a minor's mobility, and all that hangs on it. */
function mobilityThings(
  coordinator: Member,
  { hostingId, companyId }: { hostingId: string; companyId: string },
  word: string,
): Promise<Record<string, string>> {
  return coordinator.run(async (context) => {
    const { organisationId, userId } = coordinator.actor
    const project = await createProject(context, {
      code: `2026-${word}`,
      title: word,
      callYear: 2026,
      action: 'KA121-VET',
      startDate: '2026-06-01',
      endDate: '2027-08-31',
      field: 'VET',
      awarded: {},
    })
    const place = {
      country: 'ES',
      town: 'Sevilla',
      startDate: '2027-05-04',
      endDate: '2027-05-29',
      places: 20,
      accompanyingPlaces: 1,
    }
    const [flow = ''] = await addFlows(context, [
      { name: `Sevilla ${word}`, activityType: 'LM-SHORT-VET', projectId: project.id, hostingId, ...place },
    ])
    const [person = ''] = await createPeople(context, [
      {
        kind: 'learner',
        givenName: 'Anna',
        familyName: word,
        birthDate: '2010-05-05',
        email: `anna.${word}@example.org`,
      },
    ])
    const [guardian = ''] = await createGuardians(context, [
      { minorId: person, givenName: 'Paola', familyName: word, email: `paola.${word}@example.org` },
    ])
    const [mobility] = await createMobilities(context, [
      {
        personId: person,
        activityType: 'LM-SHORT-VET',
        flowId: flow,
        projectId: project.id,
        departure: '2027-05-04',
        returnDate: '2027-05-29',
        country: 'ES',
        town: 'Sevilla',
        hostingId,
        companyId,
        status: 'selected',
        note: word,
      },
    ])
    const id = mobility?.id ?? ''
    const task = await context.db
      .selectFrom('task')
      .select('id')
      .where('mobility_id', '=', id)
      .where('owner', '=', 'sending')
      .limit(1)
      .executeTakeFirstOrThrow()
    const placement = await context.db
      .selectFrom('placement')
      .select('id')
      .where('mobility_id', '=', id)
      .executeTakeFirstOrThrow()
    const problem = await reportProblem(context, id, { kind: 'other', text: word })
    const run = await context.db
      .insertInto('payment_run')
      .values({
        organisation_id: organisationId,
        execution_date: '2027-04-20',
        holder: word,
        iban: 'IT60X0542811101000000123456',
        created_by: word,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const payment = await context.db
      .insertInto('payment')
      .values({
        organisation_id: organisationId,
        mobility_id: id,
        kind: 'deposit',
        amount: 50,
        created_by: word,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const expense = await insertExpense(context.db, {
      organisationId,
      flowId: flow,
      mobilityId: id,
      day: '2027-02-20',
      category: 'meals',
      about: word,
      amount: 12,
      currency: 'EUR',
      perEuro: null,
      euros: 12,
      receiptId: null,
      by: word,
      userId,
    })
    const scenario = await insertScenario(context.db, {
      organisationId,
      projectId: project.id,
      name: word,
      groups: [],
    })
    await saveTarget(
      context.db,
      { id: null, organisationId, projectId: project.id, activityType: 'LM-SHORT-VET', flowId: null },
      {
        participants: 20,
        days: 400,
        fewerOpportunities: 2,
        blended: 0,
        green: 0,
        accompanying: 1,
        objectives: [],
      },
      context.now,
    )
    const [target] = await targetsOf(context.db, project.id)
    const checklist = await copyChecklist(context, defaultChecklists[0]?.key ?? '', word)
    const view = await saveView(context.db, organisationId, userId, {
      list: 'mobilities',
      name: word,
      state: {},
      shared: true,
      isDefault: false,
    })
    const bulk = await insertBulk(context.db, {
      organisationId,
      userId,
      kind: 'set-host',
      input: {},
      total: 1,
      ids: [id],
      at: context.now,
    })
    const link = await issueLink(context, {
      companyId,
      tutorName: word,
      language: 'en',
      days: 30,
      send: false,
    })
    return {
      project: project.id,
      run: run.id,
      payment: payment.id,
      expense,
      scenario: scenario.id,
      target: target?.id ?? '',
      flow,
      person,
      guardian,
      mobility: id,
      task: task.id,
      problem: problem.id,
      placement: placement.id,
      checklist: checklist.id,
      view: view.id,
      bulk,
      link: link.id,
    }
  })
}

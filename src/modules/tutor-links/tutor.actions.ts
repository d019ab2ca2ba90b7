import { notFound, notPossible, Problem } from '#shared/problems.ts'
import type { TutorActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { confirmCompany, declineCompany } from '#modules/mobilities/company.actions.ts'
import { reportProblem } from '#modules/mobilities/problems.actions.ts'
import { updatePhone } from './tutor-contact.store.ts'
import { becomesAccount } from './tutor-links.rules.ts'
import * as store from './tutor-links.store.ts'

/** What the bearer of a link sees: the company's trainees, their tasks for the company, and whom to call. */
export async function tutorHome(context: Context) {
  const tutor = tutorOf(context)
  const link = await store.readLink(context.db, tutor.linkId)
  const named = await store.traineesOf(context.db, link.company_id, link.issued_by)
  // Whoever waits for an answer stands among the placements, with what may be known of them.
  const trainees = named.filter(({ offered }) => !offered)
  const ids = trainees.map(({ id }) => id)
  const [tasks, contacts] = await Promise.all([
    store.companyTasks(context.db, link.company_id, ids),
    store.contactsOf(context.db, ids),
  ])
  return {
    tutor: { name: tutor.name, email: tutor.email, language: tutor.language },
    company: { name: link.name, town: link.town },
    until: link.expires_at.toISOString(),
    hasAccount: link.user_id !== null,
    byInvitation: !becomesAccount({
      claimed: link.claimed_at !== null,
      keptBy: link.kept_by,
      issuedBy: link.issued_by,
    }),
    offered: await store.countOffered(context.db, link.company_id, link.issued_by),
    trainees: trainees.map((row) => ({
      id: row.id,
      number: row.number,
      name: `${row.given_name} ${row.family_name}`.trim(),
      phone: row.phone,
      language: row.language,
      status: row.status,
      departure: row.departure,
      return: row.return_date,
      sender: row.sender,
      stage: row.company_stage as 'proposed' | 'confirmed' | 'declined' | null,
      workingHours: row.working_hours,
      workplaceAddress: row.workplace_address,
      tasks: tasks.filter((task) => task.mobility_id === row.id).map(showTask),
      contacts: contacts
        .filter((contact) => contact.mobility_id === row.id)
        .map(({ role, duty, organisation, name, email, phone }) => ({
          role,
          duty,
          organisation: organisation ?? '',
          name,
          email,
          phone,
        })),
    })),
  }
}

function showTask(task: Awaited<ReturnType<typeof store.companyTasks>>[number]) {
  return {
    id: task.id,
    key: task.key,
    title: task.title,
    due: task.due,
    state: task.state as 'open' | 'done' | 'waived',
    blocked: task.blocked,
    byFact: task.fact !== null,
  }
}

/** The company takes this trainee; what it tells with it (hours, address, own phone) is kept. */
export async function confirmTrainee(
  context: Context,
  mobilityId: string,
  told: {
    workingHours?: string | null | undefined
    workplaceAddress?: string | null | undefined
    phone?: string | null | undefined
  },
): Promise<void> {
  const tutor = tutorOf(context)
  const trainee = await reach(context, tutor, mobilityId)
  if (trainee.company_stage === 'confirmed') throw notPossible('tutor-links:whyNot.confirmed-already')
  await updatePhone(context.db, mobilityId, tutor, told.phone ?? null, context.now)
  await confirmCompany(context, mobilityId, told)
}

/** The company cannot take this trainee. */
export async function declineTrainee(context: Context, mobilityId: string, reason: string): Promise<void> {
  await reach(context, tutorOf(context), mobilityId)
  await declineCompany(context, mobilityId, reason)
}

export async function reportTraineeProblem(
  context: Context,
  mobilityId: string,
  problem: { kind: string; text: string },
): Promise<{ told: string[] }> {
  await reach(context, tutorOf(context), mobilityId)
  const { told } = await reportProblem(context, mobilityId, problem)
  return { told }
}

/** A task is reached only in the trainees of this link. */
export async function reachTask(context: Context, taskId: string): Promise<void> {
  const tutor = tutorOf(context)
  const link = await store.readLink(context.db, tutor.linkId)
  const trainees = await store.traineesOf(context.db, link.company_id, link.issued_by)
  const tasks = await store.companyTasks(
    context.db,
    link.company_id,
    trainees.map(({ id }) => id),
  )
  if (!tasks.some(({ id }) => id === taskId)) throw notFound()
}

export function tutorOf({ actor }: Context): TutorActor {
  if (actor.kind === 'tutor-link') return actor
  throw new Problem('not-signed-in')
}

/** Only mobilities of the company that the giver of the link has a part in. */
async function reach(context: Context, tutor: TutorActor, mobilityId: string) {
  const link = await store.readLink(context.db, tutor.linkId)
  const trainees = await store.traineesOf(context.db, link.company_id, link.issued_by)
  const trainee = trainees.find(({ id }) => id === mobilityId)
  if (!trainee) throw notFound()
  return trainee
}

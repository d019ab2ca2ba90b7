import { addDays } from '#shared/dates.ts'
import { insertAsk, markAsked, saveAnswer } from '#modules/availability/availability.store.ts'
import { saveRating } from '#modules/companies/ratings.store.ts'
import { seeded } from './random.ts'
import type { Stage } from './stage.ts'

/** Dice of its own: what is played before and after stays as it is. */
const random = seeded(17)

/** The host has asked its companies for summer: some have places, some none, the rest is still silent. */
export async function askForPlaces({ today, as, organisations }: Stage): Promise<void> {
  const host = organisations.hosts['puerta-sur']
  if (!host.actor) return
  const context = as(host.actor, addDays(today, -9))
  const companies = (organisations.companies[host.town] ?? []).slice(0, 24)
  const from = addDays(today, 180)
  const ask = {
    name: 'Summer',
    startsOn: from,
    endsOn: addDays(from, 90),
    answerBy: addDays(today, 12),
    message: null,
    language: 'es',
  }
  const id = await insertAsk(
    context.db,
    host.id,
    ask,
    companies.map((company, i) => ({
      id: company.id,
      name: company.tutor,
      email: i % 11 === 7 ? null : `empresa${i + 1}@empresas.example`,
    })),
    'Rocío Medina',
    context.now,
  )
  const ids = companies.map((company) => company.id)
  await markAsked(context.db, id, ids, false, context.now)
  for (const [i, company] of companies.entries()) {
    if (i % 3 === 1 || i % 11 === 7) continue
    const answer = {
      places: i % 5 === 3 ? 0 : random.whole(1, 3),
      title: null,
      tasks: null,
      workingHours: i % 2 === 0 ? '9:00–14:00' : null,
      note: null,
    }
    const key = { askId: id, companyId: company.id, organisationId: host.id }
    await saveAnswer(context.db, key, answer, company.tutor, context.now)
  }
}

/** What the host thinks of its companies after mobilities that are over. */
export async function ratePastCompanies({ today, as, organisations }: Stage): Promise<void> {
  const host = organisations.hosts['puerta-sur']
  if (!host.actor) return
  const context = as(host.actor, addDays(today, -5))
  const past = await context.db
    .selectFrom('mobility')
    .select(['id', 'company_id as companyId'])
    .where('hosting_id', '=', host.id)
    .where('company_id', 'is not', null)
    .where('status', 'in', ['returned', 'assessed', 'closed'])
    .orderBy('number')
    .limit(60)
    .execute()
  for (const { id, companyId } of past)
    await saveRating(
      context.db,
      { organisationId: host.id, companyId: companyId ?? '', mobilityId: id },
      {
        responseTime: random.whole(3, 5),
        communication: random.whole(3, 5),
        tutoring: random.whole(2, 5),
        fit: random.whole(3, 5),
        problemSolving: random.chance(0.5) ? random.whole(3, 5) : null,
        note: null,
        version: 0,
      },
      { name: 'Rocío Medina', day: addDays(today, -5), now: context.now },
    )
}

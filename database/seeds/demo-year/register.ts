import { addDays } from '#shared/dates.ts'
import { usualChecks, validUntilOf } from '#modules/companies/checks.rules.ts'
import { cardInput, checkInput, positionInput } from '#modules/companies/companies.shapes.contract.ts'
import { saveCard, saveCheck } from '#modules/companies/companies.store.ts'
import { insertPositions } from '#modules/companies/positions.store.ts'
import { saveProfiles } from '#modules/matching/profiles.store.ts'
import type { PlayedFlow, Stage } from './stage.ts'

/** Flows of two senders whose people the host still has to place. */
const toPlace = ['Seville, spring B', 'Séville printemps']

const titles: Record<string, string> = {
  '0716': 'Vehicle workshop',
  '1015': 'Reception and guests',
  '0721': 'Bakery',
  '0911': 'Dental assistance',
  '1013': 'Kitchen and service',
  '0713': 'Electrical installation',
  '1012': 'Hairdressing',
  '0922': 'Work with children',
  '0411': 'Office and accounts',
  '0211': 'Print and layout',
  '0214': 'Ceramics',
  '0322': 'Bookshop',
  '0731': 'Architect’s office',
  '0812': 'Plant nursery',
  '0914': 'Optician’s workshop',
  '0916': 'Pharmacy',
  '0613': 'Software development',
  '0921': 'Care of the elderly',
  '0416': 'Sales',
  '0723': 'Tailoring',
  '0722': 'Carpentry',
}

/** What the work of a field asks for, by the names of ESCO's skill groups. */
const skills: Record<string, string> = {
  '0716': 'testing vehicles',
  '1015': 'accompanying and welcoming people',
  '0721': 'preparing food and drinks',
  '0911': 'operating medical equipment',
  '1013': 'preparing and serving food and drinks',
  '0713': 'testing electrical and mechanical systems or equipment',
  '1012': 'styling hair and providing beauty treatments',
  '0922': 'caring for children',
  '0731': 'using computer aided design and drawing tools',
  '0812': 'tending plants and crops',
  '0613': 'programming computer systems',
  '0921': 'providing medical, dental and nursing care',
  '0722': 'installing wooden and metal components',
}
const skillsIn = (field: string | undefined): string[] => [skills[field ?? ''] ?? []].flat()

/** The host's register in Seville with checks and positions, and what the people of two flows bring and wish for. */
export async function keepRegister(stage: Stage, played: readonly PlayedFlow[]): Promise<void> {
  const { today, random, organisations } = stage
  const host = organisations.hosts['puerta-sur']
  if (!host.actor) return
  const context = stage.as(host.actor, addDays(today, -20))
  const companies = organisations.companies[host.town] ?? []
  for (const [i, company] of companies.entries()) {
    const employees = random.whole(2, 40)
    const card = cardInput.parse({
      field: company.field,
      employees,
      languages: random.chance(0.5) ? ['es', 'en'] : ['es'],
      mostTrainees: random.whole(5, 8),
      // Every ninth wants a week to itself between two groups.
      restDays: i % 9 === 4 ? 7 : 0,
      accessible: random.chance(0.6),
      canteen: random.chance(0.2),
      rating: random.whole(3, 5),
      lastVisit: addDays(today, -random.whole(20, 300)),
      contractUntil: addDays(today, random.whole(200, 900)),
      tutors: [{ name: company.tutor }],
    })
    await saveCard(context.db, host.id, company.id, card, 0, context.now)
    await checkCompany(stage, company.id, i)
  }
  const made = await insertPositions(
    context.db,
    host.id,
    companies.map(({ id, field, tutor }) => ({
      ...positionInput.parse({
        title: titles[field] ?? 'Trainee',
        field,
        startsOn: addDays(today, -60),
        endsOn: addDays(today, 330),
        places: random.whole(4, 7),
        weeklyHours: 35,
        workingHours: random.pick(['9:00–14:00, 16:00–18:00', '8:00–15:00', '10:00–17:00']),
        languages: random.chance(0.25) ? [{ code: 'es', level: 'A2' }] : [],
        minimumAge: random.chance(0.1) ? 18 : null,
        mostPerSchool: random.chance(0.2) ? 4 : null,
        skills: skillsIn(field),
        papers: field === '0922' ? ['sexual-offences'] : field === '1013' ? ['food-hygiene'] : [],
        tutor,
      }),
      companyId: id,
    })),
  )
  await giveProfiles(stage, played, companies, made)
}

/** Nearly everything is in order; one company's safety check has run out, one was never checked. */
async function checkCompany(
  { today, as, organisations }: Stage,
  companyId: string,
  at: number,
): Promise<void> {
  const host = organisations.hosts['puerta-sur']
  if (!host.actor || at === 5) return
  const context = as(host.actor, today)
  for (const kind of usualChecks.filter(({ required }) => required)) {
    const checkedOn = addDays(today, at === 3 && kind.key === 'safety' ? -900 : -200 + at)
    const check = checkInput.parse({ state: 'passed', checkedOn, validUntil: validUntilOf(kind, checkedOn) })
    await saveCheck(
      context.db,
      { organisationId: host.id, companyId, check: kind.key },
      check,
      'Rocío Medina',
      context.now,
    )
  }
}

async function giveProfiles(
  { random, as, today, organisations }: Stage,
  played: readonly PlayedFlow[],
  companies: readonly { field: string }[],
  positions: readonly string[],
): Promise<void> {
  for (const { flow, mobilityIds } of played.filter((one) => toPlace.includes(one.flow.name))) {
    const profiles = mobilityIds.map((mobilityId, i) => {
      const at = random.whole(0, companies.length - 1)
      return {
        mobilityId,
        field: companies[at]?.field ?? null,
        languages: [
          { code: 'es', level: random.pick(['A1', 'A2', 'B1'] as const) },
          { code: 'en', level: random.pick(['A2', 'B1', 'B2'] as const) },
        ],
        skills: i % 2 === 0 ? skillsIn(companies[at]?.field) : [],
        accessNeeds: i === 7,
        wishes: random.chance(0.4) ? [positions[at] ?? ''].filter(Boolean) : [],
        wantedBy: [],
        friends: random.chance(0.15) && i > 0 ? [mobilityIds[i - 1] ?? ''].filter(Boolean) : [],
        mostKilometres: i % 11 === 3 ? 25 : null,
      }
    })
    const context = as(organisations.senders[flow.sender], today)
    await saveProfiles(context.db, profiles, context.now)
  }
}

import type { Context } from '#server/context.ts'
import { createGuardians, createPeople } from '#modules/people/people-in-bulk.actions.ts'
import type { DemoFlow } from './flows.ts'
import { familyNames, names } from './names.ts'
import type { Random } from './random.ts'

const home = {
  aurora: {
    country: 'IT',
    language: 'it',
    town: 'Verona',
    phone: '+39 3',
    streets: ['Via Mazzini', 'Via Carducci', 'Corso Milano', 'Via dei Mille'],
  },
  lindenhof: {
    country: 'DE',
    language: 'de',
    town: 'Münster',
    phone: '+49 15',
    streets: ['Lindenweg', 'Hafenstraße', 'Bahnhofstraße'],
  },
  moulin: {
    country: 'FR',
    language: 'fr',
    town: 'Nantes',
    phone: '+33 6',
    streets: ['Rue des Lilas', 'Quai de la Fosse', 'Rue Voltaire'],
  },
} as const

const classes = [
  '4A Enogastronomia',
  '4B Accoglienza',
  '5A Meccanica',
  '4C Informatica',
  '5B Moda',
  '4D Servizi sociali',
]

/** The participants of one flow; minors have a guardian. Answers their ids. */
export async function enrol(context: Context, flow: DemoFlow, random: Random): Promise<string[]> {
  const place = home[flow.sender]
  const departure = new Date(context.now.getTime() + flow.departs * 86_400_000)
  const people = Array.from({ length: flow.people }, () => {
    const woman = random.chance(0.52)
    const givenName = random.pick(woman ? names[place.country].woman : names[place.country].man)
    const familyName = random.pick(familyNames(place.country))
    const age =
      flow.kind === 'staff'
        ? random.whole(31, 60)
        : flow.activity === 'LM-LONG-VET'
          ? random.whole(19, 21)
          : random.whole(16, 19)
    const born = new Date(
      Date.UTC(departure.getUTCFullYear() - age, random.whole(0, 11), random.whole(1, 28)),
    )
    return {
      kind: flow.kind === 'staff' ? ('staff' as const) : ('learner' as const),
      givenName,
      familyName,
      gender: woman ? ('woman' as const) : ('man' as const),
      birthDate: born.toISOString().slice(0, 10),
      nationality: place.country,
      language: place.language,
      country: place.country,
      town: place.town,
      address: `${random.pick(place.streets)} ${random.whole(1, 90)}`,
      email: `${plain(givenName)}.${plain(familyName)}.${random.whole(100, 999)}@student.example`,
      phone: `${place.phone}${random.whole(10, 99)} 555 ${random.whole(1000, 9999)}`,
      studentNumber: `${flow.sender.slice(0, 1).toUpperCase()}${random.whole(10_000, 99_999)}`,
      schoolClass: flow.sender === 'aurora' && flow.kind !== 'staff' ? random.pick(classes) : null,
      minor: departure.getTime() - born.getTime() < 18 * 365.25 * 86_400_000,
    }
  })
  const ids = await createPeople(
    context,
    people.map(({ minor: _, ...person }) => person),
  )
  const guarded = people.flatMap((person, i) => (person.minor ? [{ person, minorId: ids[i] ?? '' }] : []))
  await createGuardians(
    context,
    guarded.map(({ person, minorId }) => ({
      minorId,
      givenName: random.pick(random.chance(0.6) ? names[place.country].woman : names[place.country].man),
      familyName: person.familyName,
      email: `family.${plain(person.familyName)}.${random.whole(1000, 9999)}@home.example`,
      phone: `${place.phone}${random.whole(10, 99)} 555 ${random.whole(1000, 9999)}`,
      language: place.language,
      relation: random.pick(['mother', 'father']),
    })),
  )
  return ids
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
}

import { randomUUID } from 'node:crypto'
import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { insertMembership, insertOrganisation } from '#modules/organisations/organisations.store.ts'
import { permissionsOf, type Role } from '#modules/organisations/permissions.rules.ts'
import { demoPassword } from '#modules/accounts/demo-sign-ins.ts'
import type { MemberActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { companies } from './companies.ts'
import type { DemoFlow } from './flows.ts'

type SenderKey = DemoFlow['sender']
type HostKey = DemoFlow['host']

export interface DemoOrganisations {
  senders: Record<SenderKey, MemberActor>
  hosts: Record<HostKey, { id: string; town: string; country: string; actor: MemberActor | null }>
  /** Companies by town. */
  companies: Record<string, { id: string; field: string; tutor: string }[]>
  tallerOrtega: string
}

const senders = {
  aurora: {
    name: 'Istituto Professionale Aurora',
    country: 'IT',
    town: 'Verona',
    oid: 'E10012345',
    erasmus_code: null,
    time_zone: 'Europe/Rome',
    language: 'it',
    email: 'mobility@aurora.example',
    phone: '+39 045 555 0100',
  },
  lindenhof: {
    name: 'Berufskolleg Lindenhof',
    country: 'DE',
    town: 'Münster',
    oid: 'E10023456',
    erasmus_code: null,
    time_zone: 'Europe/Berlin',
    language: 'de',
    email: 'erasmus@lindenhof.example',
    phone: '+49 251 555 0101',
  },
  moulin: {
    name: 'Lycée professionnel du Moulin',
    country: 'FR',
    town: 'Nantes',
    oid: 'E10034567',
    erasmus_code: null,
    time_zone: 'Europe/Paris',
    language: 'fr',
    email: 'mobilite@moulin.example',
    phone: '+33 2 55 50 10 20',
  },
} as const

const hosts = {
  'puerta-sur': {
    name: 'Puerta Sur Movilidad',
    country: 'ES',
    town: 'Sevilla',
    oid: 'E10045678',
    time_zone: 'Europe/Madrid',
    language: 'es',
    email: 'hola@puerta-sur.example',
    phone: '+34 955 550 102',
  },
  'three-harbours': {
    name: 'Three Harbours Training',
    country: 'MT',
    town: 'Sliema',
    oid: null,
    time_zone: 'Europe/Malta',
    language: 'en',
    email: 'office@three-harbours.example',
    phone: '+356 2155 5103',
  },
  'lee-valley': {
    name: 'Lee Valley Placements',
    country: 'IE',
    town: 'Cork',
    oid: null,
    time_zone: 'Europe/Dublin',
    language: 'en',
    email: 'hello@lee-valley.example',
    phone: '+353 21 555 0104',
  },
  bruecke: {
    name: 'Brücke e. V. Leipzig',
    country: 'DE',
    town: 'Leipzig',
    oid: null,
    time_zone: 'Europe/Berlin',
    language: 'de',
    email: 'info@bruecke-leipzig.example',
    phone: '+49 341 555 0105',
  },
  ponte: {
    name: 'Ponte – Associação para a Mobilidade',
    country: 'PT',
    town: 'Porto',
    oid: null,
    time_zone: 'Europe/Lisbon',
    language: 'en',
    email: 'geral@ponte.example',
    phone: '+351 22 555 0106',
  },
} as const

/** Schools, hosts and companies with their people; the partnerships between them. */
export async function foundOrganisations(context: Context): Promise<DemoOrganisations> {
  const ids = new Map<string, string>()
  for (const [key, values] of Object.entries(senders))
    ids.set(
      key,
      (await insertOrganisation(context, { ...values, kind: 'sending', claimed_at: context.now })).id,
    )
  for (const [key, values] of Object.entries(hosts)) {
    const claimed =
      key === 'puerta-sur' ? { claimed_at: context.now } : { kept_by: ids.get('aurora') ?? null }
    ids.set(key, (await insertOrganisation(context, { ...values, kind: 'hosting', ...claimed })).id)
  }
  const made = await foundCompanies(context, ids.get('aurora') ?? '')
  await linkPartners(context, ids, made)
  const people = await hirePeople(context, ids, made.tallerOrtega)
  const hostOf = (key: HostKey) => ({
    id: ids.get(key) ?? '',
    town: hosts[key].town,
    country: hosts[key].country,
    actor: key === 'puerta-sur' ? people.rocio : null,
  })
  return {
    senders: { aurora: people.chiara, lindenhof: people.jutta, moulin: people.helene },
    hosts: {
      'puerta-sur': hostOf('puerta-sur'),
      'three-harbours': hostOf('three-harbours'),
      'lee-valley': hostOf('lee-valley'),
      bruecke: hostOf('bruecke'),
      ponte: hostOf('ponte'),
    },
    ...made,
  }
}

async function foundCompanies(context: Context, keptBy: string) {
  const byTown: DemoOrganisations['companies'] = {}
  let tallerOrtega = ''
  for (const [town, list] of Object.entries(companies)) {
    const country = Object.values(hosts).find((host) => host.town === town)?.country ?? 'ES'
    byTown[town] = []
    for (const { name, field, tutor } of list) {
      const taken = name === 'Taller Ortega'
      const { id } = await insertOrganisation(context, {
        name,
        kind: 'company',
        country,
        town,
        kept_by: keptBy,
        ...(taken ? { claimed_at: context.now } : {}),
      })
      if (taken) tallerOrtega = id
      byTown[town].push({ id, field, tutor })
    }
  }
  return { companies: byTown, tallerOrtega }
}

async function linkPartners(
  context: Context,
  ids: ReadonlyMap<string, string>,
  made: { companies: DemoOrganisations['companies'] },
): Promise<void> {
  const id = (key: string): string => ids.get(key) ?? ''
  const allCompanies = Object.values(made.companies).flat()
  await insertPartnerships(context.db, id('aurora'), [
    ...Object.keys(hosts).map((key) => ({ partnerId: id(key), kind: 'host' as const })),
    ...allCompanies.map((company) => ({ partnerId: company.id, kind: 'company' as const })),
  ])
  for (const sender of ['lindenhof', 'moulin'])
    await insertPartnerships(context.db, id(sender), [{ partnerId: id('puerta-sur'), kind: 'host' as const }])
  await insertPartnerships(context.db, id('puerta-sur'), [
    ...Object.keys(senders).map((key) => ({ partnerId: id(key), kind: 'sender' as const })),
    ...(made.companies['Sevilla'] ?? []).map((company) => ({
      partnerId: company.id,
      kind: 'company' as const,
    })),
  ])
}

async function hirePeople(context: Context, ids: ReadonlyMap<string, string>, tallerOrtega: string) {
  const id = (key: string): string => ids.get(key) ?? ''
  const chiara = await hire(
    context,
    id('aurora'),
    'Chiara Benedetti',
    ['administrator', 'coordinator'],
    'it',
    'sending',
  )
  await hire(context, id('aurora'), 'Marco Fabbri', ['finance'], 'it', 'finance')
  const elisa = await hire(context, id('aurora'), 'Elisa Conte', ['mentor'], 'it')
  await hire(context, id('aurora'), 'Paolo Ferri', ['accompanying'], 'it')
  const rocio = await hire(
    context,
    id('puerta-sur'),
    'Rocío Domínguez',
    ['administrator', 'coordinator'],
    'es',
    'hosting',
  )
  const miguel = await hire(context, id('puerta-sur'), 'Miguel Torres', ['mentor'], 'es')
  await hire(context, tallerOrtega, 'Manuel Ortega', ['tutor'], 'es', 'company')
  const jutta = await hire(context, id('lindenhof'), 'Jutta Brandt', ['administrator', 'coordinator'], 'de')
  const helene = await hire(context, id('moulin'), 'Hélène Garnier', ['administrator', 'coordinator'], 'fr')
  await context.db
    .insertInto('duty_holder')
    .values([
      {
        organisation_id: id('aurora'),
        duty: 'coordinator',
        position: 1,
        membership_id: chiara.membershipId,
        phone: '+39 045 555 0111',
      },
      {
        organisation_id: id('aurora'),
        duty: 'mentor',
        position: 1,
        membership_id: elisa.membershipId,
        phone: '+39 045 555 0112',
      },
      {
        organisation_id: id('aurora'),
        duty: 'mentor',
        position: 2,
        membership_id: chiara.membershipId,
        phone: '+39 045 555 0111',
      },
      {
        organisation_id: id('aurora'),
        duty: 'emergency',
        position: 1,
        membership_id: chiara.membershipId,
        phone: '+39 345 555 0199',
      },
      {
        organisation_id: id('puerta-sur'),
        duty: 'arrival',
        position: 1,
        membership_id: miguel.membershipId,
        phone: '+34 655 550 113',
      },
      {
        organisation_id: id('puerta-sur'),
        duty: 'mentor',
        position: 1,
        membership_id: miguel.membershipId,
        phone: '+34 655 550 113',
      },
      {
        organisation_id: id('puerta-sur'),
        duty: 'emergency',
        position: 1,
        membership_id: rocio.membershipId,
        phone: '+34 655 550 199',
      },
    ])
    .execute()
  return { chiara, rocio, jutta, helene }
}

/** An account with a membership; `signIn` names one of the six demo people, the others have no password. */
async function hire(
  context: Context,
  organisationId: string,
  name: string,
  roles: Role[],
  language: string,
  signIn?: string,
): Promise<MemberActor> {
  const email = signIn ? `${signIn}@softmob.example` : `${randomUUID().slice(0, 8)}@softmob.example`
  const userId = await account(context, { name, email, language, signIn: signIn !== undefined })
  const row = await insertMembership(context, {
    organisation_id: organisationId,
    user_id: userId,
    name,
    email,
    roles,
    named_mobilities_only: roles.includes('accompanying'),
  })
  return {
    kind: 'member',
    userId,
    name,
    email,
    language,
    personIds: [],
    organisationId,
    membershipId: row.id,
    roles,
    permissions: permissionsOf(roles),
    namedMobilitiesOnly: row.named_mobilities_only,
  }
}

/** A user of the demo. */
export function account(
  context: Context,
  person: { name: string; email: string; language: string; signIn: boolean },
): Promise<string> {
  const { name, email, language } = person
  return context.services.auth.createUser({
    name,
    email,
    language,
    verified: true,
    ...(person.signIn ? { password: demoPassword } : {}),
  })
}

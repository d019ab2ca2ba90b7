import { addDays } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { createGuardians } from '#modules/people/people-in-bulk.actions.ts'
import { reportProblem } from '#modules/mobilities/problems.actions.ts'
import { recordFacts, withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { saveEdit } from '#modules/mobilities/edit.actions.ts'
import { lockMobilities } from '#modules/mobilities/edit.store.ts'
import { saveStatuses } from '#modules/mobilities/lifecycle.store.ts'
import { setContact } from '#modules/mobilities/contacts.actions.ts'
import type { PlayedFlow, Stage } from './stage.ts'
import { account } from './organisations.ts'

/** Gives the six people of the demo their parts, and the year its contacts and problems. */
export async function castRoles(stage: Stage, played: readonly PlayedFlow[]): Promise<void> {
  const group = (name: string): string[] => played.find(({ flow }) => flow.name === name)?.mobilityIds ?? []
  await castParticipant(stage, group('Seville, next departure')[0] ?? '')
  await castGuardian(stage, group('Cork, next departure')[0] ?? '')
  await fillTaller(stage, [
    ...group('Seville now').slice(0, 2),
    ...group('Seville, next departure').slice(0, 3),
  ])
  await nameContacts(stage, [...group('Seville now'), ...group('Seville, next departure')])
  await haveProblems(stage, group('Seville now'), group('Malta now'))
}

/** Giulia Moretti, of age: placed in Seville, her data still to be checked. */
async function castParticipant(stage: Stage, mobilityId: string): Promise<void> {
  const context = stage.as(stage.organisations.senders.aurora, addDays(stage.today, -30))
  const personId = await becomePerson(context, mobilityId, {
    given_name: 'Giulia',
    family_name: 'Moretti',
    birth_date: '2007-03-14',
    gender: 'woman',
    email: 'participant@softmob.example',
    phone: null,
    emergency_name: null,
    emergency_phone: null,
  })
  await context.db.deleteFrom('guardianship').where('minor_id', '=', personId).execute()
  await context.db
    .deleteFrom('mobility_party')
    .where('mobility_id', '=', mobilityId)
    .where('role', '=', 'guardian')
    .execute()
  const userId = await account(context, {
    name: 'Giulia Moretti',
    email: 'participant@softmob.example',
    language: 'it',
    signIn: true,
  })
  await context.db.updateTable('person').set({ user_id: userId }).where('id', '=', personId).execute()
  await withdrawFacts(
    context,
    [mobilityId],
    ['participant.data-checked', 'guardian.consented', 'guardian.data-checked'],
  )
  await recordFacts(
    context,
    ['participant.accepted', 'hosting.confirmed', 'company.confirmed'].map((name) => ({ mobilityId, name })),
  )
}

/** Nicolò Conti, sixteen: he has said yes, his mother Paola is asked to. */
async function castGuardian(stage: Stage, mobilityId: string): Promise<void> {
  const context = stage.as(stage.organisations.senders.aurora, addDays(stage.today, -8))
  const departure = new Date(`${addDays(stage.today, 38)}T00:00:00Z`)
  const birthDate = `${departure.getUTCFullYear() - 16}-02-09`
  const personId = await becomePerson(context, mobilityId, {
    given_name: 'Nicolò',
    family_name: 'Conti',
    birth_date: birthDate,
    gender: 'man',
    email: 'nicolo.conti@student.example',
  })
  await context.db.deleteFrom('guardianship').where('minor_id', '=', personId).execute()
  const [guardianId = ''] = await createGuardians(context, [
    {
      minorId: personId,
      givenName: 'Paola',
      familyName: 'Conti',
      email: 'guardian@softmob.example',
      phone: '+39 333 555 0144',
      language: 'it',
      relation: 'mother',
    },
  ])
  const userId = await account(context, {
    name: 'Paola Conti',
    email: 'guardian@softmob.example',
    language: 'it',
    signIn: true,
  })
  await context.db.updateTable('person').set({ user_id: userId }).where('id', '=', guardianId).execute()
  await withdrawFacts(
    context,
    [mobilityId],
    [
      'participant.data-checked',
      'guardian.consented',
      'guardian.data-checked',
      'hosting.confirmed',
      'company.confirmed',
    ],
  )
  await saveStatuses(
    context.db,
    [{ id: mobilityId, status: 'selected', reason: null, day: null }],
    context.now,
  )
  await recordFacts(context, [{ mobilityId, name: 'participant.accepted' }])
}

async function becomePerson(
  context: Context,
  mobilityId: string,
  values: Record<string, string | null>,
): Promise<string> {
  const { person_id: personId } = await context.db
    .selectFrom('mobility')
    .select('person_id')
    .where('id', '=', mobilityId)
    .executeTakeFirstOrThrow()
  await context.db.updateTable('person').set(values).where('id', '=', personId).execute()
  return personId
}

/** Manuel Ortega's garage has two trainees now and three to come, one of them not confirmed yet. */
async function fillTaller(stage: Stage, mobilityIds: readonly string[]): Promise<void> {
  const { organisations, today } = stage
  const context = stage.as(organisations.senders.aurora, addDays(today, -20))
  const rows = await lockMobilities(context.db, mobilityIds)
  for (const row of rows) {
    if (row.company_id !== organisations.tallerOrtega)
      await saveEdit(context, row, { companyId: organisations.tallerOrtega })
    const last = row.id === mobilityIds.at(-1)
    if (last) await withdrawFacts(context, [row.id], ['company.confirmed'])
    else await recordFacts(context, [{ mobilityId: row.id, name: 'company.confirmed' }])
    const hours = {
      working_hours: '8:30–14:30',
      workplace_address: 'Calle Torneo 48, Sevilla',
      company_stage: last ? 'proposed' : 'confirmed',
    }
    await context.db.updateTable('mobility').set(hours).where('id', '=', row.id).execute()
    // Without the company's word nobody is placed.
    if (last)
      await saveStatuses(
        context.db,
        [{ id: row.id, status: 'accepted', reason: null, day: null }],
        context.now,
      )
  }
}

async function nameContacts(stage: Stage, mobilityIds: readonly string[]): Promise<void> {
  const { rocio, chiara } = {
    rocio: stage.organisations.hosts['puerta-sur'].actor,
    chiara: stage.organisations.senders.aurora,
  }
  const day = addDays(stage.today, -25)
  for (const id of mobilityIds) {
    const named = await stage
      .as(chiara, day)
      .db.selectFrom('fact')
      .select('name')
      .where('mobility_id', '=', id)
      .execute()
    const names = new Set(named.map((fact) => fact.name))
    if (rocio && names.has('hosting.mentor-named'))
      await setContact(stage.as(rocio, day), id, 'hosting', 'mentor', {
        name: 'Miguel Torres',
        email: 'miguel@puerta-sur.example',
        phone: '+34 655 550 113',
      })
    if (rocio && names.has('hosting.arrival-contact-named'))
      await setContact(stage.as(rocio, day), id, 'hosting', 'arrival', {
        name: 'Rocío Domínguez',
        phone: '+34 655 550 199',
      })
    if (stage.random.chance(0.6))
      await setContact(stage.as(chiara, day), id, 'sending', 'mentor', {
        name: 'Elisa Conte',
        email: 'elisa.conte@aurora.example',
        phone: '+39 045 555 0112',
      })
  }
}

async function haveProblems(
  stage: Stage,
  seville: readonly string[],
  malta: readonly string[],
): Promise<void> {
  const yesterday = addDays(stage.today, -1)
  const { rocio, chiara } = {
    rocio: stage.organisations.hosts['puerta-sur'].actor,
    chiara: stage.organisations.senders.aurora,
  }
  if (rocio)
    await reportProblem(stage.as(rocio, yesterday), seville[4] ?? '', {
      kind: 'housing',
      text: 'The heating in the shared flat does not work since Sunday. The landlord comes on Thursday.',
    })
  await reportProblem(stage.as(chiara, yesterday), malta[6] ?? '', {
    kind: 'tasks',
    text: 'She only washes dishes. The programme says she helps at the reception from the second week.',
  })
}

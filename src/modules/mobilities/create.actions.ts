import type { z } from 'zod'
import { invalidField } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import { activityType } from './activity-types.rules.ts'
import { createMobilities } from './create-mobilities.actions.ts'
import { refuseMistakes } from './edit.actions.ts'
import { ownFlow } from './edit.store.ts'
import type { mobilitiesContract } from './mobilities.contract.ts'
import { readMobility, type ShownRecord } from './record.actions.ts'

type Input = z.output<(typeof mobilitiesContract)['create']['body']>

/** Adds one mobility; what the flow knows (dates, place, host, project) fills what was not sent. */
export async function createMobility(context: Context, input: Input): Promise<ShownRecord> {
  const { organisationId } = memberOf(context.actor)
  await refuseMistakes(context, input, input)
  const flow = input.flowId ? await ownFlow(context.db, organisationId, input.flowId) : undefined
  const personId = await personOf(context, organisationId, input)
  const departure = input.departure === undefined ? (flow?.start_date ?? null) : input.departure
  const returnDate = input.return === undefined ? (flow?.end_date ?? null) : input.return
  const [made] = await createMobilities(context, [
    {
      personId,
      activityType: input.activityType,
      flowId: input.flowId ?? null,
      projectId: input.projectId ?? flow?.project_id ?? null,
      departure,
      returnDate: departure && returnDate && returnDate < departure ? null : returnDate,
      country: input.country ?? flow?.country ?? null,
      town: input.town ?? flow?.town ?? null,
      field: input.field ?? null,
      hostingId: input.hostingId ?? flow?.hosting_id ?? null,
      companyId: input.companyId ?? null,
      note: input.note ?? null,
      externalId: input.externalId ?? null,
    },
  ])
  return readMobility(context, made?.id ?? '')
}

async function personOf(context: Context, organisationId: string, input: Input): Promise<string> {
  if (input.personId) {
    const known = await context.db
      .selectFrom('person')
      .select('id')
      .where('id', '=', input.personId)
      .where('organisation_id', '=', organisationId)
      .where('kind', '<>', 'guardian')
      .executeTakeFirst()
    if (!known) throw invalidField('personId', 'mobilities:field.no-person', 'There is no such person.')
    return known.id
  }
  if (!input.person)
    throw invalidField('personId', 'mobilities:field.person-needed', 'Choose a person or add a new one.')
  const [id] = await createPeople(context, [
    {
      kind: activityType(input.activityType)?.category === 'learner' ? 'learner' : 'staff',
      givenName: input.person.givenName,
      familyName: input.person.familyName,
      email: input.person.email ?? null,
      birthDate: input.person.birthDate ?? null,
    },
  ])
  return id ?? ''
}
